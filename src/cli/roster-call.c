/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include "cli/roster-call.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/grade.h"
#include "core/vocabulary.h"
#include "roster/error.h"

/* Words of these fields can be given a meaning. */
static const IkrarRosterField meaning_fields[] = {
  IKRAR_ROSTER_FIELD_UNIT,   IKRAR_ROSTER_FIELD_GRADE, IKRAR_ROSTER_FIELD_RANK,
  IKRAR_ROSTER_FIELD_STATUS, IKRAR_ROSTER_FIELD_KIND,  IKRAR_ROSTER_FIELD_SEX,
};

void
ikrar_roster_call_clear (IkrarRosterCall *call)
{
  g_free (call->rejects);
  g_free (call->event_text);
  g_free (call->sheet);
  g_strfreev (call->mapping);
  g_strfreev (call->fix);
  g_strfreev (call->skip);
  g_strfreev (call->meaning);
  ikrar_roster_fixes_unref (call->fixes);
}

/* A sender's roster is never replaced by what is wrong with it. */
static gboolean
check_rejects (IkrarCli *cli, const IkrarRosterCall *call, GError **error)
{
  if (call->rejects == NULL)
    return TRUE;
  if (!ikrar_store_is_same_file (call->rejects, call->path))
    return ikrar_cli_check_output (cli, call->rejects, error);
  g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
               _ ("%s is the roster itself. Choose another name for the refused rows."),
               call->rejects);
  return FALSE;
}

gboolean
ikrar_roster_call_parse (IkrarCli *cli,
                         IkrarRosterCall *call,
                         int argc,
                         char **argv,
                         GError **error)
{
  const GOptionEntry entries[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &call->event_text, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &call->sheet, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->mapping, NULL, NULL },
    { "fix", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->fix, NULL, NULL },
    { "skip", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->skip, NULL, NULL },
    { "meaning", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->meaning, NULL, NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &call->rejects, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call->dry_run, NULL, NULL },
    { "update", 0, 0, G_OPTION_ARG_NONE, &call->update, NULL, NULL },
    { "withdraw", 0, 0, G_OPTION_ARG_NONE, &call->withdraw, NULL, NULL },
    { "ignore-remembered", 0, 0, G_OPTION_ARG_NONE, &call->strange, NULL, NULL },
    { NULL },
  };

  if (!ikrar_cli_parse (&argc, &argv, entries, 1, 1, error))
    return FALSE;
  call->path = argv[1];
  if (call->event_text != NULL &&
      !ikrar_cli_parse_id (call->event_text, _ ("an event"), &call->event, error))
    return FALSE;
  if (call->withdraw && !call->update)
    return ikrar_cli_usage (error, _ ("--withdraw goes with --update only."));
  call->options.sheet = call->sheet;
  call->options.mapping = (const char *const *) call->mapping;
  call->options.ignore_remembered = call->strange;
  return check_rejects (cli, call, error);
}

static gboolean
fail_place (GError **error, const char *text)
{
  g_set_error (
      error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_USAGE,
      _ ("“%s” names no place. Write the row of the sheet, and of a cell its column: 7:C; of "
         "another sheet “DINAS X!7:C”."),
      text);
  return FALSE;
}

/* "DINAS X!7:C" or "7"; what stands behind the row goes on at @rest. */
static gboolean
read_row (const IkrarRosterCall *call,
          IkrarWorkbook *workbook,
          const char *text,
          guint *sheet,
          guint *row,
          const char **rest,
          GError **error)
{
  const char *mark = strchr (text, '!');
  const char *number = mark != NULL ? mark + 1 : text;
  g_autofree char *name = mark != NULL ? g_strndup (text, (gsize) (mark - text)) : NULL;
  const char *wanted = name != NULL ? name : call->sheet;
  guint64 value;

  *sheet = 0;
  if (wanted != NULL && !ikrar_workbook_find_sheet (workbook, wanted, sheet, error))
    return FALSE;
  value = g_ascii_isdigit (*number) ? g_ascii_strtoull (number, (char **) rest, 10) : 0;
  if (value == 0 || value > G_MAXINT32)
    return fail_place (error, text);
  *row = (guint) value;
  return TRUE;
}

