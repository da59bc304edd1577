/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/pin-dialog.h"

#include <glib/gi18n-lib.h>

#include "seal/pin.h"

#include "ui/common/compat.h"
#include "ui/desk/pin-guard.h"

/* Whoever opened it by mistake, or went away, does not leave it before the next guest. */
#define PATIENCE_S 30

struct _IkrarPinDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *body_label;
  GtkEditable *entry;
  GtkEditable *repeat;
  GtkLabel *trouble_label;
  GtkWidget *forgotten_button;
  GtkButton *ok_button;

  /* Owned */
  GSettings *settings;

  IkrarPinFunc func;
  guint tick;
  guint idle_for; /* seconds since somebody typed */
  gboolean is_new;
  gboolean goes;
};

G_DEFINE_FINAL_TYPE (IkrarPinDialog, ikrar_pin_dialog, ADW_TYPE_WINDOW)

/* A new PIN is typed twice: what nobody can type again opens nothing. */
static gboolean
is_complete (IkrarPinDialog *self)
{
  const char *pin = gtk_editable_get_text (self->entry);

  if (!ikrar_pin_is_usable (pin))
    return FALSE;
  return self->is_new ? g_str_equal (pin, gtk_editable_get_text (self->repeat))
                      : ikrar_pin_guard_get_wait (self->settings) == 0;
}

static void
update_ok (IkrarPinDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->ok_button), is_complete (self));
}

static void
say_trouble (IkrarPinDialog *self, const char *text)
{
  gtk_label_set_label (self->trouble_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), *text != '\0');
}

static void
show_wait (IkrarPinDialog *self, guint wait)
{
  /* Translators: %u is a number of seconds. */
  g_autofree char *text = g_strdup_printf (
      ngettext ("Wrong PIN. Try again in %u second.", "Wrong PIN. Try again in %u seconds.", wait),
      wait);

  say_trouble (self, wait > 0 ? text : _ ("Wrong PIN. Try again."));
}

/* Counts the seconds down that are left. */
static gboolean
on_tick (gpointer user_data)
{
  IkrarPinDialog *self = user_data;
  guint wait = ikrar_pin_guard_get_wait (self->settings);

  if (self->goes && ++self->idle_for >= PATIENCE_S)
    {
      self->tick = 0;
      gtk_window_close (GTK_WINDOW (self));
      return G_SOURCE_REMOVE;
    }
  if (!self->is_new && (wait > 0 || !gtk_widget_get_sensitive (GTK_WIDGET (self->ok_button))))
    {
      if (wait > 0 || gtk_widget_get_visible (GTK_WIDGET (self->trouble_label)))
        show_wait (self, wait);
      update_ok (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_changed (IkrarPinDialog *self)
{
  self->idle_for = 0;
  update_ok (self);
}

static void
finish (IkrarPinDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  IkrarPinFunc func = self->func;

  ikrar_compat_let_focus_go (GTK_WINDOW (self));
  gtk_window_destroy (GTK_WINDOW (self));
  func (parent);
}

static void
try_pin (IkrarPinDialog *self)
{
  if (ikrar_pin_guard_try (self->settings, gtk_editable_get_text (self->entry)))
    {
      finish (self);
      return;
    }
  gtk_editable_set_text (self->entry, "");
  show_wait (self, ikrar_pin_guard_get_wait (self->settings));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
set_pin (IkrarPinDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (ikrar_pin_guard_set (self->settings, gtk_editable_get_text (self->entry), &error))
    finish (self);
  else
    say_trouble (self, error->message);
}

static void
on_ok (IkrarPinDialog *self)
{
  self->idle_for = 0;
  if (!is_complete (self))
    return;
  if (self->is_new)
    set_pin (self);
  else
    try_pin (self);
}

/* As a password row needs it. */
static gboolean
on_close_request (IkrarPinDialog *self)
{
  ikrar_compat_let_focus_go (GTK_WINDOW (self));
  return FALSE;
}

static void
on_cancel (IkrarPinDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_new (IkrarPinDialog *self, gboolean is_new)
{
  self->is_new = is_new;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 is_new ? _ ("New PIN, 4 to 12 Digits") : _ ("PIN"));
  gtk_widget_set_visible (GTK_WIDGET (self->repeat), is_new);
  say_trouble (self, "");
  update_ok (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_forgotten (IkrarPinDialog *self)
{
  gtk_widget_set_visible (self->forgotten_button, FALSE);
  show_new (self, TRUE);
}

static void
ikrar_pin_dialog_dispose (GObject *object)
{
  IkrarPinDialog *self = IKRAR_PIN_DIALOG (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PIN_DIALOG);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ikrar_pin_dialog_parent_class)->dispose (object);
}

static void
ikrar_pin_dialog_class_init (IkrarPinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_pin_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/pin-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPinDialog, body_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPinDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarPinDialog, repeat);
  gtk_widget_class_bind_template_child (widget_class, IkrarPinDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPinDialog, forgotten_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPinDialog, ok_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_forgotten);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_ok);
}

static void
ikrar_pin_dialog_init (IkrarPinDialog *self)
{
  self->settings = g_settings_new ("id.ikrar.Ikrar");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tick = g_timeout_add_seconds (1, on_tick, self);
}

static IkrarPinDialog *
create (GtkWindow *parent, const char *title, const char *body, IkrarPinFunc func)
{
  IkrarPinDialog *self =
      g_object_new (IKRAR_TYPE_PIN_DIALOG, "transient-for", parent, "title", title, NULL);

  self->func = func;
  gtk_label_set_label (self->body_label, body);
  return self;
}

void
ikrar_pin_dialog_begin (GtkWindow *parent, const char *title, const char *body, IkrarPinFunc func)
{
  IkrarPinDialog *self = create (parent, title, body, func);
  gboolean is_set = ikrar_pin_guard_is_set (self->settings);

  gtk_button_set_label (self->ok_button, _ ("_Start"));
  gtk_widget_set_visible (self->forgotten_button, is_set);
  show_new (self, !is_set);
  gtk_window_present (GTK_WINDOW (self));
}

void
ikrar_pin_dialog_leave (GtkWindow *parent, const char *title, IkrarPinFunc func)
{
  IkrarPinDialog *self =
      create (parent, title, _ ("Enter the PIN that was set on this computer."), func);
  guint wait = ikrar_pin_guard_get_wait (self->settings);

  gtk_button_set_label (self->ok_button, _ ("_Leave"));
  self->goes = TRUE;
  show_new (self, FALSE);
  if (wait > 0)
    show_wait (self, wait);
  gtk_window_present (GTK_WINDOW (self));
}
