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

/* What stands between the heads of a group and of a column. */
#define IKRAR_HEAD_SEPARATOR " > "

/* The same of a title with the heads of several rows. */
gboolean _ikrar_head_guess_title (const char *title, IkrarHeadGuess *guess);

/* Kinds of content, of a single cell. */
gboolean _ikrar_content_is_number (const char *text);
gboolean _ikrar_content_is_status (const char *text);
gboolean _ikrar_content_is_grade (const char *text);
gboolean _ikrar_content_is_unit (const char *text);
gboolean _ikrar_content_is_date (const char *text);
/* Letters and no digits, and not the name of a unit. */
gboolean _ikrar_content_is_name (const char *text);
/* Whether most cells of a column are of a kind, in the rows of @sample below @row. */
gboolean _ikrar_content_of_column (const IkrarSheetRows *sample,
                                   guint row,
                                   guint column,
                                   gboolean (*test) (const char *text),
                                   guint percent);

struct _IkrarHeader
{
  /* The first row of the heads, and the last. */
  guint row;
  guint last_row;
  /* GArray of IkrarRosterColumn. */
  GArray *columns;
  guint n_blocks;
  /* Whether a table has a column each for men and women, see header-ticks.c. */
  gboolean has_ticks;
  /* Set of "column folded" for each cell with a head: they come again on each page. */
  GHashTable *heads;
  char *shape;
};

/* What a column holds; nothing, if it is none of the header's. For cells in order: @next is 0 at
 * the first of them and steps along. */
IkrarRosterField _ikrar_header_field_at (const IkrarHeader *header, guint column, guint *next);
/* Whether a text is one of the heads of this column. */
gboolean _ikrar_header_has_head (const IkrarHeader *header, guint column, const char *text);

/* The first rows of a sheet: enough for the heads and for some people below them, and all to the
 * row @until. */
IkrarSheetRows *
_ikrar_header_sample (IkrarWorkbook *workbook, guint sheet, guint until, GError **error);
/* A header as the sample has it, perhaps without a column of names. @row is the user's, or 0; what
 * @mapping (nullable) names helps to find the row, but is not followed. Takes notes in @clues,
 * which may be NULL. */
IkrarHeader *_ikrar_header_make (const IkrarSheetRows *sample,
                                 guint sheet,
                                 guint row,
                                 const char *const *mapping,
                                 GArray *clues);
/* The header of another sheet, as far as the content of this one, which has no heads, agrees; or
 * NULL. */
IkrarHeader *_ikrar_header_adopt (const IkrarHeader *other, const IkrarSheetRows *sample);
gboolean _ikrar_header_has_names (const IkrarHeader *header);
/* Says that no column of names was found. */
void _ikrar_header_fail (IkrarWorkbook *workbook,
                         guint sheet,
                         const IkrarSheetRows *sample,
                         GError **error);
void _ikrar_header_add_column (IkrarHeader *header,
                               guint column,
                               const char *title,
                               IkrarRosterField field,
                               guint block);
IkrarHeader *_ikrar_header_new (guint row, guint last_row);

/* The row of @sample that looks most like heads, or -1. A row without a name is taken only if
 * @any. */
int _ikrar_header_guess_row (const IkrarSheetRows *sample, gboolean any);
/* How many rows of @sample around @index hold the heads, from *@first on. */
guint _ikrar_header_guess_rows (const IkrarSheetRows *sample, guint index, guint *first);
/* The titles of all columns from these rows: parent and child joined. */
GPtrArray *_ikrar_header_join_rows (const IkrarSheetRows *sample, guint first, guint n_rows);
/* Tells tables that stand side by side apart. */
void _ikrar_header_guess_blocks (IkrarHeader *header, const IkrarSheetRows *sample);
/* Fills the fields of a header whose rows and blocks are set, by heads and by the content below. */
void _ikrar_header_guess_fields (IkrarHeader *header,
                                 const IkrarSheetRows *sample,
                                 guint sheet,
                                 GArray *clues);
/* The sex that a word says: "L", "P", or NULL. */
const char *_ikrar_sex_of_word (const char *text);
/* Index of the first of two columns of a table, one of which has a mark in each row; -1 for none.
 */
int _ikrar_header_find_ticks (const IkrarHeader *header, const IkrarSheetRows *sample, guint block);
/* What the mark of a row says, "" if there is none or more than one; NULL without such columns. */
const char *_ikrar_header_ticked_sex (const IkrarHeader *header, const IkrarSheetRow *row);
/* Changes fields as the user says. With @used, which has an entry for each of @mapping, columns
 * that are not there are passed over, and the entries of the others set. */
gboolean
_ikrar_header_map (IkrarHeader *header, const char *const *mapping, gboolean *used, GError **error);
/* Index in @sample of the row where a head of the mapping stands, or -1. */
int _ikrar_header_mapped_row (const IkrarSheetRows *sample, const char *const *mapping);
/* Says that an entry of a mapping names no column of the header. */
gboolean _ikrar_header_fail_column (const IkrarHeader *header, const char *entry, GError **error);

G_END_DECLS
