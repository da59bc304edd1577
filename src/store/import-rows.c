/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/bulk.h"
#include "store/import-private.h"

/* Rows of the sheet that an engine may hold in memory. */
#define HELD_MAX 2000

#define ROW_COLUMNS                                                                       \
  "batch_id, row, verdict, reasons, written, participant_id, person_id, person_created, " \
  "person_before, sheet, line, block, participant_before"

struct _IkrarImportRows
{
  IkrarBulk *people;
  IkrarBulk *participants;
  IkrarBulk *rows;
  guint held; /* rows of the sheet since the last flush */
};

void
_ikrar_import_rows_free (IkrarImportRows *self)
{
  if (self == NULL)
    return;
  ikrar_bulk_free (self->people);
  ikrar_bulk_free (self->participants);
  ikrar_bulk_free (self->rows);
  g_free (self);
}

IkrarImportRows *
_ikrar_import_rows_new (IkrarDb *db, GError **error)
{
  IkrarImportRows *self = g_new0 (IkrarImportRows, 1);

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

gboolean
_ikrar_import_rows_flush (IkrarImportRows *self, GError **error)
{
  self->held = 0;
  return ikrar_bulk_flush (self->people, error) && ikrar_bulk_flush (self->participants, error) &&
         ikrar_bulk_flush (self->rows, error);
}

gboolean
_ikrar_import_rows_add_person (IkrarImportRows *self, const IkrarPerson *person, GError **error)
{
  return ikrar_entity_bulk_add (&ikrar_person_entity, self->people, person, error);
}

gboolean
_ikrar_import_rows_add_participant (IkrarImportRows *self,
                                    const IkrarParticipant *participant,
                                    GError **error)
{
  return ikrar_entity_bulk_add (&ikrar_participant_entity, self->participants, participant, error);
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
  ikrar_bulk_int (self->rows, batch);
  ikrar_bulk_int (self->rows, number);
  ikrar_bulk_text (self->rows, verdict);
  ikrar_bulk_text (self->rows, row->reasons);
  ikrar_bulk_text (self->rows, row->written);
  ikrar_bulk_int (self->rows, effect->participant);
  ikrar_bulk_int (self->rows, effect->person);
  ikrar_bulk_int (self->rows, effect->created);
  ikrar_bulk_text (self->rows, effect->before);
  ikrar_bulk_text (self->rows, row->sheet);
  ikrar_bulk_int (self->rows, row->row);
  ikrar_bulk_int (self->rows, row->block);
  ikrar_bulk_text (self->rows, effect->participant_before);
  return ikrar_bulk_end_row (self->rows, error) &&
         (++self->held < HELD_MAX || _ikrar_import_rows_flush (self, error));
}
