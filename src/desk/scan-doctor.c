/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/scan-doctor.h"

#include <string.h>

/* Less of the card than this is something else. */
#define CARD_SHARE_MIN 0.3
/* A code that takes longer makes people wait. */
#define SLOW_MS 3000

/* The characters among the keys. */
typedef struct
{
  GArray *strokes; /* IkrarStroke */
  GArray *places;  /* guint: the key of each */
} Typed;

/* A reading of them. */
typedef struct
{
  IkrarReading reading;
  char *text;
  IkrarScanCardSize size;
  guint common; /* characters of the card, in order */
} Reading;

static void
typed_init (Typed *typed, const IkrarScanKey *keys, guint n)
{
  typed->strokes = g_array_new (FALSE, FALSE, sizeof (IkrarStroke));
  typed->places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (keys[i].kind == IKRAR_SCAN_KEY_CHARACTER)
      {
        g_array_append_val (typed->strokes, keys[i].stroke);
        g_array_append_val (typed->places, i);
      }
}

static void
typed_clear (Typed *typed)
{
  g_array_unref (typed->strokes);
  g_array_unref (typed->places);
}

/* The length of the longest row of characters that both have in this order. */
static guint
count_common (const char *text, const char *card)
{
  guint row[IKRAR_SCAN_CARD_LENGTH + 1] = { 0 };

  for (; *text != '\0'; text++)
    for (guint i = 0, diagonal = 0; i < IKRAR_SCAN_CARD_LENGTH; i++)
      {
        guint above = row[i + 1];

        row[i + 1] = *text == card[i] ? diagonal + 1 : MAX (above, row[i]);
        diagonal = above;
      }
  return row[IKRAR_SCAN_CARD_LENGTH];
}

