/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/package-private.h"
#include "roster/workbook.h"

G_BEGIN_DECLS

typedef struct _IkrarReader IkrarReader;

/* What a file format must be able to do; one file a format fills it in. */
typedef struct
{
  gboolean (*read) (IkrarReader *reader,
                    guint sheet,
                    IkrarSheetRowFunc func,
                    gpointer user_data,
                    const IkrarProgress *progress,
                    GError **error);
  /* Appends IkrarMerge values; NULL for a format without merged cells. Of a glance at a large sheet
   * only those of its first rows, which makes the reader partial. */
  gboolean (*read_merges) (IkrarReader *reader, guint sheet, GArray *merges, GError **error);
  void (*free) (IkrarReader *reader);
} IkrarReaderFormat;

struct _IkrarReader
{
  const IkrarReaderFormat *format;
  /* GArray of IkrarSheet, filled by the format's open function. */
  GArray *sheets;
  /* Whether only the first rows are wanted, and whether something was left out for that. */
  gboolean glance;
  gboolean partial;
  /* GArray of the columns that are hidden, of the sheets that were read. */
  GArray *hidden_columns;
};

/* Both take the package. */
IkrarReader *_ikrar_xlsx_open (IkrarPackage *package, GError **error);
IkrarReader *_ikrar_ods_open (IkrarPackage *package, gboolean glance, GError **error);
/* Whether a package is an OpenDocument file of any kind. */
gboolean _ikrar_ods_is (IkrarPackage *package);
IkrarReader *_ikrar_html_open (const IkrarSource *source, GError **error);
IkrarReader *_ikrar_xls_open (const IkrarSource *source, GError **error);
IkrarReader *_ikrar_text_open (const IkrarSource *source, GError **error);

/* Sets up and takes down what all readers share. */
void _ikrar_reader_init (IkrarReader *reader, const IkrarReaderFormat *format);
void _ikrar_reader_clear (IkrarReader *reader);
/* Told while a sheet is read, before its first row. */
void _ikrar_reader_hide_columns (IkrarReader *reader, guint sheet, guint first, guint last);
void _ikrar_reader_add_sheet (IkrarReader *reader, const char *name, gboolean hidden);

G_END_DECLS
