/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/passes.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/documents/print.h"
#include "ui/roster/participants-view-private.h"

/* Whose passes, and into which file. */
typedef struct
{
  IkrarId event;
  GArray *ids; /* NULL for all */
  char *path;  /* NULL to print */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->ids, g_array_unref);
  g_free (order->path);
  g_free (order);
}

static gpointer
make (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Order *order = input;
  const IkrarPassesOptions options = {
    .participants = order->ids != NULL ? (const IkrarId *) (gconstpointer) order->ids->data : NULL,
    .n_participants = order->ids != NULL ? order->ids->len : 0,
  };
  g_autoptr (IkrarDocument) document =
      ikrar_passes_new (store, order->event, &options, progress, error);

  if (document == NULL ||
      (order->path != NULL && !ikrar_document_write_pdf (document, order->path, progress, error)))
    return NULL;
  return order->path != NULL ? (gpointer) g_strdup (order->path)
                             : (gpointer) g_steal_pointer (&document);
}

static void
on_progress (gpointer owner, guint64 done, guint64 total)
{
  ikrar_progress_strip_set (_ikrar_participants_view_get_progress (owner), done, total);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  g_autofree char *path = output;
  g_autoptr (GFile) file = NULL;

  _ikrar_participants_view_end (owner);
  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Passes Could Not Be Saved"), error);
      return;
    }
  file = g_file_new_for_path (path);
  ikrar_notice_file (owner, _ ("Passes saved"), file);
}

static void
on_made (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (IkrarDocument) document = output;

  _ikrar_participants_view_end (owner);
  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Passes Could Not Be Printed"), error);
  else
    ikrar_print_document (GTK_WINDOW (gtk_widget_get_root (owner)), document);
}

/* Whoever is selected; without a selection whoever is shown. */
static GArray *
choose_people (IkrarParticipantsModel *model)
{
  IkrarIdSelection *selection = ikrar_participants_model_get_selection (model);

  if (ikrar_id_selection_get_size (selection) > 0)
    return ikrar_id_selection_get_ids (selection);
  return ikrar_participants_model_is_narrowed (model) ? ikrar_participants_model_get_shown (model)
                                                      : NULL;
}

static void
run (IkrarParticipantsView *view, const char *path)
{
  IkrarParticipantsModel *model = _ikrar_participants_view_get_model (view);
  Order *order = g_new0 (Order, 1);
  const IkrarWork work = {
    .func = make,
    .input = order,
    .free_input = order_free,
    .free_output = path != NULL ? g_free : (GDestroyNotify) ikrar_document_unref,
    .done = path != NULL ? on_saved : on_made,
    .progress = on_progress,
  };

  order->event = ikrar_event_view_get_event (IKRAR_EVENT_VIEW (view));
  order->ids = choose_people (model);
  order->path = g_strdup (path);
  ikrar_work_start (ikrar_page_get_context (IKRAR_PAGE (view)), view,
                    _ikrar_participants_view_begin (view, _ ("Making passes…")), &work);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    run (IKRAR_PARTICIPANTS_VIEW (widget), path);
}

static void
save_passes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_save (widget, _ ("Save Passes"), "kartu-peserta.pdf", on_file_chosen, NULL);
}

static void
print_passes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (IKRAR_PARTICIPANTS_VIEW (widget), NULL);
}

void
_ikrar_participants_passes_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.save-passes", NULL, save_passes);
  gtk_widget_class_install_action (widget_class, "view.print", NULL, print_passes);
}
