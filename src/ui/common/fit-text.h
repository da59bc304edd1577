/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_FIT_TEXT (ikrar_fit_text_get_type ())

/**
 * IkrarFitText:
 *
 * Large text that must be read from afar: where it does not fit in so many lines, it is written
 * smaller, and only a text that would be too small is cut off. Size and weight come from CSS.
 *
 * CSS nodes: `fittext`.
 *
 * Properties: `text`, `lines` (at most so many, and room for so many), `yalign`.
 */
G_DECLARE_FINAL_TYPE (IkrarFitText, ikrar_fit_text, IKRAR, FIT_TEXT, GtkWidget)

/**
 * ikrar_fit_text_set_text:
 * @fit_text: a fit text
 * @text: (nullable): plain text
 *
 * Shows @text, which is also its name for assistive technology.
 */
void ikrar_fit_text_set_text (IkrarFitText *fit_text, const char *text);

G_END_DECLS
