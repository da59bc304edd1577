/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/words-private.h"

#include <string.h>

#include "core/acting.h"
#include "core/date.h"
#include "core/employee-number.h"
#include "core/vocabulary.h"

const char *
_ikrar_zone_words (int value)
{
  return value <= IKRAR_ZONE_WIT ? ikrar_zone_word (value) : NULL;
}

const char *
_ikrar_acting_words (int value)
{
  return value <= IKRAR_ACTING_PJS ? ikrar_acting_text (value) : NULL;
}

const char *
_ikrar_number_kind_words (int value)
{
  return value <= IKRAR_NUMBER_UNKNOWN ? ikrar_number_kind_word (value) : NULL;
}

static const char *
vocabulary_word (IkrarVocabulary vocabulary, int value)
{
  return value < (int) ikrar_vocabulary_size (vocabulary)
             ? ikrar_vocabulary_word (vocabulary, value)
             : NULL;
}

const char *
_ikrar_event_mode_words (int value)
{
  return vocabulary_word (IKRAR_VOCABULARY_EVENT_MODE, value);
}

const char *
_ikrar_event_state_words (int value)
{
  return vocabulary_word (IKRAR_VOCABULARY_EVENT_STATE, value);
}

const char *
_ikrar_role_kind_words (int value)
{
  return vocabulary_word (IKRAR_VOCABULARY_ROLE_KIND, value);
}

IkrarPledgeState
_ikrar_pledge_state_parse (const char *word)
{
  for (int state = 0; state < IKRAR_N_PLEDGE_STATES; state++)
    if (strcmp (word, ikrar_pledge_state_word (state)) == 0)
      return state;
  return IKRAR_PLEDGE_NONE;
}
