/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "report/certificates.h"
#include "report/tally-csv.h"
#include "report/tally-workbook.h"
#include "store/certificate.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/documents/documents-view-private.h"
#include "ui/documents/print.h"

/* A file or a folder that is being written. */
typedef struct _Save Save;

struct _Save
{
  gboolean (*write) (IkrarStore *store,
                     const Save *save,
                     const IkrarProgress *progress,
                     GError **error);
  IkrarId event;
  IkrarDocument *document; /* NULL for what has no pages */
  IkrarId unit;
  char *path;
};

static gboolean
write_pdf (IkrarStore *store, const Save *save, const IkrarProgress *progress, GError **error)
{
  return ikrar_document_write_pdf (save->document, save->path, progress, error);
}

static gboolean
write_each (IkrarStore *store, const Save *save, const IkrarProgress *progress, GError **error)
{
  return ikrar_certificates_write_each (save->document, save->path, NULL, progress, error);
}

static gboolean
write_workbook (IkrarStore *store, const Save *save, const IkrarProgress *progress, GError **error)
{
  return ikrar_tally_workbook_write (store, save->event, save->unit, save->path, progress, error);
}

static gboolean
write_csv (IkrarStore *store, const Save *save, const IkrarProgress *progress, GError **error)
{
  return ikrar_tally_csv_write (store, save->event, save->unit, save->path, progress, error);
}

/* Ways to save what is shown. */
static const struct
{
  const char *action;
  const char *title;
  const char *suffix; /* NULL for a folder */
  gboolean (*write) (IkrarStore *store,
                     const Save *save,
                     const IkrarProgress *progress,
                     GError **error);
} ways[] = {
  { "view.save-pdf", N_ ("Save PDF"), "pdf", write_pdf },
  { "view.save-each", N_ ("Save One PDF Each"), NULL, write_each },
  { "view.save-workbook", N_ ("Save Workbook"), "xlsx", write_workbook },
  { "view.save-csv", N_ ("Save CSV"), "csv", write_csv },
};

static void
save_free (Save *save)
{
  g_clear_pointer (&save->document, ikrar_document_unref);
  g_free (save->path);
  g_free (save);
}

static gpointer
run_save (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Save *save = input;

  save->write (store, save, progress, error);
  return g_strdup (save->path);
}

static void
end_saving (IkrarDocumentsView *self)
{
  g_clear_object (&self->saving);
  ikrar_preview_pane_show_progress (self->preview, NULL, 0, 0);
  _ikrar_documents_view_update_deeds (self);
}

static void
on_save_progress (gpointer owner, guint64 done, guint64 total)
{
  IkrarDocumentsView *self = owner;
  g_autofree char *done_text = ikrar_number_thousands ((gint64) done);
  g_autofree char *total_text = ikrar_number_thousands ((gint64) total);
  /* Translators: %1$s of %2$s steps are done. */
  g_autofree char *text =
      total > 0 ? g_strdup_printf (_ ("Saving… %1$s of %2$s"), done_text, total_text) : NULL;

  ikrar_preview_pane_show_progress (self->preview, text != NULL ? text : _ ("Saving…"), done,
                                    total);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  IkrarDocumentsView *self = owner;
  g_autofree char *path = output;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GFile) file = NULL;

  end_saving (self);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("This Could Not Be Saved"), error);
      return;
    }
  file = g_file_new_for_path (path);
  name = g_path_get_basename (path);
  message = g_strdup_printf (_ ("Saved: %s"), name);
  ikrar_notice_file (GTK_WIDGET (self), message, file);
}

