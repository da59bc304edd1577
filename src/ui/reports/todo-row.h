/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/reports/todo.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_TODO_ROW (ikrar_todo_row_get_type ())

/**
 * IkrarTodoRow:
 *
 * Something that waits, with one button to do it.
 */
G_DECLARE_FINAL_TYPE (IkrarTodoRow, ikrar_todo_row, IKRAR, TODO_ROW, AdwActionRow)

/**
 * ikrar_todo_row_new:
 * @facts: what it was derived from
 * @todo: what waits
 *
 * Returns: a row
 */
GtkWidget *ikrar_todo_row_new (const IkrarTodoFacts *facts, const IkrarTodo *todo);

G_END_DECLS
