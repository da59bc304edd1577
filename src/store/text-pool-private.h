/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*< private >
 * What tables of many rows keep their texts in. Empty texts take no room. What is returned belongs
 * to @pool; _ikrar_text_keep_shared() is for the few words that many rows share. */
const char *_ikrar_text_keep (GStringChunk *pool, const char *text);
const char *_ikrar_text_keep_shared (GStringChunk *pool, const char *text);

G_END_DECLS
