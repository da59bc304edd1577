/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/lines.h"

#include <string.h>

#include "core/sheet-rows.h"
#include "core/text.h"
#include "roster/lines-private.h"
#include "roster/row-private.h"

typedef struct
{
  guint32 first_reason;
  guint8 n_reasons;
  guint8 verdict;
  guint16 block;
  guint32 sheet;
} Line;

typedef struct
{
  guint32 argument;
  guint32 proposals;
  guint8 reason;
  guint8 field;
  guint8 verdict;
} Reason;

struct _IkrarRosterLines
{
  GArray *lines;
  GArray *reasons;
  /* Each with its NUL; 0 is "". */
  GString *arguments;
  IkrarSheetRows *cells;
  /* One text a row: its cells, folded. */
  IkrarSheetRows *search;
};

IkrarRosterLines *
_ikrar_roster_lines_new (void)
{
  IkrarRosterLines *lines = g_new0 (IkrarRosterLines, 1);

  lines->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  lines->reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
  lines->arguments = g_string_new_len ("", 1);
  lines->cells = ikrar_sheet_rows_new ();
  lines->search = ikrar_sheet_rows_new ();
  return lines;
}

void
_ikrar_roster_lines_free (IkrarRosterLines *lines)
{
  if (lines == NULL)
    return;
  g_array_unref (lines->lines);
  g_array_unref (lines->reasons);
  g_string_free (lines->arguments, TRUE);
  ikrar_sheet_rows_free (lines->cells);
  ikrar_sheet_rows_free (lines->search);
  g_free (lines);
}

static guint32
add_argument (IkrarRosterLines *lines, const char *text)
{
  guint32 place = (guint32) lines->arguments->len;

  if (text == NULL || *text == '\0')
    return 0;
  g_string_append_len (lines->arguments, text, (gssize) strlen (text) + 1);
  return place;
}

static void
add_reason (IkrarRosterLines *lines, const IkrarRosterReason *reason)
{
  const Reason entry = {
    add_argument (lines, reason->argument),
    add_argument (lines, reason->proposals),
    (guint8) reason->reason,
    (guint8) reason->field,
    (guint8) reason->verdict,
  };

  g_array_append_val (lines->reasons, entry);
}

static void
add_search (IkrarRosterLines *lines, guint row, const char *const *texts, guint n_texts)
{
  GString *joined = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < n_texts; i++)
    {
      g_string_append (joined, texts[i] != NULL ? texts[i] : "");
      g_string_append_c (joined, ' ');
    }
  folded = ikrar_text_fold (joined->str);
  ikrar_sheet_rows_add (lines->search, row, (const char *const *) &folded, 1);
  g_string_free (joined, TRUE);
}

/* What sends a row back goes before what somebody may look at: lists show the first sentences. */
static void
add_reasons (IkrarRosterLines *lines, const IkrarRosterRow *row)
{
  for (guint verdict = IKRAR_N_VERDICTS; verdict-- > 0;)
    for (guint i = 0; i < row->n_reasons; i++)
      if (row->reasons[i].verdict == verdict)
        add_reason (lines, &row->reasons[i]);
}

void
_ikrar_roster_lines_add (IkrarRosterLines *lines,
                         const IkrarRosterRow *row,
                         const char *const *texts,
                         guint n_texts)
{
  Line line = { lines->reasons->len, (guint8) row->n_reasons, (guint8) row->verdict,
                (guint16) row->source->block, row->source->sheet };

  add_reasons (lines, row);
  g_array_append_val (lines->lines, line);
  ikrar_sheet_rows_add (lines->cells, row->source->number, texts, n_texts);
  add_search (lines, row->source->number, texts, n_texts);
}

static const Line *
line_at (const IkrarRosterLines *lines, guint index)
{
  return &g_array_index (lines->lines, Line, index);
}

static const Reason *
reason_at (const IkrarRosterLines *lines, const Line *line, guint index)
{
  return &g_array_index (lines->reasons, Reason, line->first_reason + index);
}

guint
ikrar_roster_lines_get_size (const IkrarRosterLines *lines)
{
  return lines->lines->len;
}

guint
ikrar_roster_lines_get_row (const IkrarRosterLines *lines, guint index)
{
  return ikrar_sheet_rows_get_number (lines->cells, index);
}

guint
ikrar_roster_lines_get_sheet (const IkrarRosterLines *lines, guint index)
{
  g_return_val_if_fail (index < lines->lines->len, 0);

  return line_at (lines, index)->sheet;
}

