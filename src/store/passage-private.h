/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/db.h"

#include "core/presence.h"

G_BEGIN_DECLS

/* Passages as they are read: those that were taken back are known once all were read. */
typedef struct
{
  GArray *all;        /* IkrarPassage */
  GHashTable *voided; /* set of ids */
} IkrarPassages;

void _ikrar_passages_init (IkrarPassages *passages);
void _ikrar_passages_clear (IkrarPassages *passages);

/* Takes a row whose first columns are those of attendance_passages. */
void _ikrar_passages_read (IkrarPassages *passages, IkrarStatement *statement);

/* (transfer full) (element-type IkrarPassage): those that hold. */
GArray *_ikrar_passages_finish (IkrarPassages *passages);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarPassages, _ikrar_passages_clear)

G_END_DECLS
