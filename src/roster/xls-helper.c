/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define _GNU_SOURCE

/* ikrar-xls: reads an old Excel workbook from its standard input. See xls-private.h. */

#include <freexl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "roster/error.h"
#include "roster/limits-private.h"
#include "roster/sheet-row.h"
#include "roster/xls-box-private.h"
#include "roster/xls-private.h"

#if defined(__SANITIZE_ADDRESS__)
#define ADDRESSES_ARE_PLENTY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESSES_ARE_PLENTY 1
#endif
#endif
#ifndef ADDRESSES_ARE_PLENTY
#define ADDRESSES_ARE_PLENTY 0
#endif

typedef struct
{
  const void *library;
  /* The workbook without its box, and where its sheets are; NULL if it has another. */
  GByteArray *book;
  GArray *sheets;
  /* Whether the library got less than there is. */
  gboolean is_cut;
} Job;

static void
limit (int resource, rlim_t most)
{
  const struct rlimit limits = { most, most };

  setrlimit ((__rlimit_resource_t) resource, &limits);
}

/* The sanitizer that tests run under maps far more than it uses. */
static void
limit_all (void)
{
  if (!ADDRESSES_ARE_PLENTY)
    limit (RLIMIT_AS, IKRAR_XLS_MEMORY_MAX);
  limit (RLIMIT_CPU, IKRAR_XLS_SECONDS_MAX);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, IKRAR_WORKBOOK_BYTES_MAX);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

static void
write_number (guint32 number)
{
  fwrite (&number, sizeof number, 1, stdout);
}

static void
write_text (const char *text)
{
  guint32 size = (guint32) strlen (text);

  write_number (size);
  fwrite (text, 1, size, stdout);
}

static int
fail (IkrarRosterError code)
{
  putchar (IKRAR_XLS_FAILED);
  write_number (code);
  return EXIT_FAILURE;
}

static int
fail_library (int code)
{
  return fail (code == FREEXL_INSUFFICIENT_MEMORY ? IKRAR_ROSTER_ERROR_TOO_LARGE
                                                  : IKRAR_ROSTER_ERROR_DAMAGED);
}

static guint
count_sheets (const Job *job)
{
  unsigned int n_sheets = 0;

  freexl_get_info (job->library, FREEXL_BIFF_SHEET_COUNT, &n_sheets);
  return n_sheets;
}

/* Where a sheet begins and whether it is hidden; NULL if that is not known. */
static const guint32 *
find_sheet (const Job *job, guint sheet)
{
  if (job->sheets == NULL || job->sheets->len != count_sheets (job) || sheet >= job->sheets->len)
    return NULL;
  return (const guint32 *) (gpointer) job->sheets->data + 2 * sheet;
}

static int
list_sheets (const Job *job)
{
  for (guint i = 0; i < count_sheets (job); i++)
    {
      const guint32 *sheet = find_sheet (job, i);
      const char *name = NULL;

      freexl_get_worksheet_name (job->library, (unsigned short) i, &name);
      putchar (IKRAR_XLS_SHEET);
      write_number (sheet != NULL ? sheet[1] : 0);
      write_text (name != NULL ? name : "");
    }
  putchar (IKRAR_XLS_END);
  return EXIT_SUCCESS;
}

static void
write_cell (guint column, IkrarValueType type, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  putchar (IKRAR_XLS_CELL);
  write_number (column);
  write_number (type);
  write_text (text);
}

static void
write_value (guint column, const FreeXL_CellValue *value)
{
  char text[64];

  switch (value->type)
    {
    case FREEXL_CELL_INT:
      g_snprintf (text, sizeof text, "%d", value->value.int_value);
      write_cell (column, IKRAR_VALUE_NUMBER, text);
      break;
    case FREEXL_CELL_DOUBLE:
      _ikrar_xls_format_number (text, sizeof text, value->value.double_value);
      write_cell (column, IKRAR_VALUE_NUMBER, text);
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      write_cell (column, IKRAR_VALUE_TEXT, value->value.text_value);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      g_strlcpy (text, value->value.text_value, sizeof text);
      g_strdelimit (text, " ", 'T');
      write_cell (column, IKRAR_VALUE_DATE, text);
      break;
    default:
      break;
    }
}

static int
read_row (const Job *job, guint row, guint n_columns, const IkrarXlsLook *look)
{
  gboolean used = FALSE;

  for (guint column = 0; column < n_columns; column++)
    {
      FreeXL_CellValue value;
      int code = freexl_get_cell_value (job->library, row, (unsigned short) column, &value);
      const IkrarXlsResult *result =
          g_hash_table_lookup (look->results.all, _ikrar_xls_place (row, column));

      if (code != FREEXL_OK)
        return code;
      if ((value.type != FREEXL_CELL_NULL || result != NULL) && !used)
        {
          used = TRUE;
          putchar (IKRAR_XLS_ROW);
          write_number (row + 1);
          write_number (row < IKRAR_XLS_ROWS_MAX ? look->hidden_rows[row] : 0);
        }
      if (result != NULL)
        write_cell (column, result->type, result->text);
      else
        write_value (column, &value);
    }
  return FREEXL_OK;
}

/* What the library is to read, in a plain box of its own. */
static GByteArray *
pack (Job *job, int whole, guint rows)
{
  g_autoptr (GByteArray) cut =
      _ikrar_xls_book_cut (job->book, job->sheets, whole, rows, &job->is_cut);

  return _ikrar_xls_box_make (cut);
}

