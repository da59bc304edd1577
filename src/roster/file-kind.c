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

/* How a text file begins that is none; looked for after white space and a byte order mark. */
static const struct
{
  const char *word;
  IkrarFileKind kind;
} markups[] = {
  { "<!doctype html", IKRAR_FILE_HTML }, { "<html", IKRAR_FILE_HTML },
  { "<head", IKRAR_FILE_HTML },          { "<meta", IKRAR_FILE_HTML },
  { "<style", IKRAR_FILE_HTML },         { "<body", IKRAR_FILE_HTML },
  { "<center", IKRAR_FILE_HTML },        { "<div", IKRAR_FILE_HTML },
  { "<table", IKRAR_FILE_HTML },         { "<?xml", IKRAR_FILE_XML },
};

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
  { IKRAR_FILE_OLD_EXCEL, IKRAR_ROSTER_ERROR_FORMAT,
    N_ ("This is an old Excel workbook (.xls). Open it in Excel or LibreOffice and save it as "
        ".xlsx.") },
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
  { IKRAR_FILE_HTML, IKRAR_ROSTER_ERROR_FORMAT,
    N_ ("This is a web page saved under the name of a spreadsheet. Open it in Excel or LibreOffice "
        "and save it as .xlsx.") },
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

static gboolean
find_markup (const guint8 *bytes, gsize size, IkrarFileKind *kind)
{
  if (starts_with (bytes, size, "\xEF\xBB\xBF"))
    bytes += 3, size -= 3;
  while (size > 0 && g_ascii_isspace (*bytes))
    bytes++, size--;
  for (guint i = 0; i < G_N_ELEMENTS (markups); i++)
    if (starts_with (bytes, size, markups[i].word))
      {
        *kind = markups[i].kind;
        return TRUE;
      }
  return FALSE;
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

  if (find_magic (bytes, size, &kind) || find_markup (bytes, size, &kind))
    return kind;
  if (size < HEAD_SIZE && is_empty (bytes, size))
    return IKRAR_FILE_EMPTY;
  return _ikrar_text_encoding_is_text (bytes, size) ? IKRAR_FILE_TEXT : IKRAR_FILE_BINARY;
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
check_size (IkrarFileKind kind, const char *name, goffset size, GError **error)
{
  goffset limit = kind == IKRAR_FILE_TEXT ? IKRAR_TEXT_BYTES_MAX : IKRAR_WORKBOOK_BYTES_MAX;

  if (kind != IKRAR_FILE_TEXT && kind != IKRAR_FILE_ZIP && kind != IKRAR_FILE_OLD_OFFICE)
    return TRUE;
  if (size <= limit)
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
