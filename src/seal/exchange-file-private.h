/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/exchange-file.h"

G_BEGIN_DECLS

#define IKRAR_EXCHANGE_LINE_DOMAIN "IKRAR-EXCHANGE/1"
#define IKRAR_EXCHANGE_LINE_TITLE "ikrar-exchange/1"
#define IKRAR_EXCHANGE_LINE_KEY "key "
#define IKRAR_EXCHANGE_LINE_END "end "
#define IKRAR_EXCHANGE_LINE_SIGN "sign "

/* Appends a row as its line is, with the end: also what the digest of a row's content is over. */
void _ikrar_exchange_append_row (GString *line,
                                 const char *word,
                                 const char *types,
                                 const IkrarExchangeValue *values);

G_END_DECLS
