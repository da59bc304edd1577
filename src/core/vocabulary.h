/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarEventState:
 *
 * Where an event stands.
 */
typedef enum
{
  IKRAR_EVENT_DRAFT,
  IKRAR_EVENT_PLANNED,
  IKRAR_EVENT_RUNNING,
  IKRAR_EVENT_DONE,
  IKRAR_EVENT_CANCELLED,
  IKRAR_N_EVENT_STATES,
} IkrarEventState;

/**
 * IkrarEventMode:
 * @IKRAR_MODE_ON_SITE: luring
 * @IKRAR_MODE_ONLINE: daring
 * @IKRAR_MODE_HYBRID: hibrida
 */
typedef enum
{
  IKRAR_MODE_ON_SITE,
  IKRAR_MODE_ONLINE,
  IKRAR_MODE_HYBRID,
  IKRAR_N_EVENT_MODES,
} IkrarEventMode;

/**
 * IkrarRoleKind:
 * @IKRAR_ROLE_OPENER: opened by (pembuka)
 * @IKRAR_ROLE_SPEAKER: speaker (narasumber)
 * @IKRAR_ROLE_MODERATOR: moderator
 * @IKRAR_ROLE_PLEDGE_READER: pledge reader (pembaca ikrar)
 * @IKRAR_ROLE_WITNESS: witness (saksi)
 */
typedef enum
{
  IKRAR_ROLE_OPENER,
  IKRAR_ROLE_SPEAKER,
  IKRAR_ROLE_MODERATOR,
  IKRAR_ROLE_PLEDGE_READER,
  IKRAR_ROLE_WITNESS,
  IKRAR_N_ROLE_KINDS,
} IkrarRoleKind;

/**
 * IkrarVocabulary:
 * @IKRAR_VOCABULARY_EVENT_KIND: `rakor`, `sosialisasi`, `ikrar`, `apel`, `bimtek`, `webinar`; any
 *   other text is an office's own kind
 * @IKRAR_VOCABULARY_EVENT_STATE: `draft`, `planned`, `running`, `done`, `cancelled`
 * @IKRAR_VOCABULARY_EVENT_MODE: `luring`, `daring`, `hibrida`
 * @IKRAR_VOCABULARY_ROLE_KIND: `opener`, `speaker`, `moderator`, `pledge-reader`, `witness`
 * @IKRAR_VOCABULARY_PARTICIPANT_KIND: `peserta`, `narasumber`, `moderator`, `panitia`, `tamu`
 *
 * The closed lists of words. The words are kept in the database and used on the command line.
 */
typedef enum
{
  IKRAR_VOCABULARY_EVENT_KIND,
  IKRAR_VOCABULARY_EVENT_STATE,
  IKRAR_VOCABULARY_EVENT_MODE,
  IKRAR_VOCABULARY_ROLE_KIND,
  IKRAR_VOCABULARY_PARTICIPANT_KIND,
} IkrarVocabulary;

/**
 * ikrar_vocabulary_size:
 * @vocabulary: a list
 *
 * Any thread.
 *
 * Returns: how many words it has
 */
guint ikrar_vocabulary_size (IkrarVocabulary vocabulary);

/**
 * ikrar_vocabulary_word:
 * @vocabulary: a list
 * @index: from 0; for the lists with an enum, its value
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable word
 */
const char *ikrar_vocabulary_word (IkrarVocabulary vocabulary, guint index);

/**
 * ikrar_vocabulary_official:
 * @vocabulary: a list
 * @word: a stable word, or an office's own
 *
 * Any thread.
 *
 * Returns: (transfer none): what official papers print, such as `Sosialisasi` or `Narasumber`;
 *   @word itself if it is not in the list
 */
const char *ikrar_vocabulary_official (IkrarVocabulary vocabulary, const char *word);

/**
 * ikrar_vocabulary_label:
 * @vocabulary: a list
 * @word: a stable word, or an office's own
 *
 * Any thread.
 *
 * Returns: (transfer none): what the window shows, in the user's language; @word itself if it is
 * not in the list
 */
const char *ikrar_vocabulary_label (IkrarVocabulary vocabulary, const char *word);

/**
 * ikrar_vocabulary_find:
 * @vocabulary: a list
 * @word: (nullable): a stable word or official text, in any case
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: the index, or -1 with `IKRAR_CORE_ERROR_UNKNOWN` naming the accepted words
 */
int ikrar_vocabulary_find (IkrarVocabulary vocabulary, const char *word, GError **error);

G_END_DECLS
