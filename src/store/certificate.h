/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarNumberSeries:
 * @name: `certificate`
 * @year: its year; every year counts from 1
 * @code: archive code
 * @unit: unit code
 * @pattern: see [func@letter_number_check]
 * @last: the last number given
 */
typedef struct
{
  IkrarId id;
  char *name;
  int year;
  char *code;
  char *unit;
  char *pattern;
  int last;
} IkrarNumberSeries;

extern const IkrarEntity ikrar_number_series_entity;

/**
 * IkrarCertificate:
 * @letter_number: its number in full
 * @face: what it says, see [func@certificate_face_encode]; "" if erased
 * @code: the code in its QR
 * @revoked_at: 0 if it is in force
 */
typedef struct
{
  IkrarId id;
  IkrarId event_id;
  IkrarId participant_id;
  int number;
  char *letter_number;
  IkrarTime issued_at;
  char *face;
  char *code;
  gint64 ledger_index;
  IkrarTime revoked_at;
  char *revoke_reason;
} IkrarCertificate;

/**
 * ikrar_number_series_get:
 * @store: a store
 * @name: name of the series
 * @year: the year
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the series, made from last year's or the usual pattern if
 * the year is new; `NULL` with a store error
 */
IkrarNumberSeries *
ikrar_number_series_get (IkrarStore *store, const char *name, int year, GError **error);

/**
 * ikrar_number_series_save:
 * @store: a store
 * @series: the series; @last may only grow
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_INVALID` if the pattern is refused, or another store
 * error
 */
gboolean
ikrar_number_series_save (IkrarStore *store, const IkrarNumberSeries *series, GError **error);

/**
 * ikrar_number_series_free:
 * @series: (transfer full) (nullable): a series
 */
void ikrar_number_series_free (IkrarNumberSeries *series);

/**
 * ikrar_certificate_issue:
 * @store: a store
 * @event: an event
 * @participants: (array length=n_participants) (nullable): for whom; `NULL` for all who are present
 *   and have none in force
 * @n_participants: how many
 * @issued: (out): how many were issued
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Numbers, signs, records and seals certificates in one change: the numbers have no gap. Only for
 * those present, and as long as the event's rule asks for, exceptions apart; the others among
 * @participants are left out.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` if there is nobody to issue
 *   one to, `IKRAR_STORE_ERROR_NO_KEY`, or another store error
 */
IkrarId ikrar_certificate_issue (IkrarStore *store,
                                 IkrarId event,
                                 const IkrarId *participants,
                                 guint n_participants,
                                 guint *issued,
                                 const IkrarProgress *progress,
                                 GError **error);

/**
 * ikrar_certificate_count_due:
 * @store: a store
 * @event: an event
 * @due: (out): people who were present, as long as the event's rule asks for, and have no
 *   certificate in force
 * @error: return location for an error
 *
 * Counts for whom [func@certificate_issue] would issue one.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_certificate_count_due (IkrarStore *store, IkrarId event, guint *due, GError **error);

/**
 * ikrar_certificate_list:
 * @store: a store
 * @event: an event, 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarCertificate) (nullable): the register by number, also
 *   revoked ones, or `NULL` with a store error
 */
GPtrArray *ikrar_certificate_list (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_certificate_revoke:
 * @store: a store
 * @id: id of a certificate
 * @reason: why
 * @error: return location for an error
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND`,
 *   `IKRAR_STORE_ERROR_CONFLICT` if it is revoked already, or another store error
 */
IkrarId
ikrar_certificate_revoke (IkrarStore *store, IkrarId id, const char *reason, GError **error);

/**
 * ikrar_certificate_free:
 * @certificate: (transfer full) (nullable): a certificate
 */
void ikrar_certificate_free (IkrarCertificate *certificate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarNumberSeries, ikrar_number_series_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarCertificate, ikrar_certificate_free)

G_END_DECLS
