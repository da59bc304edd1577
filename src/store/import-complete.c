/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "core/text.h"

#include "store/import-private.h"

/* What a roster may tell of somebody whom the register knows. */
static const gsize text_fields[] = {
  G_STRUCT_OFFSET (IkrarPerson, prefix),   G_STRUCT_OFFSET (IkrarPerson, suffix),
  G_STRUCT_OFFSET (IkrarPerson, position), G_STRUCT_OFFSET (IkrarPerson, sex),
  G_STRUCT_OFFSET (IkrarPerson, phone),    G_STRUCT_OFFSET (IkrarPerson, email),
};

#define SAID_GRADE (1u << G_N_ELEMENTS (text_fields))
#define SAID_UNIT (2u << G_N_ELEMENTS (text_fields))

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The fields of a person that are not empty, a bit each. */
static guint
list_said (const IkrarPerson *person)
{
  guint said = 0;

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    if (is_said (G_STRUCT_MEMBER (const char *, person, text_fields[i])))
      said |= 1u << i;
  if (person->grade != 0)
    said |= SAID_GRADE;
  if (person->unit_id != 0)
    said |= SAID_UNIT;
  return said;
}

IkrarImportFacts
_ikrar_import_facts_of (const IkrarPerson *person)
{
  return (IkrarImportFacts){ .name_key = person->name_key,
                             .position = person->position,
                             .unit_id = person->unit_id,
                             .grade = person->grade,
                             .said = list_said (person) };
}

gboolean
_ikrar_import_can_complete (const IkrarImportFacts *known, const IkrarPerson *read)
{
  return (list_said (read) & ~known->said) != 0;
}

void
_ikrar_import_complete (IkrarPerson *known, const IkrarPerson *read)
{
  guint new = list_said (read) & ~list_said (known);

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    if ((new & 1u << i) != 0)
      ikrar_text_replace (&G_STRUCT_MEMBER (char *, known, text_fields[i]),
                          G_STRUCT_MEMBER (const char *, read, text_fields[i]));
  if ((new &SAID_GRADE) != 0)
    known->grade = read->grade;
  if ((new &SAID_UNIT) != 0)
    known->unit_id = read->unit_id;
}

void
_ikrar_import_fill_silent (IkrarPerson *read, const IkrarImportFacts *known)
{
  if (!is_said (read->position))
    read->position = (char *) known->position;
  if (read->grade == 0)
    read->grade = known->grade;
  if (read->unit_id == 0)
    read->unit_id = known->unit_id;
}
