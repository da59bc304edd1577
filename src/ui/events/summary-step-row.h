/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/events/summary-step.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SUMMARY_STEP_ROW (ikrar_summary_step_row_get_type ())

/**
 * IkrarSummaryStepRow:
 *
 * Something that waits, with the one button that does it.
 */
G_DECLARE_FINAL_TYPE (IkrarSummaryStepRow,
                      ikrar_summary_step_row,
                      IKRAR,
                      SUMMARY_STEP_ROW,
                      AdwActionRow)

/**
 * ikrar_summary_step_row_new:
 * @step: what waits
 * @event: for which event
 *
 * Returns: a row
 */
GtkWidget *ikrar_summary_step_row_new (const IkrarSummaryStep *step, IkrarId event);

G_END_DECLS
