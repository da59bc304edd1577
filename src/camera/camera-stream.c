/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "config.h"

#include "camera/camera-stream-private.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/video/video.h>
#include <string.h>

#include "camera/code-reader.h"
#include "camera/error.h"

/* How often a thread that waits for a frame looks whether it shall end. */
#define PATIENCE (50 * GST_MSECOND)

/* A camera that has not delivered a frame by then is broken. */
#define FIRST_FRAME_US (10 * G_USEC_PER_SEC)

/* Nothing larger is looked at: it would take too long. */
#define TAIL                                                                            \
  "videoconvert ! videoscale ! video/x-raw,format=BGRA,width=[1,1920],height=[1,1080]," \
  "pixel-aspect-ratio=1/1 ! appsink name=sink max-buffers=1 drop=true sync=false"

#define PIXEL_BYTES 4

struct _IkrarCameraStream
{
  GstDevice *device;
  char *description;
  IkrarCameraStreamEvents events;
  gpointer user_data;
  GThread *thread;
  gint stopped; /* atomic */

  /* The thread's own */
  GstElement *pipeline;
  GstAppSink *sink;
  IkrarCodeReader *reader;
  GByteArray *gray;
  gint64 begun;
};

const char *
_ikrar_camera_stream_choose_caps (const GstCaps *caps)
{
  static const char *const wanted[] = {
    "video/x-raw,width=1280,height=720,framerate=[15/1,1000/1]",
    "image/jpeg,width=1280,height=720,framerate=[15/1,1000/1]",
    "video/x-raw,width=[800,1280],height=[600,1024],framerate=[15/1,1000/1]",
    "image/jpeg,width=[800,1280],height=[600,1024],framerate=[15/1,1000/1]",
    "video/x-raw,width=640,height=480,framerate=[15/1,1000/1]",
    "image/jpeg,width=640,height=480,framerate=[15/1,1000/1]",
    "video/x-raw",
    "image/jpeg",
  };

  if (caps == NULL || gst_caps_is_any (caps))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GstCaps) choice = gst_caps_from_string (wanted[i]);

      if (gst_caps_can_intersect (caps, choice))
        return wanted[i];
    }
  return NULL;
}

GError *
_ikrar_camera_stream_explain (const GError *error, const char *detail)
{
  if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY))
    return g_error_new_literal (
        IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_BUSY,
        _ ("Another program has the camera. Close that program, then try again."));
  if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_AUTHORIZED) ||
      (error->domain == GST_RESOURCE_ERROR && detail != NULL &&
       strstr (detail, g_strerror (EACCES)) != NULL))
    return g_error_new_literal (IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_REFUSED,
                                _ ("The system does not let this program use the camera. Allow it "
                                   "in the settings of the system, then try again."));
  if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_READ) ||
      g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_FOUND))
    return g_error_new_literal (
        IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_GONE,
        _ ("The camera was unplugged. Plug it in again, or choose another one."));
  return g_error_new (IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_FAILED,
                      _ ("The camera does not work: %s Unplug it, plug it in again, then try "
                         "again."),
                      error->message);
}

static void
fail (IkrarCameraStream *self, const GError *error)
{
  if (!g_atomic_int_get (&self->stopped))
    self->events.failed (error, self->user_data);
}

/* A device in front of what all sources have in common. */
static GstElement *
parse_device (IkrarCameraStream *self, GError **error)
{
  g_autoptr (GstCaps) caps = gst_device_get_caps (self->device);
  const char *wanted = _ikrar_camera_stream_choose_caps (caps);
  gboolean jpeg = wanted != NULL && g_str_has_prefix (wanted, "image/jpeg");
  g_autofree char *text =
      g_strdup_printf ("capsfilter name=wanted caps=\"%s\" ! %s" TAIL,
                       wanted != NULL ? wanted : "ANY", jpeg ? "jpegdec ! " : "");
  g_autoptr (GstElement) pipeline = gst_parse_launch (text, error);
  g_autoptr (GstElement) filter = NULL;
  GstElement *source;

  if (pipeline == NULL)
    return NULL;
  source = gst_device_create_element (self->device, NULL);
  filter = gst_bin_get_by_name (GST_BIN (pipeline), "wanted");
  if (source == NULL || !gst_bin_add (GST_BIN (pipeline), source) ||
      !gst_element_link (source, filter))
    {
      g_set_error_literal (error, GST_CORE_ERROR, GST_CORE_ERROR_FAILED,
                           "the device cannot be linked.");
      return NULL;
    }
  return g_steal_pointer (&pipeline);
}

static gboolean
open_pipeline (IkrarCameraStream *self, GError **error)
{
  if (self->device != NULL)
    self->pipeline = parse_device (self, error);
  else
    {
      g_autofree char *text = g_strconcat (self->description, " ! ", TAIL, NULL);

      self->pipeline = gst_parse_launch_full (text, NULL, GST_PARSE_FLAG_FATAL_ERRORS, error);
    }
  if (self->pipeline == NULL)
    return FALSE;
  self->sink = GST_APP_SINK (gst_bin_get_by_name (GST_BIN (self->pipeline), "sink"));
  return TRUE;
}

