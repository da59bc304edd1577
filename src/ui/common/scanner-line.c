/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/scanner-line.h"

#include <string.h>

#include "seal/pass-code.h"

/* Longer than any code; what comes before is forgotten. */
#define LENGTH_MAX 256

struct _IkrarScannerLine
{
  GArray *typed; /* gunichar */
  GString *keys; /* a character for each of @typed, '?' for a key that has none */
};

/* The character rows of a US keyboard by the number of their first key (evdev plus 8). */
static const struct
{
  guint first;
  const char *characters;
} rows[] = {
  { 10, "1234567890-=" },
  { 24, "QWERTYUIOP" },
  { 38, "ASDFGHJKL" },
  { 52, "ZXCVBNM" },
};

static char
key_character (guint keycode)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (keycode >= rows[i].first && keycode < rows[i].first + strlen (rows[i].characters))
      return rows[i].characters[keycode - rows[i].first];
  return '?';
}

IkrarScannerLine *
ikrar_scanner_line_new (void)
{
  IkrarScannerLine *line = g_new0 (IkrarScannerLine, 1);

  line->typed = g_array_new (FALSE, FALSE, sizeof (gunichar));
  line->keys = g_string_new (NULL);
  return line;
}

void
ikrar_scanner_line_free (IkrarScannerLine *line)
{
  if (line == NULL)
    return;
  g_array_unref (line->typed);
  g_string_free (line->keys, TRUE);
  g_free (line);
}

void
ikrar_scanner_line_add (IkrarScannerLine *line, gunichar character, guint keycode)
{
  if (line->typed->len == LENGTH_MAX)
    {
      g_array_remove_index (line->typed, 0);
      g_string_erase (line->keys, 0, 1);
    }
  g_array_append_val (line->typed, character);
  g_string_append_c (line->keys, key_character (keycode));
}

void
ikrar_scanner_line_remove_last (IkrarScannerLine *line)
{
  if (line->typed->len == 0)
    return;
  g_array_set_size (line->typed, line->typed->len - 1);
  g_string_truncate (line->keys, line->typed->len);
}

void
ikrar_scanner_line_clear (IkrarScannerLine *line)
{
  g_array_set_size (line->typed, 0);
  g_string_truncate (line->keys, 0);
}

/* Caps Lock swaps the case; codes have none. */
static char *
read_pass (const char *text)
{
  g_autofree char *code = g_ascii_strup (text, -1);
  IkrarPass pass;

  return ikrar_pass_read (code, &pass) ? g_steal_pointer (&code) : NULL;
}

char *
ikrar_scanner_line_find_pass (const IkrarScannerLine *line, guint *length)
{
  guint start = line->typed->len - MIN (line->typed->len, IKRAR_PASS_TEXT_LENGTH);
  g_autofree char *typed = g_ucs4_to_utf8 (&g_array_index (line->typed, gunichar, start),
                                           line->typed->len - start, NULL, NULL, NULL);
  char *code = typed != NULL ? read_pass (typed) : NULL;

  if (length != NULL)
    *length = line->typed->len - start;
  return code != NULL ? code : read_pass (line->keys->str + start);
}

char *
ikrar_scanner_line_choose (const IkrarScannerLine *line, const char *shown)
{
  char *code = ikrar_scanner_line_find_pass (line, NULL);

  return code != NULL ? code : g_strdup (shown);
}
