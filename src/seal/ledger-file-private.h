/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words with which the lines of a ledger export begin, shared by writer and verifier. */

#define IKRAR_LEDGER_TITLE "ikrar-ledger 1"
#define IKRAR_LEDGER_ORIGIN "origin"
#define IKRAR_LEDGER_KEY "key"
#define IKRAR_LEDGER_RECORD "record"
#define IKRAR_LEDGER_CHECKPOINT "checkpoint"
#define IKRAR_LEDGER_END "end"

G_END_DECLS
