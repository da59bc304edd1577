/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "camera/camera-mail-private.h"

G_BEGIN_DECLS

/* The thread that opens and closes devices for a camera, which may take a moment, and sees them
 * come and go. All of these return at once. */
typedef struct _IkrarCameraWorker IkrarCameraWorker;

/* @description is a source in place of devices, or NULL. */
IkrarCameraWorker *_ikrar_camera_worker_new (IkrarCameraMail *mail, const char *description);

void _ikrar_camera_worker_start (IkrarCameraWorker *worker,
                                 guint order,
                                 const char *id,
                                 const char *name);

void _ikrar_camera_worker_stop (IkrarCameraWorker *worker, guint order);

/* Lets the thread end once it has closed everything. */
void _ikrar_camera_worker_free (IkrarCameraWorker *worker);

G_END_DECLS
