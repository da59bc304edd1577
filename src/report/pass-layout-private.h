/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/pass-layout.h"
#include "report/paper.h"

G_BEGIN_DECLS

/* A pass code is a symbol of version 6. */
#define IKRAR_PASS_VERSION 6
#define IKRAR_PASS_MODULES 41

/* Where things stand on a card, in millimetres from its upper left corner. */
typedef struct
{
  double module;
  double symbol_x; /* the quiet zone lies outside */
  double symbol_y;
  double code_y; /* baseline of the code to type, centred below the symbol */
  double foot_y; /* baseline of the line below it, 0 for none */
  double logo_x;
  double logo_y;
  double logo_side;
  double head_x; /* of the institution if there is no logo */
  double institution_y;
  double event_y;
  guint event_lines;
  double rule_x;
  double rule_y;
  double text_x; /* name, titles, unit */
  double text_y;
  double when_y;  /* last baseline of day, time and place */
  double boxes_y; /* upper edge of seat and group */
  double boxes_height;
  double right;     /* where all text ends */
  double name_size; /* points */
  double unit_size;
  double when_size;
  double value_size; /* in the boxes */
} IkrarPassCard;

typedef struct
{
  const char *word;
  IkrarPaper paper;
  guint columns;
  guint rows;
  double left; /* of the first card */
  double top;
  double width; /* of a card */
  double height;
  const IkrarPassCard *large; /* with the larger symbol */
  const IkrarPassCard *small;
} IkrarPassSheet;

const IkrarPassSheet *ikrar_pass_layout_get_sheet (IkrarPassLayout layout);

G_END_DECLS
