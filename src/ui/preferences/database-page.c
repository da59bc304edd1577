/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/database-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/db.h"

#include "ui/common/compat.h"
#include "ui/common/errand.h"
#include "ui/common/file-chooser.h"
#include "ui/common/password.h"
#include "ui/common/wrap-layout.h"
#include "ui/preferences/copy-job.h"
#include "ui/preferences/link-test-group.h"
#include "ui/preferences/server-group.h"

/* What shall happen when the test of the link has come to a good end. */
typedef enum
{
  WISH_NOTHING,
  WISH_USE,
  WISH_COPY,
} Wish;

struct _IkrarDatabasePage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  GtkCheckButton *local_check;
  GtkCheckButton *shared_check;
  GtkWidget *file_group;
  AdwActionRow *file_row;
  IkrarServerGroup *server_group;
  IkrarLinkTestGroup *test_group;
  GtkWidget *use_button;
  GtkWidget *copy_button;

  /* Owned */
  IkrarContext *context;
  char *path; /* the file that is chosen */

  Wish wish;
};

G_DEFINE_FINAL_TYPE (IkrarDatabasePage, ikrar_database_page, ADW_TYPE_PREFERENCES_PAGE)

/* A password on its way to the keyring, and the database it opens. */
typedef struct
{
  char *uri;
  char *password;
} Errand;

static void
errand_free (Errand *errand)
{
  g_free (errand->uri);
  g_free (errand->password);
  g_free (errand);
}