guint
ikrar_roster_lines_get_block (const IkrarRosterLines *lines, guint index)
{
  g_return_val_if_fail (index < lines->lines->len, 0);

  return line_at (lines, index)->block;
}

IkrarVerdict
ikrar_roster_lines_get_verdict (const IkrarRosterLines *lines, guint index)
{
  g_return_val_if_fail (index < lines->lines->len, IKRAR_VERDICT_SKIPPED);

  return (IkrarVerdict) line_at (lines, index)->verdict;
}

const char *
ikrar_roster_lines_get_text (const IkrarRosterLines *lines, guint index, guint column)
{
  return ikrar_sheet_rows_get_text (lines->cells, index, column);
}

IkrarVerdict
ikrar_roster_lines_get_fault (const IkrarRosterLines *lines, guint index, IkrarRosterField field)
{
  IkrarVerdict worst = IKRAR_VERDICT_OK;
  const Line *line;

  g_return_val_if_fail (index < lines->lines->len, IKRAR_VERDICT_OK);

  line = line_at (lines, index);
  for (guint i = 0; i < line->n_reasons; i++)
    if (reason_at (lines, line, i)->field == field)
      worst = MAX (worst, (IkrarVerdict) reason_at (lines, line, i)->verdict);
  return worst;
}

const char *
ikrar_roster_lines_get_argument (const IkrarRosterLines *lines, guint index, IkrarRosterField field)
{
  const Line *line;

  g_return_val_if_fail (index < lines->lines->len, "");

  line = line_at (lines, index);
  for (guint i = 0; i < line->n_reasons; i++)
    if (reason_at (lines, line, i)->field == field)
      return lines->arguments->str + reason_at (lines, line, i)->argument;
  return "";
}

gboolean
ikrar_roster_lines_has_reasons (const IkrarRosterLines *lines)
{
  return lines->reasons->len > 0;
}

char *
ikrar_roster_lines_get_problem (const IkrarRosterLines *lines, guint index, IkrarLanguage language)
{
  GString *problem;
  const Line *line;

  g_return_val_if_fail (index < lines->lines->len, NULL);

  problem = g_string_new (NULL);
  line = line_at (lines, index);
  for (guint i = 0; i < line->n_reasons; i++)
    {
      const Reason *reason = reason_at (lines, line, i);

      _ikrar_row_append_sentence (problem, (IkrarReason) reason->reason,
                                  lines->arguments->str + reason->argument, language);
    }
  return g_string_free (problem, FALSE);
}

char *
ikrar_roster_lines_get_suggestion (const IkrarRosterLines *lines,
                                   guint index,
                                   IkrarLanguage language)
{
  GString *suggestion;
  const Line *line;

  g_return_val_if_fail (index < lines->lines->len, NULL);

  suggestion = g_string_new (NULL);
  line = line_at (lines, index);
  for (guint i = 0; i < line->n_reasons; i++)
    {
      const Reason *entry = reason_at (lines, line, i);
      const IkrarRosterReason reason = {
        (IkrarReason) entry->reason,
        (IkrarRosterField) entry->field,
        (IkrarVerdict) entry->verdict,
        lines->arguments->str + entry->argument,
        lines->arguments->str + entry->proposals,
      };

      _ikrar_row_append_advice (suggestion, &reason, language);
    }
  return g_string_free (suggestion, FALSE);
}

GStrv
ikrar_roster_lines_get_proposals (const IkrarRosterLines *lines,
                                  guint index,
                                  IkrarRosterField field)
{
  const Line *line;

  g_return_val_if_fail (index < lines->lines->len, NULL);

  line = line_at (lines, index);
  for (guint i = 0; i < line->n_reasons; i++)
    {
      const Reason *reason = reason_at (lines, line, i);

      if (reason->field == field && reason->proposals != 0)
        return g_strsplit (lines->arguments->str + reason->proposals, "\n", -1);
    }
  return g_new0 (char *, 1);
}

static gboolean
has_words (const char *text, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

GArray *
ikrar_roster_lines_search (const IkrarRosterLines *lines, const char *text, guint verdicts)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = ikrar_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < lines->lines->len; i++)
    if ((verdicts == 0 || (verdicts & 1u << line_at (lines, i)->verdict) != 0) &&
        has_words (ikrar_sheet_rows_get_text (lines->search, i, 0), words))
      g_array_append_val (found, i);
  return found;
}
