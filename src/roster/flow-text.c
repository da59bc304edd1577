/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/flow-text-private.h"

#define NO_BREAK_SPACE "\xC2\xA0"

void
_ikrar_flow_text_begin (IkrarFlowText *text)
{
  g_string_truncate (text->text, 0);
  text->space = FALSE;
}

static void
settle_space (IkrarFlowText *text)
{
  GString *all = text->text;

  if (text->space && all->len > 0 && all->str[all->len - 1] != '\n')
    g_string_append_c (all, ' ');
  text->space = FALSE;
}

void
_ikrar_flow_text_add (IkrarFlowText *text, const char *letters, gsize size)
{
  GString *all = text->text;

  for (gsize i = 0; i < size; i++)
    if (g_ascii_isspace (letters[i]))
      text->space = TRUE;
    else
      {
        settle_space (text);
        g_string_append_c (all, letters[i]);
      }
}

void
_ikrar_flow_text_add_space (IkrarFlowText *text, char space, guint times)
{
  settle_space (text);
  while (times-- > 0)
    g_string_append_c (text->text, space);
}

void
_ikrar_flow_text_break (IkrarFlowText *text, gboolean block)
{
  GString *all = text->text;

  text->space = FALSE;
  if (!block || (all->len > 0 && all->str[all->len - 1] != '\n'))
    g_string_append_c (all, '\n');
}

static gboolean
ends_blank (const GString *text)
{
  return text->len > 0 && (g_ascii_isspace (text->str[text->len - 1]) ||
                           g_str_has_suffix (text->str, NO_BREAK_SPACE));
}

const char *
_ikrar_flow_text_end (IkrarFlowText *text)
{
  GString *all = text->text;
  const char *start = all->str;

  while (ends_blank (all))
    g_string_truncate (all, all->len - (g_ascii_isspace (all->str[all->len - 1]) ? 1 : 2));
  while (g_ascii_isspace (*start) || g_str_has_prefix (start, NO_BREAK_SPACE))
    start += g_ascii_isspace (*start) ? 1 : 2;
  return start;
}
