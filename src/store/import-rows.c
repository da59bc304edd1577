/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/bulk.h"
#include "store/db-private.h"
#include "store/import-private.h"

/* Rows of the sheet in a load. */
#define LOAD_ROWS 2000
#define TEXTS_SIZE (64 * 1024)

#define ROW_COLUMNS                                                                       \
  "batch_id, row, verdict, reasons, written, participant_id, person_id, person_created, " \
  "person_before, sheet, line, block, participant_before"

/* What a row of the sheet brings into the tables. */
typedef struct
{
  IkrarPerson person; /* its id is 0 if there is none */
  IkrarParticipant participant;
  IkrarId batch;
  guint number;
  guint line;
  guint block;
  const char *sheet;
  const char *verdict;
  const char *reasons;
  const char *written;
  IkrarId participant_id;
  IkrarId person_id;
  gboolean created;
  const char *before;
  const char *participant_before;
} Entry;

/* Rows of the sheet on their way, with their texts. */
typedef struct
{
  IkrarImportRows *owner;
  GArray *entries;
  GStringChunk *texts;
} Load;

/* One load is filled while the other goes into the tables, in a thread that the connection is lent
 * to: matching people and writing them take turns nowhere. */
struct _IkrarImportRows
{
  IkrarDb *db;
  IkrarBulk *people;
  IkrarBulk *participants;
  IkrarBulk *rows;
  Load loads[2];
  guint filling;
  Entry next;
};

static Load *
get_load (IkrarImportRows *self)
{
  return &self->loads[self->filling];
}

static void
empty (Load *load)
{
  g_array_set_size (load->entries, 0);
  g_string_chunk_clear (load->texts);
}

void
_ikrar_import_rows_free (IkrarImportRows *self)
{
  if (self == NULL)
    return;
  _ikrar_db_settle (self->db);
  ikrar_bulk_free (self->people);
  ikrar_bulk_free (self->participants);
  ikrar_bulk_free (self->rows);
  for (guint i = 0; i < G_N_ELEMENTS (self->loads); i++)
    {
      g_array_unref (self->loads[i].entries);
      g_string_chunk_free (self->loads[i].texts);
    }
  g_free (self);
}

IkrarImportRows *
_ikrar_import_rows_new (IkrarDb *db, GError **error)
{
  IkrarImportRows *self = g_new0 (IkrarImportRows, 1);

  self->db = db;
  for (guint i = 0; i < G_N_ELEMENTS (self->loads); i++)
    self->loads[i] =
        (Load){ self, g_array_new (FALSE, FALSE, sizeof (Entry)), g_string_chunk_new (TEXTS_SIZE) };
  self->people = ikrar_entity_bulk_new (&ikrar_person_entity, db, error);
  if (self->people != NULL)
    self->participants = ikrar_entity_bulk_new (&ikrar_participant_entity, db, error);
  if (self->participants != NULL)
    self->rows = ikrar_bulk_new (db, "import_row", ROW_COLUMNS, error);
  if (self->rows != NULL)
    return self;
  _ikrar_import_rows_free (self);
  return NULL;
}

static gboolean
write_row (IkrarBulk *rows, const Entry *entry, GError **error)
{
  ikrar_bulk_int (rows, entry->batch);
  ikrar_bulk_int (rows, entry->number);
  ikrar_bulk_text (rows, entry->verdict);
  ikrar_bulk_text (rows, entry->reasons);
  ikrar_bulk_text (rows, entry->written);
  ikrar_bulk_int (rows, entry->participant_id);
  ikrar_bulk_int (rows, entry->person_id);
  ikrar_bulk_int (rows, entry->created);
  ikrar_bulk_text (rows, entry->before);
  ikrar_bulk_text (rows, entry->sheet);
  ikrar_bulk_int (rows, entry->line);
  ikrar_bulk_int (rows, entry->block);
  ikrar_bulk_text (rows, entry->participant_before);
  return ikrar_bulk_end_row (rows, error);
}

static gboolean
write_entry (IkrarImportRows *self, const Entry *entry, GError **error)
{
  return (entry->person.id == 0 ||
          ikrar_entity_bulk_add (&ikrar_person_entity, self->people, &entry->person, error)) &&
         (entry->participant.id == 0 ||
          ikrar_entity_bulk_add (&ikrar_participant_entity, self->participants, &entry->participant,
                                 error)) &&
         (entry->number == 0 || write_row (self->rows, entry, error));
}

static gboolean
write_load (gpointer data, GError **error)
{
  const Load *load = data;
  IkrarImportRows *self = load->owner;

  for (guint i = 0; i < load->entries->len; i++)
    if (!write_entry (self, &g_array_index (load->entries, Entry, i), error))
      return FALSE;
  return ikrar_bulk_flush (self->people, error) && ikrar_bulk_flush (self->participants, error) &&
         ikrar_bulk_flush (self->rows, error);
}

/* Ends what is being made of a row of the sheet. */
static void
end_entry (IkrarImportRows *self)
{
  g_array_append_val (get_load (self)->entries, self->next);
  self->next = (Entry){ { 0 } };
}

/* Sends the full load on its way; the other one has arrived by then. */
static gboolean
send (IkrarImportRows *self, GError **error)
{
  if (!_ikrar_db_take_back (self->db, error))
    return FALSE;
  _ikrar_db_lend (self->db, write_load, get_load (self));
  self->filling = 1 - self->filling;
  empty (get_load (self));
  return TRUE;
}

gboolean
_ikrar_import_rows_flush (IkrarImportRows *self, GError **error)
{
  if (self->next.person.id != 0 || self->next.participant.id != 0)
    end_entry (self);
  if (!_ikrar_db_take_back (self->db, error) || !write_load (get_load (self), error))
    return FALSE;
  empty (get_load (self));
  return TRUE;
}

void
_ikrar_import_rows_add_person (IkrarImportRows *self, const IkrarPerson *person)
{
  ikrar_entity_keep (&ikrar_person_entity, person, &self->next.person, get_load (self)->texts);
}

void
_ikrar_import_rows_add_participant (IkrarImportRows *self, const IkrarParticipant *participant)
{
  ikrar_entity_keep (&ikrar_participant_entity, participant, &self->next.participant,
                     get_load (self)->texts);
}

static const char *
keep (IkrarImportRows *self, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert (get_load (self)->texts, text) : "";
}

gboolean
_ikrar_import_rows_note (IkrarImportRows *self,
                         IkrarId batch,
                         guint number,
                         const IkrarImportRow *row,
                         const char *verdict,
                         const IkrarImportEffect *effect,
                         GError **error)
{
  Entry *entry = &self->next;

  entry->batch = batch;
  entry->number = number;
  entry->line = row->row;
  entry->block = row->block;
  entry->sheet = keep (self, row->sheet);
  entry->verdict = keep (self, verdict);
  entry->reasons = keep (self, row->reasons);
  entry->written = keep (self, row->written);
  entry->participant_id = effect->participant;
  entry->person_id = effect->person;
  entry->created = effect->created;
  entry->before = keep (self, effect->before);
  entry->participant_before = keep (self, effect->participant_before);
  end_entry (self);
  return get_load (self)->entries->len < LOAD_ROWS || send (self, error);
}