static gboolean
read_fix (IkrarRosterCall *call, IkrarWorkbook *workbook, const char *text, GError **error)
{
  const char *rest = "";
  guint sheet, row;
  int column;

  if (!read_row (call, workbook, text, &sheet, &row, &rest, error))
    return FALSE;
  column = *rest == ':' ? ikrar_sheet_column_parse (rest + 1, &rest) : -1;
  if (column < 0 || *rest != '=')
    return fail_place (error, text);
  ikrar_roster_fixes_set_cell (call->fixes, sheet, row, (guint) column, rest + 1);
  return TRUE;
}

static gboolean
read_skip (IkrarRosterCall *call, IkrarWorkbook *workbook, const char *text, GError **error)
{
  const char *rest = "";
  guint sheet, row;

  if (!read_row (call, workbook, text, &sheet, &row, &rest, error))
    return FALSE;
  if (*rest != '\0')
    return fail_place (error, text);
  ikrar_roster_fixes_set_skipped (call->fixes, sheet, row, 0, TRUE);
  return TRUE;
}

/* A meaning that means nothing would be found out only after an import. */
static gboolean
check_meaning (IkrarRosterField field, const char *meaning, GError **error)
{
  IkrarGrade grade;

  if (field == IKRAR_ROSTER_FIELD_KIND)
    return ikrar_vocabulary_find (IKRAR_VOCABULARY_PARTICIPANT_KIND, meaning, error) >= 0;
  if ((field == IKRAR_ROSTER_FIELD_GRADE || field == IKRAR_ROSTER_FIELD_RANK) &&
      ikrar_grade_parse (meaning, IKRAR_NUMBER_NIP, &grade) != IKRAR_REASON_NONE)
    {
      g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_USAGE,
                   _ ("“%s” is no grade. Write it like III/d for PNS or IX for PPPK."), meaning);
      return FALSE;
    }
  return TRUE;
}

static gboolean
has_meaning (IkrarRosterField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (meaning_fields); i++)
    if (meaning_fields[i] == field)
      return TRUE;
  return FALSE;
}

static gboolean
read_meaning (IkrarRosterCall *call, const char *text, GError **error)
{
  const char *colon = strchr (text, ':');
  const char *equals = colon != NULL ? strchr (colon, '=') : NULL;
  g_autofree char *word = NULL;
  g_autofree char *written = NULL;
  IkrarRosterField field;

  if (equals == NULL || equals == colon + 1)
    {
      g_set_error (
          error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_USAGE,
          _ ("“%s” gives no meaning. Write what holds it, what is written and what it means: "
             "unit:DINKES=Dinas Kesehatan."),
          text);
      return FALSE;
    }
  word = g_strndup (text, (gsize) (colon - text));
  written = g_strndup (colon + 1, (gsize) (equals - colon - 1));
  if (!ikrar_roster_field_parse (word, &field, error) || !check_meaning (field, equals + 1, error))
    return FALSE;
  if (!has_meaning (field))
    {
      g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_USAGE,
                   _ ("Words in a column of “%s” have no meaning of their own. Give one for unit, "
                      "grade, rank, status, kind or sex."),
                   word);
      return FALSE;
    }
  ikrar_roster_fixes_set_meaning (call->fixes, field, written, equals + 1);
  return TRUE;
}

gboolean
ikrar_roster_call_correct (IkrarRosterCall *call, IkrarWorkbook *workbook, GError **error)
{
  call->fixes = ikrar_roster_fixes_new ();
  for (guint i = 0; call->fix != NULL && call->fix[i] != NULL; i++)
    if (!read_fix (call, workbook, call->fix[i], error))
      return FALSE;
  for (guint i = 0; call->skip != NULL && call->skip[i] != NULL; i++)
    if (!read_skip (call, workbook, call->skip[i], error))
      return FALSE;
  for (guint i = 0; call->meaning != NULL && call->meaning[i] != NULL; i++)
    if (!read_meaning (call, call->meaning[i], error))
      return FALSE;
  if (ikrar_roster_fixes_get_size (call->fixes) > 0)
    call->options.fixes = call->fixes;
  return TRUE;
}
