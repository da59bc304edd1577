/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/window/application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "resources/ikrar-ui-resources.h"

#include "store/context.h"
#include "store/db.h"

#include "ui/common/appearance.h"
#include "ui/common/compat.h"
#include "ui/common/errand.h"
#include "ui/common/notice.h"
#include "ui/common/password.h"
#include "ui/desk/desk-window.h"
#include "ui/window/wind-up.h"
#include "ui/window/window.h"

#define PATIENCE_MS 2000

struct _IkrarApplication
{
  AdwApplication parent_instance;

  char *database;        /* where the data is */
  IkrarContext *context; /* not owned: as long as a window uses it */
  GSettings *settings;
  char *message;    /* told in the next window, NULL if nothing */
  gboolean opening; /* the keyring is asked for the password of the database */
  guint patience_source;
};

G_DEFINE_FINAL_TYPE (IkrarApplication, ikrar_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "db", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this database"), N_ ("PATH") },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
  { NULL },
};

static const struct
{
  const char *action;
  const char *accelerators[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new-event", { "<Control>n" } },
  { "win.undo", { "<Control>z" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.search", { "<Control>f" } },
  { "win.print", { "<Control>p" } },
  { "win.import-roster", { "<Control>i" } },
  { "win.back", { "<Alt>Left" } },
  { "win.show-page('overview')", { "<Alt>1" } },
  { "win.show-page('events')", { "<Alt>2" } },
  { "win.show-page('people')", { "<Alt>3" } },
  { "win.show-page('pledges')", { "<Alt>4" } },
  { "win.show-page('reports')", { "<Alt>5" } },
};

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (user_data)), "application-name", "Ikrar",
      "application-icon", "id.ikrar.Ikrar", "version", IKRAR_VERSION, "developer-name",
      _ ("The Ikrar contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Events, rosters, passes, neutrality pledges and official papers of regional personnel "
         "agencies"),
      /* Translators: put your names here, a line each. */
      "translator-credits", _ ("translator-credits"), NULL);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data));

  /* Windows may still say goodbye: each is asked to close. */
  for (GList *next = NULL; windows != NULL; windows = next)
    {
      next = windows->next;
      gtk_window_close (windows->data);
    }
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ikrar_compat_show_uri (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         g_variant_get_string (parameter, NULL));
}

static char *
choose_database (IkrarApplication *self)
{
  const char *variable = g_getenv ("IKRAR_DB");
  g_autofree char *setting = g_settings_get_string (self->settings, "database");

  if (self->database != NULL)
    return g_strdup (self->database);
  if (variable != NULL && *variable != '\0')
    return g_strdup (variable);
  if (*setting != '\0')
    return g_steal_pointer (&setting);
  return ikrar_store_default_path ();
}

/* Windows of one program hear of each other's changes: they share the data. */
static IkrarContext *
share_context (IkrarApplication *self)
{
  g_autofree char *uri = NULL;
  IkrarContext *context;

  if (self->context != NULL)
    return g_object_ref (self->context);
  uri = choose_database (self);
  ikrar_store_make_folder (uri);
  context = ikrar_context_new (uri);
  g_set_weak_pointer (&self->context, context);
  return context;
}

/* A desk or a stage stays when the main window is closed; a hidden one is about to go. */
static GtkWindow *
find_main_window (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (IKRAR_IS_WINDOW (link->data) && gtk_widget_get_visible (link->data))
      return link->data;
  return NULL;
}

static void
stop_waiting (IkrarApplication *self)
{
  g_clear_handle_id (&self->patience_source, g_source_remove);
  if (self->opening)
    g_application_release (G_APPLICATION (self));
  self->opening = FALSE;
}

