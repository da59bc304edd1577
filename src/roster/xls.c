/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"
#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include "roster/cells-private.h"
#include "roster/error.h"
#include "roster/file-kind-private.h"
#include "roster/first-rows-private.h"
#include "roster/limits-private.h"
#include "roster/reader-private.h"
#include "roster/xls-private.h"

#define HELPER "ikrar-xls"
#define BUFFER_SIZE 65536
/* A row is given when the next one begins: these are out long before the helper reads the others.
 */
#define KEPT_ROWS (IKRAR_XLS_FIRST_ROWS / 2)
#define KEPT_BYTES_MAX (8 * 1024 * 1024)
#define TEXT_BYTES_MAX (3 * IKRAR_CELL_LETTERS_MAX)

typedef struct
{
  IkrarReader reader;
  IkrarSource source;
  /* IkrarFirstRows of each sheet that was looked at, or NULL, and what they take in all. */
  GPtrArray *first;
  gsize n_kept;
} Xls;

/* The helper at work, which is not trusted: it may have been taken over by the file. */
typedef struct
{
  const IkrarSource *source;
  GSubprocess *process;
  GDataInputStream *records;
  GCancellable *cancellable;
  GString *text;
} Helper;

typedef struct
{
  IkrarCells cells;
  IkrarSheetRow row;
  IkrarSheetRowFunc func;
  gpointer user_data;
  const IkrarProgress *progress;
  /* The last row that was given before. */
  guint known;
  gboolean stopped;
} Reading;

static char *
find_helper (void)
{
  const char *folder = g_getenv ("IKRAR_HELPERS");

  return g_build_filename (folder != NULL ? folder : IKRAR_HELPER_DIR, HELPER, NULL);
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (fd, at, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      at += written;
      size -= (gsize) written;
    }
  return lseek (fd, 0, SEEK_SET) == 0;
}

/* A file that the helper can read and seek in. */
static int
open_fd (const IkrarSource *source)
{
  int fd;

  if (source->bytes == NULL)
    return open (source->path, O_RDONLY | O_CLOEXEC);
  fd = memfd_create ("roster", MFD_CLOEXEC);
  if (fd >= 0 && !write_all (fd, source->bytes))
    {
      close (fd);
      fd = -1;
    }
  return fd;
}

static gboolean
fail_code (const IkrarSource *source, guint code, GError **error)
{
  if (code == IKRAR_ROSTER_ERROR_ENCRYPTED)
    return _ikrar_file_kind_refuse (IKRAR_FILE_ENCRYPTED, source->name, error);
  if (code == IKRAR_ROSTER_ERROR_TOO_LARGE)
    g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
                 _ ("%s: This old Excel workbook (.xls) takes more memory or time than any roster. "
                    "Copy the table into a new workbook."),
                 source->name);
  else
    g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_DAMAGED,
                 _ ("%s: This old Excel workbook (.xls) cannot be read. Open it in Excel, "
                    "LibreOffice or WPS and save it as .xlsx."),
                 source->name);
  return FALSE;
}

static gboolean
start (Helper *helper, const IkrarSource *source, const char *what, guint sheet, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *program = find_helper ();
  g_autofree char *number = g_strdup_printf ("%u", sheet);
  int fd = open_fd (source);

  helper->source = source;
  if (fd < 0)
    {
      g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_UNREADABLE,
                   _ ("%s cannot be read: %s"), source->name, g_strerror (errno));
      return FALSE;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  helper->process = g_subprocess_launcher_spawn (launcher, NULL, program, what, number, NULL);
  if (helper->process == NULL)
    {
      g_set_error (
          error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_FORMAT,
          _ ("%s: The part of Ikrar that reads old Excel workbooks (.xls) is missing. Open "
             "the file in Excel or LibreOffice and save it as .xlsx."),
          source->name);
      return FALSE;
    }
  helper->text = g_string_new (NULL);
  helper->records = g_data_input_stream_new (g_subprocess_get_stdout_pipe (helper->process));
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (helper->records), BUFFER_SIZE);
  g_data_input_stream_set_byte_order (helper->records, G_DATA_STREAM_BYTE_ORDER_HOST_ENDIAN);
  return TRUE;
}

static void
finish (Helper *helper)
{
  if (helper->process == NULL)
    return;
  g_subprocess_force_exit (helper->process);
  g_subprocess_wait (helper->process, NULL, NULL);
  g_object_unref (helper->records);
  g_object_unref (helper->process);
  g_string_free (helper->text, TRUE);
}

/* The records broke off: the helper ended before its time, or was stopped at a limit. */
static gboolean
fail_broken (Helper *helper, GError *reason, GError **error)
{
  guint code = IKRAR_ROSTER_ERROR_DAMAGED;
  int end;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  g_clear_error (&reason);
  /* Nobody listens to what it still has to say. */
  g_input_stream_close (g_subprocess_get_stdout_pipe (helper->process), NULL, NULL);
  g_subprocess_wait (helper->process, NULL, NULL);
  end = g_subprocess_get_if_signaled (helper->process) ? g_subprocess_get_term_sig (helper->process)
                                                       : 0;
  if (end == SIGXCPU || end == SIGKILL || end == SIGABRT || end == SIGTRAP)
    code = IKRAR_ROSTER_ERROR_TOO_LARGE;
  return fail_code (helper->source, code, error);
}

