/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/exchange-private.h"

G_BEGIN_DECLS

/* Begins to take an event in; the change is open from here on. */
gboolean _ikrar_intake_begin (IkrarIntake *intake,
                              IkrarStore *store,
                              IkrarId event,
                              const char *title,
                              GError **error);

/* An IkrarExchangeSink. */
gboolean _ikrar_intake_take (gpointer user_data,
                             IkrarExchangeTable table,
                             const IkrarExchangeValue *values,
                             GError **error);

/* Marks are merged in bundles. */
gboolean _ikrar_intake_mark (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean _ikrar_intake_flush_marks (IkrarIntake *intake, GError **error);

/* Commits, if there was anything new and @dry_run is not set. */
IkrarExchangeReport *_ikrar_intake_finish (IkrarIntake *intake, gboolean dry_run, GError **error);

void _ikrar_intake_clear (IkrarIntake *intake);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarIntake, _ikrar_intake_clear)

G_END_DECLS
