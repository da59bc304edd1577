/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IkrarDiscardFunc:
 * @form: the window of the form
 *
 * Closes it without asking again.
 */
typedef void (*IkrarDiscardFunc) (GtkWindow *form);

/**
 * ikrar_discard_ask:
 * @form: a window in which something was entered
 * @body: what would be lost
 * @discard: called if it shall be lost
 *
 * Asks before a form with changes closes. Nothing happens if the answer is to go on with it.
 * Main thread.
 */
void ikrar_discard_ask (GtkWindow *form, const char *body, IkrarDiscardFunc discard);

G_END_DECLS