static gboolean
read_number (Helper *helper, guint most, guint *number, GError **error)
{
  GError *reason = NULL;

  *number = g_data_input_stream_read_uint32 (helper->records, helper->cancellable, &reason);
  if (reason != NULL || *number > most)
    return fail_broken (helper, reason, error);
  return TRUE;
}

static gboolean
read_text (Helper *helper, GError **error)
{
  GError *reason = NULL;
  guint size;

  if (!read_number (helper, TEXT_BYTES_MAX, &size, error))
    return FALSE;
  g_string_set_size (helper->text, size);
  if (!g_input_stream_read_all (G_INPUT_STREAM (helper->records), helper->text->str, size, NULL,
                                helper->cancellable, &reason) ||
      !g_utf8_validate_len (helper->text->str, size, NULL))
    return fail_broken (helper, reason, error);
  return TRUE;
}

/* Reads the letter of the next record; FALSE with an error, also if the helper tells of one. */
static gboolean
read_record (Helper *helper, guchar *record, GError **error)
{
  GError *reason = NULL;
  guint code;

  *record = g_data_input_stream_read_byte (helper->records, helper->cancellable, &reason);
  if (reason != NULL)
    return fail_broken (helper, reason, error);
  if (*record != IKRAR_XLS_FAILED)
    return TRUE;
  return read_number (helper, G_MAXUINT, &code, error) && fail_code (helper->source, code, error);
}

static gboolean
take_sheets (Helper *helper, Xls *xls, GError **error)
{
  guchar record;
  guint hidden;

  while (read_record (helper, &record, error))
    {
      if (record == IKRAR_XLS_END)
        return TRUE;
      if (record != IKRAR_XLS_SHEET || xls->reader.sheets->len >= IKRAR_SHEETS_MAX)
        return fail_broken (helper, NULL, error);
      if (!read_number (helper, TRUE, &hidden, error) || !read_text (helper, error))
        return FALSE;
      _ikrar_reader_add_sheet (&xls->reader, helper->text->str, hidden != 0);
    }
  return FALSE;
}

static gboolean
list_sheets (Xls *xls, GError **error)
{
  Helper helper = { NULL };
  gboolean success =
      start (&helper, &xls->source, "list", 0, error) && take_sheets (&helper, xls, error);

  finish (&helper);
  if (!success || xls->reader.sheets->len > 0)
    return success;
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET,
               _ ("%s has no sheet with cells. Choose the workbook with the roster."),
               xls->source.name);
  return FALSE;
}

