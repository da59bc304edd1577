/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * ikrar_number_adder_ask:
 * @widget: the widget that asks
 * @context: the database
 * @person: id of a person
 *
 * Asks for a number that the person had before, adds it, and tells of it with Undo.
 */
void ikrar_number_adder_ask (GtkWidget *widget, IkrarContext *context, IkrarId person);

G_END_DECLS
