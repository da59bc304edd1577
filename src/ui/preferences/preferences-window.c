/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/preferences-window.h"

#include <glib/gi18n-lib.h>

#include "ui/common/notice.h"
#include "ui/common/undo.h"
#include "ui/common/work.h"
#include "ui/preferences/backup-dialog.h"
#include "ui/preferences/data-page.h"
#include "ui/preferences/database-page.h"
#include "ui/preferences/desk-page.h"
#include "ui/preferences/institution-page.h"
#include "ui/preferences/papers-page.h"
#include "ui/preferences/restore-dialog.h"
#include "ui/preferences/signatories-page.h"

struct _IkrarPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  IkrarInstitutionPage *institution_page;
  IkrarSignatoriesPage *signatories_page;
  IkrarPapersPage *papers_page;
  IkrarDeskPage *desk_page;
  IkrarDatabasePage *database_page;
  IkrarDataPage *data_page;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the window goes */
};

G_DEFINE_FINAL_TYPE (IkrarPreferencesWindow, ikrar_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static gpointer
load (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  return ikrar_office_info_load (store, error);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarPreferencesWindow *self = owner;
  g_autoptr (IkrarOfficeInfo) info = output;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Preferences Cannot Be Read"), error);
      return;
    }
  ikrar_institution_page_show (self->institution_page, self->context, info);
  ikrar_signatories_page_show (self->signatories_page, self->context, info);
  ikrar_papers_page_show (self->papers_page, self->context, info);
  ikrar_data_page_show (self->data_page, self->context, info);
}

static void
reload (IkrarPreferencesWindow *self)
{
  const IkrarWork work = {
    .func = load,
    .free_output = (GDestroyNotify) ikrar_office_info_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
undo_change (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_undo_change (widget, IKRAR_PREFERENCES_WINDOW (widget)->context,
                     g_variant_get_int64 (parameter));
}

static void
set_layout (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_papers_page_set_layout (IKRAR_PREFERENCES_WINDOW (widget)->papers_page,
                                (IkrarPassLayout) g_variant_get_int32 (parameter));
}

static void
back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_backup_dialog_present (GTK_WINDOW (widget), IKRAR_PREFERENCES_WINDOW (widget)->context);
}

static void
restore_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_restore_dialog_choose (GTK_WINDOW (widget), IKRAR_PREFERENCES_WINDOW (widget)->context);
}

static void
restore_path (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_restore_dialog_present (GTK_WINDOW (widget), IKRAR_PREFERENCES_WINDOW (widget)->context,
                                g_variant_get_string (parameter, NULL));
}

/* What was typed last is saved: the field is left. */
static gboolean
ikrar_preferences_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (ikrar_preferences_window_parent_class)->close_request (window);
}

static void
ikrar_preferences_window_dispose (GObject *object)
{
  IkrarPreferencesWindow *self = IKRAR_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_preferences_window_parent_class)->dispose (object);
}

static void
ikrar_preferences_window_finalize (GObject *object)
{
  g_object_unref (IKRAR_PREFERENCES_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (ikrar_preferences_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_INSTITUTION_PAGE);
  g_type_ensure (IKRAR_TYPE_SIGNATORIES_PAGE);
  g_type_ensure (IKRAR_TYPE_PAPERS_PAGE);
  g_type_ensure (IKRAR_TYPE_DESK_PAGE);
  g_type_ensure (IKRAR_TYPE_DATABASE_PAGE);
  g_type_ensure (IKRAR_TYPE_DATA_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPreferencesWindow, institution_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreferencesWindow, signatories_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreferencesWindow, papers_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreferencesWindow, desk_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreferencesWindow, database_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreferencesWindow, data_page);
}

static void
ikrar_preferences_window_class_init (IkrarPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_preferences_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_preferences_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ikrar_preferences_window_close_request;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.undo-change", "x", undo_change);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup);
  gtk_widget_class_install_action (widget_class, "preferences.set-layout", "i", set_layout);
  gtk_widget_class_install_action (widget_class, "preferences.restore", "s", restore_path);
}

static void
ikrar_preferences_window_init (IkrarPreferencesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static IkrarPreferencesWindow *
new_window (GtkWindow *parent, IkrarContext *context)
{
  IkrarPreferencesWindow *self =
      g_object_new (IKRAR_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  ikrar_database_page_show (self->database_page, context);
  return self;
}

void
ikrar_preferences_window_present (GtkWindow *parent, IkrarContext *context)
{
  IkrarPreferencesWindow *self = new_window (parent, context);

  g_signal_connect_object (context, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
ikrar_preferences_window_present_database (GtkWindow *parent, IkrarContext *context)
{
  IkrarPreferencesWindow *self = new_window (parent, context);
  AdwPreferencesPage *others[] = {
    ADW_PREFERENCES_PAGE (self->institution_page), ADW_PREFERENCES_PAGE (self->signatories_page),
    ADW_PREFERENCES_PAGE (self->papers_page),      ADW_PREFERENCES_PAGE (self->desk_page),
    ADW_PREFERENCES_PAGE (self->data_page),
  };

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self),
                                           ADW_PREFERENCES_PAGE (self->database_page));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self), others[i]);
  gtk_window_present (GTK_WINDOW (self));
}
