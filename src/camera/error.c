/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "camera/error.h"

G_DEFINE_QUARK (ikrar - camera - error - quark, ikrar_camera_error)
