/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/title-table-private.h"

G_BEGIN_DECLS

/* Longer texts are no names; they are kept as they are. */
#define IKRAR_NAME_WORDS_MAX 32

typedef struct
{
  const char *start;
  gsize length;
  gboolean comma;       /* a comma stands right before it */
  gboolean after_comma; /* one stands somewhere between the start of the name and it */
} IkrarNameWord;

/* A name being read: titles are cut off both ends of words[first] to words[end - 1]. */
typedef struct
{
  IkrarNameWord words[IKRAR_NAME_WORDS_MAX];
  guint first;
  guint end;
  gboolean has_small; /* the name is not written in capitals throughout */
  GString *before;
  gsize before_end; /* where titles go into @before that stood behind the name */
  GString *after;
} IkrarNameReading;

/* The length of the longest title before a name that a word begins with, 0 if there is none. */
gsize ikrar_name_match_before (const IkrarNameReading *reading,
                               const IkrarNameWord *word,
                               const IkrarTitleBefore **title);

/* Cuts one title off the end; FALSE if there is none, or nothing but a title. */
gboolean ikrar_name_take_after (IkrarNameReading *reading);

G_END_DECLS
