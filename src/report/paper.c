/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/paper.h"

static const struct
{
  double width;
  double height;
} sizes[IKRAR_N_PAPERS] = {
  [IKRAR_PAPER_A4] = { 210, 297 },
  [IKRAR_PAPER_F4] = { 215, 330 },
};

IkrarPaper
ikrar_paper_parse (const char *word)
{
  return g_strcmp0 (word, "A4") == 0 ? IKRAR_PAPER_A4 : IKRAR_PAPER_F4;
}

double
ikrar_paper_get_width (IkrarPaper paper)
{
  g_return_val_if_fail (paper == IKRAR_PAPER_A4 || paper == IKRAR_PAPER_F4, 0);

  return sizes[paper].width;
}

double
ikrar_paper_get_height (IkrarPaper paper)
{
  g_return_val_if_fail (paper == IKRAR_PAPER_A4 || paper == IKRAR_PAPER_F4, 0);

  return sizes[paper].height;
}
