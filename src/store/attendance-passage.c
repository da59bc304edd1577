/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/attendance-private.h"
#include "store/passage-private.h"

static const struct
{
  const char *source;
  IkrarWay way;
} sources[] = {
  { IKRAR_SOURCE_IN, IKRAR_WAY_IN },
  { IKRAR_SOURCE_OUT, IKRAR_WAY_OUT },
  { IKRAR_SOURCE_VOID, IKRAR_WAY_NONE },
};

IkrarWay
_ikrar_passage_way (const char *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (strcmp (sources[i].source, source) == 0)
      return sources[i].way;
  return IKRAR_WAY_NONE;
}

const char *
_ikrar_passage_source (IkrarWay way)
{
  return way == IKRAR_WAY_OUT ? IKRAR_SOURCE_OUT : IKRAR_SOURCE_IN;
}

gboolean
_ikrar_passage_is (const char *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (strcmp (sources[i].source, source) == 0)
      return TRUE;
  return FALSE;
}

void
_ikrar_passages_read (IkrarPassages *passages, IkrarStatement *statement)
{
  IkrarId corrects = ikrar_statement_get_int (statement, 3);
  IkrarPassage passage = {
    .id = ikrar_statement_get_int (statement, 0),
    .way = _ikrar_passage_way (ikrar_statement_get_text (statement, 1)),
    .at = ikrar_statement_get_int (statement, 2),
  };

  if (passage.way == IKRAR_WAY_NONE)
    g_hash_table_add (passages->voided, g_memdup2 (&corrects, sizeof corrects));
  else
    g_array_append_val (passages->all, passage);
}

GArray *
_ikrar_passages_finish (IkrarPassages *passages)
{
  GArray *standing = g_array_new (FALSE, FALSE, sizeof (IkrarPassage));

  for (guint i = 0; i < passages->all->len; i++)
    {
      const IkrarPassage *passage = &g_array_index (passages->all, IkrarPassage, i);

      if (!g_hash_table_contains (passages->voided, &passage->id))
        g_array_append_val (standing, *passage);
    }
  return standing;
}

void
_ikrar_passages_init (IkrarPassages *passages)
{
  passages->all = g_array_new (FALSE, FALSE, sizeof (IkrarPassage));
  passages->voided = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
_ikrar_passages_clear (IkrarPassages *passages)
{
  g_clear_pointer (&passages->all, g_array_unref);
  g_clear_pointer (&passages->voided, g_hash_table_unref);
}

GArray *
_ikrar_passage_list (IkrarDb *db, IkrarId participant, IkrarId session, GError **error)
{
  g_auto (IkrarPassages) passages = { 0 };
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_passages", error, "ii", participant, session);
  IkrarStep step = IKRAR_STEP_ERROR;

  _ikrar_passages_init (&passages);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    _ikrar_passages_read (&passages, statement);
  return step == IKRAR_STEP_DONE ? _ikrar_passages_finish (&passages) : NULL;
}