/* What is of weight stays until it was read. */
static void
tell (GtkWindow *window, const char *message)
{
  GtkWidget *dialog;

  if (*message == '\0')
    {
      ikrar_notice (GTK_WIDGET (window), _ ("Another database is in use now"));
      return;
    }
  dialog = adw_message_dialog_new (window, _ ("Another Database Is in Use Now"), message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
present_window (IkrarApplication *self)
{
  g_autoptr (IkrarContext) context = share_context (self);
  g_autofree char *message = g_steal_pointer (&self->message);
  IkrarWindow *window;

  if (ikrar_desk_window_resume (GTK_APPLICATION (self), context))
    {
      stop_waiting (self);
      return;
    }
  window = ikrar_window_new (GTK_APPLICATION (self), context);
  gtk_window_present (GTK_WINDOW (window));
  if (message != NULL)
    tell (GTK_WINDOW (window), message);
  stop_waiting (self);
}

/* The window does not wait for somebody who is asked to unlock the keyring. */
static gboolean
on_patience_ended (gpointer user_data)
{
  IkrarApplication *self = user_data;

  self->patience_source = 0;
  present_window (self);
  return G_SOURCE_REMOVE;
}

static void
look_up_password (GTask *task, gpointer unused, gpointer uri, GCancellable *cancellable)
{
  g_autofree char *password = ikrar_password_look_up (uri, NULL);

  if (password != NULL)
    ikrar_db_set_password (uri, password);
  g_task_return_boolean (task, TRUE);
}

static void
on_password_looked_up (gpointer owner, GTask *task)
{
  IkrarApplication *self = owner;

  if (self->opening)
    present_window (self);
}

static void
open_window (IkrarApplication *self)
{
  g_autofree char *uri = choose_database (self);

  if (self->opening)
    return;
  if (!ikrar_db_uri_is_shared (uri) || self->context != NULL)
    {
      present_window (self);
      return;
    }
  self->opening = TRUE;
  g_application_hold (G_APPLICATION (self));
  self->patience_source = g_timeout_add (PATIENCE_MS, on_patience_ended, self);
  ikrar_errand_run (self, NULL, look_up_password, g_steal_pointer (&uri), g_free,
                    on_password_looked_up);
}

static void
ikrar_application_activate (GApplication *application)
{
  GtkWindow *window = find_main_window (GTK_APPLICATION (application));

  if (ikrar_desk_window_present_locked (GTK_APPLICATION (application)))
    return;
  if (window != NULL)
    gtk_window_present (window);
  else
    open_window (IKRAR_APPLICATION (application));
}

/* The old window winds up as if it were closed, and takes what stands over it along. */
static void
close_with_dialogs (GtkApplication *application, GtkWindow *window)
{
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == window)
      gtk_window_destroy (link->data);
  g_list_free (windows);
  gtk_window_close (window);
}

static void
remember_database (IkrarApplication *self, const char *uri)
{
  g_autofree char *usual = ikrar_store_default_path ();

  g_settings_set_string (self->settings, "database", g_str_equal (uri, usual) ? "" : uri);
  g_free (self->database);
  self->database = g_strdup (uri);
}

static void
on_switch_database (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  IkrarApplication *self = user_data;
  GtkWindow *window = find_main_window (user_data);
  const char *uri;
  const char *message;

  g_variant_get (parameter, "(&s&s)", &uri, &message);
  remember_database (self, uri);
  g_free (self->message);
  self->message = g_strdup (message);
  g_clear_weak_pointer (&self->context);
  open_window (self);
  if (window != NULL)
    close_with_dialogs (user_data, window);
}

static const GActionEntry actions[] = {
  { "about", on_about },
  { "quit", on_quit },
  { "open-uri", on_open_uri, "s" },
  { "switch-database", on_switch_database, "(ss)" },
};

static void
ikrar_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (ikrar_application_parent_class)->startup (application);
  ikrar_compat_name_buttons ();
  IKRAR_APPLICATION (application)->settings = g_settings_new ("id.ikrar.Ikrar");
  ikrar_appearance_follow (IKRAR_APPLICATION (application)->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].accelerators);
}

/* Who goes last winds up: the main window does it when it closes; a desk goes on after that. */
static void
ikrar_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  IkrarContext *context = IKRAR_APPLICATION (application)->context;
  gboolean was_last;

  GTK_APPLICATION_CLASS (ikrar_application_parent_class)->window_removed (application, window);
  was_last = gtk_application_get_windows (application) == NULL;
  if (was_last && context != NULL && !IKRAR_IS_WINDOW (window))
    ikrar_wind_up (context, application);
}

static int
ikrar_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  IkrarApplication *self = IKRAR_APPLICATION (application);

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Ikrar %s\n", IKRAR_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (dict, "db", "^ay", &self->database))
    /* Another database is another program: the running one shows its own. */
    g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
ikrar_application_finalize (GObject *object)
{
  g_clear_handle_id (&IKRAR_APPLICATION (object)->patience_source, g_source_remove);
  g_free (IKRAR_APPLICATION (object)->message);
  g_free (IKRAR_APPLICATION (object)->database);
  g_clear_weak_pointer (&IKRAR_APPLICATION (object)->context);
  g_clear_object (&IKRAR_APPLICATION (object)->settings);
  G_OBJECT_CLASS (ikrar_application_parent_class)->finalize (object);
}

static void
ikrar_application_class_init (IkrarApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ikrar_application_finalize;
  application_class->startup = ikrar_application_startup;
  application_class->activate = ikrar_application_activate;
  GTK_APPLICATION_CLASS (klass)->window_removed = ikrar_application_window_removed;
  application_class->handle_local_options = ikrar_application_handle_local_options;
}

static void
ikrar_application_init (IkrarApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Events, passes, pledges and official papers"));
}

IkrarApplication *
ikrar_application_new (void)
{
  g_resources_register (ikrar_ui_get_resource ());
  return g_object_new (IKRAR_TYPE_APPLICATION, "application-id", IKRAR_APP_ID, "resource-base-path",
                       "/id/ikrar/Ikrar", "flags", G_APPLICATION_DEFAULT_FLAGS, NULL);
}
