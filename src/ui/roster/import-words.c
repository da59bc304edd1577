/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-words.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "roster/error.h"

/* A flaw of so many of its rows is one of the file. */
#define MOST_PERCENT 60

IkrarStatus
ikrar_import_status (IkrarVerdict verdict)
{
  static const struct
  {
    const char *css_class;
    const char *icon_name;
  } looks[IKRAR_N_VERDICTS] = {
    [IKRAR_VERDICT_OK] = { "present", "object-select-symbolic" },
    [IKRAR_VERDICT_WARNING] = { "excused", "dialog-warning-symbolic" },
    [IKRAR_VERDICT_ERROR] = { "absent", "dialog-error-symbolic" },
    [IKRAR_VERDICT_DUPLICATE] = { "represented", "edit-copy-symbolic" },
    [IKRAR_VERDICT_SKIPPED] = { "unrecorded", "action-unavailable-symbolic" },
  };

  return (IkrarStatus){ looks[verdict].css_class, looks[verdict].icon_name,
                        ikrar_verdict_label (verdict) };
}

const char *
ikrar_import_error_title (const GError *error)
{
  static const char *const titles[] = {
    [IKRAR_ROSTER_ERROR_UNREADABLE] = N_ ("The File Cannot Be Read"),
    [IKRAR_ROSTER_ERROR_NOT_SPREADSHEET] = N_ ("This Is No Spreadsheet"),
    [IKRAR_ROSTER_ERROR_FORMAT] = N_ ("Another Kind of Spreadsheet"),
    [IKRAR_ROSTER_ERROR_ENCRYPTED] = N_ ("The File Has a Password"),
    [IKRAR_ROSTER_ERROR_DAMAGED] = N_ ("The File Is Damaged"),
    [IKRAR_ROSTER_ERROR_TOO_LARGE] = N_ ("The File Is Too Large"),
    [IKRAR_ROSTER_ERROR_NO_SHEET] = N_ ("No Sheet to Read"),
    [IKRAR_ROSTER_ERROR_NO_HEADER] = N_ ("No Column of Names"),
    [IKRAR_ROSTER_ERROR_COLUMN] = N_ ("No Such Column"),
  };

  if (error->domain == IKRAR_ROSTER_ERROR && error->code < (int) G_N_ELEMENTS (titles))
    return _ (titles[error->code]);
  return _ ("The File Cannot Be Read");
}

guint
ikrar_import_importable (const IkrarRosterSummary *summary)
{
  return summary->counts[IKRAR_VERDICT_OK] + summary->counts[IKRAR_VERDICT_WARNING];
}

guint
ikrar_import_refused (const IkrarRosterSummary *summary)
{
  return summary->counts[IKRAR_VERDICT_ERROR] + summary->counts[IKRAR_VERDICT_DUPLICATE];
}

char *
ikrar_import_button_label (guint count)
{
  g_autofree char *number = ikrar_number_thousands (count);

  if (count == 0)
    return g_strdup (_ ("_Import"));
  /* Translators: a button; %s is a number of people. */
  return g_strdup_printf (ngettext ("_Import %s Person", "_Import %s People", count), number);
}

char *
ikrar_import_save_label (guint count)
{
  g_autofree char *number = ikrar_number_thousands (count);

  /* Translators: a button; %s is a number of rows. */
  return g_strdup_printf (ngettext ("_Save %s Refused Row…", "_Save %s Refused Rows…", count),
                          number);
}

static char *
describe_refused_count (guint count)
{
  g_autofree char *number = ikrar_number_thousands (count);

  /* Translators: %s is a number of rows. */
  return g_strdup_printf (
      ngettext ("%s row goes back to the sender.", "%s rows go back to the sender.", count),
      number);
}

char *
ikrar_import_describe_outlook (const IkrarRosterSummary *summary)
{
  guint importable = ikrar_import_importable (summary);
  guint refused = ikrar_import_refused (summary);
  g_autofree char *number = ikrar_number_thousands (importable);
  g_autofree char *back = NULL;
  g_autofree char *taken = NULL;

  if (importable == 0)
    taken = g_strdup (_ ("Nobody can be imported from this sheet."));
  else
    /* Translators: %s is a number of people. */
    taken = g_strdup_printf (
        ngettext ("%s person can be imported.", "%s people can be imported.", importable), number);
  if (refused == 0)
    return g_steal_pointer (&taken);
  back = describe_refused_count (refused);
  return g_strconcat (taken, " ", back, NULL);
}

char *
ikrar_import_describe_done (guint count)
{
  g_autofree char *number = ikrar_number_thousands (count);

  /* Translators: %s is a number of people. */
  return g_strdup_printf (ngettext ("%s person imported", "%s people imported", count), number);
}