/* Files are looked at frame by frame, at their own speed. */
static void
play (IkrarCameraStream *self)
{
  if (gst_element_set_state (self->pipeline, GST_STATE_PAUSED) != GST_STATE_CHANGE_NO_PREROLL &&
      self->device == NULL)
    g_object_set (self->sink, "drop", FALSE, "sync", TRUE, NULL);
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
}

/* Tells of an error on the bus. */
static gboolean
has_failed (IkrarCameraStream *self)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *detail = NULL;

  if (message == NULL)
    return FALSE;
  gst_message_parse_error (message, &cause, &detail);
  g_debug ("%s (%s)", cause->message, detail != NULL ? detail : "no detail");
  error = _ikrar_camera_stream_explain (cause, detail);
  fail (self, error);
  return TRUE;
}

/* A device that ends was unplugged; one that does not begin is broken. */
static gboolean
has_ended (IkrarCameraStream *self)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;

  if (gst_app_sink_is_eos (self->sink))
    cause = g_error_new_literal (GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_READ, "end of stream");
  else if (self->begun != 0 && g_get_monotonic_time () - self->begun > FIRST_FRAME_US)
    cause = g_error_new_literal (GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_FAILED,
                                 _ ("It delivers no picture."));
  if (cause == NULL)
    return FALSE;
  error = _ikrar_camera_stream_explain (cause, NULL);
  fail (self, error);
  return TRUE;
}

/* Brightness by the weights of ITU-R BT.601. */
static void
add_gray (GByteArray *gray, const guint8 *pixels, guint width)
{
  guint8 *out = gray->data + gray->len;

  g_byte_array_set_size (gray, gray->len + width);
  out = gray->data + gray->len - width;
  for (guint x = 0; x < width; x++, pixels += PIXEL_BYTES)
    out[x] = (guint8) ((29 * pixels[0] + 150 * pixels[1] + 77 * pixels[2]) >> 8);
}

static void
look_at (IkrarCameraStream *self, GstVideoFrame *video)
{
  guint width = (guint) GST_VIDEO_FRAME_WIDTH (video),
        height = (guint) GST_VIDEO_FRAME_HEIGHT (video);
  gsize row = (gsize) width * PIXEL_BYTES;
  guint8 *pixels = g_malloc (row * height);
  g_autoptr (IkrarCameraFrame) frame = NULL;

  g_byte_array_set_size (self->gray, 0);
  for (guint y = 0; y < height; y++)
    {
      const guint8 *from = (const guint8 *) GST_VIDEO_FRAME_PLANE_DATA (video, 0) +
                           (gsize) y * (gsize) GST_VIDEO_FRAME_PLANE_STRIDE (video, 0);

      memcpy (pixels + y * row, from, row);
      add_gray (self->gray, from, width);
    }
  frame = ikrar_camera_frame_new (
      g_bytes_new_take (pixels, row * height), width, height,
      ikrar_code_reader_read (self->reader, self->gray->data, width, height));
  self->events.frame (frame, self->user_data);
}

static void
take (IkrarCameraStream *self, GstSample *sample)
{
  GstVideoInfo info;
  GstVideoFrame video;

  self->begun = 0;
  if (!gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) ||
      !gst_video_frame_map (&video, &info, gst_sample_get_buffer (sample), GST_MAP_READ))
    return;
  look_at (self, &video);
  gst_video_frame_unmap (&video);
}

static void
follow (IkrarCameraStream *self)
{
  self->begun = g_get_monotonic_time ();
  play (self);
  while (!g_atomic_int_get (&self->stopped))
    {
      g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (self->sink, PATIENCE);

      if (sample != NULL)
        take (self, sample);
      else if (has_failed (self) || has_ended (self))
        break;
    }
}

static gpointer
run (gpointer user_data)
{
  IkrarCameraStream *self = user_data;
  g_autoptr (GError) cause = NULL;

  self->reader = ikrar_code_reader_new ();
  self->gray = g_byte_array_new ();
  if (open_pipeline (self, &cause))
    follow (self);
  else
    {
      g_autoptr (GError) error = _ikrar_camera_stream_explain (cause, NULL);

      fail (self, error);
    }
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_object (&self->sink);
  g_clear_object (&self->pipeline);
  ikrar_code_reader_free (self->reader);
  g_byte_array_unref (self->gray);
  return NULL;
}

IkrarCameraStream *
_ikrar_camera_stream_new (GstDevice *device,
                          const char *description,
                          const IkrarCameraStreamEvents *events,
                          gpointer user_data)
{
  IkrarCameraStream *self = g_new0 (IkrarCameraStream, 1);

  self->device = device != NULL ? gst_object_ref (device) : NULL;
  self->description = g_strdup (description);
  self->events = *events;
  self->user_data = user_data;
  self->thread = g_thread_new ("camera-stream", run, self);
  return self;
}

void
_ikrar_camera_stream_free (IkrarCameraStream *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stopped, TRUE);
  g_thread_join (self->thread);
  g_clear_object (&self->device);
  g_free (self->description);
  g_free (self);
}
