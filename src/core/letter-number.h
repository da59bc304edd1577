/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarLetterNumber:
 * @code: archive code (kode klasifikasi, Permendagri 83/2022), such as `800.2.4`
 * @number: running number, from 1; 0 leaves room (`___`) for one that is given later by hand or by
 * a correspondence system
 * @insert: (nullable): letter of a number put in later (nomor sisipan), such as `a` for `123.a`
 * @unit: unit code, such as `BKPSDM`
 * @month: 1 to 12; `{bulan}` writes two digits
 * @year: four digits
 *
 * What a pattern is filled with.
 */
typedef struct
{
  const char *code;
  guint number;
  const char *insert;
  const char *unit;
  int month;
  int year;
} IkrarLetterNumber;

/**
 * ikrar_letter_number_check:
 * @pattern: such as `{kode}/{nomor:4}/{unit}/{bulan_romawi}/{tahun}`
 * @error: return location for an error
 *
 * Checks a pattern before it is kept: known tokens only (`kode`, `nomor`, `nomor:0` to `nomor:5`
 * digits, `unit`, `bulan`, `bulan_romawi`, `tahun`), braces paired, and `nomor` present, or two
 * papers would share a number.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_CORE_ERROR_SYNTAX` or `IKRAR_CORE_ERROR_UNKNOWN`, naming the token
 */
gboolean ikrar_letter_number_check (const char *pattern, GError **error);

/**
 * ikrar_letter_number_format:
 * @pattern: a checked pattern
 * @number: what to fill in
 *
 * Any thread.
 *
 * Returns: (transfer full): such as `800.2.4/0188/BKPSDM/XI/2024`
 */
char *ikrar_letter_number_format (const char *pattern, const IkrarLetterNumber *number);

G_END_DECLS
