/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ikrar_compat_set_placeholder:
 * @entry: a search entry
 * @text: what can be searched
 *
 * Shows @text in an empty search entry where GTK can (the property is in Debian's 4.8.3, the
 * function only in 4.10), and gives it to assistive technology in any case.
 */
void ikrar_compat_set_placeholder (GtkSearchEntry *entry, const char *text);

/**
 * ikrar_compat_name_buttons:
 *
 * From now on gives every button that shows only an icon, and every menu button with a child of its
 * own, its tooltip as its name for assistive technology, as GTK itself does from 4.10 on. Called
 * once.
 */
void ikrar_compat_name_buttons (void);

/**
 * ikrar_compat_show_uri:
 * @parent: (nullable): a window
 * @uri: what to open in the program for it
 */
void ikrar_compat_show_uri (GtkWindow *parent, const char *uri);

/**
 * ikrar_compat_announce:
 * @widget: who tells
 * @message: a sentence
 *
 * Has a screen reader say something at once, where GTK can (4.14). Elsewhere the name of a widget
 * with the role of a status says it.
 */
void ikrar_compat_announce (GtkWidget *widget, const char *message);

/**
 * ikrar_compat_align_titles:
 * @view: a table
 * @first: the first column whose numbers stand at the right
 *
 * Puts the titles of that column and of those after it above their numbers: titles themselves know
 * no alignment.
 */
void ikrar_compat_align_titles (GtkColumnView *view, guint first);

/**
 * ikrar_compat_unparent_children:
 * @widget: a widget that is disposed of
 *
 * Lets go of the children that its template gave it: GTK 4.8 keeps those that are bound to nothing.
 */
void ikrar_compat_unparent_children (GtkWidget *widget);

/**
 * ikrar_compat_let_focus_go:
 * @window: a window with a password row that is about to go
 *
 * Takes the focus out of the window. In libadwaita 1.2 a password row that has it listens to its
 * text after its own end, and the program ends with it.
 */
void ikrar_compat_let_focus_go (GtkWindow *window);

G_END_DECLS
