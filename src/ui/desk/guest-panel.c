/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/guest-panel.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

struct _IkrarGuestPanel
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable *name_entry;
  GtkEditable *unit_entry;
  GtkEditable *number_entry;
  GtkLabel *error_label;
  GtkWidget *admit_button;
};

enum
{
  SIGNAL_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarGuestPanel, ikrar_guest_panel, ADW_TYPE_BIN)

static void
on_changed (IkrarGuestPanel *self)
{
  gtk_widget_set_sensitive (self->admit_button,
                            !ikrar_text_is_blank (gtk_editable_get_text (self->name_entry)));
  ikrar_guest_panel_show_error (self, NULL);
}

static void
admit (IkrarGuestPanel *self)
{
  const IkrarGuest guest = {
    .name = (char *) gtk_editable_get_text (self->name_entry),
    .unit = (char *) gtk_editable_get_text (self->unit_entry),
    .number = (char *) gtk_editable_get_text (self->number_entry),
  };

  if (gtk_widget_get_sensitive (self->admit_button))
    g_signal_emit (self, signals[SIGNAL_ENTERED], 0, &guest);
}

static void
ikrar_guest_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_GUEST_PANEL);
  G_OBJECT_CLASS (ikrar_guest_panel_parent_class)->dispose (object);
}

static void
ikrar_guest_panel_class_init (IkrarGuestPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_guest_panel_dispose;

  /**
   * IkrarGuestPanel::entered:
   * @guest: an `IkrarGuest`
   *
   * A guest shall be admitted.
   */
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/guest-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarGuestPanel, name_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarGuestPanel, unit_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarGuestPanel, number_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarGuestPanel, error_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarGuestPanel, admit_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, admit);
}

static void
ikrar_guest_panel_init (IkrarGuestPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_guest_panel_start (IkrarGuestPanel *self)
{
  g_return_if_fail (IKRAR_IS_GUEST_PANEL (self));

  gtk_editable_set_text (self->name_entry, "");
  gtk_editable_set_text (self->unit_entry, "");
  gtk_editable_set_text (self->number_entry, "");
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

void
ikrar_guest_panel_show_error (IkrarGuestPanel *self, const char *message)
{
  g_return_if_fail (IKRAR_IS_GUEST_PANEL (self));

  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}
