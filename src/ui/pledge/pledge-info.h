/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"
#include "store/pledge.h"

#include "core/pledge-text.h"
#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarPledgeInfo:
 * @event: the event
 * @wording: its exact text
 * @text: the same, taken apart
 * @roles: (element-type IkrarEventRole): its roles
 * @coverage: (element-type IkrarPledgeCoverage): by unit, the largest first
 * @sum: the units added up; its unit is empty
 *
 * What the pledge windows show of an event.
 */
typedef struct
{
  IkrarEvent *event;
  IkrarPledgeWording *wording;
  IkrarPledgeText *text;
  GPtrArray *roles;
  GPtrArray *coverage;
  IkrarPledgeCoverage sum;
} IkrarPledgeInfo;

/**
 * ikrar_pledge_info_load:
 * @store: a store
 * @input: id of an event, an `IkrarId *`
 * @progress: not used
 * @error: return location for an error
 *
 * Work for [func@work_start].
 *
 * Returns: (transfer full) (nullable): an `IkrarPledgeInfo`, or `NULL` with a store error
 */
gpointer ikrar_pledge_info_load (IkrarStore *store,
                                 gpointer input,
                                 const IkrarProgress *progress,
                                 GError **error);

/**
 * ikrar_pledge_info_free:
 * @info: (transfer full) (nullable): what was loaded
 */
void ikrar_pledge_info_free (IkrarPledgeInfo *info);

/**
 * ikrar_pledge_coverage_sum:
 * @coverage: (element-type IkrarPledgeCoverage): by unit
 *
 * Returns: the units added up; its unit is `NULL`
 */
IkrarPledgeCoverage ikrar_pledge_coverage_sum (GPtrArray *coverage);

/**
 * ikrar_pledge_digest_short:
 * @digest: digest of a text
 *
 * Returns: (transfer full): its beginning as people compare it: `7F3A C21E`
 */
char *ikrar_pledge_digest_short (const IkrarDigest *digest);

/**
 * ikrar_pledge_digest_grouped:
 * @digest: a digest
 *
 * Returns: (transfer full): all of it in groups of four hexadecimal digits
 */
char *ikrar_pledge_digest_grouped (const IkrarDigest *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPledgeInfo, ikrar_pledge_info_free)

G_END_DECLS
