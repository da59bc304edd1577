/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/desk-sound.h"

#include <gst/app/gstappsrc.h>
#include <gst/gst.h>

#include "desk/tone.h"

/* Every tone is shorter; a device that takes longer is given up for this verdict. */
#define PLAY_MAX (2 * GST_SECOND)

#define PIPELINE                                                   \
  "appsrc name=source format=time caps=audio/x-raw,format=" FORMAT \
  ",channels=1,rate=" G_STRINGIFY (                                \
      IKRAR_TONE_RATE) ",layout=interleaved"                       \
                       " ! audioconvert ! audioresample ! autoaudiosink"

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define FORMAT "S16LE"
#else
#define FORMAT "S16BE"
#endif

/* What is asked of the thread; a verdict is sent as its value plus one. */
#define STOP GINT_TO_POINTER (-1)

struct _IkrarDeskSound
{
  GAsyncQueue *verdicts;

  /* The thread's own */
  GstElement *pipeline;
  gboolean broken; /* whether there is nothing to sound with */
};

static gboolean
open_pipeline (IkrarDeskSound *self)
{
  g_autoptr (GError) error = NULL;

  if (self->pipeline != NULL || self->broken)
    return !self->broken;
  self->broken = !gst_init_check (NULL, NULL, NULL);
  if (!self->broken)
    self->pipeline = gst_parse_launch (PIPELINE, &error);
  if (self->pipeline == NULL || error != NULL)
    {
      g_debug ("no sound: %s", error != NULL ? error->message : "GStreamer did not start");
      self->broken = TRUE;
    }
  return !self->broken;
}

static void
push_tone (GstElement *pipeline, IkrarDeskVerdict verdict)
{
  g_autoptr (GstElement) source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  g_autoptr (GBytes) tone = ikrar_tone_render (verdict);
  GstBuffer *buffer = gst_buffer_new_wrapped_bytes (tone);

  GST_BUFFER_PTS (buffer) = 0;
  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (g_bytes_get_size (tone) / sizeof (gint16),
                                                        GST_SECOND, IKRAR_TONE_RATE);
  gst_app_src_push_buffer (GST_APP_SRC (source), buffer);
  gst_app_src_end_of_stream (GST_APP_SRC (source));
}

static void
play (IkrarDeskSound *self, IkrarDeskVerdict verdict)
{
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;

  if (!open_pipeline (self))
    return;
  bus = gst_element_get_bus (self->pipeline);
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
  push_tone (self->pipeline, verdict);
  message = gst_bus_timed_pop_filtered (bus, PLAY_MAX, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  if (message == NULL || GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    g_debug ("a tone was not played");
  gst_element_set_state (self->pipeline, GST_STATE_READY);
  gst_bus_set_flushing (bus, TRUE);
  gst_bus_set_flushing (bus, FALSE);
}

static gpointer
run (gpointer user_data)
{
  IkrarDeskSound *self = user_data;
  gpointer verdict;

  while ((verdict = g_async_queue_pop (self->verdicts)) != STOP)
    if (g_async_queue_length (self->verdicts) <= 0)
      play (self, GPOINTER_TO_INT (verdict) - 1);
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  g_async_queue_unref (self->verdicts);
  g_free (self);
  return NULL;
}

IkrarDeskSound *
ikrar_desk_sound_new (void)
{
  IkrarDeskSound *self = g_new0 (IkrarDeskSound, 1);

  self->verdicts = g_async_queue_new ();
  g_thread_unref (g_thread_new ("desk-sound", run, self));
  return self;
}

void
ikrar_desk_sound_play (IkrarDeskSound *self, IkrarDeskVerdict verdict)
{
  g_async_queue_push (self->verdicts, GINT_TO_POINTER ((int) verdict + 1));
}

void
ikrar_desk_sound_free (IkrarDeskSound *self)
{
  if (self != NULL)
    g_async_queue_push (self->verdicts, STOP);
}
