/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/acting.h"

#include <string.h>

#include "core/text.h"

static const char *const texts[] = {
  [IKRAR_ACTING_NONE] = "",  [IKRAR_ACTING_PLT] = "Plt.", [IKRAR_ACTING_PLH] = "Plh.",
  [IKRAR_ACTING_PJ] = "Pj.", [IKRAR_ACTING_PJS] = "Pjs.",
};

/* What posts begin with; of two that begin alike the longer stands first. */
static const struct
{
  const char *word;
  IkrarActing acting;
} prefixes[] = {
  { "pelaksana tugas", IKRAR_ACTING_PLT },
  { "pelaksana harian", IKRAR_ACTING_PLH },
  { "penjabat sementara", IKRAR_ACTING_PJS },
  { "penjabat", IKRAR_ACTING_PJ },
  { "plt", IKRAR_ACTING_PLT },
  { "plh", IKRAR_ACTING_PLH },
  { "pjs", IKRAR_ACTING_PJS },
  { "pj", IKRAR_ACTING_PJ },
};

static gboolean
begins_with_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  return g_ascii_strncasecmp (text, word, length) == 0 && !g_ascii_isalnum (text[length]);
}

IkrarActing
ikrar_acting_split (const char *position, char **rest)
{
  g_autofree char *clean = ikrar_text_clean (position);

  g_return_val_if_fail (rest != NULL, IKRAR_ACTING_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      const char *after;

      if (!begins_with_word (clean, prefixes[i].word))
        continue;

      after = clean + strlen (prefixes[i].word);
      *rest = g_strdup (after + strspn (after, " .:,"));
      return prefixes[i].acting;
    }

  *rest = g_steal_pointer (&clean);
  return IKRAR_ACTING_NONE;
}

const char *
ikrar_acting_text (IkrarActing acting)
{
  g_return_val_if_fail ((guint) acting < G_N_ELEMENTS (texts), "");

  return texts[acting];
}

char *
ikrar_acting_join (IkrarActing acting, const char *position)
{
  const char *prefix = ikrar_acting_text (acting);
  const char *post = position != NULL ? position : "";

  return g_strconcat (prefix, *prefix != '\0' && *post != '\0' ? " " : "", post, NULL);
}
