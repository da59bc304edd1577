/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarCameraFrame:
 * @pixels: blue, green, red and opaque alpha, a byte each, rows from the top without gaps
 * @width: pixels in a row
 * @height: rows
 * @codes: (element-type IkrarCode): what was found in it
 *
 * A picture of a camera. Never changed once it is made; shared by reference between threads.
 */
typedef struct
{
  GBytes *pixels;
  guint width;
  guint height;
  GPtrArray *codes;
} IkrarCameraFrame;

/**
 * ikrar_camera_frame_new:
 * @pixels: (transfer full): pixels
 * @width: pixels in a row
 * @height: rows
 * @codes: (transfer full) (element-type IkrarCode): what was found
 *
 * Any thread.
 *
 * Returns: (transfer full): a frame
 */
IkrarCameraFrame *
ikrar_camera_frame_new (GBytes *pixels, guint width, guint height, GPtrArray *codes);

/**
 * ikrar_camera_frame_ref:
 * @frame: a frame
 *
 * Any thread.
 *
 * Returns: (transfer full): @frame
 */
IkrarCameraFrame *ikrar_camera_frame_ref (IkrarCameraFrame *frame);

/**
 * ikrar_camera_frame_unref:
 * @frame: (transfer full) (nullable): a frame
 *
 * Any thread.
 */
void ikrar_camera_frame_unref (IkrarCameraFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarCameraFrame, ikrar_camera_frame_unref)

G_END_DECLS