/* Hands over the row that was read, if there is one. */
static gboolean
give_row (Reading *reading, GError **error)
{
  GError *reason = NULL;

  if (reading->cells.pending->len == 0)
    return TRUE;
  _ikrar_cells_settle (&reading->cells, &reading->row);
  if (reading->row.number > reading->known)
    reading->stopped = !reading->func (&reading->row, reading->user_data, &reason);
  _ikrar_cells_begin (&reading->cells);
  if (reason == NULL)
    return ikrar_progress_step (reading->progress, reading->row.number, 0, error);
  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
take_row (Helper *helper, Reading *reading, GError **error)
{
  guint number, hidden;

  if (!give_row (reading, error) || !read_number (helper, IKRAR_XLS_ROWS_MAX, &number, error) ||
      !read_number (helper, TRUE, &hidden, error))
    return FALSE;
  if (number <= reading->row.number)
    return fail_broken (helper, NULL, error);
  reading->row.number = number;
  reading->row.hidden = hidden != 0;
  return TRUE;
}

static gboolean
take_cell (Helper *helper, Reading *reading, GError **error)
{
  guint column, type;

  if (!read_number (helper, IKRAR_XLS_COLUMNS_MAX - 1, &column, error) ||
      !read_number (helper, IKRAR_VALUE_ERROR, &type, error) || !read_text (helper, error))
    return FALSE;
  _ikrar_cells_add (&reading->cells, column, type, helper->text->str, helper->text->str);
  if (_ikrar_cells_are_full (&reading->cells))
    return fail_code (helper->source, IKRAR_ROSTER_ERROR_TOO_LARGE, error);
  return TRUE;
}

static gboolean
take_rows (Helper *helper, Reading *reading, GError **error)
{
  guchar record;

  while (!reading->stopped && read_record (helper, &record, error))
    {
      if (record == IKRAR_XLS_END)
        return give_row (reading, error);
      if (record != IKRAR_XLS_ROW && record != IKRAR_XLS_CELL)
        return fail_broken (helper, NULL, error);
      if (record == IKRAR_XLS_ROW ? !take_row (helper, reading, error)
                                  : !take_cell (helper, reading, error))
        return FALSE;
    }
  return reading->stopped;
}

static gboolean
read_rows (Xls *xls, guint sheet, Reading *reading, GError **error)
{
  Helper helper = { .cancellable =
                        reading->progress != NULL ? reading->progress->cancellable : NULL };
  gboolean success;

  reading->row.sheet = sheet;
  _ikrar_cells_init (&reading->cells);
  success =
      start (&helper, &xls->source, "rows", sheet, error) && take_rows (&helper, reading, error);
  finish (&helper);
  _ikrar_cells_clear (&reading->cells);
  return success;
}

typedef struct
{
  Xls *xls;
  IkrarFirstRows *first;
} Keeping;

static gboolean
keep_row (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  Keeping *keeping = user_data;
  gsize before = keeping->first->n_bytes;

  _ikrar_first_rows_add (keeping->first, row);
  keeping->xls->n_kept += keeping->first->n_bytes - before;
  return row->number < KEPT_ROWS && keeping->xls->n_kept < KEPT_BYTES_MAX;
}

/* The first rows of each sheet are looked at before it is read; the helper works only once for
 * them.
 */
static IkrarFirstRows *
find_first (Xls *xls, guint sheet, const IkrarProgress *progress, GError **error)
{
  Keeping keeping = { xls, NULL };
  Reading reading = { .func = keep_row, .user_data = &keeping };
  const IkrarProgress silent = { NULL, NULL, progress != NULL ? progress->cancellable : NULL };

  if (xls->first->pdata[sheet] != NULL)
    return xls->first->pdata[sheet];
  keeping.first = _ikrar_first_rows_new ();
  reading.progress = &silent;
  if (!read_rows (xls, sheet, &reading, error))
    {
      _ikrar_first_rows_free (keeping.first);
      return NULL;
    }
  keeping.first->complete = !reading.stopped;
  xls->first->pdata[sheet] = keeping.first;
  return keeping.first;
}

static gboolean
read_xls (IkrarReader *base,
          guint sheet,
          IkrarSheetRowFunc func,
          gpointer user_data,
          const IkrarProgress *progress,
          GError **error)
{
  Xls *xls = (Xls *) base;
  Reading reading = { .func = func, .user_data = user_data, .progress = progress };
  const IkrarFirstRows *first = find_first (xls, sheet, progress, error);
  gboolean stopped;

  if (first == NULL || !_ikrar_first_rows_give (first, func, user_data, &stopped, error))
    return FALSE;
  if (stopped || first->complete)
    return ikrar_progress_step (progress, 0, 0, error);
  reading.known = _ikrar_first_rows_get_last (first);
  return read_rows (xls, sheet, &reading, error);
}

static gboolean
take_merge (Helper *helper, GArray *merges, GError **error)
{
  IkrarMerge merge;

  if (!read_number (helper, IKRAR_XLS_ROWS_MAX - 1, &merge.first_row, error) ||
      !read_number (helper, IKRAR_XLS_ROWS_MAX - 1, &merge.last_row, error) ||
      !read_number (helper, IKRAR_XLS_COLUMNS_MAX - 1, &merge.first_column, error) ||
      !read_number (helper, IKRAR_XLS_COLUMNS_MAX - 1, &merge.last_column, error))
    return FALSE;
  if (merge.first_row > merge.last_row || merge.first_column > merge.last_column ||
      merges->len >= IKRAR_MERGES_MAX)
    return fail_broken (helper, NULL, error);
  merge.first_row++;
  merge.last_row++;
  g_array_append_val (merges, merge);
  return TRUE;
}

static gboolean
take_merges (Helper *helper, GArray *merges, GError **error)
{
  guchar record;

  while (read_record (helper, &record, error))
    {
      if (record == IKRAR_XLS_END)
        return TRUE;
      if (record != IKRAR_XLS_MERGE)
        return fail_broken (helper, NULL, error);
      if (!take_merge (helper, merges, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_merges (IkrarReader *base, guint sheet, GArray *merges, GError **error)
{
  Helper helper = { NULL };
  gboolean success = start (&helper, &((Xls *) base)->source, "merges", sheet, error) &&
                     take_merges (&helper, merges, error);

  finish (&helper);
  return success;
}

static void
free_xls (IkrarReader *base)
{
  Xls *xls = (Xls *) base;

  _ikrar_reader_clear (base);
  _ikrar_source_clear (&xls->source);
  g_ptr_array_unref (xls->first);
  g_free (xls);
}

IkrarReader *
_ikrar_xls_open (const IkrarSource *source, GError **error)
{
  static const IkrarReaderFormat format = { read_xls, read_merges, free_xls };
  Xls *xls = g_new0 (Xls, 1);

  _ikrar_reader_init (&xls->reader, &format);
  _ikrar_source_init (&xls->source, source);
  xls->first = g_ptr_array_new_with_free_func ((GDestroyNotify) _ikrar_first_rows_free);
  if (list_sheets (xls, error))
    {
      g_ptr_array_set_size (xls->first, (int) xls->reader.sheets->len);
      return &xls->reader;
    }
  free_xls (&xls->reader);
  return NULL;
}
