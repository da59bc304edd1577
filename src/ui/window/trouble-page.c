/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/window/trouble-page.h"

#include <glib/gi18n-lib.h>

#include "store/backup.h"
#include "store/db.h"
#include "store/error.h"
#include "store/link-test.h"

#include "ui/common/errand.h"
#include "ui/common/password.h"
#include "ui/preferences/restore-dialog.h"

#define RETRY_INTERVAL_S 5

struct _IkrarTroublePage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwStatusPage *status_page;
  GtkLabel *backup_label;
  GtkWidget *restore_button;
  GtkWidget *another_button;
  GtkWidget *retry_button;
  GtkLabel *retry_label;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the page goes */
  char *newest_backup;       /* offered for a file */

  gboolean testing; /* the link is being tested */
  guint retry_source;
};

enum
{
  SIGNAL_RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarTroublePage, ikrar_trouble_page, ADW_TYPE_BIN)

static void
search_backup (GTask *task, gpointer owner, gpointer path, GCancellable *cancellable)
{
  g_task_return_pointer (task, ikrar_backup_newest_good (path), g_free);
}

static void
on_backup_found (gpointer owner, GTask *task)
{
  IkrarTroublePage *self = owner;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_free (self->newest_backup);
  self->newest_backup = g_task_propagate_pointer (task, NULL);
  if (self->newest_backup != NULL)
    {
      name = g_path_get_basename (self->newest_backup);
      /* Translators: %s is the name of a file. */
      text = g_strdup_printf (_ ("Newest good backup: %s"), name);
    }
  gtk_label_set_label (self->backup_label,
                       text != NULL ? text : _ ("There is no good backup beside it."));
  gtk_widget_set_visible (GTK_WIDGET (self->backup_label), TRUE);
  gtk_widget_set_visible (self->restore_button, self->newest_backup != NULL);
  gtk_widget_set_tooltip_text (self->restore_button, self->newest_backup);
}

static void
describe (IkrarTroublePage *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->status_page, escaped);
}

static void
test_link (GTask *task, gpointer unused, gpointer uri, GCancellable *cancellable)
{
  const IkrarProgress progress = { NULL, NULL, cancellable };

  g_task_return_pointer (task, ikrar_link_test_run (uri, NULL, &progress),
                         (GDestroyNotify) ikrar_link_test_free);
}

/* Asked for, the keyring is looked into as well: it may have been locked before. */
static void
unlock_and_test_link (GTask *task, gpointer owner, gpointer uri, GCancellable *cancellable)
{
  g_autofree char *password = ikrar_password_look_up (uri, NULL);

  if (password != NULL)
    ikrar_db_set_password (uri, password);
  test_link (task, owner, uri, cancellable);
}

static void
on_link_tested (gpointer owner, GTask *task)
{
  IkrarTroublePage *self = owner;
  g_autoptr (IkrarLinkTest) test = g_task_propagate_pointer (task, NULL);
  g_autofree char *text = NULL;

  self->testing = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable) || test == NULL)
    return;
  if (test->failed == IKRAR_LINK_TEST_PASSED || test->readable)
    {
      g_signal_emit (self, signals[SIGNAL_RETRY], 0);
      return;
    }
  text = g_strdup_printf ("%s\n%s", test->cause, test->advice);

  describe (self, text);
}

static void
start_test (IkrarTroublePage *self, GTaskThreadFunc func)
{
  if (self->testing)
    return;
  self->testing = TRUE;
  ikrar_errand_run (self, self->cancellable, func, g_strdup (ikrar_context_get_uri (self->context)),
                    g_free, on_link_tested);
}

static gboolean
test_again (gpointer user_data)
{
  start_test (user_data, test_link);
  return G_SOURCE_CONTINUE;
}

static void
stop (IkrarTroublePage *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
}

static void
on_retry_clicked (IkrarTroublePage *self)
{
  if (self->context != NULL && ikrar_db_uri_is_shared (ikrar_context_get_uri (self->context)))
    start_test (self, unlock_and_test_link);
  else
    g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
on_restore_clicked (IkrarTroublePage *self)
{
  ikrar_restore_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context,
                                self->newest_backup);
}

static void
ikrar_trouble_page_unmap (GtkWidget *widget)
{
  stop (IKRAR_TROUBLE_PAGE (widget));
  GTK_WIDGET_CLASS (ikrar_trouble_page_parent_class)->unmap (widget);
}

static void
ikrar_trouble_page_dispose (GObject *object)
{
  IkrarTroublePage *self = IKRAR_TROUBLE_PAGE (object);

  stop (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_trouble_page_parent_class)->dispose (object);
}

static void
ikrar_trouble_page_finalize (GObject *object)
{
  g_object_unref (IKRAR_TROUBLE_PAGE (object)->cancellable);
  g_free (IKRAR_TROUBLE_PAGE (object)->newest_backup);
  G_OBJECT_CLASS (ikrar_trouble_page_parent_class)->finalize (object);
}

static void
ikrar_trouble_page_class_init (IkrarTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_trouble_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_trouble_page_finalize;
  widget_class->unmap = ikrar_trouble_page_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarTroublePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarTroublePage, backup_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarTroublePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarTroublePage, another_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarTroublePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarTroublePage, retry_label);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);

  /**
   * IkrarTroublePage::retry:
   *
   * The database shall be tried again.
   */
  signals[SIGNAL_RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_trouble_page_init (IkrarTroublePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_server (IkrarTroublePage *self)
{
  adw_status_page_set_icon_name (self->status_page, "network-server-symbolic");
  adw_status_page_set_title (self->status_page, _ ("The Shared Database Cannot Be Opened"));
  gtk_label_set_label (
      self->retry_label,
      _ ("It is tried again by itself; this page goes when the database is back."));
  if (self->retry_source == 0)
    {
      self->retry_source = g_timeout_add_seconds (RETRY_INTERVAL_S, test_again, self);
      test_again (self);
    }
}

static void
show_file (IkrarTroublePage *self, const GError *error)
{
  stop (self);
  adw_status_page_set_icon_name (self->status_page, "dialog-error-symbolic");
  adw_status_page_set_title (self->status_page, _ ("The Database Cannot Be Opened"));
  if (ikrar_store_error_is_refusal (error))
    ikrar_errand_run (self, self->cancellable, search_backup,
                      g_strdup (ikrar_context_get_uri (self->context)), g_free, on_backup_found);
}

void
ikrar_trouble_page_show (IkrarTroublePage *self, IkrarContext *context, const GError *error)
{
  gboolean shared = ikrar_db_uri_is_shared (ikrar_context_get_uri (context));

  g_return_if_fail (IKRAR_IS_TROUBLE_PAGE (self));

  g_set_object (&self->context, context);
  gtk_widget_set_visible (self->another_button, !shared);
  gtk_widget_set_visible (self->retry_button, shared || !ikrar_store_error_is_refusal (error));
  gtk_widget_set_visible (GTK_WIDGET (self->retry_label), shared);
  if (!shared || self->retry_source == 0)
    describe (self, error->message);
  if (shared)
    show_server (self);
  else
    show_file (self, error);
}
