/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/vocabulary.h"

#include <string.h>

#include "core/error.h"

static const struct
{
  IkrarVocabulary vocabulary;
  guint index;
  const char *word;
  const char *official;
  const char *label;
} entries[] = {
  { IKRAR_VOCABULARY_EVENT_KIND, 0, "rakor", "Rapat Koordinasi", "Coordination meeting" },
  { IKRAR_VOCABULARY_EVENT_KIND, 1, "sosialisasi", "Sosialisasi", "Briefing" },
  { IKRAR_VOCABULARY_EVENT_KIND, 2, "ikrar", "Ikrar", "Pledge or declaration" },
  { IKRAR_VOCABULARY_EVENT_KIND, 3, "apel", "Apel", "Roll call" },
  { IKRAR_VOCABULARY_EVENT_KIND, 4, "bimtek", "Bimbingan Teknis", "Workshop" },
  { IKRAR_VOCABULARY_EVENT_KIND, 5, "webinar", "Webinar", "Webinar" },
  { IKRAR_VOCABULARY_EVENT_STATE, IKRAR_EVENT_DRAFT, "draft", "Rancangan", "Draft" },
  { IKRAR_VOCABULARY_EVENT_STATE, IKRAR_EVENT_PLANNED, "planned", "Direncanakan", "Planned" },
  { IKRAR_VOCABULARY_EVENT_STATE, IKRAR_EVENT_RUNNING, "running", "Berlangsung", "Running" },
  { IKRAR_VOCABULARY_EVENT_STATE, IKRAR_EVENT_DONE, "done", "Selesai", "Done" },
  { IKRAR_VOCABULARY_EVENT_STATE, IKRAR_EVENT_CANCELLED, "cancelled", "Dibatalkan", "Cancelled" },
  { IKRAR_VOCABULARY_EVENT_MODE, IKRAR_MODE_ON_SITE, "luring", "Luring", "On site" },
  { IKRAR_VOCABULARY_EVENT_MODE, IKRAR_MODE_ONLINE, "daring", "Daring", "Online" },
  { IKRAR_VOCABULARY_EVENT_MODE, IKRAR_MODE_HYBRID, "hibrida", "Hibrida", "Hybrid" },
  { IKRAR_VOCABULARY_ROLE_KIND, IKRAR_ROLE_OPENER, "opener", "Pembuka", "Opened by" },
  { IKRAR_VOCABULARY_ROLE_KIND, IKRAR_ROLE_SPEAKER, "speaker", "Narasumber", "Speaker" },
  { IKRAR_VOCABULARY_ROLE_KIND, IKRAR_ROLE_MODERATOR, "moderator", "Moderator", "Moderator" },
  { IKRAR_VOCABULARY_ROLE_KIND, IKRAR_ROLE_PLEDGE_READER, "pledge-reader", "Pembaca Ikrar",
    "Pledge reader" },
  { IKRAR_VOCABULARY_ROLE_KIND, IKRAR_ROLE_WITNESS, "witness", "Saksi", "Witness" },
  { IKRAR_VOCABULARY_PARTICIPANT_KIND, 0, "peserta", "Peserta", "Participant" },
  { IKRAR_VOCABULARY_PARTICIPANT_KIND, 1, "narasumber", "Narasumber", "Speaker" },
  { IKRAR_VOCABULARY_PARTICIPANT_KIND, 2, "moderator", "Moderator", "Moderator" },
  { IKRAR_VOCABULARY_PARTICIPANT_KIND, 3, "panitia", "Panitia", "Committee" },
  { IKRAR_VOCABULARY_PARTICIPANT_KIND, 4, "tamu", "Tamu", "Guest" },
};

static void
test_entries (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      IkrarVocabulary vocabulary = entries[i].vocabulary;
      g_autofree char *large = g_ascii_strup (entries[i].word, -1);

      g_assert_cmpstr (ikrar_vocabulary_word (vocabulary, entries[i].index), ==, entries[i].word);
      g_assert_cmpstr (ikrar_vocabulary_official (vocabulary, entries[i].word), ==,
                       entries[i].official);
      g_assert_cmpstr (ikrar_vocabulary_label (vocabulary, entries[i].word), ==, entries[i].label);
      g_assert_cmpint (ikrar_vocabulary_find (vocabulary, entries[i].word, NULL), ==,
                       entries[i].index);
      g_assert_cmpint (ikrar_vocabulary_find (vocabulary, large, NULL), ==, entries[i].index);
      g_assert_cmpint (ikrar_vocabulary_find (vocabulary, entries[i].official, NULL), ==,
                       entries[i].index);
    }
}

static void
test_sizes (void)
{
  g_assert_cmpuint (ikrar_vocabulary_size (IKRAR_VOCABULARY_EVENT_KIND), ==, 6);
  g_assert_cmpuint (ikrar_vocabulary_size (IKRAR_VOCABULARY_EVENT_STATE), ==, IKRAR_N_EVENT_STATES);
  g_assert_cmpuint (ikrar_vocabulary_size (IKRAR_VOCABULARY_EVENT_MODE), ==, IKRAR_N_EVENT_MODES);
  g_assert_cmpuint (ikrar_vocabulary_size (IKRAR_VOCABULARY_ROLE_KIND), ==, IKRAR_N_ROLE_KINDS);
  g_assert_cmpuint (ikrar_vocabulary_size (IKRAR_VOCABULARY_PARTICIPANT_KIND), ==, 5);
}

/* An office's own kind of event is shown as it is. */
static void
test_own_word (void)
{
  const char *own = "Upacara KORPRI";

  g_assert_true (ikrar_vocabulary_official (IKRAR_VOCABULARY_EVENT_KIND, own) == own);
  g_assert_true (ikrar_vocabulary_label (IKRAR_VOCABULARY_EVENT_KIND, own) == own);
}

static void
test_find_unknown (void)
{
  static const char *const unknown[] = { "pembawa acara", "", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (ikrar_vocabulary_find (IKRAR_VOCABULARY_ROLE_KIND, unknown[i], &error), ==,
                       -1);
      g_assert_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN);
      for (guint j = 0; j < ikrar_vocabulary_size (IKRAR_VOCABULARY_ROLE_KIND); j++)
        g_assert_nonnull (
            strstr (error->message, ikrar_vocabulary_word (IKRAR_VOCABULARY_ROLE_KIND, j)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/entries", test_entries);
  g_test_add_func ("/vocabulary/sizes", test_sizes);
  g_test_add_func ("/vocabulary/own-word", test_own_word);
  g_test_add_func ("/vocabulary/find-unknown", test_find_unknown);
  return g_test_run ();
}
