/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * IkrarWatch:
 *
 * A thread that follows a database through a connection of its own: what others commit, and whether
 * the link to a server holds. A server's hints wake it at once; twice a second it looks by itself,
 * so that nothing depends on a hint. A link that broke is tried again without end, with pauses that
 * grow to some seconds.
 */
typedef struct _IkrarWatch IkrarWatch;

/**
 * IkrarWatchFunc:
 * @owner: whom the watch is for
 * @changed: whether something was committed
 * @linked: whether the database can be reached
 *
 * Called on the main thread. Many commits in a row are one call.
 */
typedef void (*IkrarWatchFunc) (gpointer owner, gboolean changed, gboolean linked);

/**
 * ikrar_watch_new:
 * @owner: (type GObject): whom the watch is for; not kept alive by it
 * @uri: where the database is, which has been opened with all checks
 * @version: [func@db_version] of a server's database when @owner began to read it, so that nothing
 *   is missed that was committed since; 0 if it is not known
 * @func: (scope forever): whom to tell
 *
 * Any thread.
 *
 * Returns: (transfer full): a watch that has begun
 */
IkrarWatch *ikrar_watch_new (gpointer owner, const char *uri, gint64 version, IkrarWatchFunc func);

/**
 * ikrar_watch_poke:
 * @watch: a watch
 *
 * Says that this process committed: the owner is told, once, and not again for the same commit.
 *
 * Any thread.
 */
void ikrar_watch_poke (IkrarWatch *watch);

/**
 * ikrar_watch_stop:
 * @watch: (transfer full): a watch
 *
 * Ends it. A database that is a file is closed when this returns; a server may still be waited for,
 * but nobody is told any more. Main thread.
 */
void ikrar_watch_stop (IkrarWatch *watch);

G_END_DECLS
