/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/scan-text.h"

#include <string.h>

#include "seal/pass-code.h"

#define PREFIX_LENGTH (sizeof IKRAR_PASS_PREFIX - 1)

/* `]`, a letter for the kind of symbol, and a sign more. */
#define AIM_LENGTH 3

/* Arabic scanners cannot send codes, and a British one sends them as one of the US does. */
static const IkrarKeyLayout scanners[] = {
  IKRAR_KEY_LAYOUT_US,      IKRAR_KEY_LAYOUT_GERMAN, IKRAR_KEY_LAYOUT_FRENCH,
  IKRAR_KEY_LAYOUT_TURKISH, IKRAR_KEY_LAYOUT_DVORAK,
};

static gboolean
next_scanner (IkrarReading *reading)
{
  guint i = 0;

  while (scanners[i] != reading->scanner)
    i++;
  if (i + 1 == G_N_ELEMENTS (scanners))
    return FALSE;
  reading->scanner = scanners[i + 1];
  return TRUE;
}

/* As typed; then by keys; then by characters, a scanner of the US before all others. */
gboolean
ikrar_scan_text_next (IkrarReading *reading)
{
  if (!reading->by_key && reading->scanner == reading->computer)
    {
      *reading = (IkrarReading){ .by_key = TRUE };
      return TRUE;
    }
  if (reading->by_key && next_scanner (reading))
    return TRUE;
  if (reading->by_key)
    *reading = (IkrarReading){ 0 };
  do
    if (++reading->computer == IKRAR_N_KEY_LAYOUTS)
      {
        reading->computer = IKRAR_KEY_LAYOUT_US;
        if (!next_scanner (reading))
          return FALSE;
      }
  while (reading->computer == reading->scanner);
  return TRUE;
}

static char
as_typed (gunichar character)
{
  if (g_unichar_iscntrl (character))
    return ' ';
  return character >= ' ' && character < 0x7f ? g_ascii_toupper ((char) character) : '?';
}

/* '\0' for what cannot be read so. */
static char
read_stroke (const IkrarStroke *stroke, const IkrarReading *reading)
{
  gboolean shift = stroke->shift;
  int key = stroke->key;

  if (!reading->by_key && reading->scanner == reading->computer)
    return as_typed (stroke->character);
  if (stroke->character == ' ' || g_unichar_iscntrl (stroke->character))
    return ' ';
  if (!reading->by_key)
    key = ikrar_key_find (reading->computer, stroke->character, &shift);
  if (key != IKRAR_KEY_NONE)
    return ikrar_key_symbol (reading->scanner, key, shift);
  /* The digits beside are the same on all keyboards. */
  return g_unichar_isdigit (stroke->character) && stroke->character < 0x7f
             ? (char) stroke->character
             : '\0';
}

gboolean
ikrar_scan_text_read (const IkrarStroke *strokes, guint n, const IkrarReading *reading, char *text)
{
  for (guint i = 0; i < n; i++)
    {
      text[i] = read_stroke (&strokes[i], reading);
      if (text[i] == '\0')
        return FALSE;
    }
  text[n] = '\0';
  return TRUE;
}

static IkrarStroke *
strokes_of (const char *line, guint *n)
{
  IkrarStroke *strokes = g_new (IkrarStroke, strlen (line) + 1);

  *n = 0;
  for (; *line != '\0'; line = g_utf8_next_char (line))
    strokes[(*n)++] = (IkrarStroke){ g_utf8_get_char (line), IKRAR_KEY_NONE, FALSE };
  return strokes;
}

static char *
trim (const char *text)
{
  if (text[0] == ']' && g_ascii_isalpha (text[1]) && text[2] != '\0')
    text += AIM_LENGTH;
  return g_strstrip (g_strdup (text));
}

static void
add_distinct (GPtrArray *texts, const char *text)
{
  g_autofree char *trimmed = trim (text);

  if (!g_ptr_array_find_with_equal_func (texts, trimmed, g_str_equal, NULL))
    g_ptr_array_add (texts, g_steal_pointer (&trimmed));
}

GStrv
ikrar_scan_text_readings (const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  guint n;
  g_autofree IkrarStroke *strokes = strokes_of (valid, &n);
  g_autofree char *text = g_malloc (n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  IkrarReading reading = { 0 };

  do
    if (ikrar_scan_text_read (strokes, n, &reading, text))
      add_distinct (texts, text);
  while (ikrar_scan_text_next (&reading));
  g_ptr_array_add (texts, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

char *
ikrar_scan_text_find_pass (const char *text)
{
  char code[IKRAR_PASS_TEXT_LENGTH + 1];
  IkrarPass pass;

  for (text = strstr (text, IKRAR_PASS_PREFIX); text != NULL;
       text = strstr (text + 1, IKRAR_PASS_PREFIX))
    {
      g_strlcpy (code, text, sizeof code);
      if (ikrar_pass_read (code, &pass))
        return g_strdup (code);
    }
  return NULL;
}

static void
add_pass (GString *passes, const char *code)
{
  if (strstr (passes->str, code) == NULL)
    g_string_append_printf (passes, "%s%s", passes->len > 0 ? "\n" : "", code);
}

char *
ikrar_scan_text_find_passes (const IkrarStroke *strokes, guint n)
{
  g_autoptr (GString) passes = g_string_new (NULL);
  char code[IKRAR_PASS_TEXT_LENGTH + 1];
  IkrarReading reading = { 0 };
  IkrarPass pass;

  if (n < IKRAR_PASS_TEXT_LENGTH)
    return NULL;
  strokes += n - IKRAR_PASS_TEXT_LENGTH;
  do
    /* Most of what arrives shows soon that it is no pass. */
    if (ikrar_scan_text_read (strokes, PREFIX_LENGTH, &reading, code) &&
        g_str_equal (code, IKRAR_PASS_PREFIX) &&
        ikrar_scan_text_read (strokes, IKRAR_PASS_TEXT_LENGTH, &reading, code) &&
        ikrar_pass_read (code, &pass))
      add_pass (passes, code);
  while (ikrar_scan_text_next (&reading));
  return passes->len > 0 ? g_strdup (passes->str) : NULL;
}
