/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"
#include "report/pass-layout.h"

#include "store/participant-table.h"

G_BEGIN_DECLS

/**
 * IkrarPassesOptions:
 * @layout: how they are laid out
 * @order: how they are ordered
 * @unit: only this unit, 0 for all
 * @participants: (array length=n_participants) (nullable): only these, `NULL` for all
 * @n_participants: how many
 * @small_modules: symbols with modules of 0.8 mm where the layout has 1.0, for more room for text
 * @skip: places of the first sheet that are used already
 *
 * How passes are printed. All zero prints all, eight on a sheet of A4.
 */
typedef struct
{
  IkrarPassLayout layout;
  IkrarParticipantOrder order;
  IkrarId unit;
  const IkrarId *participants;
  guint n_participants;
  gboolean small_modules;
  guint skip;
} IkrarPassesOptions;

/**
 * ikrar_passes_new:
 * @store: a store
 * @event: id of an event
 * @options: (nullable): how they are printed
 * @progress: (nullable): who watches the reading
 * @error: return location for an error
 *
 * Makes the passes of an event: name, degrees, unit, when and where, seat and group if set, the
 * signed code and the code to type. No employee number stands on a pass. Those who withdrew get
 * none. While a PDF is written, codes are signed and encoded on all cores, ahead of the pages.
 *
 * A thread that may wait for the disk.
 *
 * Returns: (transfer full) (nullable): the passes, or `NULL` with `IKRAR_STORE_ERROR_NO_KEY`,
 * another store error or `G_IO_ERROR_CANCELLED`
 */
IkrarDocument *ikrar_passes_new (IkrarStore *store,
                                 IkrarId event,
                                 const IkrarPassesOptions *options,
                                 const IkrarProgress *progress,
                                 GError **error);

G_END_DECLS
