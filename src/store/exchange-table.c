/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/event.h"
#include "store/exchange-private.h"
#include "store/participant.h"
#include "store/person.h"

/* docs/formats.md says what each value is. Never changed: another version of the file has another
 * first line. */
static const IkrarExchangeTableInfo tables[] = {
  [IKRAR_EXCHANGE_UNIT] = { "unit", "ttt", "exchange_units" },
  [IKRAR_EXCHANGE_TEXT] = { "text", "ititi", "exchange_texts" },
  [IKRAR_EXCHANGE_EVENT] = { "event", "iiitttttttiittiittti", "exchange_event", &ikrar_event_entity,
                             "exchange_event", "...+++++++++++++++++" },
  [IKRAR_EXCHANGE_KEY] = { "passkey", "bi", "exchange_keys" },
  [IKRAR_EXCHANGE_SESSION] = { "session", "iiiitii", "exchange_sessions",
                               &ikrar_event_session_entity, "exchange_session_get", "...++++" },
  [IKRAR_EXCHANGE_ROLE] = { "role", "iiitittttittt", "exchange_roles", &ikrar_event_role_entity,
                            "exchange_role_get", "...++++++++++" },
  [IKRAR_EXCHANGE_PERSON] = { "person", "iitttttttittttti", "exchange_persons",
                              &ikrar_person_entity, "exchange_person_get", "..+++++++++++++." },
  [IKRAR_EXCHANGE_FORMER] = { "former", "itti", "exchange_formers" },
  [IKRAR_EXCHANGE_PARTICIPANT] = { "participant", "iiiiittittttii", "exchange_participants",
                                   &ikrar_participant_entity, "exchange_participant_get",
                                   ".....++++++++." },
  [IKRAR_EXCHANGE_GONE] = { "gone", "iti", "exchange_gone" },
  [IKRAR_EXCHANGE_JOURNAL] = { "journal", "iitttitbii", "exchange_journal" },
  [IKRAR_EXCHANGE_MARK] = { "mark", "iiititttiib", "exchange_marks" },
  [IKRAR_EXCHANGE_WORDING] = { "wording", "ittb", "exchange_wordings" },
  [IKRAR_EXCHANGE_ACT] = { "act", "itiittti", "exchange_acts" },
  [IKRAR_EXCHANGE_WITNESS] = { "witness", "iittt", "exchange_witnesses" },
  [IKRAR_EXCHANGE_PLEDGE] = { "pledge", "iiitiiibbtttttt", "exchange_pledges" },
  [IKRAR_EXCHANGE_SERIES] = { "series", "tittt", "exchange_series" },
  [IKRAR_EXCHANGE_CERTIFICATE] = { "certificate", "iitiitittibbttttitb", "exchange_certificates" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (tables) == IKRAR_N_EXCHANGE_TABLES);

const IkrarExchangeTableInfo *
_ikrar_exchange_table (IkrarExchangeTable table)
{
  return &tables[table];
}
