/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/summary.h"

G_BEGIN_DECLS

/**
 * IkrarSummaryStep:
 * @icon_name: an icon
 * @css_class: class of its badge
 * @title: what is missing
 * @subtitle: why, or how
 * @verb: what the button does
 * @action: its action
 * @target: (nullable): for `win.show-event` one of the event's views, for `view.set-state` a state
 *
 * Something that waits for the organiser of an event. Texts are translated.
 */
typedef struct
{
  const char *icon_name;
  const char *css_class;
  const char *title;
  const char *subtitle;
  const char *verb;
  const char *action;
  const char *target;
} IkrarSummaryStep;

/**
 * ikrar_summary_steps:
 * @summary: a summary
 * @steps: (out caller-allocates) (array length=n_steps): room for the steps
 * @n_steps: how much room there is
 *
 * Gives what waits, the most urgent first.
 *
 * Any thread.
 *
 * Returns: how many there are
 */
guint ikrar_summary_steps (const IkrarSummary *summary, IkrarSummaryStep *steps, guint n_steps);

G_END_DECLS
