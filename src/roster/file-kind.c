/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"
#define _GNU_SOURCE

#include "config.h"

#include "roster/file-kind-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/error.h"
#include "roster/limits-private.h"
#include "roster/text-private.h"

#define HEAD_SIZE 65536

static const struct
{
  const char *bytes;
  gsize size;
  IkrarFileKind kind;
} magics[] = {
  { "PK\003\004", 4, IKRAR_FILE_ZIP },
  { "PK\005\006", 4, IKRAR_FILE_ZIP },
  { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, IKRAR_FILE_OLD_OFFICE },
  { "\x09\x08\x10\x00\x00\x06\x05\x00", 8, IKRAR_FILE_OLD_EXCEL },
  { "\x09\x04\x06\x00", 4, IKRAR_FILE_OLD_EXCEL },
  { "\x09\x02\x06\x00", 4, IKRAR_FILE_OLD_EXCEL },
  { "%PDF-", 5, IKRAR_FILE_PDF },
  { "\x89PNG\r\n\x1A\n", 8, IKRAR_FILE_IMAGE },
  { "\xFF\xD8\xFF", 3, IKRAR_FILE_IMAGE },
  { "GIF8", 4, IKRAR_FILE_IMAGE },
  { "RIFF", 4, IKRAR_FILE_IMAGE },
  { "II*\0", 4, IKRAR_FILE_IMAGE },
  { "MM\0*", 4, IKRAR_FILE_IMAGE },
  { "{\\rtf", 5, IKRAR_FILE_RTF },
  { "Rar!\x1A\x07", 6, IKRAR_FILE_ARCHIVE },
  { "7z\xBC\xAF\x27\x1C", 6, IKRAR_FILE_ARCHIVE },
  { "\x1F\x8B\x08", 3, IKRAR_FILE_ARCHIVE },
  { "SQLite format 3", 15, IKRAR_FILE_BINARY },
};

/* How a text begins that is no table, in lower case, and what it must have besides: the first that
 * fits tells. */
static const struct
{
  const char *start;
  const char *word;
  IkrarFileKind kind;
} markups[] = {
  { "mime-version:", "multipart/related", IKRAR_FILE_WEB_ARCHIVE },
  { "{", "\"doc_id\"", IKRAR_FILE_LINK },
  { "{", "docs.google.com", IKRAR_FILE_LINK },
  { "[internetshortcut]", "url=", IKRAR_FILE_LINK },
  { "<?xml", "<html>", IKRAR_FILE_HTML },
  { "<?xml", "<html ", IKRAR_FILE_HTML },
  { "<?xml", "", IKRAR_FILE_XML },
  { "<workbook", "", IKRAR_FILE_XML },
  { "<!doctype html", "", IKRAR_FILE_HTML },
  { "<html", "", IKRAR_FILE_HTML },
  { "<", "<table", IKRAR_FILE_HTML },
  { "<", "<body", IKRAR_FILE_HTML },
  { "<tr", "<td", IKRAR_FILE_HTML },
};

/* Tags that a table has, wherever it stands in a text. */
static const char *const table_tags[] = { "<table", "<tr" };

/* Names within an old Office file. An encrypted .xlsx is packed in one. */
static const struct
{
  const char *stream;
  IkrarFileKind kind;
} streams[] = {
  { "EncryptedPackage", IKRAR_FILE_ENCRYPTED },
  { "Workbook", IKRAR_FILE_OLD_EXCEL },
  { "Book", IKRAR_FILE_OLD_EXCEL },
};

