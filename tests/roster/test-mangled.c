/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* How numbers arrive, case by case, and the verdict that each deserves: what is whole is read, what
 * is destroyed is refused and never guessed. Phones and formulas likewise. */

#include <string.h>

#include "roster-file.h"
#include "roster-lines.h"

#define A "198804202010011001"
#define NBSP "\xC2\xA0"
#define NARROW "\xE2\x80\xAF"
#define ZERO_WIDTH "\xE2\x80\x8B"

/* The number of the case in the list of what was met in the field, the cell, whether it is numeric,
 * what became of it, the digits that were read, the codes and what is proposed. */
static const struct
{
  guint number;
  const char *cell;
  gboolean numeric;
  IkrarVerdict verdict;
  const char *read;
  const char *codes;
  const char *proposed;
} cases[] = {
#define OK IKRAR_VERDICT_OK
#define WARNING IKRAR_VERDICT_WARNING
#define WRONG IKRAR_VERDICT_ERROR
  { 1, "1.98804E+17", FALSE, WRONG, "", "number-scientific", "" },
  { 1, "1,98E+17", FALSE, WRONG, "", "number-scientific", "" },
  { 1, "1.98804202010011E+017", FALSE, WRONG, "", "number-scientific", "" },
  { 1, "1.98804202010011E+17", TRUE, WRONG, "", "number-scientific", "" },
  { 2, "198804202010011000", FALSE, WRONG, "198804202010011000", "number-ends-000", "" },
  { 2, "198804202010011000", TRUE, WRONG, "198804202010011000", "number-ends-000", "" },
  { 3, "198804202010011008", TRUE, WRONG, "198804202010011008", "number-from-float", "" },
  { 3, "198804202010011040", TRUE, WRONG, "198804202010011040", "number-from-float", "" },
  { 4, "6371010101900000", TRUE, WRONG, "6371010101900000", "number-from-float", "" },
  { 4, "9171010101900002", TRUE, WRONG, "9171010101900002", "number-from-float", "" },
  { 5, "'" A, FALSE, OK, A, "", "" },
  { 5, "`" A, FALSE, OK, A, "", "" },
  { 5, "\xE2\x80\x99" A, FALSE, OK, A, "", "" },
  { 6, "19880420 201001 1 001", FALSE, OK, A, "", "" },
  { 6, "19880420.201001.1.001", FALSE, OK, A, "", "" },
  { 6, "19880420-201001-1-001", FALSE, OK, A, "", "" },
  { 6, "1988 0420 2010 01 1001", FALSE, OK, A, "", "" },
  { 7, "19880420" NBSP "201001" NARROW "1" ZERO_WIDTH "001" NBSP, FALSE, OK, A, "", "" },
  { 7, "19880420 201001\n1 001", FALSE, OK, A, "", "" },
  { 8, "NIP. " A, FALSE, OK, A, "", "" },
  { 8, "NIP : " A, FALSE, OK, A, "", "" },
  { 8, "NI PPPK 199009132024242014", FALSE, OK, "199009132024242014", "", "" },
  { 8, "NIP/NIK 3602041211870001", FALSE, OK, "3602041211870001", "", "" },
  { 9, "19880420201001101", FALSE, WRONG, "19880420201001101", "number-length", A },
  { 9, "1988042020100110010", FALSE, WRONG, "1988042020100110010", "number-length", "" },
  { 10, "198804202010011OO1", FALSE, WRONG, "", "number-lookalike", A },
  { 10, "l98804202010011001", FALSE, WRONG, "", "number-lookalike", A },
  { 10,
    "\xEF\xBC\x91"
    "98804202010011001",
    FALSE, OK, A, "", "" },
  { 11, "-", FALSE, OK, "", "", "" },
  { 11, "0", FALSE, OK, "", "", "" },
  { 11, "\xE2\x80\x93", FALSE, OK, "", "", "" },
  { 11, "belum ada", FALSE, OK, "", "", "" },
  { 11, "proses", FALSE, OK, "", "", "" },
  { 11, "Non ASN", FALSE, OK, "", "", "" },
  { 11, "PTT", FALSE, OK, "", "", "" },
  { 11, "THL", FALSE, OK, "", "", "" },
  { 11, "honorer", FALSE, OK, "", "", "" },
  { 11, "GTT", FALSE, OK, "", "", "" },
  { 11, "Outsourcing", FALSE, OK, "", "", "" },
  { 11, "Magang", FALSE, OK, "", "", "" },
  { 12, "20/04/1988", FALSE, WRONG, "", "number-is-date", "" },
  { 12, "20-04-1988", FALSE, WRONG, "", "number-is-date", "" },
  { 12, "20 April 1988", FALSE, WRONG, "", "number-is-date", "" },
  { 12, "20-Apr-88", FALSE, WRONG, "", "number-is-date", "" },
  { 12, "04/20/1988", FALSE, WRONG, "", "number-is-date", "" },
  { 12, "4/20/88", FALSE, WRONG, "", "number-is-date", "" },
  { 13, A, TRUE, WARNING, A, "number-numeric-cell", "" },
};

typedef struct
{
  GString *line;
  char *proposed;
  char *suggestion;
} Found;

static void
take_row (const IkrarRosterRow *row, gpointer user_data)
{
  Found *found = user_data;
  g_autofree char *codes = ikrar_roster_row_codes (row);

  g_string_printf (found->line, "%s %s %s %s", ikrar_verdict_word (row->verdict),
                   row->person.number, codes, row->person.phone);
  for (guint i = 0; i < row->n_reasons && found->proposed == NULL; i++)
    found->proposed = g_strdup (row->reasons[i].proposals);
  found->suggestion = ikrar_roster_row_suggestion (row, IKRAR_LANGUAGE_INDONESIAN);
}

