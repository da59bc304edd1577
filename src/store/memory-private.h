/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

#define IKRAR_MEMORY_MEANING "roster_meaning"
#define IKRAR_MEMORY_MAPPING "roster_mapping"

/* The rows have no id: the journal keeps them as a tuple of their texts, "" for no row. */
#define IKRAR_MEMORY_MEANING_TYPE "(sss)"
#define IKRAR_MEMORY_MAPPING_TYPE "(sssx)"

/* Brings mappings and meanings back to what they were before a journal entry. */
gboolean _ikrar_memory_undo (IkrarChange *change, IkrarId journal, GError **error);

G_END_DECLS
