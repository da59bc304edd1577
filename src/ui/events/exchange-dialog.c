/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/exchange-dialog.h"

#include <glib/gi18n-lib.h>

#include "report/conflict-csv.h"
#include "report/conflict-list.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/page.h"

/* More are in the list that is saved. */
#define SHOWN_MAX 200

struct _IkrarExchangeDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  GtkListBox *list;

  GtkWidget *owner;            /* weak; a page of the window below */
  IkrarExchangeReport *report; /* owned */
};

/* A list on its way to a file. */
typedef struct
{
  IkrarId event;
  GPtrArray *conflicts;
  GFile *file;
} Saving;

G_DEFINE_FINAL_TYPE (IkrarExchangeDialog, ikrar_exchange_dialog, ADW_TYPE_MESSAGE_DIALOG)

static const struct
{
  const char *what;
  const char *name;
} kinds[] = {
  { "event", N_ ("Event") },
  { "session", N_ ("Session") },
  { "role", N_ ("Role") },
  { "person", N_ ("Person") },
  { "participant", N_ ("Participant") },
  { "arrival", N_ ("Recorded at two desks, counted once") },
  { "number", N_ ("Number of a participant; print a new pass") },
  { "pledge", N_ ("Pledged twice; both are kept") },
  { "certificate", N_ ("Certificate that was not taken in; its number is given already") },
  { "erased", N_ ("Personal data erased") },
};

static const char *
name_kind (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].what, what))
      return _ (kinds[i].name);
  return what;
}

static const char *
name_standing (const char *stands)
{
  if (g_str_equal (stands, "ours"))
    return _ ("What was here stands");
  return g_str_equal (stands, "theirs") ? _ ("What came stands") : _ ("Both stand");
}

static char *
describe (const IkrarExchangeConflict *conflict)
{
  /* Translators: %1$s is what stood here, %2$s what came, %3$s which of them stands. */
  g_autofree char *values = g_strdup_printf (_ ("Here: %1$s. Came: %2$s. %3$s."), conflict->ours,
                                             conflict->theirs, name_standing (conflict->stands));

  return g_strdup_printf ("%s\n%s", name_kind (conflict->what), values);
}

static void
add_row (IkrarExchangeDialog *self, const IkrarExchangeConflict *conflict)
{
  g_autofree char *subtitle = describe (conflict);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", conflict->who,
                                 "subtitle", subtitle, "subtitle-lines", 0, NULL);

  gtk_list_box_append (self->list, row);
}

static void
saving_free (Saving *saving)
{
  g_ptr_array_unref (saving->conflicts);
  g_clear_object (&saving->file);
  g_free (saving);
}

static gpointer
save (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Saving *saving = input;
  g_autofree char *path = g_file_get_path (saving->file);
  g_autoptr (IkrarDocument) document = NULL;

  if (!g_str_has_suffix (path, ".pdf"))
    ikrar_conflict_csv_write (saving->conflicts, path, error);
  else if ((document = ikrar_conflict_list_new (store, saving->event, error)) != NULL)
    ikrar_document_write_pdf (document, path, progress, error);
  return g_object_ref (saving->file);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (GFile) file = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The List Could Not Be Saved"), error);
  else
    ikrar_notice_file (owner, _ ("List saved"), file);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  Saving *saving = user_data;
  const IkrarWork work = {
    .func = save,
    .input = saving,
    .free_input = (GDestroyNotify) saving_free,
    .free_output = g_object_unref,
    .done = on_saved,
  };

  saving->file = g_object_ref (file);
  ikrar_page_run (IKRAR_PAGE (widget), &work);
}

/* By its name the list becomes a table, or a paper. */
static void
on_response (IkrarExchangeDialog *self, const char *response)
{
  Saving *saving;

  if (!g_str_equal (response, "save") || self->owner == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->event = self->report->event;
  saving->conflicts = g_ptr_array_ref (self->report->conflicts);
  ikrar_file_chooser_save (self->owner, _ ("Save List as PDF or CSV"), "perbedaan.pdf",
                           on_file_chosen, saving);
}

static void
ikrar_exchange_dialog_dispose (GObject *object)
{
  IkrarExchangeDialog *self = IKRAR_EXCHANGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_EXCHANGE_DIALOG);
  g_clear_weak_pointer (&self->owner);
  g_clear_pointer (&self->report, ikrar_exchange_report_free);
  G_OBJECT_CLASS (ikrar_exchange_dialog_parent_class)->dispose (object);
}

static void
ikrar_exchange_dialog_class_init (IkrarExchangeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_exchange_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/exchange-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarExchangeDialog, list);
}

static void
ikrar_exchange_dialog_init (IkrarExchangeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "response", G_CALLBACK (on_response), NULL);
}

void
ikrar_exchange_dialog_present (IkrarPage *page, const char *heading, IkrarExchangeReport *report)
{
  GtkWidget *widget = GTK_WIDGET (page);
  IkrarExchangeDialog *self = g_object_new (IKRAR_TYPE_EXCHANGE_DIALOG, "transient-for",
                                            gtk_widget_get_root (widget), "heading", heading, NULL);

  g_set_weak_pointer (&self->owner, widget);
  self->report = report;
  for (guint i = 0; i < MIN (report->conflicts->len, SHOWN_MAX); i++)
    add_row (self, g_ptr_array_index (report->conflicts, i));
  gtk_window_present (GTK_WINDOW (self));
}