static GtkWindow *
get_window (IkrarDatabasePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_shared (IkrarDatabasePage *self)
{
  return gtk_check_button_get_active (self->shared_check);
}

/* Where the data would be, NULL if it is not known yet. */
static char *
dup_uri (IkrarDatabasePage *self)
{
  return is_shared (self) ? ikrar_server_group_dup_uri (self->server_group) : g_strdup (self->path);
}

static gboolean
is_in_use (IkrarDatabasePage *self, const char *uri)
{
  return g_strcmp0 (uri, ikrar_context_get_uri (self->context)) == 0;
}

static void
update (IkrarDatabasePage *self)
{
  gboolean shared = is_shared (self);
  g_autofree char *uri = dup_uri (self);
  g_autofree char *password = shared ? ikrar_server_group_dup_password (self->server_group) : NULL;
  gboolean other = self->context != NULL && uri != NULL && !is_in_use (self, uri);

  gtk_widget_set_visible (self->file_group, !shared);
  gtk_widget_set_visible (GTK_WIDGET (self->server_group), shared);
  gtk_widget_set_visible (GTK_WIDGET (self->test_group), shared);
  ikrar_link_test_group_set_ready (self->test_group, uri != NULL);
  gtk_widget_set_sensitive (self->use_button, other || (uri != NULL && password != NULL));
  gtk_widget_set_sensitive (self->copy_button, other);
}

static void
on_choice_changed (IkrarDatabasePage *self)
{
  self->wish = WISH_NOTHING;
  ikrar_link_test_group_reset (self->test_group);
  update (self);
}

static void
set_path (IkrarDatabasePage *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  adw_action_row_set_subtitle (self->file_row, self->path);
  update (self);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    set_path (IKRAR_DATABASE_PAGE (widget), path);
}

static void
on_choose_clicked (IkrarDatabasePage *self)
{
  static const char *const suffixes[] = { "db", NULL };

  ikrar_file_chooser_open (GTK_WIDGET (self), _ ("Database"), _ ("Databases of Ikrar"), suffixes,
                           on_file_chosen, NULL);
}

/* A desk, a stage or another window that goes on with the present database. */
static gboolean
others_are_open (GtkWindow *window)
{
  GtkWindow *main_window = gtk_window_get_transient_for (window);
  GtkApplication *application = gtk_window_get_application (main_window);

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (link->data != window && link->data != main_window && gtk_widget_get_visible (link->data))
      return TRUE;
  return FALSE;
}

static void
tell (IkrarDatabasePage *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The window is opened anew; this one goes with the old one. */
static void
switch_to (IkrarDatabasePage *self, const char *uri, const char *message)
{
  GtkWindow *window = get_window (self);

  if (others_are_open (window))
    {
      tell (self, _ ("Other Windows Are Open"),
            _ ("A desk or another window still works with the present database. Close it first."));
      return;
    }
  ikrar_compat_let_focus_go (window);
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "switch-database",
                                  g_variant_new ("(ss)", uri, message));
}

static void
keep_password (GTask *task, gpointer unused, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  GError *error = NULL;

  if (errand->password == NULL || ikrar_password_keep (errand->uri, errand->password, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_password_kept (gpointer owner, GTask *task)
{
  IkrarDatabasePage *self = owner;
  const Errand *errand = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean kept = g_task_propagate_boolean (task, &error);

  if (!kept)
    g_message ("the password is not kept: %s", error->message);
  if (self->context == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  switch_to (self, errand->uri,
             kept ? ""
                  : _ ("There is no keyring: the password is kept until Ikrar ends. For good, "
                       "put it in the file that PGPASSFILE names."));
}

static void
use (IkrarDatabasePage *self, const char *uri)
{
  Errand *errand;

  if (!is_shared (self))
    {
      switch_to (self, uri, "");
      return;
    }
  errand = g_new0 (Errand, 1);
  errand->uri = g_strdup (uri);
  errand->password = ikrar_server_group_dup_password (self->server_group);
  ikrar_errand_run (self, NULL, keep_password, errand, (GDestroyNotify) errand_free,
                    on_password_kept);
}

static void
on_copied (gpointer owner, const char *uri)
{
  use (IKRAR_DATABASE_PAGE (owner), uri);
}

static void
copy (IkrarDatabasePage *self, const char *uri)
{
  ikrar_copy_job_start (get_window (self), self->context, uri, on_copied, self);
}

static void
on_empty_response (AdwMessageDialog *dialog, const char *response, IkrarDatabasePage *self)
{
  g_autofree char *uri = dup_uri (self);

  if (g_str_equal (response, "begin"))
    use (self, uri);
  else if (g_str_equal (response, "copy"))
    copy (self, uri);
}

static void
ask_about_empty (IkrarDatabasePage *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      get_window (self), _ ("The Shared Database Is Empty"),
      _ ("Copy the present data there first, or begin with nothing. The present data stay where "
         "they are.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "begin", _ ("_Begin Empty"),
                                    "copy", _ ("Copy Data _There…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "copy");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_empty_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The address is good: what was wished is done. The password is known from now on. */
static void
go_on (IkrarDatabasePage *self, Wish wish, gboolean empty)
{
  g_autofree char *uri = dup_uri (self);
  g_autofree char *password = ikrar_server_group_dup_password (self->server_group);

  if (password != NULL && wish != WISH_NOTHING)
    ikrar_db_set_password (uri, password);
  if (wish == WISH_USE && empty)
    ask_about_empty (self);
  else if (wish == WISH_USE)
    use (self, uri);
  else if (wish == WISH_COPY && empty)
    copy (self, uri);
  else if (wish == WISH_COPY)
    tell (self, _ ("There Are Data Already"),
          _ ("Data are copied to an empty database only, so that nothing is overwritten. Have one "
             "made on the server, or use the data that are there."));
}

static void
on_tested (IkrarDatabasePage *self)
{
  const IkrarLinkTest *test = ikrar_link_test_group_get_test (self->test_group);
  Wish wish = self->wish;

  self->wish = WISH_NOTHING;
  if (test->failed == IKRAR_LINK_TEST_PASSED || (wish == WISH_USE && test->readable))
    go_on (self, wish, test->empty);
}

static void
start_test (IkrarDatabasePage *self)
{
  g_autofree char *uri = dup_uri (self);
  g_autofree char *password = ikrar_server_group_dup_password (self->server_group);

  if (uri != NULL)
    ikrar_link_test_group_start (self->test_group, uri, password);
}

static void
on_test_asked (IkrarDatabasePage *self)
{
  self->wish = WISH_NOTHING;
  start_test (self);
}

static void
on_use_clicked (IkrarDatabasePage *self)
{
  self->wish = WISH_USE;
  if (is_shared (self))
    start_test (self);
  else
    use (self, self->path);
}

static void
on_copy_clicked (IkrarDatabasePage *self)
{
  self->wish = WISH_COPY;
  if (is_shared (self))
    start_test (self);
  else
    copy (self, self->path);
}

static void
ikrar_database_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DATABASE_PAGE);
  g_clear_object (&IKRAR_DATABASE_PAGE (object)->context);
  G_OBJECT_CLASS (ikrar_database_page_parent_class)->dispose (object);
}

static void
ikrar_database_page_finalize (GObject *object)
{
  g_free (IKRAR_DATABASE_PAGE (object)->path);
  G_OBJECT_CLASS (ikrar_database_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_SERVER_GROUP);
  g_type_ensure (IKRAR_TYPE_LINK_TEST_GROUP);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/database-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, local_check);
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, shared_check);
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, file_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, server_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, test_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, use_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDatabasePage, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_test_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_tested);
  gtk_widget_class_bind_template_callback (widget_class, on_use_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
ikrar_database_page_class_init (IkrarDatabasePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_database_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_database_page_finalize;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_database_page_init (IkrarDatabasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_database_page_show (IkrarDatabasePage *self, IkrarContext *context)
{
  const char *uri = ikrar_context_get_uri (context);
  gboolean shared = ikrar_db_uri_is_shared (uri);
  g_autofree char *usual = ikrar_store_default_path ();

  g_return_if_fail (IKRAR_IS_DATABASE_PAGE (self));

  g_set_object (&self->context, context);
  set_path (self, shared ? usual : uri);
  ikrar_server_group_show (self->server_group, shared ? uri : NULL);
  gtk_check_button_set_active (shared ? self->shared_check : self->local_check, TRUE);
  update (self);
}
