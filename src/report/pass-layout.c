/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/error.h"
#include "report/pass-layout-private.h"

#include "store/institution.h"

#define SETTING "pass-layout"

/* The head runs over the whole card, the symbol stands below it. */
static const IkrarPassCard tall_large = {
  .module = 1.0,
  .symbol_x = 5.4,
  .symbol_y = 16,
  .code_y = 65,
  .logo_x = 5,
  .logo_y = 3.4,
  .logo_side = 6.6,
  .head_x = 5.4,
  .institution_y = 5.9,
  .event_y = 9.5,
  .event_lines = 1,
  .rule_x = 5,
  .rule_y = 11.6,
  .text_x = 51,
  .text_y = 16,
  .when_y = 52.2,
  .boxes_y = 55.4,
  .boxes_height = 9.6,
  .right = 91,
  .name_size = 14,
  .unit_size = 8,
  .when_size = 8,
  .value_size = 14,
};

static const IkrarPassCard tall_small = {
  .module = 0.8,
  .symbol_x = 6.2,
  .symbol_y = 18.4,
  .code_y = 58.2,
  .foot_y = 62.2,
  .logo_x = 5,
  .logo_y = 4.6,
  .logo_side = 7.6,
  .head_x = 6.2,
  .institution_y = 7.3,
  .event_y = 10.8,
  .event_lines = 1,
  .rule_x = 5,
  .rule_y = 14.1,
  .text_x = 44.5,
  .text_y = 18.4,
  .when_y = 49.6,
  .boxes_y = 52.8,
  .boxes_height = 9.6,
  .right = 90,
  .name_size = 14,
  .unit_size = 8,
  .when_size = 8,
  .value_size = 14,
};

/* The symbol takes the whole height, the head stands beside it. */
static const IkrarPassCard flat_large = {
  .module = 1.0,
  .symbol_x = 5.4,
  .symbol_y = 5.4,
  .code_y = 55.4,
  .logo_x = 51,
  .logo_y = 4.6,
  .logo_side = 6.8,
  .head_x = 51,
  .institution_y = 6.9,
  .event_y = 10.2,
  .event_lines = 2,
  .rule_x = 51,
  .rule_y = 14.9,
  .text_x = 51,
  .text_y = 18,
  .when_y = 43.8,
  .boxes_y = 46.8,
  .boxes_height = 8.6,
  .right = 91,
  .name_size = 13,
  .unit_size = 7.5,
  .when_size = 7,
  .value_size = 12.5,
};

static const IkrarPassCard flat_small = {
  .module = 0.8,
  .symbol_x = 5.2,
  .symbol_y = 5.2,
  .code_y = 45.6,
  .foot_y = 49.4,
  .logo_x = 44.5,
  .logo_y = 3.8,
  .logo_side = 6.8,
  .head_x = 44.5,
  .institution_y = 6.1,
  .event_y = 9.4,
  .event_lines = 2,
  .rule_x = 44.5,
  .rule_y = 14,
  .text_x = 44.5,
  .text_y = 16.8,
  .when_y = 39,
  .boxes_y = 41.4,
  .boxes_height = 8,
  .right = 91,
  .name_size = 12.5,
  .unit_size = 7.5,
  .when_size = 7,
  .value_size = 11.5,
};

static const IkrarPassSheet sheets[IKRAR_N_PASS_LAYOUTS] = {
  [IKRAR_PASS_LAYOUT_A4_8] = { "a4-8", IKRAR_PAPER_A4, 2, 4, 10, 12.5, 95, 68, &tall_large,
                               &tall_small },
  [IKRAR_PASS_LAYOUT_A4_10] = { "a4-10", IKRAR_PAPER_A4, 2, 5, 10, 12.5, 95, 54.4, &flat_small,
                                &flat_small },
  [IKRAR_PASS_LAYOUT_F4_8] = { "f4-8", IKRAR_PAPER_F4, 2, 4, 12.5, 29, 95, 68, &tall_large,
                               &tall_small },
  [IKRAR_PASS_LAYOUT_F4_10] = { "f4-10", IKRAR_PAPER_F4, 2, 5, 12.5, 12.5, 95, 61, &flat_large,
                                &flat_small },
};

const IkrarPassSheet *
ikrar_pass_layout_get_sheet (IkrarPassLayout layout)
{
  return &sheets[layout];
}

const char *
ikrar_pass_layout_word (IkrarPassLayout layout)
{
  g_return_val_if_fail (layout < IKRAR_N_PASS_LAYOUTS, NULL);

  return sheets[layout].word;
}

gboolean
ikrar_pass_layout_parse (const char *word, IkrarPassLayout *layout, GError **error)
{
  for (guint i = 0; i < IKRAR_N_PASS_LAYOUTS; i++)
    if (g_strcmp0 (word, sheets[i].word) == 0)
      {
        *layout = i;
        return TRUE;
      }
  g_set_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_UNKNOWN,
               _ ("There is no pass layout “%s”. The layouts are a4-8, a4-10, f4-8 and f4-10."),
               word != NULL ? word : "");
  return FALSE;
}

gboolean
ikrar_pass_layout_get_usual (IkrarStore *store, IkrarPassLayout *layout, GError **error)
{
  g_autofree char *word = ikrar_setting_get (store, SETTING, error);

  *layout = IKRAR_PASS_LAYOUT_A4_8;
  if (word != NULL && *word != '\0')
    /* A word of a later version is no reason to print nothing. */
    ikrar_pass_layout_parse (word, layout, NULL);
  return word != NULL;
}

gboolean
ikrar_pass_layout_set_usual (IkrarStore *store, IkrarPassLayout layout, GError **error)
{
  g_return_val_if_fail (layout < IKRAR_N_PASS_LAYOUTS, FALSE);

  return ikrar_setting_set (store, SETTING, sheets[layout].word, error);
}
