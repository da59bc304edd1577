/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gst/gst.h>

#include "camera/camera-frame.h"

G_BEGIN_DECLS

/* A source that delivers, and the thread that looks at its frames. Of a device or another live
 * source always the newest frame is looked at, and what comes meanwhile is dropped; of files every
 * frame is. */
typedef struct _IkrarCameraStream IkrarCameraStream;

/* Both are called in the stream's thread. */
typedef struct
{
  void (*frame) (IkrarCameraFrame *frame, gpointer user_data);
  void (*failed) (const GError *error, gpointer user_data); /* the last call; not after freeing */
} IkrarCameraStreamEvents;

/* @device is what delivers, or NULL for @description, a source in the words of gst-launch-1.0 that
 * ends in raw video. GStreamer must be initialised. Problems are told as events. */
IkrarCameraStream *_ikrar_camera_stream_new (GstDevice *device,
                                             const char *description,
                                             const IkrarCameraStreamEvents *events,
                                             gpointer user_data);

/* Stops and waits until the source is closed, which may take a moment. Not in the stream's thread.
 */
void _ikrar_camera_stream_free (IkrarCameraStream *stream);

/* What is asked of a device that can do @caps, as text, or NULL to leave it to the device: frames
 * small enough to be looked at 20 times a second and large enough for a pass at arm's length. */
const char *_ikrar_camera_stream_choose_caps (const GstCaps *caps);

/* What an error of a source means for whoever uses the camera. */
GError *_ikrar_camera_stream_explain (const GError *error, const char *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarCameraStream, _ikrar_camera_stream_free)

G_END_DECLS
