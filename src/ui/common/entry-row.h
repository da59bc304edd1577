/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_ENTRY_ROW (ikrar_entry_row_get_type ())

/**
 * IkrarEntryRow:
 *
 * A field of a form that can say what is wrong with it, in its own place.
 */
G_DECLARE_DERIVABLE_TYPE (IkrarEntryRow, ikrar_entry_row, IKRAR, ENTRY_ROW, AdwEntryRow)

/**
 * IkrarEntryRowClass:
 * @left: (nullable): called when the keyboard focus leaves the field or Enter is pressed
 */
struct _IkrarEntryRowClass
{
  AdwEntryRowClass parent_class;

  void (*left) (IkrarEntryRow *row);
};

/**
 * ikrar_entry_row_dup_text:
 * @row: a field
 *
 * Returns: (transfer full): what stands in it, without what cannot be seen
 */
char *ikrar_entry_row_dup_text (IkrarEntryRow *row);

/**
 * ikrar_entry_row_set_text:
 * @row: a field
 * @text: (nullable): what shall stand in it; the cursor stays if it stands there already
 */
void ikrar_entry_row_set_text (IkrarEntryRow *row, const char *text);

/**
 * ikrar_entry_row_refuse:
 * @row: a field
 * @why: what is wrong and what to do, short
 *
 * Shows @why in place of the field's title until something else is typed.
 */
void ikrar_entry_row_refuse (IkrarEntryRow *row, const char *why);

/**
 * ikrar_entry_row_is_refused:
 * @row: a field
 *
 * Returns: whether something is wrong with it
 */
gboolean ikrar_entry_row_is_refused (IkrarEntryRow *row);

/**
 * ikrar_entry_row_add_problem:
 * @row: a field
 * @why: what is wrong and what to do, short; a constant or translated text
 * @problems: (nullable): problems found so far; `NULL` if nobody wants to know
 *
 * Notes a problem without showing it yet.
 */
void ikrar_entry_row_add_problem (IkrarEntryRow *row, const char *why, GArray *problems);

/**
 * ikrar_entry_row_new_problems:
 *
 * Returns: (transfer full): an empty list of problems
 */
GArray *ikrar_entry_row_new_problems (void);

/**
 * ikrar_entry_row_show_problems:
 * @problems: what is wrong with a form
 *
 * Shows every problem at its field and moves to the first.
 *
 * Returns: whether there is any
 */
gboolean ikrar_entry_row_show_problems (GArray *problems);

G_END_DECLS
