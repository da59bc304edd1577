/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_CAMERA_PANEL (ikrar_camera_panel_get_type ())

/**
 * IkrarCameraPanel:
 *
 * A camera that reads passes: what it sees, which one it is, or why there is none and what to do.
 * Seen while it is on. The device that somebody chooses is remembered.
 *
 * The environment variable `IKRAR_CAMERA` names a source in place of the connected cameras, in the
 * words of gst-launch-1.0: a camera in the network, or a film.
 *
 * Signals: `scanned`, with the text of a code: once as long as it is held before the camera.
 */
G_DECLARE_FINAL_TYPE (IkrarCameraPanel, ikrar_camera_panel, IKRAR, CAMERA_PANEL, GtkWidget)

/**
 * ikrar_camera_panel_set_on:
 * @panel: a panel
 * @on: whether the camera is on
 */
void ikrar_camera_panel_set_on (IkrarCameraPanel *panel, gboolean on);

/**
 * ikrar_camera_panel_get_on:
 * @panel: a panel
 *
 * Returns: whether the camera is on, or would be if there were one
 */
gboolean ikrar_camera_panel_get_on (IkrarCameraPanel *panel);

/**
 * ikrar_camera_panel_set_small:
 * @panel: a panel
 * @is_small: whether there is room only for what the camera sees, and not for which one it is
 */
void ikrar_camera_panel_set_small (IkrarCameraPanel *panel, gboolean is_small);

G_END_DECLS
