/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/employee-number.h"
#include "core/person-name.h"
#include "core/text.h"
#include "core/vocabulary.h"
#include "roster/header-private.h"
#include "roster/row-private.h"

/* A cell that says "none" is shorter, so that most names need not be looked at twice. */
#define NONE_SIZE_MAX 20

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

/* What a mobile number lost its first 0 to. */
static const char *const phone_codes[] = { "62", "" };

static void
set_name (IkrarRosterRow *row, const char *text)
{
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (text);

  row->person.prefix = g_steal_pointer (&name->prefix);
  row->person.name = g_steal_pointer (&name->name);
  row->person.suffix = g_steal_pointer (&name->suffix);
  row->person.name_key = ikrar_person_name_key (row->person.name);
}

static void
set_title (IkrarJudge *judge, IkrarRosterField field, char **title)
{
  g_autofree char *text = NULL;

  if (judge->cells.by_field[field] == NULL)
    return;
  text = _ikrar_row_text_of (judge, field);
  if (ikrar_text_is_none (text))
    return;
  g_free (*title);
  *title = g_steal_pointer (&text);
}

static void
read_name (IkrarJudge *judge, const char *written)
{
  IkrarRosterRow *row = &judge->row;
  gboolean broken = judge->cells.by_field[FIELD (NAME)] != NULL &&
                    judge->cells.by_field[FIELD (NAME)]->type == IKRAR_VALUE_ERROR;
  const IkrarSheetCell *cell = _ikrar_row_cell_of (judge, FIELD (NAME), IKRAR_VERDICT_ERROR);
  const char *text = cell != NULL ? cell->text : NULL;

  set_name (row, text);
  row->person.written = g_strdup (cell != NULL ? written : "");
  if (broken)
    return;
  if (cell == NULL || (strlen (text) < NONE_SIZE_MAX && ikrar_text_is_none (text)))
    _ikrar_row_add_reason (row, IKRAR_VERDICT_ERROR, IKRAR_REASON_NAME_MISSING, FIELD (NAME), NULL);
  else if (judge->plan->origin == IKRAR_ORIGIN_MEETING && _ikrar_name_is_account (text))
    _ikrar_row_add_reason (row, IKRAR_VERDICT_ERROR, IKRAR_REASON_NAME_IS_DEVICE, FIELD (NAME),
                           text);
  else if (!_ikrar_row_has_letters (text))
    _ikrar_row_add_reason (row, IKRAR_VERDICT_ERROR, IKRAR_REASON_NAME_IS_NUMBER, FIELD (NAME),
                           cell->text);
}

static void
add_number_reasons (IkrarRosterRow *row, const IkrarNumber *number, const char *text)
{
  IkrarVerdict verdict =
      number->severity == IKRAR_SEVERITY_ERROR ? IKRAR_VERDICT_ERROR : IKRAR_VERDICT_WARNING;

  for (guint i = 0; i < IKRAR_NUMBER_REASONS_MAX && number->reasons[i] != IKRAR_REASON_NONE; i++)
    {
      gboolean lookalike = number->reasons[i] == IKRAR_REASON_NUMBER_LOOKALIKE;
      g_autofree char *better = lookalike || number->reasons[i] == IKRAR_REASON_NUMBER_LENGTH
                                    ? ikrar_number_suggest (text)
                                    : NULL;

      _ikrar_row_add_reason (row, verdict, number->reasons[i], FIELD (NUMBER),
                             lookalike && better != NULL ? better : text);
      _ikrar_row_add_proposals (row, better);
    }
}

/* What stands for the number where there is no cell with one: nothing is asked of a roster without
 * such a column, nor of somebody whose status says that there is none. */
static const char *
text_for_no_number (IkrarJudge *judge)
{
  g_autofree char *status = NULL;

  if (!ikrar_header_has_field (judge->header, FIELD (NUMBER)))
    return "-";
  if (judge->cells.by_field[FIELD (STATUS)] == NULL)
    return NULL;
  status = _ikrar_row_text_of (judge, FIELD (STATUS));
  _ikrar_row_apply_meaning (judge, FIELD (STATUS), &status);
  return *status != '\0' && ikrar_text_is_none (status) ? "-" : NULL;
}

static void
read_number (IkrarJudge *judge, IkrarNumber *number)
{
  IkrarRosterRow *row = &judge->row;
  const IkrarSheetCell *cell = _ikrar_row_cell_of (judge, FIELD (NUMBER), IKRAR_VERDICT_ERROR);
  const char *text = cell != NULL ? cell->text : NULL;
  IkrarCellOrigin origin =
      cell != NULL && cell->type == IKRAR_VALUE_NUMBER ? IKRAR_CELL_NUMBER : IKRAR_CELL_TEXT;

  if (text == NULL)
    text = judge->cells.by_field[FIELD (NUMBER)] != NULL ? "-" : text_for_no_number (judge);
  ikrar_number_parse (text, origin, judge->today, number);
  add_number_reasons (row, number, text);
  row->person.number = g_strdup (number->digits);
  row->person.number_kind = number->kind;
}

