/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/employee-number.h"

G_BEGIN_DECLS

/* What stands in a cell, before anything is made of it. */
typedef struct
{
  const char *rest;      /* the text behind labels such as "NIP." */
  IkrarNumberKind label; /* what a label promised, UNKNOWN if nothing certain */
  char digits[IKRAR_NUMBER_DIGITS_MAX + 1];
  guint n_digits; /* all of them, also those that did not fit */
  guint n_lookalikes;
  gboolean separated; /* something stands between the digits */
  gboolean foreign;   /* letters that no number has */
  gboolean broken;    /* bytes that are no text */
} IkrarNumberScan;

/* Reads a cell. With read_lookalikes the letters O, o, l and I count as the digits they resemble.
 */
void ikrar_number_scan (const char *text, gboolean read_lookalikes, IkrarNumberScan *scan);

/* Whether a number was shown in scientific notation; then the birth year if enough of it is left,
 * else 0. */
gboolean ikrar_number_is_scientific (const char *text, guint16 *birth_year);

/* Takes away a ".0" that a program put behind a number it kept as a float. */
gboolean ikrar_number_drop_fraction (IkrarNumberScan *scan);

/* Adds a reason; the worst have to come first. */
void ikrar_number_doubt (IkrarNumber *number, IkrarSeverity severity, IkrarReason reason);

/* Tells the kind of number->digits and judges it. */
void ikrar_number_judge (IkrarNumber *number,
                         guint n_digits,
                         IkrarNumberKind label,
                         IkrarCellOrigin origin,
                         guint32 today);

G_END_DECLS
