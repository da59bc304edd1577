/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IkrarFileChosen:
 * @widget: the widget that asked
 * @file: the file chosen
 * @user_data: data given with it
 *
 * Called once if a file was chosen.
 */
typedef void (*IkrarFileChosen) (GtkWidget *widget, GFile *file, gpointer user_data);

/**
 * ikrar_file_chooser_save:
 * @widget: the widget that asks
 * @title: title of the dialog
 * @name: proposed name of the file; its suffix becomes the filter
 * @chosen: takes the file
 * @user_data: data for @chosen
 *
 * Asks where to save, beginning in the folder used last.
 */
void ikrar_file_chooser_save (GtkWidget *widget,
                              const char *title,
                              const char *name,
                              IkrarFileChosen chosen,
                              gpointer user_data);

/**
 * ikrar_file_chooser_open:
 * @widget: the widget that asks
 * @title: title of the dialog
 * @filter_name: name of the kind of files
 * @suffixes: (array zero-terminated=1): their suffixes, without point
 * @chosen: takes the file
 * @user_data: data for @chosen
 *
 * Asks which file to open, beginning in the folder used last.
 */
void ikrar_file_chooser_open (GtkWidget *widget,
                              const char *title,
                              const char *filter_name,
                              const char *const *suffixes,
                              IkrarFileChosen chosen,
                              gpointer user_data);

/**
 * ikrar_file_chooser_folder:
 * @widget: the widget that asks
 * @title: title of the dialog
 * @chosen: takes the folder
 * @user_data: data for @chosen
 *
 * Asks which folder to save into, beginning in the folder used last.
 */
void ikrar_file_chooser_folder (GtkWidget *widget,
                                const char *title,
                                IkrarFileChosen chosen,
                                gpointer user_data);

G_END_DECLS
