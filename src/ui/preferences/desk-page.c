/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/desk-page.h"

#include <glib/gi18n-lib.h>

#include "ui/common/entry-row.h"
#include "ui/desk/desk-sound.h"
#include "ui/desk/scanner-dialog.h"

/* The tones are shorter; between two of them is a pause. */
#define HEAR_PAUSE_MS 700

struct _IkrarDeskPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  IkrarEntryRow *name_row;
  GtkSwitch *sound_switch;
  GtkSwitch *speech_switch;
  AdwComboRow *appearance_row;

  /* Owned */
  GSettings *settings;
  IkrarDeskSound *sound; /* NULL until somebody wants to hear it */

  guint hear_source;
  guint heard; /* tones heard so far */
};

G_DEFINE_FINAL_TYPE (IkrarDeskPage, ikrar_desk_page, ADW_TYPE_PREFERENCES_PAGE)

static void
on_name_left (IkrarDeskPage *self)
{
  g_autofree char *name = ikrar_entry_row_dup_text (self->name_row);

  g_settings_set_string (self->settings, "desk-name", name);
}

static gboolean
hear_next (gpointer user_data)
{
  static const IkrarDeskVerdict verdicts[] = { IKRAR_DESK_WELCOME, IKRAR_DESK_ALREADY,
                                               IKRAR_DESK_FORGED };
  IkrarDeskPage *self = user_data;

  if (self->heard == G_N_ELEMENTS (verdicts))
    {
      self->hear_source = 0;
      return G_SOURCE_REMOVE;
    }
  ikrar_desk_sound_play (self->sound, verdicts[self->heard++]);
  return G_SOURCE_CONTINUE;
}

static void
on_hear_clicked (IkrarDeskPage *self)
{
  if (self->sound == NULL)
    self->sound = ikrar_desk_sound_new ();
  g_clear_handle_id (&self->hear_source, g_source_remove);
  self->heard = 0;
  hear_next (self);
  self->hear_source = g_timeout_add (HEAR_PAUSE_MS, hear_next, self);
}

static void
on_scanner_clicked (IkrarDeskPage *self)
{
  ikrar_scanner_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_appearance_selected (IkrarDeskPage *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "appearance",
                         (int) adw_combo_row_get_selected (self->appearance_row));
}

static void
ikrar_desk_page_dispose (GObject *object)
{
  IkrarDeskPage *self = IKRAR_DESK_PAGE (object);

  g_clear_handle_id (&self->hear_source, g_source_remove);
  g_clear_pointer (&self->sound, ikrar_desk_sound_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DESK_PAGE);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ikrar_desk_page_parent_class)->dispose (object);
}

static void
ikrar_desk_page_class_init (IkrarDeskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_desk_page_dispose;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/desk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskPage, sound_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskPage, speech_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskPage, appearance_row);
  gtk_widget_class_bind_template_callback (widget_class, on_name_left);
  gtk_widget_class_bind_template_callback (widget_class, on_hear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_scanner_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_appearance_selected);
}

static void
ikrar_desk_page_init (IkrarDeskPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("id.ikrar.Ikrar");
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->appearance_row,
                              (guint) g_settings_get_enum (settings, "appearance"));
  /* Only what is chosen from now on is saved. */
  self->settings = g_object_ref (settings);
  name = g_settings_get_string (settings, "desk-name");
  ikrar_entry_row_set_text (self->name_row, name);
  /* Translators: %s is the name of the computer. */
  title = g_strdup_printf (_ ("Name of This Desk (%s If Empty)"), g_get_host_name ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), title);
  g_settings_bind (self->settings, "desk-sound", self->sound_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "desk-speech", self->speech_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
}
