/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"
#include "report/paper.h"

#include "store/participant-table.h"

G_BEGIN_DECLS

/**
 * IkrarPledgeAnnex:
 * @IKRAR_PLEDGE_ANNEX_PRESENT: everybody who is present or has pledged; all who are invited as long
 *   as nobody is
 * @IKRAR_PLEDGE_ANNEX_PLEDGED: only those who have pledged
 * @IKRAR_PLEDGE_ANNEX_INVITED: everybody who is invited, to be signed on paper
 * @IKRAR_PLEDGE_ANNEX_NONE: no annex
 *
 * Who stands on the list behind the text.
 */
typedef enum
{
  IKRAR_PLEDGE_ANNEX_PRESENT,
  IKRAR_PLEDGE_ANNEX_PLEDGED,
  IKRAR_PLEDGE_ANNEX_INVITED,
  IKRAR_PLEDGE_ANNEX_NONE,
} IkrarPledgeAnnex;

/**
 * IkrarPledgeSheetOptions:
 * @paper: what it is printed on
 * @annex: who stands on the list
 * @order: how people are ordered
 * @unit: only people of this unit, 0 for all
 * @public_version: without employee numbers, ranks and signatures, for a notice board (UU 27/2022)
 * @plain: without captured signatures: everybody signs on paper
 *
 * How a pledge sheet is made. All zero is a good one.
 */
typedef struct
{
  IkrarPaper paper;
  IkrarPledgeAnnex annex;
  IkrarParticipantOrder order;
  IkrarId unit;
  gboolean public_version;
  gboolean plain;
} IkrarPledgeSheetOptions;

/**
 * ikrar_pledge_sheet_new:
 * @store: a store
 * @event: id of an event
 * @options: (nullable): how it is made
 * @progress: (nullable): who watches the reading
 * @error: return location for an error
 *
 * Makes the pledge (naskah ikrar) of an event: its exact wording, the reader and the witnesses, and
 * as annex the people with their signatures. The footer's fingerprint is the SHA-256 of the
 * wording, to which every pledge is bound.
 *
 * The wording is the one that was pledged, also if the event's fields changed since. People who
 * pledged different wordings each stand behind their own: the sheets follow each other, the wording
 * pledged last at the end with those who have not pledged. Without any pledge it is the wording of
 * today, to be signed.
 *
 * A thread that may wait for the disk.
 *
 * Returns: (transfer full) (nullable): the sheet, or `NULL` with a store error or
 *   `G_IO_ERROR_CANCELLED`
 */
IkrarDocument *ikrar_pledge_sheet_new (IkrarStore *store,
                                       IkrarId event,
                                       const IkrarPledgeSheetOptions *options,
                                       const IkrarProgress *progress,
                                       GError **error);

G_END_DECLS
