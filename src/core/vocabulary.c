/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "config.h"

#include "core/vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/text.h"

typedef struct
{
  const char *word;
  const char *official;
  const char *label;
} Entry;

static const Entry event_kinds[] = {
  { "rakor", "Rapat Koordinasi", N_ ("Coordination meeting") },
  { "sosialisasi", "Sosialisasi", N_ ("Briefing") },
  { "ikrar", "Ikrar", N_ ("Pledge or declaration") },
  { "apel", "Apel", N_ ("Roll call") },
  { "bimtek", "Bimbingan Teknis", N_ ("Workshop") },
  { "webinar", "Webinar", N_ ("Webinar") },
};

static const Entry event_states[IKRAR_N_EVENT_STATES] = {
  [IKRAR_EVENT_DRAFT] = { "draft", "Rancangan", N_ ("Draft") },
  [IKRAR_EVENT_PLANNED] = { "planned", "Direncanakan", N_ ("Planned") },
  [IKRAR_EVENT_RUNNING] = { "running", "Berlangsung", N_ ("Running") },
  [IKRAR_EVENT_DONE] = { "done", "Selesai", N_ ("Done") },
  [IKRAR_EVENT_CANCELLED] = { "cancelled", "Dibatalkan", N_ ("Cancelled") },
};

static const Entry event_modes[IKRAR_N_EVENT_MODES] = {
  [IKRAR_MODE_ON_SITE] = { "luring", "Luring", N_ ("On site") },
  [IKRAR_MODE_ONLINE] = { "daring", "Daring", N_ ("Online") },
  [IKRAR_MODE_HYBRID] = { "hibrida", "Hibrida", N_ ("Hybrid") },
};

static const Entry role_kinds[IKRAR_N_ROLE_KINDS] = {
  [IKRAR_ROLE_OPENER] = { "opener", "Pembuka", N_ ("Opened by") },
  [IKRAR_ROLE_SPEAKER] = { "speaker", "Narasumber", N_ ("Speaker") },
  [IKRAR_ROLE_MODERATOR] = { "moderator", "Moderator", N_ ("Moderator") },
  [IKRAR_ROLE_PLEDGE_READER] = { "pledge-reader", "Pembaca Ikrar", N_ ("Pledge reader") },
  [IKRAR_ROLE_WITNESS] = { "witness", "Saksi", N_ ("Witness") },
};

static const Entry participant_kinds[] = {
  { "peserta", "Peserta", N_ ("Participant") },
  { "narasumber", "Narasumber", N_ ("Speaker") },
  { "moderator", "Moderator", N_ ("Moderator") },
  { "panitia", "Panitia", N_ ("Committee") },
  { "tamu", "Tamu", N_ ("Guest") },
};

static const struct
{
  const Entry *entries;
  guint size;
} lists[] = {
  [IKRAR_VOCABULARY_EVENT_KIND] = { event_kinds, G_N_ELEMENTS (event_kinds) },
  [IKRAR_VOCABULARY_EVENT_STATE] = { event_states, G_N_ELEMENTS (event_states) },
  [IKRAR_VOCABULARY_EVENT_MODE] = { event_modes, G_N_ELEMENTS (event_modes) },
  [IKRAR_VOCABULARY_ROLE_KIND] = { role_kinds, G_N_ELEMENTS (role_kinds) },
  [IKRAR_VOCABULARY_PARTICIPANT_KIND] = { participant_kinds, G_N_ELEMENTS (participant_kinds) },
};

guint
ikrar_vocabulary_size (IkrarVocabulary vocabulary)
{
  g_return_val_if_fail ((guint) vocabulary < G_N_ELEMENTS (lists), 0);

  return lists[vocabulary].size;
}

const char *
ikrar_vocabulary_word (IkrarVocabulary vocabulary, guint index)
{
  g_return_val_if_fail (index < ikrar_vocabulary_size (vocabulary), "");

  return lists[vocabulary].entries[index].word;
}

static const Entry *
find_word (IkrarVocabulary vocabulary, const char *word)
{
  for (guint i = 0; i < ikrar_vocabulary_size (vocabulary); i++)
    if (strcmp (word, lists[vocabulary].entries[i].word) == 0)
      return &lists[vocabulary].entries[i];

  return NULL;
}

const char *
ikrar_vocabulary_official (IkrarVocabulary vocabulary, const char *word)
{
  const Entry *entry;

  g_return_val_if_fail (word != NULL, "");

  entry = find_word (vocabulary, word);
  return entry != NULL ? entry->official : word;
}

const char *
ikrar_vocabulary_label (IkrarVocabulary vocabulary, const char *word)
{
  const Entry *entry;

  g_return_val_if_fail (word != NULL, "");

  entry = find_word (vocabulary, word);
  return entry != NULL ? _ (entry->label) : word;
}

static gboolean
is_meant (const Entry *entry, const char *key)
{
  g_autofree char *word = ikrar_text_fold (entry->word);
  g_autofree char *official = ikrar_text_fold (entry->official);

  return strcmp (key, word) == 0 || strcmp (key, official) == 0;
}

static char *
join_all_words (IkrarVocabulary vocabulary)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < ikrar_vocabulary_size (vocabulary); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", lists[vocabulary].entries[i].word);

  return g_string_free (words, FALSE);
}

int
ikrar_vocabulary_find (IkrarVocabulary vocabulary, const char *word, GError **error)
{
  g_autofree char *key = ikrar_text_fold (word);
  g_autofree char *all = NULL;

  for (guint i = 0; i < ikrar_vocabulary_size (vocabulary); i++)
    if (is_meant (&lists[vocabulary].entries[i], key))
      return (int) i;

  all = join_all_words (vocabulary);
  g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN,
               _ ("“%s” is not one of these words: %s"), word != NULL ? word : "", all);
  return -1;
}