static void
on_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IkrarDocumentsView *self = IKRAR_DOCUMENTS_VIEW (widget);
  guint way = GPOINTER_TO_UINT (user_data);
  Save *save;
  IkrarWork work = {
    .func = run_save,
    .free_input = (GDestroyNotify) save_free,
    .free_output = g_free,
    .done = on_saved,
    .progress = on_save_progress,
  };

  if (self->saving != NULL || (ways[way].write == write_pdf && self->document == NULL))
    return;
  save = g_new0 (Save, 1);
  save->write = ways[way].write;
  save->event = ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self));
  save->document = self->document != NULL ? ikrar_document_ref (self->document) : NULL;
  save->unit = self->options[self->kind].unit;
  save->path = g_file_get_path (file);
  work.input = save;
  self->saving = g_cancellable_new ();
  ikrar_preview_pane_show_progress (self->preview, _ ("Saving…"), 0, 0);
  _ikrar_documents_view_update_deeds (self);
  ikrar_work_start (ikrar_page_get_context (IKRAR_PAGE (self)), self, self->saving, &work);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDocumentsView *self = IKRAR_DOCUMENTS_VIEW (widget);
  guint way = 0;
  g_autofree char *name = NULL;

  while (!g_str_equal (ways[way].action, action))
    way++;
  if (ways[way].suffix == NULL)
    {
      ikrar_file_chooser_folder (widget, _ (ways[way].title), on_chosen, GUINT_TO_POINTER (way));
      return;
    }
  name = ikrar_document_kind_propose_name (self->kind, self->facts.day, ways[way].suffix);
  ikrar_file_chooser_save (widget, _ (ways[way].title), name, on_chosen, GUINT_TO_POINTER (way));
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDocumentsView *self = IKRAR_DOCUMENTS_VIEW (widget);

  if (self->document != NULL)
    ikrar_print_document (GTK_WINDOW (gtk_widget_get_root (widget)), self->document);
}

/* What became of issuing certificates. */
typedef struct
{
  IkrarId journal;
  guint issued;
} Issue;

static gpointer
run_issue (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarId *event = input;
  Issue *issue = g_new0 (Issue, 1);

  issue->journal =
      ikrar_certificate_issue (store, *event, NULL, 0, &issue->issued, progress, error);
  return issue;
}

static void
on_issued (gpointer owner, gpointer output, const GError *error)
{
  IkrarDocumentsView *self = owner;
  g_autofree Issue *issue = output;
  g_autofree char *number = NULL;
  g_autofree char *message = NULL;

  end_saving (self);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Certificates Could Not Be Issued"), error);
      return;
    }
  number = ikrar_number_thousands (issue->issued);
  /* Translators: %s is a number of certificates. Shown beside the button Undo. */
  message = g_strdup_printf (
      ngettext ("%s issued. Undo revokes it.", "%s issued. Undo revokes them.", issue->issued),
      number);
  ikrar_notice_undo (GTK_WIDGET (self), message, issue->journal);
}

static void
on_issue_progress (gpointer owner, guint64 done, guint64 total)
{
  ikrar_preview_pane_show_progress (IKRAR_DOCUMENTS_VIEW (owner)->preview,
                                    _ ("Issuing certificates…"), done, total);
}

static void
issue (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDocumentsView *self = IKRAR_DOCUMENTS_VIEW (widget);
  IkrarId event = ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self));
  const IkrarWork work = {
    .func = run_issue,
    .input = g_memdup2 (&event, sizeof event),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_issued,
    .progress = on_issue_progress,
  };

  self->saving = g_cancellable_new ();
  ikrar_preview_pane_show_progress (self->preview, _ ("Issuing certificates…"), 0, 0);
  _ikrar_documents_view_update_deeds (self);
  ikrar_work_start (ikrar_page_get_context (IKRAR_PAGE (self)), self, self->saving, &work);
}

void
_ikrar_documents_view_install_deeds (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_install_action (widget_class, ways[i].action, NULL, save);
  gtk_widget_class_install_action (widget_class, "view.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "view.issue", NULL, issue);
}

void
_ikrar_documents_view_cancel_saving (IkrarDocumentsView *self)
{
  if (self->saving == NULL)
    return;
  g_cancellable_cancel (self->saving);
  end_saving (self);
}

void
_ikrar_documents_view_update_deeds (IkrarDocumentsView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean idle = self->saving == NULL;
  gboolean shown = self->document != NULL && !self->outdated;
  /* The tally names everybody with number and state: it is no public version of anything. */
  gboolean open = !self->options[self->kind].public_version;

  gtk_widget_action_set_enabled (widget, "view.print", shown);
  gtk_widget_action_set_enabled (widget, "view.save-pdf", shown && idle);
  gtk_widget_action_set_enabled (widget, "view.save-each", shown && idle);
  gtk_widget_action_set_enabled (widget, "view.save-workbook", self->loaded && idle && open);
  gtk_widget_action_set_enabled (widget, "view.save-csv", self->loaded && idle);
  gtk_widget_action_set_enabled (widget, "view.issue", self->facts.due > 0 && idle);
}
