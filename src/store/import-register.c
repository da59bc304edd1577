/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/import-private.h"
#include "store/text-pool-private.h"

/* To ask for each number costs a server a round trip; to load all of them pays after so many. Of a
 * register beyond the second figure they would fill the memory. */
#define ASKED_MAX 500
#define LOADED_MAX 1000000
/* People in an answer: a server's is in memory as a whole. */
#define PAGE_ROWS 5000
#define POSITIONS_SIZE (16 * 1024)

/* The key of the table is @number, behind which the key of the name stands: one allocation. */
typedef struct
{
  IkrarId person;
  IkrarId unit_id;
  const char *position;
  guint16 said;
  guint8 grade;
  gboolean added; /* by the import itself; then nothing else is known */
  char number[];
} Entry;

struct _IkrarImportRegister
{
  IkrarStore *store;
  gint64 size;       /* numbers that the database had when the import began, as far as it matters */
  guint asked;       /* how often it was asked */
  gboolean loaded;   /* whether all of them are in @known */
  GHashTable *known; /* set of Entry.number; those of the import itself in any case */
  GStringChunk *positions;
};

static Entry *
entry_of (char *number)
{
  return (Entry *) (number - G_STRUCT_OFFSET (Entry, number));
}

static void
entry_free (gpointer number)
{
  g_free (entry_of (number));
}

IkrarImportRegister *
_ikrar_import_register_new (IkrarStore *store, GError **error)
{
  IkrarImportRegister *self = g_new0 (IkrarImportRegister, 1);

  self->store = store;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, entry_free, NULL);
  self->positions = g_string_chunk_new (POSITIONS_SIZE);
  if (ikrar_db_get_int (ikrar_store_get_db (store), "import_number_count", &self->size, error, "i",
                        (gint64) LOADED_MAX + 1))
    return self;
  _ikrar_import_register_free (self);
  return NULL;
}

void
_ikrar_import_register_free (IkrarImportRegister *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_string_chunk_free (self->positions);
  g_free (self);
}

static Entry *
add (IkrarImportRegister *self, const char *number, const char *name_key)
{
  gsize size = strlen (number) + 1;
  gsize name_size = strlen (name_key) + 1;
  Entry *entry = g_malloc0 (sizeof *entry + size + name_size);

  memcpy (entry->number, number, size);
  memcpy (entry->number + size, name_key, name_size);
  g_hash_table_add (self->known, entry->number);
  return entry;
}

void
_ikrar_import_register_add (IkrarImportRegister *self, const char *number, IkrarId person)
{
  Entry *entry = add (self, number, "");

  entry->person = person;
  entry->added = TRUE;
}

static void
load_row (IkrarImportRegister *self, const char *number, const IkrarPerson *person)
{
  IkrarImportFacts facts = _ikrar_import_facts_of (person);
  Entry *entry = add (self, number, facts.name_key);

  entry->person = person->id;
  entry->unit_id = facts.unit_id;
  entry->position = _ikrar_text_keep_shared (self->positions, facts.position);
  entry->grade = (guint8) facts.grade;
  entry->said = (guint16) facts.said;
}

/* What the import itself brought meanwhile stays as it is, and a present number goes before an
 * earlier one. */
static void
read_row (IkrarImportRegister *self, IkrarStatement *statement)
{
  const char *number = ikrar_statement_get_text (statement, 1);
  IkrarPerson person = { .id = ikrar_statement_get_int (statement, 2),
                         .unit_id = ikrar_statement_get_int (statement, 3),
                         .grade = (int) ikrar_statement_get_int (statement, 4) };
  char **texts[] = { &person.name_key, &person.position, &person.prefix, &person.suffix,
                     &person.sex,      &person.phone,    &person.email };

  if (g_hash_table_contains (self->known, number))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = (char *) ikrar_statement_get_text (statement, 5 + i);
  load_row (self, number, &person);
}

/* The rows behind @last, which becomes the last of them. */
static gboolean
load_page (IkrarImportRegister *self, const char *query, IkrarId *last, guint *n, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (ikrar_store_get_db (self->store), query, error, "ii",
                                              *last, (gint64) PAGE_ROWS);
  IkrarStep step = IKRAR_STEP_ERROR;

  *n = 0;
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      *last = ikrar_statement_get_int (statement, 0);
      (*n)++;
      read_row (self, statement);
    }
  return step == IKRAR_STEP_DONE;
}

static gboolean
load_all (IkrarImportRegister *self, const char *query, GError **error)
{
  IkrarId last = 0;
  guint n;

  do
    if (!load_page (self, query, &last, &n, error))
      return FALSE;
  while (n == PAGE_ROWS);
  return TRUE;
}

static gboolean
load (IkrarImportRegister *self, GError **error)
{
  self->loaded =
      load_all (self, "import_known", error) && load_all (self, "import_known_before", error);
  return self->loaded;
}

/* Nobody else writes while the import does. */
gboolean
_ikrar_import_register_find (IkrarImportRegister *self,
                             const char *number,
                             IkrarId *person,
                             gboolean *added,
                             GError **error)
{
  gpointer key;

  *person = 0;
  *added = FALSE;
  if (!self->loaded && self->size > 0 && self->size <= LOADED_MAX && self->asked >= ASKED_MAX &&
      !load (self, error))
    return FALSE;
  if (g_hash_table_lookup_extended (self->known, number, &key, NULL))
    {
      *person = entry_of (key)->person;
      *added = entry_of (key)->added;
      return TRUE;
    }
  if (self->loaded || self->size == 0)
    return TRUE;
  self->asked++;
  return ikrar_person_find (self->store, number, person, error);
}

gboolean
_ikrar_import_register_recall (IkrarImportRegister *self,
                               const char *number,
                               IkrarImportFacts *facts)
{
  const Entry *entry;
  gpointer key;

  if (!self->loaded || !g_hash_table_lookup_extended (self->known, number, &key, NULL))
    return FALSE;
  entry = entry_of (key);
  *facts = (IkrarImportFacts){ .name_key = entry->number + strlen (entry->number) + 1,
                               .position = entry->position,
                               .unit_id = entry->unit_id,
                               .grade = entry->grade,
                               .said = entry->said };
  return !entry->added;
}
