/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/id.h"
#include "seal/human-code.h"
#include "seal/pass-code.h"

#include "store/store.h"

G_BEGIN_DECLS

/**
 * IkrarPassIssuer:
 *
 * Makes the codes of one event's passes. Immutable once made: codes may be made on several threads
 * at once.
 */
typedef struct _IkrarPassIssuer IkrarPassIssuer;

/**
 * ikrar_pass_issuer_new:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Loads what passes of @event need, making the event's key if there is none on this machine. A pass
 * is valid to the end of the event's last day; one made later, for an event entered afterwards, to
 * the end of the day it is made.
 *
 * Returns: (transfer full) (nullable): an issuer, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND`,
 *   `IKRAR_STORE_ERROR_NO_KEY` or another store error
 */
IkrarPassIssuer *ikrar_pass_issuer_new (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_pass_issuer_free:
 * @issuer: (transfer full) (nullable): an issuer
 */
void ikrar_pass_issuer_free (IkrarPassIssuer *issuer);

/**
 * ikrar_pass_issuer_code:
 * @issuer: an issuer
 * @number: a participant's number within the event
 * @serial: the participant's pass serial
 * @text: (out caller-allocates) (array fixed-size=131): the code in the QR
 *
 * Any thread.
 */
void ikrar_pass_issuer_code (const IkrarPassIssuer *issuer,
                             guint32 number,
                             guint16 serial,
                             char text[IKRAR_PASS_TEXT_LENGTH + 1]);

/**
 * ikrar_pass_issuer_human_code:
 * @issuer: an issuer
 * @number: a participant's number within the event
 * @text: (out caller-allocates) (array fixed-size=10): the code for typing
 *
 * Any thread.
 */
void ikrar_pass_issuer_human_code (const IkrarPassIssuer *issuer,
                                   guint32 number,
                                   char text[IKRAR_HUMAN_CODE_LENGTH + 1]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPassIssuer, ikrar_pass_issuer_free)

G_END_DECLS