/* A workbook with one person, whose number or phone is @cell. */
static void
check (const char *head, const char *cell, gboolean numeric, Found *found)
{
  const IkrarRosterOptions options = { .today = ROSTER_TODAY };
  char *folder = roster_folder_new ();
  g_autofree char *escaped = g_markup_escape_text (cell, -1);
  g_autofree char *sheet = g_strdup_printf (
      "<sheetData><row><c t=\"str\"><v>Nama</v></c><c t=\"str\"><v>%s</v></c></row>"
      "<row><c t=\"str\"><v>Budi Santoso</v></c><c %s><v>%s</v></c></row></sheetData>",
      head, numeric ? "" : "t=\"str\"", escaped);
  g_autofree char *path = roster_file_xlsx (folder, sheet, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (IkrarRosterResult) result = NULL;

  g_assert_no_error (error);
  found->line = g_string_new (NULL);
  result = ikrar_roster_check (workbook, &options, NULL, 0, take_row, found, NULL, &error);
  g_assert_no_error (error);
  roster_folder_free (folder);
}

static void
clear (Found *found)
{
  g_string_free (found->line, TRUE);
  g_free (found->proposed);
  g_free (found->suggestion);
}

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Found found = { NULL };
      g_autofree char *expected = g_strdup_printf (
          "%s %s %s ", ikrar_verdict_word (cases[i].verdict), cases[i].read, cases[i].codes);

      g_test_message ("case %u: %s", cases[i].number, cases[i].cell);
      check ("NIP", cases[i].cell, cases[i].numeric, &found);
      g_assert_cmpstr (found.line->str, ==, expected);
      g_assert_cmpstr (found.proposed != NULL ? found.proposed : "", ==, cases[i].proposed);
      g_assert_true ((*found.suggestion != '\0') == (cases[i].verdict != OK));
      g_assert_true (strstr (found.suggestion, cases[i].proposed) != NULL);
      clear (&found);
    }
}

static const struct
{
  const char *cell;
  gboolean numeric;
  const char *line;
} phones[] = {
  { "081234567890", FALSE, "ok   081234567890" },
  { "81234567890", TRUE, "ok   081234567890" },
  { "+6281234567890", FALSE, "ok   081234567890" },
  { "6281234567890", TRUE, "ok   081234567890" },
  { "0812-3456-7890", FALSE, "ok   081234567890" },
  { "'081234567890", FALSE, "ok   081234567890" },
  { "=081234567890", FALSE, "ok   081234567890" },
  { "(0511) 4721234", FALSE, "ok   05114721234" },
  { "0812 3456 7890 / 0813 1111 2222", FALSE, "ok   0812 3456 7890 / 0813 1111 2222" },
  { "-", FALSE, "ok   " },
  { "0", TRUE, "ok   " },
  { "tidak ada", FALSE, "ok   " },
  { "8.1234567E+10", FALSE, "warning  phone-unreadable " },
  { "8,12E+10", FALSE, "warning  phone-unreadable " },
};

static void
test_phones (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      Found found = { NULL };

      g_test_message ("%s", phones[i].cell);
      check ("No HP", phones[i].cell, phones[i].numeric, &found);
      g_assert_cmpstr (found.line->str, ==, phones[i].line);
      clear (&found);
    }
}

#define TWIN(digits) "198804202010011" digits

/* Two rows, and what is said of the second. */
static const struct
{
  const char *rows;
  const char *codes;
} twins[] = {
  { "Budi Santoso;" A "\nBudi Santoso, S.E.;" TWIN ("002") "\n", "warning number-twin" },
  { "Budi Santoso;" A "\nBudi S.;" TWIN ("901") "\n", "warning number-twin" },
  { "Budi Santoso;" A "\nBUDI SANTOSO;197804202010011001\n", "warning number-twin" },
  { "Budi Santoso;" A "\nZulkarnain;" TWIN ("002") "\n", "ok " },
  { "Budi Santoso;" A "\nBudi Santoso;" TWIN ("012") "\n", "ok " },
  { "Budi Santoso;" TWIN ("099") "\nBudi Santoso;" TWIN ("100") "\n", "ok " },
  { "Budi Santoso;3602041211870001\nBudi Santoso;3602041211870002\n", "warning number-twin" },
  { "Budi Santoso;131110468\nBudi Santoso;131110469\n", "warning number-old-form" },
};

static void
test_twins (void)
{
  char *folder = roster_folder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_autofree char *text = g_strconcat ("Nama;NIP\n", twins[i].rows, NULL);
      g_autofree char *path = roster_file_text (folder, "roster.csv", text);
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);
      const IkrarRosterOptions options = { .today = ROSTER_TODAY, .keep_lines = TRUE };
      g_autoptr (IkrarRosterResult) result =
          ikrar_roster_check (workbook, &options, NULL, 0, NULL, NULL, NULL, NULL);
      const IkrarRosterLines *lines = ikrar_roster_result_get_lines (result);
      g_autofree char *problem =
          ikrar_roster_lines_get_problem (lines, 1, IKRAR_LANGUAGE_INDONESIAN);
      gboolean is_twin = strstr (twins[i].codes, "twin") != NULL;

      g_test_message ("%s", twins[i].rows);
      g_assert_true (g_str_has_prefix (
          twins[i].codes, ikrar_verdict_word (ikrar_roster_lines_get_verdict (lines, 1))));
      g_assert_true ((strstr (problem, "(baris 2, Budi Santoso)") != NULL) == is_twin);
    }
  roster_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mangled/numbers", test_numbers);
  g_test_add_func ("/mangled/phones", test_phones);
  g_test_add_func ("/mangled/twins", test_twins);
  return g_test_run ();
}
