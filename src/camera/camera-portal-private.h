/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Within a sandbox cameras are behind org.freedesktop.portal.Camera, which asks the user and gives
 * a connection to PipeWire. */

/* Whether the program runs within one. */
gboolean _ikrar_camera_portal_is_needed (void);

/* Asks in the thread-default context. */
void _ikrar_camera_portal_open (GDBusConnection *connection,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* A file descriptor of the caller's; or -1 with IKRAR_CAMERA_ERROR_REFUSED, _NONE, _FAILED, or
 * G_IO_ERROR_CANCELLED. */
int _ikrar_camera_portal_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
