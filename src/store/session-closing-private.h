/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/closing-text.h"

#include "store/change.h"
#include "store/session-closing.h"

G_BEGIN_DECLS

/* A closing or opening to be sealed. @id, @at, @desk, @actor, @journal and @nonce are made where
 * they are left out. @refers_to is the place in the log of what is taken back, -1 for a closing. */
typedef struct
{
  IkrarId id;
  IkrarTime at;
  const char *desk;
  const char *actor;
  const char *text;
  IkrarClosingText said;
  gint64 refers_to;
  IkrarId journal;
  const guint8 *nonce;
} IkrarClosingEntry;

gboolean
_ikrar_closing_record (IkrarChange *change, const IkrarClosingEntry *entry, GError **error);

/* Says the opposite of what a journal entry said of a session. */
gboolean _ikrar_closing_undo (IkrarChange *change, IkrarId journal, GError **error);

G_END_DECLS