static const struct
{
  IkrarFileKind kind;
  IkrarRosterError code;
  const char *message;
} refusals[] = {
  { IKRAR_FILE_EMPTY, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("The file is empty. Ask the sender for it again.") },
  { IKRAR_FILE_ENCRYPTED, IKRAR_ROSTER_ERROR_ENCRYPTED,
    N_ ("This workbook is protected with a password. Open it in Excel, remove the password, and "
        "save it again.") },
  { IKRAR_FILE_OLD_OFFICE, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is an Office file, but no spreadsheet. Copy its table into a spreadsheet and save it "
        "as .xlsx.") },
  { IKRAR_FILE_PDF, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is a PDF. Ask the sender for the spreadsheet it was made from.") },
  { IKRAR_FILE_IMAGE, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is a picture. Ask the sender for the spreadsheet it was made from.") },
  { IKRAR_FILE_WEB_ARCHIVE, IKRAR_ROSTER_ERROR_FORMAT,
    N_ ("This is a web archive (.mht). Open it in Excel and save it as .xlsx.") },
  { IKRAR_FILE_LINK, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is only a link to a spreadsheet on the web. Open it there, choose File, Download, "
        "Microsoft Excel (.xlsx), and choose the file that was downloaded.") },
  { IKRAR_FILE_XML, IKRAR_ROSTER_ERROR_FORMAT,
    N_ ("This is an XML file. Open it in Excel or LibreOffice and save it as .xlsx.") },
  { IKRAR_FILE_RTF, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is a text document. Copy its table into a spreadsheet and save it as .xlsx.") },
  { IKRAR_FILE_ARCHIVE, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is an archive of files. Unpack it and choose the spreadsheet within.") },
  { IKRAR_FILE_BINARY_EXCEL, IKRAR_ROSTER_ERROR_FORMAT,
    N_ ("This is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx.") },
  { IKRAR_FILE_OPEN_DOCUMENT, IKRAR_ROSTER_ERROR_FORMAT,
    N_ ("This is a file of LibreOffice or Numbers. Open it there and save it as .xlsx.") },
  { IKRAR_FILE_NUMBERS, IKRAR_ROSTER_ERROR_FORMAT,
    N_ ("This is a spreadsheet of Numbers. Open it there, choose File, Export To, Excel, and choose "
        "the file that was made.") },
  { IKRAR_FILE_DOCUMENT, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is a document or a presentation. Copy its table into a spreadsheet and save it as "
        ".xlsx.") },
  { IKRAR_FILE_BINARY, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    N_ ("This is no spreadsheet. Choose a workbook (.xlsx) or a text file (.csv).") },
};

static gboolean
starts_with (const guint8 *bytes, gsize size, const char *word)
{
  return size >= strlen (word) &&
         g_ascii_strncasecmp ((const char *) bytes, word, strlen (word)) == 0;
}

/* Letters of ASCII in a beginning of any encoding, in lower case, without mark and white space. */
static char *
plain_text (const guint8 *bytes, gsize size)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < size; i++)
    if (bytes[i] != '\0' && bytes[i] < 0x80 && (text->len > 0 || !g_ascii_isspace (bytes[i])))
      g_string_append_c (text, g_ascii_tolower ((char) bytes[i]));
  return g_string_free (text, FALSE);
}

