/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/employee-number.h"

#include <string.h>

#include "support.h"

#define TODAY 20241107

#define OK IKRAR_SEVERITY_OK
#define WARNING IKRAR_SEVERITY_WARNING
#define REFUSED IKRAR_SEVERITY_ERROR
#define TEXT IKRAR_CELL_TEXT
#define NUMERIC IKRAR_CELL_NUMBER
#define REASON(name) IKRAR_REASON_NUMBER_##name
#define NO_REASON IKRAR_REASON_NONE

static const struct
{
  const char *text;
  IkrarCellOrigin origin;
  IkrarNumberKind kind;
  IkrarSeverity severity;
  IkrarReason reason; /* the first */
  const char *digits;
} cases[] = {
  /* Kinds. */
  { "198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "200012312024211001", TEXT, IKRAR_NUMBER_NI_PPPK, OK, NO_REASON, "200012312024211001" },
  { "199009132024242014", TEXT, IKRAR_NUMBER_NI_PPPK, OK, NO_REASON, "199009132024242014" },
  { "3602041211870001", TEXT, IKRAR_NUMBER_NIK, OK, NO_REASON, "3602041211870001" },
  { "351514 450868 0002", TEXT, IKRAR_NUMBER_NIK, OK, NO_REASON, "3515144508680002" },
  { "131110468", TEXT, IKRAR_NUMBER_OLD_NIP, WARNING, REASON (OLD_FORM), "131110468" },
  { "85041234", TEXT, IKRAR_NUMBER_NRP, OK, NO_REASON, "85041234" },
  { "8504 1234", TEXT, IKRAR_NUMBER_NRP, OK, NO_REASON, "85041234" },
  { "12345/P", TEXT, IKRAR_NUMBER_NRP, OK, NO_REASON, "12345" },
  { "NRP 21960128810375", TEXT, IKRAR_NUMBER_NRP, OK, NO_REASON, "21960128810375" },
  { "123456", TEXT, IKRAR_NUMBER_NRK, OK, NO_REASON, "123456" },
  { "4137759660200003", TEXT, IKRAR_NUMBER_NUPTK, WARNING, REASON (BIRTH_DATE),
    "4137759660200003" },
  { "NUPTK 4137759660200003", TEXT, IKRAR_NUMBER_NUPTK, OK, NO_REASON, "4137759660200003" },
  { "NUPTK: 1234567890", TEXT, IKRAR_NUMBER_NUPTK, OK, NO_REASON, "1234567890" },
  /* Scientific notation, whatever the cell. */
  { "1.98804E+17", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { "1,98E+17", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { "1.98E+017", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { "1.98804202010011E+017", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { "1.9880420201001101E+17", NUMERIC, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { "1.98804e17", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { "2E+17", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { " '6,37E+15 ", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  { "NIP 1.98804E+17", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SCIENTIFIC), "" },
  /* 15 significant digits. */
  { "198804202010011000", TEXT, IKRAR_NUMBER_NIP, REFUSED, REASON (ENDS_000),
    "198804202010011000" },
  { "198804202010011000", NUMERIC, IKRAR_NUMBER_NIP, REFUSED, REASON (ENDS_000),
    "198804202010011000" },
  { "200012312024211000", TEXT, IKRAR_NUMBER_NI_PPPK, REFUSED, REASON (ENDS_000),
    "200012312024211000" },
  { "19880420 201001 1 000", TEXT, IKRAR_NUMBER_NIP, REFUSED, REASON (ENDS_000),
    "198804202010011000" },
  /* A float64 printed in full: a multiple of 32, of which true numbers in text may be one too. */
  { "198804202010011008", NUMERIC, IKRAR_NUMBER_NIP, REFUSED, REASON (FROM_FLOAT),
    "198804202010011008" },
  { "198804202010011040", NUMERIC, IKRAR_NUMBER_NIP, REFUSED, REASON (FROM_FLOAT),
    "198804202010011040" },
  { "198804202010011008", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011008" },
  { "198804202010011040", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011040" },
  { "198804202010011008.0", TEXT, IKRAR_NUMBER_NIP, REFUSED, REASON (FROM_FLOAT),
    "198804202010011008" },
  { "198804202010011000,00", TEXT, IKRAR_NUMBER_NIP, REFUSED, REASON (ENDS_000),
    "198804202010011000" },
  /* The shortest decimal of a float64. */
  { "198804202010011070", NUMERIC, IKRAR_NUMBER_NIP, REFUSED, REASON (FROM_FLOAT),
    "198804202010011070" },
  { "198804202010011100", NUMERIC, IKRAR_NUMBER_NIP, REFUSED, REASON (FROM_FLOAT),
    "198804202010011100" },
  /* All digits written as they are by a program. */
  { "198804202010011001", NUMERIC, IKRAR_NUMBER_NIP, WARNING, REASON (NUMERIC_CELL),
    "198804202010011001" },
  { "198804202010011020", NUMERIC, IKRAR_NUMBER_NIP, WARNING, REASON (NUMERIC_CELL),
    "198804202010011020" },
  { "3602041211870001.0", TEXT, IKRAR_NUMBER_NIK, WARNING, REASON (NUMERIC_CELL),
    "3602041211870001" },
  { "131110468.0", TEXT, IKRAR_NUMBER_OLD_NIP, WARNING, REASON (OLD_FORM), "131110468" },
  { "123456", NUMERIC, IKRAR_NUMBER_NRK, OK, NO_REASON, "123456" },
  /* NIK in numeric cells. */
  { "6371010101900000", NUMERIC, IKRAR_NUMBER_NIK, REFUSED, REASON (FROM_FLOAT),
    "6371010101900000" },
  { "6371010101900010", NUMERIC, IKRAR_NUMBER_NIK, REFUSED, REASON (FROM_FLOAT),
    "6371010101900010" },
  { "6371010101900010", TEXT, IKRAR_NUMBER_NIK, OK, NO_REASON, "6371010101900010" },
  { "6371010101900000", TEXT, IKRAR_NUMBER_NIK, WARNING, REASON (SERIAL), "6371010101900000" },
  { "6371010101900002", NUMERIC, IKRAR_NUMBER_NIK, WARNING, REASON (NUMERIC_CELL),
    "6371010101900002" },
  { "9171010101900002", NUMERIC, IKRAR_NUMBER_NIK, REFUSED, REASON (FROM_FLOAT),
    "9171010101900002" },
  { "9171010101900003", NUMERIC, IKRAR_NUMBER_NIK, WARNING, REASON (NUMERIC_CELL),
    "9171010101900003" },
  /* Marks, styling, unseen characters, labels. */
  { "'198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "`198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "’198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "=\"198804202010011001\"", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "19880420 201001 1 001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "19880420.201001.1.001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "19880420-201001-1-001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "1988 0420 2010 01 1001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "19880420\302\240201001\302\2401\302\240001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON,
    "198804202010011001" },
  { "19880420\342\200\257201001 1 001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON,
    "198804202010011001" },
  { "\342\200\213198804202010011001\342\200\213", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON,
    "198804202010011001" },
  { "19880420\t201001\n1\r\n001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "NIP. 198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "NIP : 198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "nip198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "NIP\302\240198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202010011001" },
  { "NI PPPK 199009132024211014", TEXT, IKRAR_NUMBER_NI_PPPK, OK, NO_REASON, "199009132024211014" },
  { "NI\302\240PPPK 199009132024211014", TEXT, IKRAR_NUMBER_NI_PPPK, OK, NO_REASON,
    "199009132024211014" },
  { "NIPPPK 199009132024211014", TEXT, IKRAR_NUMBER_NI_PPPK, OK, NO_REASON, "199009132024211014" },
  { "NI P3K 199009132024211014", TEXT, IKRAR_NUMBER_NI_PPPK, OK, NO_REASON, "199009132024211014" },
  { "NIP/NI PPPK 199009132024211014", TEXT, IKRAR_NUMBER_NI_PPPK, OK, NO_REASON,
    "199009132024211014" },
  { "NIP/NIK 3602041211870001", TEXT, IKRAR_NUMBER_NIK, OK, NO_REASON, "3602041211870001" },
  { "NIK: 3602041211870001", TEXT, IKRAR_NUMBER_NIK, OK, NO_REASON, "3602041211870001" },
  { "No. KTP 3602041211870001", TEXT, IKRAR_NUMBER_NIK, OK, NO_REASON, "3602041211870001" },
  { "Nomor Induk Pegawai: 198804202010011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON,
    "198804202010011001" },
  { "１９８８０４２０２０１００１１００１", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON,
    "198804202010011001" },
  /* Lengths. */
  { "19880420201001101", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH),
    "19880420201001101" },
  { "1988042020100110011", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH),
    "1988042020100110011" },
  { "19880420201001101", NUMERIC, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH),
    "19880420201001101" },
  { "1", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH), "1" },
  { "32253", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH), "32253" },
  { "1234567890", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH), "1234567890" },
  { "081234567890", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH), "081234567890" },
  { "198804202010011001 / 6371010101900001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LENGTH),
    "198804202010011001637101" },
  /* Letters for digits. */
  { "19880420201OO11001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LOOKALIKE), "" },
  { "l98804202010011001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LOOKALIKE), "" },
  { "I98804202010011001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LOOKALIKE), "" },
  { "19880420 201001 l 00l", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (LOOKALIKE), "" },
  /* No number. */
  { NULL, TEXT, IKRAR_NUMBER_NONE, WARNING, REASON (MISSING), "" },
  { "", TEXT, IKRAR_NUMBER_NONE, WARNING, REASON (MISSING), "" },
  { " \302\240\342\200\213", TEXT, IKRAR_NUMBER_NONE, WARNING, REASON (MISSING), "" },
  { "NIP.", TEXT, IKRAR_NUMBER_NONE, WARNING, REASON (MISSING), "" },
  { "NIP :", TEXT, IKRAR_NUMBER_NONE, WARNING, REASON (MISSING), "" },
  { "-", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "0", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "0", NUMERIC, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "000000000000000000", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "–", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "belum ada", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "proses", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "Non ASN", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "NON-ASN", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "PTT", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "THL", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "honorer", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "GTT", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  { "NIP. -", TEXT, IKRAR_NUMBER_NONE, OK, NO_REASON, "" },
  /* Something else. */
  { "20/04/1988", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (IS_DATE), "" },
  { "20-04-1988", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (IS_DATE), "" },
  { "20 April 1988", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (IS_DATE), "" },
  { "1988-04-20", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (IS_DATE), "" },
  { "1988-04-20 00:00:00", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (IS_DATE), "" },
  { "20/4/88", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (IS_DATE), "" },
  { "Dinas Kesehatan", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (KIND), "" },
  { "#N/A", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (KIND), "" },
  { "siti@example.go.id", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (KIND), "" },
  { "198804202010011001 x", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (KIND), "" },
  { "\377\376\375", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (KIND), "" },
  { "Io", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (KIND), "" },
  /* Doubts. */
  { "198804202010131001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SERVICE_MONTH),
    "198804202010131001" },
  { "198804202010001001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SERVICE_MONTH),
    "198804202010001001" },
  { "198804202010201001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SERVICE_MONTH),
    "198804202010201001" },
  { "198804202010301001", TEXT, IKRAR_NUMBER_UNKNOWN, REFUSED, REASON (SERVICE_MONTH),
    "198804202010301001" },
  { "198802302010011001", TEXT, IKRAR_NUMBER_NIP, WARNING, REASON (BIRTH_DATE),
    "198802302010011001" },
  { "195412311980011001", TEXT, IKRAR_NUMBER_NIP, WARNING, REASON (BIRTH_YEAR),
    "195412311980011001" },
  { "195501011980011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "195501011980011001" },
  { "200501012024011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "200501012024011001" },
  { "198804202005011001", TEXT, IKRAR_NUMBER_NIP, WARNING, REASON (TOO_YOUNG),
    "198804202005011001" },
  { "198804202006011001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202006011001" },
  { "198804202024121001", TEXT, IKRAR_NUMBER_NIP, WARNING, REASON (FUTURE), "198804202024121001" },
  { "198804202024111001", TEXT, IKRAR_NUMBER_NIP, OK, NO_REASON, "198804202024111001" },
  { "199009132025242014", TEXT, IKRAR_NUMBER_NI_PPPK, WARNING, REASON (FUTURE),
    "199009132025242014" },
  { "198804202010013001", TEXT, IKRAR_NUMBER_NIP, WARNING, REASON (SEX), "198804202010013001" },
  { "2002041211870001", TEXT, IKRAR_NUMBER_NIK, WARNING, REASON (PROVINCE), "2002041211870001" },
};

static void
check_invariants (const IkrarNumber *number)
{
  gboolean ended = FALSE;

  g_assert_cmpuint (number->severity, <=, REFUSED);
  g_assert_cmpuint (number->kind, <=, IKRAR_NUMBER_UNKNOWN);
  g_assert_cmpint (number->reasons[0] == NO_REASON, ==, number->severity == OK);
  g_assert_cmpuint (strspn (number->digits, "0123456789"), ==, strlen (number->digits));
  g_assert_cmpuint (strlen (number->digits), <=, IKRAR_NUMBER_DIGITS_MAX);
  g_assert_true (number->kind != IKRAR_NUMBER_UNKNOWN || number->severity == REFUSED);
  g_assert_true (number->kind != IKRAR_NUMBER_NONE || *number->digits == '\0');
  for (guint i = 0; i < IKRAR_NUMBER_REASONS_MAX; i++)
    {
      ended = ended || number->reasons[i] == NO_REASON;
      g_assert_cmpint (number->reasons[i] == NO_REASON, ==, ended);
    }
}

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarNumber number;

      show_case (cases[i].text);
      ikrar_number_parse (cases[i].text, cases[i].origin, TODAY, &number);
      g_assert_cmpint (number.kind, ==, cases[i].kind);
      g_assert_cmpint (number.severity, ==, cases[i].severity);
      g_assert_cmpstr (ikrar_reason_code (number.reasons[0]), ==,
                       ikrar_reason_code (cases[i].reason));
      g_assert_cmpstr (number.digits, ==, cases[i].digits);
      check_invariants (&number);
    }
}

static const struct
{
  const char *text;
  guint today;
  guint birth[3];
  char sex;
  guint service_year;
  guint service_month;
  guint serial;
} parts[] = {
  { "198804202010011001", TODAY, { 1988, 4, 20 }, 'L', 2010, 1, 1 },
  { "200012312024211001", TODAY, { 2000, 12, 31 }, 'L', 2024, 0, 1 },
  { "199009132025242014", TODAY, { 1990, 9, 13 }, 'P', 2025, 0, 14 },
  { "3602041211870001", TODAY, { 1987, 11, 12 }, 'L', 0, 0, 1 },
  { "3515144508680002", TODAY, { 1968, 8, 5 }, 'P', 0, 0, 2 },
  { "3515140712240002", TODAY, { 1924, 12, 7 }, 'L', 0, 0, 2 },
  { "3515140711240002", TODAY, { 2024, 11, 7 }, 'L', 0, 0, 2 },
  { "3515146902000002", TODAY, { 2000, 2, 29 }, 'P', 0, 0, 2 },
  { "3515142902280002", TODAY, { 1928, 2, 29 }, 'L', 0, 0, 2 },
  { "198802302010011001", TODAY, { 0, 0, 0 }, 'L', 2010, 1, 1 },
  { "198804202010013001", TODAY, { 1988, 4, 20 }, 0, 2010, 1, 1 },
  { "198804202024121001", 0, { 1988, 4, 20 }, 'L', 2024, 12, 1 },
  { "1.98804E+17", TODAY, { 1988, 0, 0 }, 0, 0, 0, 0 },
  { "1,98E+17", TODAY, { 0, 0, 0 }, 0, 0, 0, 0 },
  { "6.371E+15", TODAY, { 0, 0, 0 }, 0, 0, 0, 0 },
};

static void
test_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      IkrarNumber number;

      show_case (parts[i].text);
      ikrar_number_parse (parts[i].text, TEXT, parts[i].today, &number);
      g_assert_cmpuint (number.birth_year, ==, parts[i].birth[0]);
      g_assert_cmpuint (number.birth_month, ==, parts[i].birth[1]);
      g_assert_cmpuint (number.birth_day, ==, parts[i].birth[2]);
      g_assert_cmpint (number.sex, ==, parts[i].sex);
      g_assert_cmpuint (number.service_year, ==, parts[i].service_year);
      g_assert_cmpuint (number.service_month, ==, parts[i].service_month);
      g_assert_cmpuint (number.serial, ==, parts[i].serial);
    }
}

/* Without a day nothing is in the future. */
static void
test_no_today (void)
{
  IkrarNumber number;

  ikrar_number_parse ("198804202099121001", TEXT, 0, &number);
  g_assert_cmpint (number.severity, ==, OK);
}

/* The upper bound of birth years moves on: who is 18 may be appointed. */
static void
test_birth_year_bound (void)
{
  IkrarNumber number;

  ikrar_number_parse ("200801012026011001", TEXT, 20261107, &number);
  g_assert_cmpint (number.severity, ==, OK);
  ikrar_number_parse ("201201012030011001", TEXT, 20301107, &number);
  g_assert_cmpint (number.severity, ==, OK);
  ikrar_number_parse ("201301012031011001", TEXT, 20301107, &number);
  g_assert_cmpint (number.reasons[0], ==, REASON (BIRTH_YEAR));
  g_assert_cmpint (number.reasons[1], ==, REASON (FUTURE));
}

static void
test_worst_first (void)
{
  IkrarNumber number;

  ikrar_number_parse ("195402302030013000", TEXT, TODAY, &number);
  g_assert_cmpint (number.severity, ==, REFUSED);
  g_assert_cmpint (number.reasons[0], ==, REASON (ENDS_000));
  g_assert_cmpint (number.reasons[1], ==, REASON (BIRTH_DATE));
  g_assert_cmpint (number.reasons[2], ==, REASON (FUTURE));
  g_assert_cmpint (number.reasons[3], ==, REASON (SEX));
}

static void
test_provinces (void)
{
  static const guint known[] = { 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33,
                                 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72,
                                 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96 };
  guint n_known = 0;

  for (guint code = 10; code < 100; code++)
    {
      g_autofree char *nik = g_strdup_printf ("%u02041211870001", code);
      gboolean is_known = n_known < G_N_ELEMENTS (known) && known[n_known] == code;
      IkrarNumber number;

      n_known += is_known ? 1 : 0;
      ikrar_number_parse (nik, TEXT, TODAY, &number);
      g_assert_cmpint (number.kind, ==, IKRAR_NUMBER_NIK);
      g_assert_cmpint (number.severity, ==, is_known ? OK : WARNING);
    }
  g_assert_cmpuint (n_known, ==, G_N_ELEMENTS (known));
}

static const struct
{
  const char *text;
  const char *suggestion;
} suggestions[] = {
  { "1988O42O2010011001", "198804202010011001" },
  { "l988 0420 2010 01 1 00I", "198804202010011001" },
  { "36O2O41211870001", "3602041211870001" },
  { "NIP. 19880420201001101", "198804202010011001" },
  { "19880420 201001 1 01", "198804202010011001" },
  { "20001231202421101", "200012312024211001" },
  { "19880230201001101", NULL },
  { "19880420201013101", NULL },
  { "1988042020100110011", NULL },
  { "198804202010011001", NULL },
  { "1988O42O201001100", NULL },
  { "1.98804E+17", NULL },
  { "Dinas Kesehatan", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
test_suggest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      g_autofree char *suggestion = ikrar_number_suggest (suggestions[i].text);

      g_assert_cmpstr (suggestion, ==, suggestions[i].suggestion);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *word;
    const char *label;
  } kinds[] = {
    { "none", "" },   { "nip", "NIP" },     { "ni-pppk", "NI PPPK" },
    { "nik", "NIK" }, { "nuptk", "NUPTK" }, { "old-nip", "NIP" },
    { "nrp", "NRP" }, { "nrk", "NRK" },     { "unknown", "Nomor" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_cmpstr (ikrar_number_kind_word (i), ==, kinds[i].word);
      g_assert_cmpint (ikrar_number_kind_from_word (kinds[i].word), ==, i);
      g_assert_cmpstr (ikrar_number_label (i), ==, kinds[i].label);
    }
  g_assert_cmpint (ikrar_number_kind_from_word ("NIP"), ==, IKRAR_NUMBER_UNKNOWN);
  g_assert_cmpint (ikrar_number_kind_from_word (NULL), ==, IKRAR_NUMBER_UNKNOWN);
}

static void
test_format (void)
{
  static const struct
  {
    const char *digits;
    const char *printed;
    const char *masked;
  } forms[] = {
    { "198609262015051001", "19860926 201505 1 001", "••••••••••••••1001" },
    { "3602041211870001", "3602041211870001", "••••••••••••0001" },
    { "131110468", "131110468", "•••••0468" },
    { "123", "123", "123" },
    { "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *printed = ikrar_number_format (forms[i].digits);
      g_autofree char *masked = ikrar_number_mask (forms[i].digits);

      g_assert_cmpstr (printed, ==, forms[i].printed);
      g_assert_cmpstr (masked, ==, forms[i].masked);
    }
}

/* A civil servant's number without doubts. */
static char *
random_nip (GRand *rand)
{
  int birth_year = g_rand_int_range (rand, 1955, 2004);

  return g_strdup_printf ("%d%02d%02d%d%02d%d%03d", birth_year, g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29), birth_year + 20,
                          g_rand_int_range (rand, 1, 11), g_rand_int_range (rand, 1, 3),
                          g_rand_int_range (rand, 1, 1000));
}

static void
test_random_numbers (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *nip = random_nip (rand);
      g_autofree char *printed = ikrar_number_format (nip);
      g_autofree char *labelled = g_strconcat ("NIP. ", printed, NULL);
      IkrarNumber number;

      ikrar_number_parse (labelled, TEXT, TODAY, &number);
      g_assert_cmpstr (number.digits, ==, nip);
      g_assert_cmpint (number.kind, ==, IKRAR_NUMBER_NIP);
      g_assert_cmpint (number.severity, ==, OK);
    }
}

/* The fewest digits that tell a float from its neighbours, then zeros: what JavaScript writes. */
static char *
print_shortest (double value)
{
  char exponent[G_ASCII_DTOSTR_BUF_SIZE];
  GString *digits = g_string_new (NULL);

  for (guint precision = 14; precision <= 16; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%ue", precision);

      g_ascii_formatd (exponent, sizeof exponent, format, value);
      if (g_ascii_strtod (exponent, NULL) == value)
        break;
    }
  for (const char *p = exponent; *p != 'e'; p++)
    if (*p != '.')
      g_string_append_c (digits, *p);
  while (digits->len < 18)
    g_string_append_c (digits, '0');

  return g_string_free (digits, FALSE);
}

static void
check_refused (const char *digits)
{
  IkrarNumber number;

  ikrar_number_parse (digits, NUMERIC, TODAY, &number);
  g_assert_cmpint (number.severity, ==, REFUSED);
  g_assert_cmpuint (number.serial, ==, 0);
}

/* Whatever way a true number is sent through a spreadsheet or a float, it is refused; one that was
 * written digit by digit is not, unless it looks exactly like those. */
static void
test_destroyed (void)
{
  g_autoptr (GRand) rand = random_start ();
  guint n_accepted = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *nip = random_nip (rand);
      g_autofree char *excel = g_strdup_printf ("%.15s000", nip);
      double value = g_ascii_strtod (nip, NULL);
      g_autofree char *shortest = print_shortest (value);
      char full[G_ASCII_DTOSTR_BUF_SIZE];
      IkrarNumber number;

      g_ascii_formatd (full, sizeof full, "%.0f", value);
      check_refused (excel);
      check_refused (full);
      check_refused (shortest);

      ikrar_number_parse (nip, NUMERIC, TODAY, &number);
      if (strcmp (nip, full) == 0 || strcmp (nip, shortest) == 0)
        g_assert_cmpint (number.reasons[0], ==, REASON (FROM_FLOAT));
      else
        g_assert_cmpint (number.reasons[0], ==, REASON (NUMERIC_CELL));
      n_accepted += number.severity == WARNING ? 1 : 0;
    }
  g_assert_cmpuint (n_accepted, >, 18000);
}

static void
test_random_text (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 40000; i++)
    {
      g_autofree char *text = i % 2 == 0 ? random_bytes (rand, 30) : random_text (rand, 30);
      g_autofree char *suggestion = ikrar_number_suggest (text);
      IkrarNumber number;

      ikrar_number_parse (text, i % 3 == 0 ? NUMERIC : TEXT, TODAY, &number);
      check_invariants (&number);
      g_assert_true (suggestion == NULL || number.severity == REFUSED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/employee-number/parse", test_parse);
  g_test_add_func ("/employee-number/parts", test_parts);
  g_test_add_func ("/employee-number/no-today", test_no_today);
  g_test_add_func ("/employee-number/birth-year-bound", test_birth_year_bound);
  g_test_add_func ("/employee-number/worst-first", test_worst_first);
  g_test_add_func ("/employee-number/provinces", test_provinces);
  g_test_add_func ("/employee-number/suggest", test_suggest);
  g_test_add_func ("/employee-number/words", test_words);
  g_test_add_func ("/employee-number/format", test_format);
  g_test_add_func ("/employee-number/random-numbers", test_random_numbers);
  g_test_add_func ("/employee-number/destroyed", test_destroyed);
  g_test_add_func ("/employee-number/random-text", test_random_text);
  return g_test_run ();
}
