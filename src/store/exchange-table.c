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
  [IKRAR_EXCHANGE_UNIT] = { .word = "unit", .types = "ttt", .list = "exchange_units" },
  [IKRAR_EXCHANGE_TEXT] = { .word = "text", .types = "ititi", .list = "exchange_texts" },
  [IKRAR_EXCHANGE_EVENT] = { .word = "event",
                             .types = "iiitttttttiittiittti",
                             .list = "exchange_event",
                             .entity = &ikrar_event_entity,
                             .get = "exchange_event",
                             .content = "...+++++++++++++++++" },
  [IKRAR_EXCHANGE_KEY] = { .word = "passkey", .types = "bi", .list = "exchange_keys" },
  [IKRAR_EXCHANGE_SESSION] = { .word = "session",
                               .types = "iiiitii",
                               .list = "exchange_sessions",
                               .entity = &ikrar_event_session_entity,
                               .get = "exchange_session_get",
                               .content = "...++++" },
  [IKRAR_EXCHANGE_ROLE] = { .word = "role",
                            .types = "iiitittttittt",
                            .list = "exchange_roles",
                            .entity = &ikrar_event_role_entity,
                            .get = "exchange_role_get",
                            .content = "...++++++++++" },
  [IKRAR_EXCHANGE_PERSON] = { .word = "person",
                              .types = "iitttttttittttti",
                              .list = "exchange_persons",
                              .entity = &ikrar_person_entity,
                              .get = "exchange_person_get",
                              .content = "..+++++++++++++." },
  [IKRAR_EXCHANGE_FORMER] = { .word = "former", .types = "itti", .list = "exchange_formers" },
  [IKRAR_EXCHANGE_PARTICIPANT] = { .word = "participant",
                                   .types = "iiiiittittttii",
                                   .list = "exchange_participants",
                                   .entity = &ikrar_participant_entity,
                                   .get = "exchange_participant_get",
                                   .content = ".....++++++++." },
  [IKRAR_EXCHANGE_GONE] = { .word = "gone", .types = "iti", .list = "exchange_gone" },
  [IKRAR_EXCHANGE_JOURNAL] = { .word = "journal",
                               .types = "iitttitbii",
                               .list = "exchange_journal" },
  [IKRAR_EXCHANGE_MARK] = { .word = "mark", .types = "iiititttiib", .list = "exchange_marks" },
  [IKRAR_EXCHANGE_WORDING] = { .word = "wording", .types = "ittb", .list = "exchange_wordings" },
  [IKRAR_EXCHANGE_ACT] = { .word = "act", .types = "itiittti", .list = "exchange_acts" },
  [IKRAR_EXCHANGE_WITNESS] = { .word = "witness", .types = "iittt", .list = "exchange_witnesses" },
  [IKRAR_EXCHANGE_PLEDGE] = { .word = "pledge",
                              .types = "iiitiiibbtttttt",
                              .list = "exchange_pledges" },
  [IKRAR_EXCHANGE_SERIES] = { .word = "series", .types = "tittt", .list = "exchange_series" },
  [IKRAR_EXCHANGE_CERTIFICATE] = { .word = "certificate",
                                   .types = "iitiitittibbttttitb",
                                   .list = "exchange_certificates" },
  [IKRAR_EXCHANGE_RULE] = { .word = "rule", .types = "iiiii", .list = "exchange_rules" },
  [IKRAR_EXCHANGE_CLOSING] = { .word = "closing", .types = "iittibb", .list = "exchange_closings" },
  [IKRAR_EXCHANGE_SCAN] = { .word = "scan", .types = "iiittttitttib", .list = "exchange_scans" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (tables) == IKRAR_N_EXCHANGE_TABLES);

const IkrarExchangeTableInfo *
_ikrar_exchange_table (IkrarExchangeTable table)
{
  return &tables[table];
}