/* Whether all that both have in common is one piece of the card. */
static gboolean
is_piece (const char *text, const char *card, guint length)
{
  for (guint start = 0; start + length <= IKRAR_SCAN_CARD_LENGTH; start++)
    {
      g_autofree char *piece = g_strndup (card + start, length);

      if (strstr (text, piece) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
compare (const char *text, const IkrarReading *reading, Reading *best)
{
  for (guint size = 0; size < IKRAR_N_SCAN_CARD_SIZES; size++)
    {
      const char *card = ikrar_scan_card_text (size);
      guint common =
          strstr (text, card) != NULL ? IKRAR_SCAN_CARD_LENGTH + 1 : count_common (text, card);

      if (common <= best->common)
        continue;
      g_free (best->text);
      *best = (Reading){ *reading, g_strdup (text), size, common };
    }
}

static gboolean
is_whole (const Reading *reading)
{
  return reading->common > IKRAR_SCAN_CARD_LENGTH;
}

/* As typed before by characters, which tell both layouts, before by keys. */
static void
find_reading (const Typed *typed, Reading *best)
{
  guint n = typed->strokes->len;
  g_autofree char *text = g_malloc (n + 1);

  for (int by_key = FALSE; by_key <= TRUE; by_key++)
    {
      IkrarReading reading = { 0 };

      do
        if (!is_whole (best) && reading.by_key == by_key &&
            ikrar_scan_text_read ((const IkrarStroke *) typed->strokes->data, n, &reading, text))
          compare (text, &reading, best);
      while (ikrar_scan_text_next (&reading));
    }
}

static void
add (IkrarScanDiagnosis *diagnosis, IkrarScanFinding finding)
{
  diagnosis->found |= 1u << finding;
}

static void
find_lost (const Reading *reading, IkrarScanDiagnosis *diagnosis)
{
  const char *card = ikrar_scan_card_text (reading->size);

  diagnosis->missing = IKRAR_SCAN_CARD_LENGTH - reading->common;
  add (diagnosis, is_piece (reading->text, card, reading->common) ? IKRAR_SCAN_FINDING_PART
                                                                  : IKRAR_SCAN_FINDING_LOST);
}

static void
find_layout (const Reading *reading, IkrarScanDiagnosis *diagnosis)
{
  const IkrarReading *how = &reading->reading;

  diagnosis->scanner = how->scanner;
  diagnosis->computer = how->by_key ? how->scanner : how->computer;
  if (how->by_key || how->scanner != how->computer)
    add (diagnosis, IKRAR_SCAN_FINDING_LAYOUT);
}

static void
find_case (const IkrarScanKey *keys, guint n, IkrarScanDiagnosis *diagnosis)
{
  guint small = 0, capital = 0;
  gboolean caps_lock = FALSE;

  for (guint i = 0; i < n; i++)
    {
      caps_lock = caps_lock || keys[i].caps_lock;
      small += g_unichar_islower (keys[i].stroke.character);
      capital += g_unichar_isupper (keys[i].stroke.character);
    }
  if (caps_lock)
    add (diagnosis, IKRAR_SCAN_FINDING_CAPS_LOCK);
  else if (small > capital)
    add (diagnosis, IKRAR_SCAN_FINDING_SMALL_LETTERS);
}

static void
find_before (const char *before, IkrarScanDiagnosis *diagnosis)
{
  if (*before == '\0')
    return;
  diagnosis->before = g_strdup (before);
  add (diagnosis, before[0] == ']' && strlen (before) == 3 ? IKRAR_SCAN_FINDING_AIM
                                                           : IKRAR_SCAN_FINDING_PREFIX);
}

/* What stands before the card stands before it again when it is read twice. */
static void
find_after (const char *after, const char *before, const char *card, IkrarScanDiagnosis *diagnosis)
{
  const char *again = strstr (after, card);
  gsize length = again != NULL ? (gsize) (again - after) : strlen (after);

  if (again != NULL)
    add (diagnosis, IKRAR_SCAN_FINDING_TWICE);
  if (again != NULL && length >= strlen (before))
    length -= strlen (before);
  if (length == 0)
    return;
  diagnosis->after = g_strndup (after, length);
  add (diagnosis, IKRAR_SCAN_FINDING_SUFFIX);
}

/* The ends between the last key of a code, with its suffix, and the next character. */
static void
find_ends (const IkrarScanKey *keys, guint n, guint from, IkrarScanDiagnosis *diagnosis)
{
  guint ends[IKRAR_SCAN_KEY_TAB + 1] = { 0 };

  for (guint i = from; i < n && keys[i].kind != IKRAR_SCAN_KEY_CHARACTER; i++)
    ends[keys[i].kind]++;
  if (ends[IKRAR_SCAN_KEY_ENTER] + ends[IKRAR_SCAN_KEY_TAB] > 1)
    add (diagnosis, IKRAR_SCAN_FINDING_TWO_ENDS);
  else if (ends[IKRAR_SCAN_KEY_TAB] > 0)
    add (diagnosis, IKRAR_SCAN_FINDING_TAB);
  else if (ends[IKRAR_SCAN_KEY_ENTER] == 0)
    add (diagnosis, IKRAR_SCAN_FINDING_NO_END);
}

/* All of the card arrived: what else did? */
static void
examine (const IkrarScanKey *keys,
         guint n,
         const Typed *typed,
         const Reading *reading,
         IkrarScanDiagnosis *diagnosis)
{
  const char *card = ikrar_scan_card_text (reading->size);
  guint start = (guint) (strstr (reading->text, card) - reading->text);
  guint last = start + IKRAR_SCAN_CARD_LENGTH - 1;
  g_autofree char *before = g_strndup (reading->text, start);
  guint first_key = g_array_index (typed->places, guint, start);
  guint last_key = g_array_index (typed->places, guint, last);

  find_layout (reading, diagnosis);
  find_case (keys + first_key, last_key - first_key + 1, diagnosis);
  find_before (before, diagnosis);
  find_after (reading->text + last + 1, before, card, diagnosis);
  if (diagnosis->after != NULL)
    last_key = g_array_index (typed->places, guint, last + strlen (diagnosis->after));
  find_ends (keys, n, last_key + 1, diagnosis);
  diagnosis->duration = keys[last_key].time - keys[first_key].time;
  if (diagnosis->duration > SLOW_MS)
    add (diagnosis, IKRAR_SCAN_FINDING_SLOW);
}

void
ikrar_scan_diagnose (const IkrarScanKey *keys, guint n, IkrarScanDiagnosis *diagnosis)
{
  Reading reading = { 0 };
  Typed typed;

  *diagnosis = (IkrarScanDiagnosis){ 0 };
  typed_init (&typed, keys, n);
  find_reading (&typed, &reading);
  diagnosis->size = reading.size;
  if (is_whole (&reading))
    examine (keys, n, &typed, &reading, diagnosis);
  else if (reading.common < CARD_SHARE_MIN * IKRAR_SCAN_CARD_LENGTH ||
           reading.common < CARD_SHARE_MIN * typed.strokes->len)
    add (diagnosis, IKRAR_SCAN_FINDING_NOT_CARD);
  else
    {
      find_lost (&reading, diagnosis);
      find_layout (&reading, diagnosis);
    }
  typed_clear (&typed);
  g_free (reading.text);
}

gboolean
ikrar_scan_diagnosis_has (const IkrarScanDiagnosis *diagnosis, IkrarScanFinding finding)
{
  return (diagnosis->found >> finding & 1) != 0;
}

gboolean
ikrar_scan_diagnosis_works (const IkrarScanDiagnosis *diagnosis)
{
  return diagnosis->found >> IKRAR_SCAN_FINDING_LAYOUT << IKRAR_SCAN_FINDING_LAYOUT ==
         diagnosis->found;
}

void
ikrar_scan_diagnosis_clear (IkrarScanDiagnosis *diagnosis)
{
  g_clear_pointer (&diagnosis->before, g_free);
  g_clear_pointer (&diagnosis->after, g_free);
}
