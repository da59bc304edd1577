/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IKRAR_CAMERA_ERROR (ikrar_camera_error_quark ())

/**
 * IkrarCameraError:
 * @IKRAR_CAMERA_ERROR_NONE: no camera is connected; one that is plugged in is taken by itself
 * @IKRAR_CAMERA_ERROR_GONE: the camera was unplugged; when it is back it is taken by itself
 * @IKRAR_CAMERA_ERROR_BUSY: another program has the camera; close it and try again
 * @IKRAR_CAMERA_ERROR_REFUSED: the system does not let the program use cameras; allow it, try again
 * @IKRAR_CAMERA_ERROR_FAILED: the camera or a part of the system that is needed does not work
 *
 * Why there is no picture.
 */
typedef enum
{
  IKRAR_CAMERA_ERROR_NONE,
  IKRAR_CAMERA_ERROR_GONE,
  IKRAR_CAMERA_ERROR_BUSY,
  IKRAR_CAMERA_ERROR_REFUSED,
  IKRAR_CAMERA_ERROR_FAILED,
} IkrarCameraError;

GQuark ikrar_camera_error_quark (void);

G_END_DECLS
