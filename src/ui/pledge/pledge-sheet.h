/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "core/pledge-text.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PLEDGE_SHEET (ikrar_pledge_sheet_get_type ())

/**
 * IkrarPledgeSheet:
 *
 * The exact text of a pledge, all of it, as large as it fits. On a stage the part that is read is
 * lit: the light slides from part to part, unless animations are switched off.
 *
 * CSS nodes: `pledgesheet`.
 *
 * Properties: `stage`.
 */
G_DECLARE_FINAL_TYPE (IkrarPledgeSheet, ikrar_pledge_sheet, IKRAR, PLEDGE_SHEET, GtkWidget)

/**
 * ikrar_pledge_sheet_set_text:
 * @sheet: a sheet
 * @body: the exact text
 *
 * Shows @body, which is also its name for assistive technology.
 */
void ikrar_pledge_sheet_set_text (IkrarPledgeSheet *sheet, const char *body);

/**
 * ikrar_pledge_sheet_count_parts:
 * @sheet: a sheet
 *
 * Returns: how many parts are read one after the other: opening, points, closing
 */
guint ikrar_pledge_sheet_count_parts (IkrarPledgeSheet *sheet);

/**
 * ikrar_pledge_sheet_count_points:
 * @sheet: a sheet
 *
 * Returns: how many of them are points
 */
guint ikrar_pledge_sheet_count_points (IkrarPledgeSheet *sheet);

/**
 * ikrar_pledge_sheet_set_lit:
 * @sheet: a sheet
 * @part: which part is lit, from 0; -1 for none
 */
void ikrar_pledge_sheet_set_lit (IkrarPledgeSheet *sheet, int part);

/**
 * ikrar_pledge_sheet_get_lit:
 * @sheet: a sheet
 *
 * Returns: which part is lit, -1 for none
 */
int ikrar_pledge_sheet_get_lit (IkrarPledgeSheet *sheet);

G_END_DECLS
