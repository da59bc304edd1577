/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "camera/camera-frame.h"

IkrarCameraFrame *
ikrar_camera_frame_new (GBytes *pixels, guint width, guint height, GPtrArray *codes)
{
  IkrarCameraFrame *frame = g_atomic_rc_box_new0 (IkrarCameraFrame);

  frame->pixels = pixels;
  frame->width = width;
  frame->height = height;
  frame->codes = codes;
  return frame;
}

IkrarCameraFrame *
ikrar_camera_frame_ref (IkrarCameraFrame *frame)
{
  return g_atomic_rc_box_acquire (frame);
}

static void
clear (gpointer data)
{
  IkrarCameraFrame *frame = data;

  g_bytes_unref (frame->pixels);
  g_ptr_array_unref (frame->codes);
}

void
ikrar_camera_frame_unref (IkrarCameraFrame *frame)
{
  if (frame != NULL)
    g_atomic_rc_box_release_full (frame, clear);
}
