/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Work that is done ahead on every core and taken in order. Whoever takes helps instead of waiting,
 * so that with one core nothing is lost. */
typedef struct _IkrarOrderedWork IkrarOrderedWork;

/* Does one item; in any thread. */
typedef gpointer (*IkrarWorkFunc) (guint index, gpointer user_data);

IkrarOrderedWork *ikrar_ordered_work_new (guint n_items,
                                          IkrarWorkFunc func,
                                          gpointer user_data,
                                          GDestroyNotify free_result);

/* The result of an item; every item is taken once, in order, by one thread. */
gpointer ikrar_ordered_work_take (IkrarOrderedWork *work, guint index);

/* Stops, waits for the threads and frees what was not taken. */
void ikrar_ordered_work_free (IkrarOrderedWork *work);

G_END_DECLS
