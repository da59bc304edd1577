/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/desk.h"
#include "store/pledge.h"

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarSignature:
 * @participant: who signs
 * @path: SVG path data, "" for a signature on paper
 * @witnesses: (element-type IkrarWitness): who saw it
 * @nonce: the client's nonce
 *
 * A signature to be sealed.
 */
typedef struct
{
  IkrarId participant;
  char *path;
  GPtrArray *witnesses;
  guint8 nonce[IKRAR_NONCE_SIZE];
} IkrarSignature;

/**
 * IkrarLookUp:
 * @event: the event
 * @line: what was scanned or typed
 *
 * A line whose owner is looked for.
 */
typedef struct
{
  IkrarId event;
  char *line;
} IkrarLookUp;

/**
 * ikrar_signature_seal:
 * @store: a store
 * @input: an `IkrarSignature`
 * @progress: not used
 * @error: return location for an error
 *
 * Work for [func@work_start].
 *
 * Returns: (transfer full): the journal entry, an `IkrarId *`; 0 in it with a store error
 */
gpointer ikrar_signature_seal (IkrarStore *store,
                               gpointer input,
                               const IkrarProgress *progress,
                               GError **error);

/**
 * ikrar_signature_free:
 * @signature: (transfer full): a signature
 */
void ikrar_signature_free (IkrarSignature *signature);

/**
 * ikrar_look_up:
 * @store: a store
 * @input: an `IkrarLookUp`
 * @progress: not used
 * @error: return location for an error
 *
 * Work for [func@work_start].
 *
 * Returns: (transfer full) (nullable): whose line it is, an `IkrarDeskResult *`, or `NULL` with a
 *   store error
 */
gpointer
ikrar_look_up (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error);

/**
 * ikrar_look_up_free:
 * @look_up: (transfer full): a line
 */
void ikrar_look_up_free (IkrarLookUp *look_up);

/**
 * ikrar_looked_up_free:
 * @result: (transfer full) (nullable): a result of [func@look_up]
 */
void ikrar_looked_up_free (IkrarDeskResult *result);

G_END_DECLS
