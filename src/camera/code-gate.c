/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "camera/code-gate-private.h"

struct _IkrarCodeGate
{
  GHashTable *seen; /* text to when it was seen last; nothing that is too old to matter */
};

IkrarCodeGate *
_ikrar_code_gate_new (void)
{
  IkrarCodeGate *gate = g_new0 (IkrarCodeGate, 1);

  gate->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return gate;
}

void
_ikrar_code_gate_free (IkrarCodeGate *gate)
{
  if (gate == NULL)
    return;
  g_hash_table_unref (gate->seen);
  g_free (gate);
}

static gboolean
is_old (gpointer text, gpointer seen, gpointer now)
{
  return *(const gint64 *) now - *(const gint64 *) seen >= IKRAR_CODE_GATE_US;
}

gboolean
_ikrar_code_gate_pass (IkrarCodeGate *gate, const char *text, gint64 now)
{
  g_hash_table_foreach_remove (gate->seen, is_old, &now);
  return g_hash_table_replace (gate->seen, g_strdup (text), g_memdup2 (&now, sizeof now));
}
