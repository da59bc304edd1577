/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/sheet-rows.h"
#include "roster/layout.h"

/* Name, rank and number of one person below each other. */
#define IKRAR_RECORD_ROWS_MAX 3

G_BEGIN_DECLS

/* Where a sheet comes from, if that matters for its names. */
typedef enum
{
  IKRAR_ORIGIN_OFFICE,
  IKRAR_ORIGIN_FORM,
  IKRAR_ORIGIN_MEETING,
} IkrarSheetOrigin;

/* How one sheet is read. */
typedef struct
{
  char *name;
  IkrarSheetUse use;
  /* NULL unless the sheet is read. */
  IkrarHeader *header;
  char *unit;
  guint record_rows;
  /* Whether a unit counts for the rows below although no cells are merged. */
  gboolean fills_unit;
  IkrarSheetOrigin origin;
} IkrarSheetLayout;

struct _IkrarLayout
{
  /* GArray of IkrarSheetLayout, all sheets. */
  GArray *sheets;
  GArray *clues;
};

const IkrarSheetLayout *_ikrar_layout_sheet (const IkrarLayout *layout, guint sheet);

/* All tables of the sheets that are read. */
guint _ikrar_layout_count_tables (const IkrarLayout *layout);

/* A GArray of IkrarClue that frees their arguments. */
GArray *_ikrar_clues_new (void);
void _ikrar_clues_add (GArray *clues,
                       IkrarClueCode code,
                       guint sheet,
                       guint row,
                       guint column,
                       IkrarRosterField field,
                       const char *argument);
void _ikrar_clues_add_count (GArray *clues, IkrarClueCode code, guint sheet, guint count);

/* Moves all clues to another array, takes away those of a sheet, sorts by sheet and code. */
void _ikrar_clues_move (GArray *from, GArray *to);
void _ikrar_clues_drop_sheet (GArray *clues, guint sheet);
int _ikrar_clues_compare (gconstpointer a, gconstpointer b);
/* Says what should be known about a sheet that is read, or why it is not. */
void _ikrar_layout_note_sheet (IkrarLayout *layout, guint sheet, const IkrarSheetRows *sample);
void _ikrar_layout_note_hidden (IkrarLayout *layout, IkrarWorkbook *workbook, guint sheet);
void _ikrar_layout_note_unread (IkrarLayout *layout, guint sheet);

/* The unit that the name of a sheet gives, or "". @above are texts above the heads, which may have
 * it whole. */
char *_ikrar_sheet_unit (const char *name, const IkrarSheetRows *sample, guint header_row);
/* Whether a sheet is called like a summary: REKAP, Ringkasan. */
gboolean _ikrar_sheet_is_summary (const char *name);

/* What the rows below the heads say about how the sheet is laid out. */
guint _ikrar_layout_record_rows (const IkrarHeader *header, const IkrarSheetRows *sample);
gboolean _ikrar_layout_fills_unit (const IkrarHeader *header, const IkrarSheetRows *sample);
IkrarSheetOrigin _ikrar_layout_origin (const IkrarHeader *header);

G_END_DECLS
