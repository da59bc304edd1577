/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/import-listed-private.h"

#include <string.h>

#include "core/person-name.h"
#include "core/text.h"

#include "store/text-pool-private.h"

/* How two texts of a field are compared. */
typedef gboolean (*Differ) (const char *before, const char *after);

static gboolean
differ_exactly (const char *before, const char *after)
{
  return strcmp (before, after) != 0;
}

/* Whether two texts differ in what @read takes from them; one of which nothing is taken says
 * nothing new. */
static gboolean
differ_as (const char *before, const char *after, char *(*read) (const char *text))
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (strcmp (before, after) == 0)
    return FALSE;
  first = read (before);
  second = read (after);
  return *second != '\0' && strcmp (first, second) != 0;
}

/* A list in capitals says nothing new; nor does a stroke where something stood. */
static gboolean
differ_in_words (const char *before, const char *after)
{
  return differ_as (before, after, ikrar_text_fold);
}

const char *
_ikrar_listed_name (const char *before, const char *after)
{
  return differ_in_words (before, after) ? after : before;
}

static gboolean
differ_in_digits (const char *before, const char *after)
{
  return differ_as (before, after, ikrar_text_digits);
}

static gboolean
differ_in_letters (const char *before, const char *after)
{
  return g_ascii_strcasecmp (before, after) != 0;
}

/* The fields that are plain texts. */
static const struct
{
  IkrarDifferenceField field;
  gsize offset;
  Differ differ;
} text_fields[] = {
  { IKRAR_DIFFERENCE_NUMBER, G_STRUCT_OFFSET (IkrarListed, number), differ_exactly },
  { IKRAR_DIFFERENCE_POSITION, G_STRUCT_OFFSET (IkrarListed, position), differ_in_words },
  { IKRAR_DIFFERENCE_PARTICIPANT_KIND, G_STRUCT_OFFSET (IkrarListed, kind), differ_exactly },
  { IKRAR_DIFFERENCE_SEAT, G_STRUCT_OFFSET (IkrarListed, seat), differ_exactly },
  { IKRAR_DIFFERENCE_GROUP, G_STRUCT_OFFSET (IkrarListed, group_name), differ_exactly },
  { IKRAR_DIFFERENCE_PHONE, G_STRUCT_OFFSET (IkrarListed, phone), differ_in_digits },
  { IKRAR_DIFFERENCE_EMAIL, G_STRUCT_OFFSET (IkrarListed, email), differ_in_letters },
  { IKRAR_DIFFERENCE_NOTE, G_STRUCT_OFFSET (IkrarListed, note), differ_in_words },
};

/* What is otherwise so far. */
typedef struct
{
  const IkrarListed *known;
  const IkrarListed *read;
  GStringChunk *texts;
  IkrarFieldChange *changes;
  guint n;
} Comparing;

static void
add (Comparing *self, IkrarDifferenceField field, const char *before, const char *after)
{
  IkrarFieldChange *change = &self->changes[self->n++];

  change->field = field;
  change->before = _ikrar_text_keep (self->texts, before);
  change->after = _ikrar_text_keep (self->texts, after);
}

static const char *
text_at (const IkrarListed *listed, gsize offset)
{
  return G_STRUCT_MEMBER (const char *, listed, offset);
}

static gboolean
title_differs (const char *before, const char *after)
{
  return *after != '\0' && strcmp (before, after) != 0;
}

static void
compare_names (Comparing *self)
{
  const IkrarListed *known = self->known;
  const IkrarListed *read = self->read;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!title_differs (known->prefix, read->prefix) &&
      !title_differs (known->suffix, read->suffix) && !differ_in_words (known->name, read->name))
    return;
  before = ikrar_person_name_display (known->prefix, known->name, known->suffix);
  after = ikrar_person_name_display (*read->prefix != '\0' ? read->prefix : known->prefix,
                                     _ikrar_listed_name (known->name, read->name),
                                     *read->suffix != '\0' ? read->suffix : known->suffix);
  add (self, IKRAR_DIFFERENCE_NAME, before, after);
}

static void
compare_texts (Comparing *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      const char *before = text_at (self->known, text_fields[i].offset);
      const char *after = text_at (self->read, text_fields[i].offset);

      if (*after != '\0' && text_fields[i].differ (before, after))
        add (self, text_fields[i].field, before, after);
    }
}

