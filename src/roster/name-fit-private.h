/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name key in words, ready to be held against very many others. */
typedef struct
{
  char **words;
  guint n_words;
  guint initials; /* bits of the first letters */
} IkrarNameFit;

void _ikrar_name_fit_init (IkrarNameFit *fit, const char *key);
void _ikrar_name_fit_clear (IkrarNameFit *fit);

/* Whether one name may be the other shortened or respelled: each word of the shorter fits a word of
 * its own in the longer, in their order. Narrower than ikrar_person_name_may_match(), which has a
 * number to go by: two people with one word in common do not fit. */
gboolean _ikrar_name_fits (const IkrarNameFit *name, const IkrarNameFit *other);

G_END_DECLS