static void
read_sex (IkrarJudge *judge, const IkrarSheetRow *source, const IkrarNumber *number)
{
  const char *ticked = _ikrar_header_ticked_sex (judge->header, source);
  g_autofree char *text =
      ticked != NULL ? g_strdup (ticked) : _ikrar_row_text_of (judge, FIELD (SEX));
  const char from_number[] = { number->sex, '\0' };
  const char *sex;

  _ikrar_row_apply_meaning (judge, FIELD (SEX), &text);
  sex = _ikrar_sex_of_word (text);
  judge->row.person.sex = g_strdup (sex != NULL ? sex : from_number);
}

/* "8.12E+10": a phone number that was taken for a quantity. */
static gboolean
is_scientific (const char *text)
{
  const char *exponent = strpbrk (text, "eE");

  return exponent != NULL && g_ascii_isdigit (*text) &&
         (exponent[1] == '+' || exponent[1] == '-') &&
         text[strspn (text, "0123456789.,+-eE")] == '\0';
}

/* Mobile numbers begin with 08; a spreadsheet takes the 0 away, a phone writes +62. Anything that
 * is not one such number stays as written. */
static char *
read_phone (IkrarJudge *judge)
{
  g_autofree char *text = _ikrar_row_text_of (judge, FIELD (PHONE));
  g_autofree char *digits = ikrar_text_digits (text);
  gsize size = strlen (digits);

  if (size < 9 && ikrar_text_is_none (text))
    return g_strdup ("");
  if (is_scientific (text))
    {
      _ikrar_row_add_reason (&judge->row, IKRAR_VERDICT_WARNING, IKRAR_REASON_PHONE_UNREADABLE,
                             FIELD (PHONE), text);
      return g_strdup ("");
    }
  if (strspn (text, "+=0123456789 -.()") < strlen (text) || size < 9 || size > 14)
    return g_steal_pointer (&text);
  for (guint i = 0; i < G_N_ELEMENTS (phone_codes); i++)
    if (g_str_has_prefix (digits, phone_codes[i]) && digits[strlen (phone_codes[i])] == '8')
      return g_strconcat ("0", digits + strlen (phone_codes[i]), NULL);
  return *digits == '0' ? g_steal_pointer (&digits) : g_steal_pointer (&text);
}

/* The unit's own cell goes before the section the row stands in, and this before the name of the
 * sheet. */
static void
read_unit (IkrarJudge *judge)
{
  IkrarRosterRow *row = &judge->row;

  row->unit = _ikrar_row_text_of (judge, FIELD (UNIT));
  if (_ikrar_row_is_none (judge, row->unit))
    ikrar_text_replace (&row->unit, judge->section != NULL ? judge->section : judge->plan->unit);
  if (*row->unit != '\0')
    _ikrar_row_meet_unit (judge);
  else if (judge->section == NULL && ikrar_header_has_field (judge->header, FIELD (UNIT)))
    _ikrar_row_add_reason (row, IKRAR_VERDICT_WARNING, IKRAR_REASON_UNIT_MISSING, FIELD (UNIT),
                           NULL);
}

static const char *
read_kind (IkrarJudge *judge)
{
  g_autofree char *text = _ikrar_row_text_of (judge, FIELD (KIND));
  int index = 0;

  _ikrar_row_apply_meaning (judge, FIELD (KIND), &text);
  if (!ikrar_text_is_none (text))
    index = ikrar_vocabulary_find (IKRAR_VOCABULARY_PARTICIPANT_KIND, text, NULL);
  judge->row.says_kind = index >= 0 && !ikrar_text_is_none (text);
  if (index < 0)
    _ikrar_row_add_reason (&judge->row, IKRAR_VERDICT_WARNING, IKRAR_REASON_KIND_UNKNOWN,
                           FIELD (KIND), text);
  return ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND, (guint) MAX (index, 0));
}

void
_ikrar_row_read_person (IkrarJudge *judge, const IkrarSheetRow *source)
{
  IkrarRosterRow *row = &judge->row;
  const IkrarSheetCell *cell = judge->cells.by_field[FIELD (NAME)];
  IkrarNumber number;

  _ikrar_row_split_name (judge);
  read_name (judge, cell != NULL ? cell->text : "");
  set_title (judge, FIELD (TITLE_BEFORE), &row->person.prefix);
  set_title (judge, FIELD (TITLE_AFTER), &row->person.suffix);
  read_number (judge, &number);
  _ikrar_row_read_grade (judge);
  read_sex (judge, source, &number);
  row->person.position = _ikrar_row_text_of (judge, FIELD (POSITION));
  row->person.phone = read_phone (judge);
  row->person.email = _ikrar_row_text_of (judge, FIELD (EMAIL));
  row->kind = read_kind (judge);
  row->seat = _ikrar_row_text_of (judge, FIELD (SEAT));
  row->note = _ikrar_row_text_of (judge, FIELD (NOTE));
  row->group_name = _ikrar_row_text_of (judge, FIELD (GROUP));
  read_unit (judge);
  _ikrar_row_check_seen (judge, source->number);
}
