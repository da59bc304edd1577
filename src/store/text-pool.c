/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/text-pool-private.h"

const char *
_ikrar_text_keep (GStringChunk *pool, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert (pool, text) : "";
}

const char *
_ikrar_text_keep_shared (GStringChunk *pool, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert_const (pool, text) : "";
}
