/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/fixture.h"
#include "store/import.h"

G_BEGIN_DECLS

/* What a row of a roster says of somebody; NULL is an empty cell. */
typedef struct
{
  const char *number;
  const char *name;
  const char *unit;
  const char *phone;
  const char *position;
  int grade;
} ImportCells;

/* What must work, each: a failure ends the test. */
IkrarImport *import_begin (Fixture *fixture, IkrarId event);
IkrarImportOutcome import_add (IkrarImport *import, guint number, const ImportCells *cells);
IkrarId import_commit (IkrarImport *import);
/* An import of one row. */
IkrarId import_one (Fixture *fixture, IkrarId event, const ImportCells *cells);
/* Who has a number. */
IkrarPerson *import_person (Fixture *fixture, const char *number);

G_END_DECLS
