/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/person-name.h"

#include "store/error.h"
#include "store/participant.h"
#include "store/words-private.h"

void
ikrar_participant_card_free (IkrarParticipantCard *card)
{
  if (card == NULL)
    return;
  ikrar_participant_free (card->participant);
  g_free (card->name);
  g_free (card->bare_name);
  g_free (card->employee_number);
  g_free (card->unit);
  g_free (card);
}

/* The columns after those of the participant. */
static void
read_person (IkrarStatement *statement, guint column, IkrarParticipantCard *card)
{
  card->name = ikrar_person_name_display (ikrar_statement_get_text (statement, column),
                                          ikrar_statement_get_text (statement, column + 1),
                                          ikrar_statement_get_text (statement, column + 2));
  card->bare_name = g_strdup (ikrar_statement_get_text (statement, column + 1));
  card->employee_number = g_strdup (ikrar_statement_get_text (statement, column + 3));
  card->number_kind =
      ikrar_number_kind_from_word (ikrar_statement_get_text (statement, column + 4));
  card->unit = g_strdup (ikrar_statement_get_text (statement, column + 5));
  ikrar_attendance_parse (ikrar_statement_get_text (statement, column + 6), &card->state, NULL);
  card->state_at = ikrar_statement_get_int (statement, column + 7);
  card->pledge = _ikrar_pledge_state_parse (ikrar_statement_get_text (statement, column + 8));
}

IkrarParticipantCard *
ikrar_participant_card_get (IkrarStore *store, IkrarId id, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "participant_card", error, "i", id);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  IkrarParticipantCard *card = NULL;

  if (step == IKRAR_STEP_ROW)
    {
      card = g_new0 (IkrarParticipantCard, 1);
      card->participant = ikrar_entity_read (&ikrar_participant_entity, statement);
      read_person (statement, ikrar_participant_entity.n_columns, card);
    }
  else if (step == IKRAR_STEP_DONE)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                 _ ("There is no such participant."));
  ikrar_statement_reset (statement);
  return card;
}

gboolean
ikrar_participant_find (IkrarStore *store,
                        IkrarId event,
                        guint32 number,
                        IkrarId *id,
                        GError **error)
{
  return ikrar_db_get_int (ikrar_store_get_db (store), "participant_by_number", id, error, "ii",
                           event, (gint64) number);
}

gboolean
ikrar_participant_find_person (IkrarStore *store,
                               IkrarId event,
                               IkrarId person,
                               IkrarId *id,
                               GError **error)
{
  return ikrar_db_get_int (ikrar_store_get_db (store), "participant_of_person", id, error, "ii",
                           event, person);
}
