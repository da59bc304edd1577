/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/import-difference.h"

G_BEGIN_DECLS

/* Somebody as a roster or a file lists them. Texts are never NULL and belong to others. */
typedef struct
{
  IkrarId participant;
  IkrarId person;
  IkrarId unit_id;
  const char *unit;
  const char *number;
  const char *prefix;
  const char *name;
  const char *suffix;
  const char *name_key;
  const char *position;
  const char *kind;
  const char *seat;
  const char *group_name;
  const char *note;
  const char *phone;
  const char *email;
  guint line;
  guint row;
  guint8 grade;
  guint8 number_kind;
  guint8 holds;
  guint8 withdrawn;
  guint8 met;       /* by a line of the file */
  guint8 mentioned; /* perhaps by one, so that nobody says they are missing */
} IkrarListed;

/* What stands otherwise in the file; how many changes were written to @changes, which has room for
 * each field. Their texts are kept in @texts. */
guint _ikrar_listed_compare (const IkrarListed *known,
                             const IkrarListed *read,
                             GStringChunk *texts,
                             IkrarFieldChange *changes);
/* The name without titles that somebody gets: the one before, if it is only written otherwise. */
const char *_ikrar_listed_name (const char *before, const char *after);
/* As a line of a file has them; the unit, which takes a question, is up to the caller. */
IkrarListed _ikrar_listed_of_row (const IkrarImportRow *row, const char *name_key);
/* As the register and the roster have them. */
IkrarListed _ikrar_listed_of_rows (const IkrarPerson *person, const IkrarParticipant *participant);
/* What holds somebody on the roster: state, pledge and certificate, from this column on. */
guint _ikrar_listed_read_holds (IkrarStatement *statement, guint column);
/* The same with texts of @texts. */
void _ikrar_listed_keep (IkrarListed *listed, GStringChunk *texts);

G_END_DECLS