static gboolean
has_table (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (table_tags); i++)
    if (strstr (text, table_tags[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Somebody copied the address instead of the table. */
static gboolean
is_address (const char *text)
{
  gsize line = strcspn (text, "\r\n");

  return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")) &&
         strspn (text + line, "\r\n\t ") == strlen (text + line) && strcspn (text, " \t") >= line;
}

static gboolean
find_markup (const guint8 *bytes, gsize size, IkrarFileKind *kind)
{
  g_autofree char *text = plain_text (bytes, size);

  for (guint i = 0; i < G_N_ELEMENTS (markups); i++)
    if (g_str_has_prefix (text, markups[i].start) && strstr (text, markups[i].word) != NULL)
      {
        *kind = markups[i].kind;
        return TRUE;
      }
  *kind = has_table (text) ? IKRAR_FILE_HTML : IKRAR_FILE_LINK;
  return *kind == IKRAR_FILE_HTML || is_address (text);
}

static gboolean
find_magic (const guint8 *bytes, gsize size, IkrarFileKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (size >= magics[i].size && memcmp (bytes, magics[i].bytes, magics[i].size) == 0)
      {
        *kind = magics[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_empty (const guint8 *bytes, gsize size)
{
  gsize i = starts_with (bytes, size, "\xEF\xBB\xBF") ? 3 : 0;

  while (i < size && (bytes[i] == 0 || g_ascii_isspace (bytes[i])))
    i++;
  return i == size;
}

static IkrarFileKind
kind_of_head (const guint8 *bytes, gsize size)
{
  IkrarFileKind kind;

  if (find_magic (bytes, size, &kind))
    return kind;
  if (size < HEAD_SIZE && is_empty (bytes, size))
    return IKRAR_FILE_EMPTY;
  /* Pictures and films of telephones name their kind behind their first length. */
  if (size > 12 && memcmp (bytes + 4, "ftyp", 4) == 0)
    return IKRAR_FILE_IMAGE;
  if (!_ikrar_text_encoding_is_text (bytes, size))
    return IKRAR_FILE_BINARY;
  return find_markup (bytes, size, &kind) ? kind : IKRAR_FILE_TEXT;
}

/* Names in an old Office file are UTF-16LE. */
static gboolean
has_stream (const char *bytes, gsize size, const char *stream)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (; *stream != '\0'; stream++)
    {
      g_string_append_c (name, *stream);
      g_string_append_c (name, '\0');
    }
  return memmem (bytes, size, name->str, name->len) != NULL;
}

static gboolean
kind_of_old_office (GInputStream *stream, gsize total, IkrarFileKind *kind, GError **error)
{
  g_autofree char *bytes = g_malloc (total + 1);
  gsize size;

  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error) ||
      !g_input_stream_read_all (stream, bytes, total, &size, NULL, error))
    return FALSE;
  *kind = IKRAR_FILE_OLD_OFFICE;
  for (guint i = 0; i < G_N_ELEMENTS (streams) && *kind == IKRAR_FILE_OLD_OFFICE; i++)
    if (has_stream (bytes, size, streams[i].stream))
      *kind = streams[i].kind;
  return TRUE;
}

static gboolean
is_read (IkrarFileKind kind)
{
  return kind == IKRAR_FILE_TEXT || kind == IKRAR_FILE_ZIP || kind == IKRAR_FILE_HTML ||
         kind == IKRAR_FILE_OLD_OFFICE || kind == IKRAR_FILE_OLD_EXCEL;
}

static gboolean
check_size (IkrarFileKind kind, const char *name, goffset size, GError **error)
{
  const goffset limit = IKRAR_WORKBOOK_BYTES_MAX;

  if (size <= limit || !is_read (kind))
    return TRUE;
  g_set_error (
      error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
      _ ("%s: The file is larger than %u MiB. Remove pictures and other sheets, or split it "
         "into several files."),
      name, (guint) (limit / (1024 * 1024)));
  return FALSE;
}

static gboolean
look_into (const IkrarSource *source, IkrarFileKind *kind, GError **error)
{
  g_autoptr (GInputStream) stream = _ikrar_source_open (source, error);
  g_autofree guint8 *head = g_malloc (HEAD_SIZE);
  gsize size;
  goffset total;

  if (stream == NULL || !g_input_stream_read_all (stream, head, HEAD_SIZE, &size, NULL, error))
    return FALSE;
  total = _ikrar_source_measure (stream);
  *kind = kind_of_head (head, size);
  if (!check_size (*kind, source->name, total, error))
    return FALSE;
  return *kind != IKRAR_FILE_OLD_OFFICE || kind_of_old_office (stream, (gsize) total, kind, error);
}

gboolean
_ikrar_file_kind_find (const IkrarSource *source, IkrarFileKind *kind, GError **error)
{
  GError *reason = NULL;

  return look_into (source, kind, &reason) || _ikrar_source_fail (source, reason, error);
}

gboolean
_ikrar_file_kind_refuse (IkrarFileKind kind, const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].kind == kind)
      g_set_error (error, IKRAR_ROSTER_ERROR, refusals[i].code, "%s: %s", name,
                   _ (refusals[i].message));
  return FALSE;
}
