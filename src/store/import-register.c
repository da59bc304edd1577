/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/import-private.h"

/* To ask for each number costs a server a round trip; to load all of them pays after so many. Of a
 * register beyond the second figure they would fill the memory. */
#define ASKED_MAX 500
#define LOADED_MAX 1000000

/* The key of the table is @number: one allocation for both. */
typedef struct
{
  IkrarId person;
  gboolean added; /* by the import itself */
  char number[];
} Entry;

struct _IkrarImportRegister
{
  IkrarStore *store;
  gint64 size;       /* numbers that the database had when the import began, as far as it matters */
  guint asked;       /* how often it was asked */
  gboolean loaded;   /* whether all of them are in @known */
  GHashTable *known; /* set of Entry.number; those of the import itself in any case */
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
  g_free (self);
}

static void
add (IkrarImportRegister *self, const char *number, IkrarId person, gboolean added)
{
  gsize size = strlen (number) + 1;
  Entry *entry = g_malloc (sizeof *entry + size);

  entry->person = person;
  entry->added = added;
  memcpy (entry->number, number, size);
  g_hash_table_add (self->known, entry->number);
}

void
_ikrar_import_register_add (IkrarImportRegister *self, const char *number, IkrarId person)
{
  add (self, number, person, TRUE);
}

static gboolean
load (IkrarImportRegister *self, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (self->store), "import_numbers", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    add (self, ikrar_statement_get_text (statement, 0), ikrar_statement_get_int (statement, 1),
         FALSE);
  self->loaded = step == IKRAR_STEP_DONE;
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