char *
ikrar_import_describe_refused (const IkrarRosterSummary *summary)
{
  g_autofree char *errors = ikrar_number_thousands (summary->counts[IKRAR_VERDICT_ERROR]);
  g_autofree char *duplicates = ikrar_number_thousands (summary->counts[IKRAR_VERDICT_DUPLICATE]);

  /* Translators: %1$s and %2$s are numbers of rows; Masalah is the head of a column. */
  return g_strdup_printf (
      _ ("Not imported: %1$s with errors, %2$s twice in the file or on the roster already. Send "
         "them back as a workbook: its column “Masalah” says what is wrong with each row."),
      errors, duplicates);
}

guint
ikrar_import_count_read (const IkrarHeader *header)
{
  guint n_read = 0;

  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      IkrarRosterField field = ikrar_header_get_column (header, i)->field;

      n_read += field != IKRAR_ROSTER_FIELD_NONE && field != IKRAR_ROSTER_FIELD_PRIVATE;
    }
  return n_read;
}

char *
ikrar_import_describe_columns (const IkrarHeader *header)
{
  guint n_columns = ikrar_header_get_n_columns (header);
  guint n_read = ikrar_import_count_read (header);
  g_autofree char *read = ikrar_number_thousands (n_read);
  g_autofree char *all = ikrar_number_thousands (n_columns);

  if (n_read == n_columns)
    return g_strdup (_ ("All columns understood"));
  /* Translators: %1$s and %2$s are numbers of columns. */
  return g_strdup_printf (
      ngettext ("%1$s of %2$s column is read", "%1$s of %2$s columns are read", n_columns), read,
      all);
}

guint
ikrar_import_find_lost_numbers (const IkrarRosterResult *result)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (result);
  const IkrarRosterSummary *summary = ikrar_roster_result_get_summary (result);
  guint people = summary->rows - summary->counts[IKRAR_VERDICT_SKIPPED];
  guint lost = 0;

  for (guint i = 0; i < ikrar_roster_lines_get_size (lines); i++)
    lost +=
        ikrar_roster_lines_get_verdict (lines, i) == IKRAR_VERDICT_ERROR &&
        ikrar_roster_lines_get_fault (lines, i, IKRAR_ROSTER_FIELD_NUMBER) == IKRAR_VERDICT_ERROR;
  return people > 0 && (guint64) lost * 100 >= (guint64) people * MOST_PERCENT ? lost : 0;
}

guint
ikrar_import_count_sheets (const IkrarRosterResult *result)
{
  const IkrarLayout *layout = ikrar_roster_result_get_layout (result);
  guint count = 0;

  for (guint i = 0; i < ikrar_layout_get_n_sheets (layout); i++)
    count += ikrar_layout_get_use (layout, i) == IKRAR_SHEET_READ;
  return count;
}

const char *
ikrar_import_get_sheet_name (const IkrarRosterResult *result, guint line)
{
  if (ikrar_import_count_sheets (result) < 2)
    return "";
  return ikrar_layout_get_sheet_name (
      ikrar_roster_result_get_layout (result),
      ikrar_roster_lines_get_sheet (ikrar_roster_result_get_lines (result), line));
}

char *
ikrar_import_describe_place (const IkrarRosterResult *result, guint line)
{
  const char *sheet = ikrar_import_get_sheet_name (result, line);
  g_autofree char *row = ikrar_number_thousands (
      ikrar_roster_lines_get_row (ikrar_roster_result_get_lines (result), line));

  if (*sheet == '\0')
    /* Translators: %s is the number of a row of a spreadsheet. */
    return g_strdup_printf (_ ("Row %s"), row);
  /* Translators: %1$s is the name of a sheet, %2$s the number of a row in it. */
  return g_strdup_printf (_ ("%1$s, row %2$s"), sheet, row);
}

char *
ikrar_import_describe_sheet (const IkrarRosterResult *result, guint sheet)
{
  static const char *const words[IKRAR_N_SHEET_USES] = {
    [IKRAR_SHEET_READ] = "%s",
    [IKRAR_SHEET_NOT_CHOSEN] = "%s",
    /* Translators: %s is the name of a sheet that its workbook hides. */
    [IKRAR_SHEET_HIDDEN] = N_ ("%s (hidden, not read)"),
    /* Translators: %s is the name of a sheet. */
    [IKRAR_SHEET_EMPTY] = N_ ("%s (empty)"),
    /* Translators: %s is the name of a sheet that sums up the others. */
    [IKRAR_SHEET_SUMMARY] = N_ ("%s (summary, not read)"),
    /* Translators: %s is the name of a sheet. */
    [IKRAR_SHEET_NO_NAMES] = N_ ("%s (no names, not read)"),
  };
  const IkrarLayout *layout = ikrar_roster_result_get_layout (result);
  const char *format = words[ikrar_layout_get_use (layout, sheet)];
  g_auto (GStrv) parts = g_strsplit (_ (format), "%s", 2);

  return g_strjoin (ikrar_layout_get_sheet_name (layout, sheet), parts[0], parts[1], NULL);
}