static void
compare_rest (Comparing *self)
{
  const IkrarListed *known = self->known;
  const IkrarListed *read = self->read;

  if (read->grade != 0 && read->grade != known->grade)
    add (self, IKRAR_DIFFERENCE_GRADE, ikrar_grade_text (known->grade),
         ikrar_grade_text (read->grade));
  if (*read->unit != '\0' && read->unit_id != known->unit_id)
    add (self, IKRAR_DIFFERENCE_UNIT, known->unit, read->unit);
  if (known->withdrawn)
    add (self, IKRAR_DIFFERENCE_INVITATION, "withdrawn", "invited");
}

static int
by_field (gconstpointer a, gconstpointer b)
{
  return (int) ((const IkrarFieldChange *) a)->field - (int) ((const IkrarFieldChange *) b)->field;
}

guint
_ikrar_listed_compare (const IkrarListed *known,
                       const IkrarListed *read,
                       GStringChunk *texts,
                       IkrarFieldChange *changes)
{
  Comparing self = { known, read, texts, changes, 0 };

  compare_names (&self);
  compare_texts (&self);
  compare_rest (&self);
  if (self.n > 1)
    qsort (changes, self.n, sizeof *changes, by_field);
  return self.n;
}

static const char *
shown (const char *text)
{
  return text != NULL ? text : "";
}

static void
set_person (IkrarListed *listed, const IkrarPerson *person)
{
  listed->number = shown (person->number);
  listed->number_kind = person->number_kind;
  listed->prefix = shown (person->prefix);
  listed->name = shown (person->name);
  listed->suffix = shown (person->suffix);
  listed->phone = shown (person->phone);
  listed->email = shown (person->email);
}

IkrarListed
_ikrar_listed_of_row (const IkrarImportRow *row, const char *name_key)
{
  IkrarListed listed = { .unit = "", .row = row->row, .name_key = name_key };

  set_person (&listed, row->person);
  listed.grade = row->person->grade;
  listed.position = shown (row->person->position);
  listed.kind = shown (row->kind);
  listed.seat = shown (row->seat);
  listed.group_name = shown (row->group_name);
  listed.note = shown (row->note);
  return listed;
}

IkrarListed
_ikrar_listed_of_rows (const IkrarPerson *person, const IkrarParticipant *participant)
{
  IkrarListed listed = { .participant = participant->id,
                         .person = person->id,
                         .unit_id = participant->unit_id,
                         .unit = "" };

  set_person (&listed, person);
  listed.name_key = shown (person->name_key);
  listed.grade = participant->grade;
  listed.position = shown (participant->position);
  listed.kind = shown (participant->kind);
  listed.seat = shown (participant->seat);
  listed.group_name = shown (participant->group_name);
  listed.note = shown (participant->note);
  listed.withdrawn = participant->withdrawn_at != 0;
  return listed;
}

guint
_ikrar_listed_read_holds (IkrarStatement *statement, guint column)
{
  IkrarAttendance state = IKRAR_ATTENDANCE_UNRECORDED;
  guint holds = 0;

  ikrar_attendance_parse (ikrar_statement_get_text (statement, column), &state, NULL);
  if (ikrar_attendance_is_present (state))
    holds |= IKRAR_DIFFERENCE_ATTENDED;
  if (*ikrar_statement_get_text (statement, column + 1) != '\0')
    holds |= IKRAR_DIFFERENCE_PLEDGED;
  if (ikrar_statement_get_int (statement, column + 2) != 0)
    holds |= IKRAR_DIFFERENCE_CERTIFIED;
  return holds;
}

void
_ikrar_listed_keep (IkrarListed *listed, GStringChunk *texts)
{
  listed->unit = _ikrar_text_keep_shared (texts, listed->unit);
  listed->number = _ikrar_text_keep (texts, listed->number);
  listed->prefix = _ikrar_text_keep_shared (texts, listed->prefix);
  listed->name = _ikrar_text_keep (texts, listed->name);
  listed->suffix = _ikrar_text_keep_shared (texts, listed->suffix);
  listed->name_key = _ikrar_text_keep (texts, listed->name_key);
  listed->position = _ikrar_text_keep_shared (texts, listed->position);
  listed->kind = _ikrar_text_keep_shared (texts, listed->kind);
  listed->seat = _ikrar_text_keep (texts, listed->seat);
  listed->group_name = _ikrar_text_keep_shared (texts, listed->group_name);
  listed->note = _ikrar_text_keep (texts, listed->note);
  listed->phone = _ikrar_text_keep (texts, listed->phone);
  listed->email = _ikrar_text_keep (texts, listed->email);
}
