/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "camera/camera-frame.h"

G_BEGIN_DECLS

/**
 * IkrarCameraState:
 * @IKRAR_CAMERA_OFF: not asked for
 * @IKRAR_CAMERA_STARTING: asked for; no frame yet
 * @IKRAR_CAMERA_ON: delivers frames
 * @IKRAR_CAMERA_FAILED: asked for, and delivers none: see the error
 *
 * How a camera is doing.
 */
typedef enum
{
  IKRAR_CAMERA_OFF,
  IKRAR_CAMERA_STARTING,
  IKRAR_CAMERA_ON,
  IKRAR_CAMERA_FAILED,
} IkrarCameraState;

/**
 * IkrarCameraDevice:
 * @id: what tells it from others, the same after it was unplugged and after a restart
 * @name: what people call it
 *
 * A camera that is connected.
 */
typedef struct
{
  char *id;
  char *name;
} IkrarCameraDevice;

#define IKRAR_TYPE_CAMERA (ikrar_camera_get_type ())

/**
 * IkrarCamera:
 *
 * Reads QR codes with a camera. It opens, looks and closes in threads of its own and drops frames
 * while it looks at one; none of its functions waits. Use it in one thread, the one that makes it,
 * whose main context all signals come in. Nothing runs before it is started first; once freed it
 * closes its device by itself.
 *
 * Signals: `code` (a text), once for a code until it was out of sight for two seconds; `frame` (an
 * #IkrarCameraFrame), the newest one only; `changed`, when state, error or devices are others.
 */
G_DECLARE_FINAL_TYPE (IkrarCamera, ikrar_camera, IKRAR, CAMERA, GObject)

/**
 * ikrar_camera_new:
 * @description: (nullable): a source in place of the connected cameras, in the words of
 *   gst-launch-1.0 and ending in raw video, such as a camera in the network or a file
 *
 * Returns: (transfer full): a camera that is off
 */
IkrarCamera *ikrar_camera_new (const char *description);

/**
 * ikrar_camera_start:
 * @camera: a camera
 * @id: (nullable): id of the device wanted
 * @name: (nullable): its name, in case that no device has the id, as after another socket was used
 *
 * Turns it on, or from one device to another. Where neither @id nor @name is connected the first
 * device is taken. Within a sandbox the system may ask the user first.
 */
void ikrar_camera_start (IkrarCamera *camera, const char *id, const char *name);

/**
 * ikrar_camera_stop:
 * @camera: a camera
 *
 * Turns it off; no code or frame comes any more.
 */
void ikrar_camera_stop (IkrarCamera *camera);

/**
 * ikrar_camera_get_state:
 * @camera: a camera
 *
 * Returns: how it is doing
 */
IkrarCameraState ikrar_camera_get_state (IkrarCamera *camera);

/**
 * ikrar_camera_get_error:
 * @camera: a camera
 *
 * Returns: (transfer none) (nullable): why it failed, in the domain `IKRAR_CAMERA_ERROR`; the
 *   message says what to do
 */
const GError *ikrar_camera_get_error (IkrarCamera *camera);

/**
 * ikrar_camera_get_devices:
 * @camera: a camera
 *
 * Returns: (transfer none) (element-type IkrarCameraDevice): what is connected, as far as is known
 *   since the first start
 */
GPtrArray *ikrar_camera_get_devices (IkrarCamera *camera);

/**
 * ikrar_camera_get_device:
 * @camera: a camera
 *
 * Returns: (transfer none) (nullable): id of the device in use
 */
const char *ikrar_camera_get_device (IkrarCamera *camera);

G_END_DECLS
