/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/import-case.h"

IkrarImport *
import_begin (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  IkrarImport *import = ikrar_import_begin (fixture->store, event, "daftar.xlsx", "L1", &error);

  g_assert_no_error (error);
  return import;
}

IkrarImportOutcome
import_add (IkrarImport *import, guint number, const ImportCells *cells)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  IkrarImportRow row = {
    .row = number, .verdict = "ok", .written = cells->name, .unit = cells->unit, .person = person
  };
  IkrarImportOutcome outcome;

  person->number = g_strdup (cells->number);
  person->number_kind = cells->number != NULL ? IKRAR_NUMBER_NIP : IKRAR_NUMBER_NONE;
  person->name = g_strdup (cells->name);
  person->phone = g_strdup (cells->phone);
  person->position = g_strdup (cells->position);
  person->grade = cells->grade;
  outcome = ikrar_import_add (import, &row, &error);
  g_assert_no_error (error);
  return outcome;
}

IkrarId
import_commit (IkrarImport *import)
{
  g_autoptr (GError) error = NULL;
  IkrarId batch = ikrar_import_commit (import, &error);

  g_assert_no_error (error);
  g_assert_cmpint (batch, !=, 0);
  return batch;
}

IkrarId
import_one (Fixture *fixture, IkrarId event, const ImportCells *cells)
{
  g_autoptr (IkrarImport) import = import_begin (fixture, event);

  g_assert_cmpint (import_add (import, 1, cells), ==, IKRAR_IMPORT_ADDED);
  return import_commit (import);
}

IkrarPerson *
import_person (Fixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  IkrarId id;
  IkrarPerson *person;

  ikrar_person_find (fixture->store, number, &id, &error);
  person = ikrar_person_get (fixture->store, id, &error);
  g_assert_no_error (error);
  return person;
}
