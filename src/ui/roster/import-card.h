/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-columns.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_CARD (ikrar_import_card_get_type ())

/**
 * IkrarImportCard:
 *
 * A row of a roster in a narrow window: who it is, its verdict, and below the reason.
 */
G_DECLARE_FINAL_TYPE (IkrarImportCard, ikrar_import_card, IKRAR, IMPORT_CARD, GtkBox)

/**
 * ikrar_import_card_new:
 *
 * Returns: a card that shows nothing yet
 */
GtkWidget *ikrar_import_card_new (void);

/**
 * ikrar_import_card_show:
 * @card: a card
 * @shown: what is shown
 * @line: which line
 */
void ikrar_import_card_show (IkrarImportCard *card, const IkrarImportShown *shown, guint line);

G_END_DECLS
