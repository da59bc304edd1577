/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

/**
 * IkrarCertificateException:
 * @reason: why
 *
 * Somebody who may get a certificate though they were not present for the share of the hours that
 * the event's rule asks for.
 */
typedef struct
{
  IkrarId id;
  IkrarId event_id;
  IkrarId participant_id;
  char *reason;
} IkrarCertificateException;

extern const IkrarEntity ikrar_certificate_exception_entity;

/**
 * IkrarShortfall:
 * @participant: who
 * @number: number within the event
 * @name: the person, with titles
 * @unit: name of the unit, ""
 * @minutes: how long they were present
 * @exception: (nullable): why they may get a certificate all the same
 *
 * Somebody who was present, but not as long as the rule asks.
 */
typedef struct
{
  IkrarId participant;
  int number;
  char *name;
  char *unit;
  guint minutes;
  char *exception;
} IkrarShortfall;

/**
 * ikrar_certificate_shortfalls:
 * @store: a store
 * @event: an event
 * @needed: (out) (optional): how many minutes the rule asks for
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarShortfall) (nullable): who was present and has no
 *   certificate in force, and whom the rule of the hours holds back or would but for an exception,
 *   by number; none without a rule. `NULL` with a store error
 */
GPtrArray *
ikrar_certificate_shortfalls (IkrarStore *store, IkrarId event, guint *needed, GError **error);

/**
 * ikrar_certificate_except:
 * @store: a store
 * @participant: a participant
 * @reason: (nullable): why the rule of the hours does not hold for them; `NULL` for that it does
 *   from now on
 * @error: return location for an error
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_INVALID` (no reason in it),
 *   `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarId ikrar_certificate_except (IkrarStore *store,
                                  IkrarId participant,
                                  const char *reason,
                                  GError **error);

/**
 * ikrar_certificate_exception_free:
 * @exception: (transfer full) (nullable): an exception
 */
void ikrar_certificate_exception_free (IkrarCertificateException *exception);

/**
 * ikrar_shortfall_free:
 * @shortfall: (transfer full) (nullable): a shortfall
 */
void ikrar_shortfall_free (IkrarShortfall *shortfall);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarCertificateException, ikrar_certificate_exception_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarShortfall, ikrar_shortfall_free)

G_END_DECLS
