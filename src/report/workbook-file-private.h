/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <xlsxwriter.h>

#include "report/output-file-private.h"
#include "report/paper.h"

G_BEGIN_DECLS

/* A workbook that is being written beside its target, row by row. */
typedef struct
{
  IkrarOutputFile *file;
  lxw_workbook *book;
  lxw_error failure; /* the first one of a cell */
} IkrarWorkbookFile;

/* What a reader's program shows about the file. */
typedef struct
{
  const char *title;
  const char *author;  /* the institution, never a person */
  const char *subject; /* nullable */
} IkrarWorkbookFacts;

#define IKRAR_WORKBOOK_ACCENT 0x0b5a6b
#define IKRAR_WORKBOOK_TINT 0xe2f0f0
#define IKRAR_WORKBOOK_GREY 0x555555
#define IKRAR_WORKBOOK_RULE 0xd9d9d9

IkrarWorkbookFile *
ikrar_workbook_file_new (const char *path, const IkrarWorkbookFacts *facts, GError **error);

lxw_format *ikrar_workbook_file_add_format (IkrarWorkbookFile *workbook);

/* White on the accent, in the middle, wrapped. */
lxw_format *ikrar_workbook_file_add_head_format (IkrarWorkbookFile *workbook);

/* Across, one page wide, page numbers below, the first rows on every page. */
void ikrar_workbook_file_set_print (lxw_worksheet *sheet, IkrarPaper paper, guint repeated_rows);

/* Keeps the first failure. */
void ikrar_workbook_file_note (IkrarWorkbookFile *workbook, lxw_error failure);

/* Closes the workbook and puts it in its place. */
gboolean ikrar_workbook_file_commit (IkrarWorkbookFile *workbook, GError **error);

/* Takes everything back if it was not committed. */
void ikrar_workbook_file_free (IkrarWorkbookFile *workbook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarWorkbookFile, ikrar_workbook_file_free)

G_END_DECLS
