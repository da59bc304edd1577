/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarPaper:
 * @IKRAR_PAPER_OFFICE: the paper the institution has set for lists and letters
 * @IKRAR_PAPER_A4: 210 x 297 mm
 * @IKRAR_PAPER_F4: 215 x 330 mm, what regional offices use; not the same as Legal
 */
typedef enum
{
  IKRAR_PAPER_OFFICE,
  IKRAR_PAPER_A4,
  IKRAR_PAPER_F4,
  IKRAR_N_PAPERS,
} IkrarPaper;

/**
 * ikrar_paper_parse:
 * @word: (nullable): `A4` or `F4`, as [struct@Institution] holds it
 *
 * Any thread.
 *
 * Returns: the paper, F4 for any other word
 */
IkrarPaper ikrar_paper_parse (const char *word);

/**
 * ikrar_paper_get_width:
 * @paper: a paper other than %IKRAR_PAPER_OFFICE
 *
 * Any thread.
 *
 * Returns: its width in millimetres, upright
 */
double ikrar_paper_get_width (IkrarPaper paper);

/**
 * ikrar_paper_get_height:
 * @paper: a paper other than %IKRAR_PAPER_OFFICE
 *
 * Any thread.
 *
 * Returns: its height in millimetres, upright
 */
double ikrar_paper_get_height (IkrarPaper paper);

G_END_DECLS
