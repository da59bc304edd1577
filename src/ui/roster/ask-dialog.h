/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_ASK_DIALOG (ikrar_ask_dialog_get_type ())

/**
 * IkrarAskDialog:
 *
 * Asks for a text or two before something is done.
 */
G_DECLARE_FINAL_TYPE (IkrarAskDialog, ikrar_ask_dialog, IKRAR, ASK_DIALOG, AdwMessageDialog)

/**
 * IkrarAskFunc:
 * @widget: the widget that asked
 * @first: the first text
 * @second: the second text, "" if there was only one question
 * @user_data: data given with it
 *
 * Called once if the answer was given.
 */
typedef void (*IkrarAskFunc) (GtkWidget *widget,
                              const char *first,
                              const char *second,
                              gpointer user_data);

/**
 * IkrarAskQuestion:
 * @heading: what is done
 * @body: what there is to know
 * @verb: what the button says, with a mnemonic
 * @first: name of the first text
 * @second: (nullable): name of the second text, `NULL` to ask for one only
 * @destructive: whether something is lost
 *
 * What is asked.
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *verb;
  const char *first;
  const char *second;
  gboolean destructive;
} IkrarAskQuestion;

/**
 * ikrar_ask_dialog_present:
 * @widget: the widget that asks
 * @question: what is asked
 * @func: takes the answer
 * @user_data: data for @func
 *
 * The button works as soon as something was typed.
 */
void ikrar_ask_dialog_present (GtkWidget *widget,
                               const IkrarAskQuestion *question,
                               IkrarAskFunc func,
                               gpointer user_data);

G_END_DECLS
