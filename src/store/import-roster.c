/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/import-private.h"

/* As with numbers: so many are asked for one by one, then all are loaded. */
#define ASKED_MAX 500

struct _IkrarImportRoster
{
  IkrarStore *store;
  IkrarId event; /* 0 for none */
  guint asked;
  gboolean loaded;
  GHashTable *people; /* set of ids; those who were added in any case */
};

IkrarImportRoster *
_ikrar_import_roster_new (IkrarStore *store, IkrarId event)
{
  IkrarImportRoster *self = g_new0 (IkrarImportRoster, 1);

  self->store = store;
  self->event = event;
  self->loaded = event == 0;
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
_ikrar_import_roster_free (IkrarImportRoster *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->people);
  g_free (self);
}

void
_ikrar_import_roster_add (IkrarImportRoster *self, IkrarId person)
{
  g_hash_table_add (self->people, g_memdup2 (&person, sizeof person));
}

static gboolean
load (IkrarImportRoster *self, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (ikrar_store_get_db (self->store),
                                              "import_roster_people", error, "i", self->event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    _ikrar_import_roster_add (self, ikrar_statement_get_int (statement, 0));
  self->loaded = step == IKRAR_STEP_DONE;
  return self->loaded;
}

static gboolean
ask (IkrarImportRoster *self, IkrarId person, gboolean *has, GError **error)
{
  IkrarId id;

  self->asked++;
  if (!ikrar_db_get_int (ikrar_store_get_db (self->store), "participant_of_person", &id, error,
                         "ii", self->event, person))
    return FALSE;
  *has = id != 0;
  return TRUE;
}

gboolean
_ikrar_import_roster_has (IkrarImportRoster *self, IkrarId person, gboolean *has, GError **error)
{
  if (!self->loaded && self->asked >= ASKED_MAX && !load (self, error))
    return FALSE;
  *has = g_hash_table_contains (self->people, &person);
  return *has || self->loaded || ask (self, person, has, error);
}
