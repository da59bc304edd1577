/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/pdf-metadata-private.h"

#include <string.h>

#define STRING_SIZE_MAX (64 * 1024)

/* What is left to read. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Rest;

static gboolean
is_space (guint8 byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == 0;
}

static gboolean
next (Rest *rest, guint8 *byte)
{
  if (rest->at == rest->end)
    return FALSE;
  *byte = *rest->at++;
  return TRUE;
}

/* CR and CR LF count as LF (7.3.4.2). */
static guint8
join_line_end (Rest *rest, guint8 byte)
{
  if (byte != '\r')
    return byte;
  if (rest->at < rest->end && *rest->at == '\n')
    rest->at++;
  return '\n';
}

static guint8
read_octal (Rest *rest, guint8 first)
{
  guint value = first - '0';

  for (guint i = 0; i < 2 && rest->at < rest->end && *rest->at >= '0' && *rest->at <= '7'; i++)
    value = value * 8 + *rest->at++ - '0';
  return value & 0xff;
}

/* What follows a backslash (table 3); an escaped line end stands for nothing. */
static gboolean
read_escape (Rest *rest, GByteArray *bytes)
{
  static const char names[] = "nrtbf";
  static const char values[] = "\n\r\t\b\f";
  const char *place;
  guint8 byte;

  if (!next (rest, &byte))
    return FALSE;
  byte = join_line_end (rest, byte);
  if (byte == '\n')
    return TRUE;
  place = byte == 0 ? NULL : strchr (names, byte);
  if (place != NULL)
    byte = values[place - names];
  else if (byte >= '0' && byte <= '7')
    byte = read_octal (rest, byte);
  g_byte_array_append (bytes, &byte, 1);
  return TRUE;
}

static gboolean
read_literal (Rest *rest, GByteArray *bytes)
{
  guint depth = 1;
  guint8 byte;

  while (next (rest, &byte) && bytes->len < STRING_SIZE_MAX)
    {
      if (byte == '\\')
        {
          if (!read_escape (rest, bytes))
            return FALSE;
          continue;
        }
      if (byte == '(')
        depth++;
      else if (byte == ')' && --depth == 0)
        return TRUE;
      byte = join_line_end (rest, byte);
      g_byte_array_append (bytes, &byte, 1);
    }
  return FALSE;
}

static gboolean
read_hex (Rest *rest, GByteArray *bytes)
{
  guint digits = 0;
  guint8 held = 0;
  guint8 byte;

  while (next (rest, &byte) && bytes->len < STRING_SIZE_MAX)
    {
      if (is_space (byte))
        continue;
      /* A missing last digit counts as zero. */
      if (byte == '>' && digits % 2 == 0)
        return TRUE;
      if (byte != '>' && !g_ascii_isxdigit (byte))
        return FALSE;
      held = (guint8) (held << 4 | (byte == '>' ? 0 : g_ascii_xdigit_value (byte)));
      if (++digits % 2 == 0)
        g_byte_array_append (bytes, &held, 1);
      if (byte == '>')
        return TRUE;
    }
  return FALSE;
}

static char *
decode_utf16 (const guint8 *bytes, gsize size)
{
  g_autofree gunichar2 *units = g_new0 (gunichar2, size / 2 + 1);
  glong read = 0;
  g_autofree char *text = NULL;

  if (size % 2 != 0)
    return NULL;
  for (gsize i = 0; i < size / 2; i++)
    units[i] = (gunichar2) (bytes[2 * i] << 8 | bytes[2 * i + 1]);
  text = g_utf16_to_utf8 (units, (glong) (size / 2), &read, NULL, NULL);
  return read == (glong) (size / 2) ? g_steal_pointer (&text) : NULL;
}

/* A text string is UTF-16BE with its mark, or PDFDocEncoding; of the latter only ASCII is taken. */
static char *
decode_text (const GByteArray *bytes)
{
  if (bytes->len >= 2 && bytes->data[0] == 0xfe && bytes->data[1] == 0xff)
    return decode_utf16 (bytes->data + 2, bytes->len - 2);
  for (guint i = 0; i < bytes->len; i++)
    if (bytes->data[i] != '\n' && !g_ascii_isprint (bytes->data[i]))
      return NULL;
  /* An empty array has no data at all. */
  return bytes->len == 0 ? g_strdup ("") : g_strndup ((const char *) bytes->data, bytes->len);
}

static char *
read_text (Rest rest)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean good = FALSE;
  guint8 opening;

  do
    if (!next (&rest, &opening))
      return NULL;
  while (is_space (opening));
  if (opening == '(')
    good = read_literal (&rest, bytes);
  else if (opening == '<')
    good = read_hex (&rest, bytes);
  return good ? decode_text (bytes) : NULL;
}

static gboolean
ends_name (const Rest *rest)
{
  return rest->at == rest->end || is_space (*rest->at) || strchr ("()<>[]{}/%", *rest->at) != NULL;
}

/* Where @key ends next as a name of its own; NULL if it does not occur any more. */
static const guint8 *
find_key (Rest rest, const char *key)
{
  gsize length = strlen (key);

  if (rest.at == NULL)
    return NULL;
  while ((rest.at = memchr (rest.at, *key, (gsize) (rest.end - rest.at))) != NULL)
    {
      if ((gsize) (rest.end - rest.at) < length)
        return NULL;
      if (memcmp (rest.at, key, length) == 0)
        {
          rest.at += length;
          if (ends_name (&rest))
            return rest.at;
        }
      else
        rest.at++;
    }
  return NULL;
}

IkrarPdfResult
ikrar_pdf_find_text (const guint8 *data, gsize size, const char *key, char **text)
{
  Rest rest = { data, data + size };

  *text = NULL;
  rest.at = find_key (rest, key);
  if (rest.at == NULL)
    return IKRAR_PDF_NONE;
  if (find_key (rest, key) != NULL)
    return IKRAR_PDF_SEVERAL;
  *text = read_text (rest);
  return *text != NULL ? IKRAR_PDF_FOUND : IKRAR_PDF_UNREADABLE;
}
