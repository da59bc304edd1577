/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_PROGRESS_STRIP (ikrar_progress_strip_get_type ())

/**
 * IkrarProgressStrip:
 *
 * How far long work is, at the foot of a page, with Cancel. Work that is done at once shows
 * nothing.
 *
 * Signals: `cancelled`, when the user no longer wants it.
 */
G_DECLARE_FINAL_TYPE (IkrarProgressStrip, ikrar_progress_strip, IKRAR, PROGRESS_STRIP, GtkWidget)

/**
 * ikrar_progress_strip_start:
 * @strip: a strip
 * @text: what is done, such as "Reading the roster…"
 *
 * Shows the strip if the work takes longer than a moment.
 */
void ikrar_progress_strip_start (IkrarProgressStrip *strip, const char *text);

/**
 * ikrar_progress_strip_set:
 * @strip: a strip
 * @done: steps done
 * @total: steps in all, 0 if unknown
 */
void ikrar_progress_strip_set (IkrarProgressStrip *strip, guint64 done, guint64 total);

/**
 * ikrar_progress_strip_stop:
 * @strip: a strip
 *
 * Hides the strip.
 */
void ikrar_progress_strip_stop (IkrarProgressStrip *strip);

G_END_DECLS
