/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/sheet-rows.h"
#include "roster/header.h"

G_BEGIN_DECLS

/* Ranks of a guess: the lower, the surer. */
#define IKRAR_HEAD_SURE 0
#define IKRAR_HEAD_VAGUE 5
/* A national id, which is read only where there is no other number and private otherwise. */
#define IKRAR_HEAD_NATIONAL_ID 9

/* What a head means by itself. */
typedef struct
{
  IkrarRosterField field;
  guint rank;
} IkrarHeadGuess;

/* FALSE if the head is unknown. */
gboolean _ikrar_head_guess (const char *head, IkrarHeadGuess *guess);

/* Whether a text begins as names of units do: "DINAS …", "Kec. …". */
gboolean _ikrar_unit_word_begins (const char *text);

struct _IkrarHeader
{
  guint row;
  /* GArray of IkrarRosterColumn. */
  GArray *columns;
};

/* What a column holds; nothing, if it is none of the header's. For cells in order: @next is 0 at
 * the first of them and steps along. */
IkrarRosterField _ikrar_header_field_at (const IkrarHeader *header, guint column, guint *next);

/* The row of @sample that looks most like heads, or -1. A row without a name is taken only if
 * @any. */
int _ikrar_header_guess_row (const IkrarSheetRows *sample, gboolean any);
/* Fills the fields of a header whose row is set, by heads and by the content below. */
void _ikrar_header_guess_fields (IkrarHeader *header, const IkrarSheetRows *sample);
/* Changes fields as the user says. */
gboolean _ikrar_header_map (IkrarHeader *header, const char *const *mapping, GError **error);
/* Index in @sample of the row where a head of the mapping stands, or -1. */
int _ikrar_header_mapped_row (const IkrarSheetRows *sample, const char *const *mapping);

G_END_DECLS
