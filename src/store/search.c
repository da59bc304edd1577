/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/search-private.h"

#include <string.h>

#include "core/text.h"

GStrv
_ikrar_search_words (const char *text)
{
  g_autofree char *folded = ikrar_text_fold (text);

  return g_strsplit (folded, " ", -1);
}

gboolean
_ikrar_search_matches (const char *text, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
