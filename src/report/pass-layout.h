/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * IkrarPassLayout:
 * @IKRAR_PASS_LAYOUT_A4_8: eight of 95 x 68 mm on A4; fits the usual card pockets
 * @IKRAR_PASS_LAYOUT_A4_10: ten of 95 x 54.4 mm on A4; the code has modules of 0.8 mm
 * @IKRAR_PASS_LAYOUT_F4_8: eight of 95 x 68 mm on F4
 * @IKRAR_PASS_LAYOUT_F4_10: ten of 95 x 61 mm on F4
 *
 * How passes are laid out on a sheet.
 */
typedef enum
{
  IKRAR_PASS_LAYOUT_A4_8,
  IKRAR_PASS_LAYOUT_A4_10,
  IKRAR_PASS_LAYOUT_F4_8,
  IKRAR_PASS_LAYOUT_F4_10,
  IKRAR_N_PASS_LAYOUTS,
} IkrarPassLayout;

/**
 * ikrar_pass_layout_word:
 * @layout: a layout
 *
 * Any thread.
 *
 * Returns: (transfer none): its word on the command line, such as `a4-8`
 */
const char *ikrar_pass_layout_word (IkrarPassLayout layout);

/**
 * ikrar_pass_layout_parse:
 * @word: (nullable): a word
 * @layout: (out): the layout
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_UNKNOWN`, naming the layouts there are
 */
gboolean ikrar_pass_layout_parse (const char *word, IkrarPassLayout *layout, GError **error);

/**
 * ikrar_pass_layout_get_usual:
 * @store: a store
 * @layout: (out): the layout the institution has set, eight on A4 if it has set none
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_pass_layout_get_usual (IkrarStore *store, IkrarPassLayout *layout, GError **error);

/**
 * ikrar_pass_layout_set_usual:
 * @store: a store
 * @layout: what passes are laid out like from now on unless something else is asked for
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_pass_layout_set_usual (IkrarStore *store, IkrarPassLayout layout, GError **error);

G_END_DECLS
