/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/employee-number.h"

#include "store/error.h"
#include "store/likeness-private.h"
#include "store/person-duplicates.h"
#include "store/person-merge-private.h"
#include "store/text-pool-private.h"

/* What fits into 64 bits. */
#define DIGITS_MAX 19

static const IkrarColumn apart_columns[] = {
  { "id", IKRAR_COLUMN_INT64, G_STRUCT_OFFSET (IkrarPersonApart, id), NULL },
  { "first_id", IKRAR_COLUMN_INT64, G_STRUCT_OFFSET (IkrarPersonApart, first_id), NULL },
  { "second_id", IKRAR_COLUMN_INT64, G_STRUCT_OFFSET (IkrarPersonApart, second_id), NULL },
};

const IkrarEntity ikrar_person_apart_entity = { IKRAR_ENTITY_NAMES ("person_apart"),
                                                sizeof (IkrarPersonApart), apart_columns,
                                                G_N_ELEMENTS (apart_columns), g_free };

static void
read_birth (const char *digits, IkrarLikeness *who)
{
  IkrarNumber number;

  ikrar_number_parse (digits, IKRAR_CELL_TEXT, 0, &number);
  if (number.birth_year != 0)
    who->birth = number.birth_year * 10000u + number.birth_month * 100u + (guint) number.birth_day;
  if (number.sex != 0)
    who->sex = number.sex;
}

static void
read_number (IkrarStatement *statement, IkrarLikeness *who)
{
  const char *digits = ikrar_statement_get_text (statement, 1);
  IkrarNumberKind kind = ikrar_number_kind_from_word (ikrar_statement_get_text (statement, 2));
  gsize length = strlen (digits);

  who->is_nik = kind == IKRAR_NUMBER_NIK;
  if (length == 0)
    return;
  if (length <= DIGITS_MAX)
    {
      who->n_digits = (guint8) length;
      who->digits = g_ascii_strtoull (digits, NULL, 10);
    }
  if (kind == IKRAR_NUMBER_NIP || kind == IKRAR_NUMBER_NI_PPPK || kind == IKRAR_NUMBER_NIK)
    read_birth (digits, who);
}

static void
read_row (GArray *people, GStringChunk *names, IkrarStatement *statement)
{
  const char *sex = ikrar_statement_get_text (statement, 5);
  IkrarLikeness who = { .id = ikrar_statement_get_int (statement, 0),
                        .unit = ikrar_statement_get_int (statement, 4),
                        .name_key =
                            _ikrar_text_keep (names, ikrar_statement_get_text (statement, 3)),
                        .sex = *sex };

  read_number (statement, &who);
  g_array_append_val (people, who);
}

GArray *
_ikrar_likeness_read (IkrarDb *db,
                      GStringChunk *names,
                      const IkrarProgress *progress,
                      GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (IkrarLikeness));
  IkrarStatement *statement = ikrar_db_query (db, "person_likeness", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      read_row (people, names, statement);
      if (!ikrar_progress_step (progress, people->len, 0, error))
        {
          ikrar_statement_reset (statement);
          return NULL;
        }
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&people) : NULL;
}

/* Both must be there: an id that was mistyped is not remembered. */
static gboolean
check_pair (IkrarStore *store, const IkrarPersonApart *pair, GError **error)
{
  g_autoptr (IkrarPerson) first = ikrar_person_get (store, pair->first_id, error);
  g_autoptr (IkrarPerson) second =
      first != NULL ? ikrar_person_get (store, pair->second_id, error) : NULL;

  if (second == NULL)
    return FALSE;
  if (pair->first_id != pair->second_id && first->removed_at == 0 && second->removed_at == 0)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                       _ ("Two people who stand in the register are needed."));
  return FALSE;
}

IkrarId
ikrar_person_apart (IkrarStore *store, IkrarId person, IkrarId other, GError **error)
{
  const IkrarPersonApart pair = { ikrar_id_new (), MIN (person, other), MAX (person, other) };
  g_autoptr (IkrarChange) change = NULL;

  if (!check_pair (store, &pair, error))
    return 0;
  change = ikrar_change_begin (store, "person.apart", 0, pair.first_id, NULL, NULL, error);
  return change != NULL && ikrar_change_put (change, &ikrar_person_apart_entity, &pair, error) &&
                 ikrar_change_commit (change, error)
             ? ikrar_change_get_id (change)
             : 0;
}
