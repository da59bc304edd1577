/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_CONTEXT (ikrar_context_get_type ())

/**
 * IkrarContext:
 *
 * The one object handed down through the window: where the database is, and stores for the threads
 * that need one. Emits `changed` on the main thread after every commit, of this process or another.
 */
G_DECLARE_FINAL_TYPE (IkrarContext, ikrar_context, IKRAR, CONTEXT, GObject)

/**
 * ikrar_context_new:
 * @uri: where the database is
 *
 * Returns: (transfer full): a context; nothing is opened yet
 */
IkrarContext *ikrar_context_new (const char *uri);

/**
 * ikrar_context_get_uri:
 * @context: a context
 *
 * Any thread.
 *
 * Returns: (transfer none): where the database is
 */
const char *ikrar_context_get_uri (IkrarContext *context);

/**
 * ikrar_context_lease:
 * @context: a context
 * @error: return location for an error
 *
 * Gives the calling thread a store: the first one is opened with all checks, later ones without,
 * and those given back are used again.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with a store error
 */
IkrarStore *ikrar_context_lease (IkrarContext *context, GError **error);

/**
 * ikrar_context_give_back:
 * @context: a context
 * @store: (transfer full): a leased store; an open transaction is rolled back
 *
 * Any thread.
 */
void ikrar_context_give_back (IkrarContext *context, IkrarStore *store);

/**
 * ikrar_context_close:
 * @context: a context
 *
 * Closes the stores that were given back, so that the database can be replaced, and opens the next
 * one with all checks. Stores that are leased are closed when they are given back. Main thread.
 */
void ikrar_context_close (IkrarContext *context);

/**
 * ikrar_context_watch:
 * @context: a context
 *
 * Follows what other programs write, and whether the link to a server holds, until the context is
 * freed. Main thread.
 */
void ikrar_context_watch (IkrarContext *context);

/**
 * IkrarLink:
 * @IKRAR_LINK_LOCAL: the database is a file
 * @IKRAR_LINK_SHARED: the database is on a server that answers
 * @IKRAR_LINK_OFFLINE: the server does not answer; it is tried again all the time
 */
typedef enum
{
  IKRAR_LINK_LOCAL,
  IKRAR_LINK_SHARED,
  IKRAR_LINK_OFFLINE,
} IkrarLink;

/**
 * ikrar_context_get_link:
 * @context: a context that is watched
 *
 * Main thread.
 *
 * Returns: how the database is reached; `link-changed` says when it is another way
 */
IkrarLink ikrar_context_get_link (IkrarContext *context);

/**
 * ikrar_context_get_waiting:
 * @context: a context
 *
 * Main thread.
 *
 * Returns: how many check-ins of this machine wait for the link to be delivered
 */
guint ikrar_context_get_waiting (IkrarContext *context);

/**
 * ikrar_context_set_waiting:
 * @context: a context
 * @waiting: how many check-ins wait
 *
 * Main thread.
 */
void ikrar_context_set_waiting (IkrarContext *context, guint waiting);

G_END_DECLS
