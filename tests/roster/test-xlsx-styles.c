/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "roster/xlsx-private.h"

static const struct
{
  const char *format;
  gboolean is_date;
} formats[] = {
  { "General", FALSE },   { "GENERAL", FALSE },   { "0", FALSE },
  { "#,##0.00", FALSE },  { "0.00E+00", FALSE },  { "@", FALSE },
  { "", FALSE },          { "[Red]0", FALSE },    { "0\" hari\"", FALSE },
  { "\"sd\"0", FALSE },   { "0\\d", FALSE },      { "_d0", FALSE },
  { "*d0", FALSE },       { "0;yyyy", FALSE },    { "\"unclosed", FALSE },
  { "yyyy-mm-dd", TRUE }, { "DD/MM/YYYY", TRUE }, { "[$-421]dd mmmm yyyy;@", TRUE },
  { "h:mm AM/PM", TRUE }, { "[h]:mm", TRUE },     { "[mm]:ss", TRUE },
  { "[s]", TRUE },
};

static void
test_formats (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_test_message ("%s", formats[i].format);
      g_assert_cmpint (_ikrar_xlsx_format_is_date (formats[i].format), ==, formats[i].is_date);
    }
}

/* ISO/IEC 29500-1, 18.17.4.1; the 29 February 1900 is Excel's. */
static const struct
{
  const char *serial;
  gboolean since_1904;
  const char *iso;
} serials[] = {
  { "0", FALSE, "00:00:00" },
  { "1", FALSE, "1900-01-01" },
  { "59", FALSE, "1900-02-28" },
  { "60", FALSE, "1900-02-29" },
  { "61", FALSE, "1900-03-01" },
  { "32253", FALSE, "1988-04-20" },
  { "45328", FALSE, "2024-02-06" },
  { "45328.354166666664", FALSE, "2024-02-06T08:30:00" },
  { "45327.9999999", FALSE, "2024-02-06" },
  { "0.99999", FALSE, "23:59:59" },
  { "2958465", FALSE, "9999-12-31" },
  { "2958466", FALSE, NULL },
  { "0", TRUE, "00:00:00" },
  { "1", TRUE, "1904-01-02" },
  { "30791", TRUE, "1988-04-20" },
  { "-1", FALSE, NULL },
  { "", FALSE, NULL },
  { "1x", FALSE, NULL },
  { "nan", FALSE, NULL },
  { "1.98804202010011E+17", FALSE, NULL },
};

static void
test_serials (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (serials); i++)
    {
      g_autofree char *iso = _ikrar_xlsx_serial_to_iso (serials[i].serial, serials[i].since_1904);

      g_assert_cmpstr (iso, ==, serials[i].iso);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-styles/formats", test_formats);
  g_test_add_func ("/xlsx-styles/serials", test_serials);
  return g_test_run ();
}