/* The library wants a file: the box if there can be one, else the file itself. */
static char *
name_file (Job *job, int whole, guint rows)
{
  GByteArray *box = job->book != NULL ? pack (job, whole, rows) : NULL;
  int fd = box != NULL ? memfd_create ("xls", MFD_CLOEXEC) : -1;
  gssize written = fd >= 0 ? write (fd, box->data, box->len) : -1;

  if (box == NULL || written < (gssize) box->len)
    {
      fd = STDIN_FILENO;
      job->is_cut = FALSE;
    }
  if (box != NULL)
    g_byte_array_unref (box);
  return g_strdup_printf ("/proc/self/fd/%d", fd);
}

static int
open_library (Job *job, int whole, guint rows)
{
  unsigned int password = FREEXL_BIFF_PLAIN;
  char *name = name_file (job, whole, rows);
  int code;

  if (job->library != NULL)
    freexl_close (job->library);
  job->library = NULL;
  code = freexl_open (name, &job->library);
  g_free (name);
  if (code == FREEXL_OK)
    freexl_get_info (job->library, FREEXL_BIFF_PASSWORD, &password);
  if (password == FREEXL_BIFF_OBFUSCATED)
    return fail (IKRAR_ROSTER_ERROR_ENCRYPTED);
  /* The library may say that all is well and give nothing. */
  return code != FREEXL_OK || job->library == NULL ? fail_library (code) : EXIT_SUCCESS;
}

/* Gives the rows from one to another, or to the last. */
static int
read_rows (const Job *job, guint sheet, guint from, guint to, const IkrarXlsLook *look)
{
  unsigned int n_rows = 0;
  unsigned short n_columns = 0;
  int code = freexl_select_active_worksheet (job->library, (unsigned short) sheet);

  if (code == FREEXL_OK)
    code = freexl_worksheet_dimensions (job->library, &n_rows, &n_columns);
  for (guint row = from; row < MIN (n_rows, to) && code == FREEXL_OK; row++)
    code = read_row (job, row, n_columns, look);
  return code == FREEXL_OK ? EXIT_SUCCESS : fail_library (code);
}

/* The first rows are given before the library reads the others: often they are all that is wanted.
 */
static int
read_sheet (Job *job, guint number)
{
  static guint8 hidden_rows[IKRAR_XLS_ROWS_MAX];
  IkrarXlsLook look = { NULL, hidden_rows, { g_hash_table_new (NULL, NULL), NULL, FALSE } };
  const guint32 *sheet = find_sheet (job, number);
  guint first = job->is_cut ? IKRAR_XLS_FIRST_ROWS : G_MAXUINT;
  int code;

  if (sheet != NULL)
    _ikrar_xls_book_look (job->book, sheet[0], &look);
  code = read_rows (job, number, 0, first, &look);
  fflush (stdout);
  if (code == EXIT_SUCCESS && job->is_cut)
    {
      code = open_library (job, (int) number, sheet != NULL ? 0 : G_MAXUINT);
      if (code == EXIT_SUCCESS)
        code = read_rows (job, number, first, G_MAXUINT, &look);
    }
  if (code == EXIT_SUCCESS)
    putchar (IKRAR_XLS_END);
  return code;
}

static int
read_merges (const Job *job, guint number)
{
  const guint32 *sheet = find_sheet (job, number);
  GArray *merges = g_array_new (FALSE, FALSE, sizeof (IkrarXlsMerge));
  IkrarXlsLook look = { merges, NULL, { NULL, NULL, FALSE } };

  if (sheet != NULL)
    _ikrar_xls_book_look (job->book, sheet[0], &look);
  for (guint i = 0; i < merges->len; i++)
    {
      const IkrarXlsMerge *merge = &g_array_index (merges, IkrarXlsMerge, i);

      putchar (IKRAR_XLS_MERGE);
      write_number (merge->first_row);
      write_number (merge->last_row);
      write_number (merge->first_column);
      write_number (merge->last_column);
    }
  g_array_unref (merges);
  putchar (IKRAR_XLS_END);
  return EXIT_SUCCESS;
}

static int
open_book (Job *job)
{
  struct stat stat;
  gconstpointer bytes = MAP_FAILED;

  if (fstat (STDIN_FILENO, &stat) == 0 && stat.st_size > 0)
    bytes = mmap (NULL, (gsize) stat.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (bytes != MAP_FAILED)
    {
      job->book = _ikrar_xls_box_open (bytes, (gsize) stat.st_size);
      munmap ((gpointer) bytes, (gsize) stat.st_size);
    }
  if (job->book != NULL && _ikrar_xls_book_is_encrypted (job->book))
    return fail (IKRAR_ROSTER_ERROR_ENCRYPTED);
  if (job->book != NULL)
    job->sheets = _ikrar_xls_book_list_sheets (job->book);
  return EXIT_SUCCESS;
}

static int
work (const char *what, guint sheet)
{
  Job job = { NULL };
  gboolean reads = strcmp (what, "rows") == 0;
  int code = open_book (&job);

  if (code == EXIT_SUCCESS)
    code = open_library (&job, -1, reads ? IKRAR_XLS_FIRST_ROWS : 0);
  if (code != EXIT_SUCCESS)
    return code;
  if (reads)
    return read_sheet (&job, sheet);
  return strcmp (what, "merges") == 0 ? read_merges (&job, sheet) : list_sheets (&job);
}

int
main (int argc, char **argv)
{
  int code = EXIT_FAILURE;

  limit_all ();
  if (argc == 3)
    code = work (argv[1], (guint) strtoul (argv[2], NULL, 10));
  fflush (stdout);
  /* The library frees cell by cell what ends with the program anyway. */
  _Exit (code);
}
