/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gst/gst.h>

#include "camera/camera.h"

G_BEGIN_DECLS

/* The connected cameras. Everything in the thread whose default context it is made in. */
typedef struct _IkrarCameraDevices IkrarCameraDevices;

/* @id came, or went if @gone. */
typedef void (*IkrarCameraDevicesChanged) (const char *id, gboolean gone, gpointer user_data);

/* @remote is a connection to PipeWire that a portal gave, which is taken over, or -1 for the
 * devices of the system. A system that cannot list devices has none. */
IkrarCameraDevices *
_ikrar_camera_devices_new (int remote, IkrarCameraDevicesChanged changed, gpointer user_data);

void _ikrar_camera_devices_free (IkrarCameraDevices *self);

/* A new list of IkrarCameraDevice. */
GPtrArray *_ikrar_camera_devices_list (IkrarCameraDevices *self);

/* By id, else by name; else the first; or NULL. */
GstDevice *
_ikrar_camera_devices_choose (IkrarCameraDevices *self, const char *id, const char *name);

/* Of the device with @id only. */
GstDevice *_ikrar_camera_devices_find (IkrarCameraDevices *self, const char *id);

char *_ikrar_camera_device_id (GstDevice *device);

G_END_DECLS
