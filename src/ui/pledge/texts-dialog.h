/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_TEXTS_DIALOG (ikrar_texts_dialog_get_type ())

/**
 * IkrarTextsDialog:
 *
 * The versions of pledge texts. A version is never changed; a correction is a new one, which is
 * shown as it will look before it is kept.
 */
G_DECLARE_FINAL_TYPE (IkrarTextsDialog, ikrar_texts_dialog, IKRAR, TEXTS_DIALOG, AdwWindow)

/**
 * ikrar_texts_dialog_present:
 * @widget: the widget that asks
 * @context: the database
 */
void ikrar_texts_dialog_present (GtkWidget *widget, IkrarContext *context);

G_END_DECLS
