/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/common/status.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_CHIP_BAR (ikrar_chip_bar_get_type ())

/**
 * IkrarChipBar:
 *
 * Filters side by side, one of which is on: icon, word and how many there are. Scrolls sideways
 * where there is little room.
 *
 * Properties: `selected`, the place of the chip that is on, from 0.
 */
G_DECLARE_FINAL_TYPE (IkrarChipBar, ikrar_chip_bar, IKRAR, CHIP_BAR, GtkWidget)

/**
 * ikrar_chip_bar_add:
 * @bar: a bar
 * @icon_name: (nullable): icon, `NULL` for none
 * @label: word
 *
 * Adds a chip at the end. The first one is on.
 */
void ikrar_chip_bar_add (IkrarChipBar *bar, const char *icon_name, const char *label);

/**
 * ikrar_chip_bar_set_count:
 * @bar: a bar
 * @chip: place of a chip, from 0
 * @count: what it says
 */
void ikrar_chip_bar_set_count (IkrarChipBar *bar, guint chip, guint count);

/**
 * ikrar_chip_bar_set_shown:
 * @bar: a bar
 * @chip: place of a chip, from 0
 * @shown: whether it is shown
 */
void ikrar_chip_bar_set_shown (IkrarChipBar *bar, guint chip, gboolean shown);

/**
 * ikrar_chip_bar_get_selected:
 * @bar: a bar
 *
 * Returns: place of the chip that is on, from 0
 */
guint ikrar_chip_bar_get_selected (IkrarChipBar *bar);

/**
 * ikrar_chip_bar_set_selected:
 * @bar: a bar
 * @chip: place of a chip, from 0
 */
void ikrar_chip_bar_set_selected (IkrarChipBar *bar, guint chip);

G_END_DECLS
