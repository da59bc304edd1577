/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "camera/camera-frame.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_CAMERA_VIEW (ikrar_camera_view_get_type ())

/**
 * IkrarCameraView:
 *
 * What a camera sees, mirrored, so that whoever holds a pass before it moves it the right way.
 * Marks at the corners say where to hold it; a code that was found is outlined. As high as the
 * style says.
 */
G_DECLARE_FINAL_TYPE (IkrarCameraView, ikrar_camera_view, IKRAR, CAMERA_VIEW, GtkWidget)

/**
 * ikrar_camera_view_set_frame:
 * @view: a view
 * @frame: (nullable): what is seen now, or `NULL` for nothing
 */
void ikrar_camera_view_set_frame (IkrarCameraView *view, IkrarCameraFrame *frame);

G_END_DECLS
