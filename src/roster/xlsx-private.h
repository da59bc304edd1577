/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/reader-private.h"
#include "roster/xml-private.h"

G_BEGIN_DECLS

/* Whether a letter belongs to a text: within <t>, but not to its pronunciation <rPh>. */
typedef struct
{
  guint pronunciation;
} IkrarXlsxText;

/* The texts that the cells of a workbook share. They are read only as far as cells need them, so
 * that the first rows of a large workbook are there at once. */
typedef struct
{
  GStringChunk *texts;
  GPtrArray *list; /* the texts read so far */
  gsize size;      /* of all of them */
  IkrarXlsxText text;
  gboolean in_list;
  IkrarXmlReading *reading; /* NULL at the end */
} IkrarXlsxStrings;

/* Begins to read; the package and @part outlive the strings. */
gboolean _ikrar_xlsx_strings_read (IkrarXlsxStrings *strings,
                                   IkrarPackage *package,
                                   const char *part,
                                   GError **error);
/* The text, until the strings are cleared; NULL if there is none at this place, or with an error.
 */
const char *_ikrar_xlsx_strings_get (IkrarXlsxStrings *strings, guint64 index, GError **error);
/* Reads those that no cell needed: they may be damaged. */
gboolean _ikrar_xlsx_strings_finish (IkrarXlsxStrings *strings, GError **error);
void _ikrar_xlsx_strings_clear (IkrarXlsxStrings *strings);

void _ikrar_xlsx_text_start (IkrarXlsxText *text, IkrarXml *xml, const char *name);
void _ikrar_xlsx_text_end (IkrarXlsxText *text, IkrarXml *xml, const char *name);
/* Turns _x000D_ and the like into the letters they stand for, from @start on. */
void _ikrar_xlsx_text_unescape (GString *text, gsize start);

/* What a cell format shows. */
typedef enum
{
  IKRAR_XLSX_DATE = 1 << 0,   /* numbers as dates */
  IKRAR_XLSX_MARKED = 1 << 1, /* a colour behind the text, or a stroke through it */
} IkrarXlsxStyle;

/* Appends the IkrarXlsxStyle of each cell format, as guint8. */
gboolean
_ikrar_xlsx_styles_read (GArray *styles, IkrarPackage *package, const char *part, GError **error);
/* Whether a number format shows dates. */
gboolean _ikrar_xlsx_format_is_date (const char *format);
/* The ISO form of a serial, or NULL if it is none. */
char *_ikrar_xlsx_serial_to_iso (const char *serial, gboolean since_1904);

/* What xlsx.c reads of a workbook for xlsx-sheet.c. */
typedef struct
{
  IkrarReader reader;
  IkrarPackage *package;
  /* Part names of the sheets, in the order of the reader's sheets. */
  GPtrArray *parts;
  char *strings_part;
  char *styles_part;
  gboolean since_1904;
  gboolean prepared;
  IkrarXlsxStrings strings;
  GArray *styles; /* IkrarXlsxStyle of the cell formats, as guint8 */
} IkrarXlsx;

gboolean _ikrar_xlsx_sheet_read (IkrarXlsx *xlsx,
                                 guint sheet,
                                 IkrarSheetRowFunc func,
                                 gpointer user_data,
                                 const IkrarProgress *progress,
                                 GError **error);
gboolean _ikrar_xlsx_merges_read (IkrarXlsx *xlsx, guint sheet, GArray *merges, GError **error);

G_END_DECLS
