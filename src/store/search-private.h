/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody typed as folded words, all of which are to be found. */
GStrv _ikrar_search_words (const char *text);

/* Whether a folded text has them all. */
gboolean _ikrar_search_matches (const char *text, GStrv words);

G_END_DECLS
