/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#include "report/error.h"
#include "report/workbook-file-private.h"

/* "Folio": spreadsheet programs know no F4; it is 1 mm wider and as long. */
#define PAPER_FOLIO 14
#define PAPER_A4 9

/* Inches. */
#define MARGIN_SIDE 0.5
#define MARGIN_TOP 0.6
#define MARGIN_BOTTOM 0.7

IkrarWorkbookFile *
ikrar_workbook_file_new (const char *path, const IkrarWorkbookFacts *facts, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  lxw_doc_properties properties = { .title = (char *) facts->title,
                                    .subject = (char *) facts->subject,
                                    .author = (char *) facts->author,
                                    .company = (char *) facts->author,
                                    .comments = (char *) "Dibuat dengan Ikrar",
                                    .created = time (NULL) };
  IkrarOutputFile *file = ikrar_output_file_new (path, error);
  IkrarWorkbookFile *workbook;

  if (file == NULL)
    return NULL;
  workbook = g_new0 (IkrarWorkbookFile, 1);
  workbook->file = file;
  workbook->book = workbook_new_opt (ikrar_output_file_get_path (file), &options);
  if (workbook->book == NULL)
    g_error ("No memory for a workbook");
  ikrar_workbook_file_note (workbook, workbook_set_properties (workbook->book, &properties));
  return workbook;
}

lxw_format *
ikrar_workbook_file_add_format (IkrarWorkbookFile *workbook)
{
  lxw_format *format = workbook_add_format (workbook->book);

  format_set_font_name (format, "Arial");
  format_set_font_size (format, 10);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

lxw_format *
ikrar_workbook_file_add_head_format (IkrarWorkbookFile *workbook)
{
  lxw_format *format = ikrar_workbook_file_add_format (workbook);

  format_set_bold (format);
  format_set_font_color (format, LXW_COLOR_WHITE);
  format_set_bg_color (format, IKRAR_WORKBOOK_ACCENT);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_text_wrap (format);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, LXW_COLOR_WHITE);
  return format;
}

void
ikrar_workbook_file_set_print (lxw_worksheet *sheet, IkrarPaper paper, guint repeated_rows)
{
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, paper == IKRAR_PAPER_A4 ? PAPER_A4 : PAPER_FOLIO);
  worksheet_set_margins (sheet, MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&L&8&A&R&8Halaman &P dari &N");
  if (repeated_rows > 0)
    worksheet_repeat_rows (sheet, 0, repeated_rows - 1);
}

void
ikrar_workbook_file_note (IkrarWorkbookFile *workbook, lxw_error failure)
{
  if (workbook->failure == LXW_NO_ERROR)
    workbook->failure = failure;
}

gboolean
ikrar_workbook_file_commit (IkrarWorkbookFile *workbook, GError **error)
{
  lxw_error closing = workbook_close (workbook->book);

  workbook->book = NULL;
  ikrar_workbook_file_note (workbook, closing);
  if (workbook->failure == LXW_NO_ERROR)
    return ikrar_output_file_commit (workbook->file, error);
  g_set_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_WRITE,
               _ ("The workbook could not be written: %s Make room on the disk or choose another "
                  "folder."),
               lxw_strerror (workbook->failure));
  return FALSE;
}

void
ikrar_workbook_file_free (IkrarWorkbookFile *workbook)
{
  if (workbook == NULL)
    return;
  /* The library frees a workbook only by writing it; what it writes is removed below. */
  if (workbook->book != NULL)
    workbook_close (workbook->book);
  ikrar_output_file_free (workbook->file);
  g_free (workbook);
}
