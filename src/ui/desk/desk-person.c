/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk/correction.h"
#include "report/passes.h"
#include "store/journal.h"

#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/desk/desk-window-private.h"
#include "ui/documents/print.h"

/* A name that is corrected, for the thread that does it. */
typedef struct
{
  IkrarId participant;
  char *name;
} Correction;

/* What became of it. */
typedef struct
{
  IkrarId journal;
  IkrarParticipantCard *card;
} Corrected;

/* Whose pass is printed. */
typedef struct
{
  IkrarId event;
  IkrarId participant;
} PassOrder;

static void
correction_free (Correction *correction)
{
  g_free (correction->name);
  g_free (correction);
}

static void
corrected_free (Corrected *corrected)
{
  ikrar_participant_card_free (corrected->card);
  g_free (corrected);
}

static gpointer
load_card (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  return ikrar_participant_card_get (store, *(const IkrarId *) input, error);
}

static void
on_card_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarDeskWindow *self = owner;
  g_autoptr (IkrarParticipantCard) card = output;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("This Person Cannot Be Shown"), error);
      return;
    }
  _ikrar_desk_window_open_sheet (self, "person");
  ikrar_person_panel_start (self->person, card);
}

void
_ikrar_desk_window_correct (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);
  IkrarId participant = g_variant_get_int64 (parameter);
  const IkrarWork work = {
    .func = load_card,
    .input = g_memdup2 (&participant, sizeof participant),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_participant_card_free,
    .done = on_card_loaded,
    .shown = TRUE,
    .replica = self->event,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

void
_ikrar_desk_window_correct_last (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);
  IkrarId participant = ikrar_scan_list_get_newest_person (self->scans);

  if (participant != 0)
    gtk_widget_activate_action (widget, "desk.correct", "x", participant);
}

static gpointer
correct (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Correction *correction = input;
  IkrarId journal = ikrar_correction_save (store, correction->participant, correction->name, error);
  IkrarParticipantCard *card =
      journal != 0 ? ikrar_participant_card_get (store, correction->participant, error) : NULL;
  Corrected *corrected;

  if (card == NULL)
    return NULL;
  corrected = g_new0 (Corrected, 1);
  corrected->journal = journal;
  corrected->card = card;
  return corrected;
}

static void
on_corrected (gpointer owner, gpointer output, const GError *error)
{
  IkrarDeskWindow *self = owner;
  Corrected *corrected = output;

  if (error != NULL)
    {
      ikrar_person_panel_show_error (self->person, error->message);
      return;
    }
  ikrar_scan_list_rename (self->scans, corrected->card);
  ikrar_verdict_panel_reset (self->panel);
  _ikrar_desk_window_close_sheet (self);
  ikrar_notice_undo_by (
      GTK_WIDGET (self->panel), _ ("Name corrected, the pass stays valid"), "desk.undo-name",
      g_variant_new ("(xx)", corrected->journal, corrected->card->participant->id));
  corrected_free (corrected);
}

void
_ikrar_desk_window_take_name (IkrarDeskWindow *self, gint64 participant, const char *name)
{
  Correction *correction = g_new0 (Correction, 1);
  const IkrarWork work = {
    .func = correct,
    .input = correction,
    .free_input = (GDestroyNotify) correction_free,
    .free_output = (GDestroyNotify) corrected_free,
    .done = on_corrected,
  };

  correction->participant = participant;
  correction->name = g_strdup (name);
  ikrar_work_start (self->context, self, NULL, &work);
}

static gpointer
undo_name (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarId *ids = input;

  if (ikrar_journal_undo (store, ids[0], error) == 0)
    return NULL;
  return ikrar_participant_card_get (store, ids[1], error);
}

static void
on_name_undone (gpointer owner, gpointer output, const GError *error)
{
  IkrarDeskWindow *self = owner;
  g_autoptr (IkrarParticipantCard) card = output;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("This Could Not Be Undone"), error);
      return;
    }
  ikrar_scan_list_rename (self->scans, card);
  ikrar_notice (GTK_WIDGET (self->panel), _ ("Undone"));
}

void
_ikrar_desk_window_undo_name (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);
  IkrarId ids[2];
  IkrarWork work = {
    .func = undo_name,
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_participant_card_free,
    .done = on_name_undone,
  };

  g_variant_get (parameter, "(xx)", &ids[0], &ids[1]);
  work.input = g_memdup2 (ids, sizeof ids);
  ikrar_work_start (self->context, self, NULL, &work);
}

static gpointer
make_pass (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const PassOrder *order = input;
  const IkrarPassesOptions options = { .participants = &order->participant, .n_participants = 1 };

  return ikrar_passes_new (store, order->event, &options, progress, error);
}

static void
on_pass_made (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (IkrarDocument) document = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Pass Could Not Be Printed"), error);
  else
    ikrar_print_document (GTK_WINDOW (owner), document);
}

void
_ikrar_desk_window_print_pass (IkrarDeskWindow *self, gint64 participant)
{
  const PassOrder order = { self->event, participant };
  const IkrarWork work = {
    .func = make_pass,
    .input = g_memdup2 (&order, sizeof order),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_document_unref,
    .done = on_pass_made,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}
