/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "config.h"

#include "camera/camera-worker-private.h"

#include <glib/gi18n-lib.h>

#include "camera/camera-devices-private.h"
#include "camera/camera-portal-private.h"
#include "camera/camera-stream-private.h"
#include "camera/code-gate-private.h"
#include "camera/code-reader.h"
#include "camera/error.h"

struct _IkrarCameraWorker
{
  GMainContext *context;
  GMainLoop *loop;
  IkrarCameraMail *mail;
  char *description;

  /* The thread's own */
  GError *broken; /* why there is no GStreamer */
  gboolean active;
  guint order;
  char *id; /* what is wanted */
  char *name;
  GCancellable *asking; /* while the portal asks the user */
  IkrarCameraDevices *devices;
  IkrarCameraStream *stream;
  guint n_streams; /* tells the present one from those before */
  char *device;    /* id of the device that is open, or was before it was unplugged */
  gboolean waits;  /* whether a camera that is plugged in is taken */

  /* The stream's thread's own, while there is one */
  IkrarCodeGate *gate;
};

/* An order, on its way to the thread. */
typedef struct
{
  IkrarCameraWorker *worker;
  gboolean active;
  guint order;
  char *id;
  char *name;
} Order;

/* A stream's last word, on its way to the thread. */
typedef struct
{
  IkrarCameraWorker *worker;
  guint number;
  GError *error;
} Failure;

static void
post (IkrarCameraWorker *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
}

static void
fail (IkrarCameraWorker *self, const GError *error)
{
  self->waits = g_error_matches (error, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_NONE) ||
                g_error_matches (error, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_GONE);
  _ikrar_camera_mail_put_state (self->mail, self->order, IKRAR_CAMERA_FAILED, self->device, error);
}

static void
fail_with (IkrarCameraWorker *self, IkrarCameraError code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (IKRAR_CAMERA_ERROR, (int) code, message);

  fail (self, error);
}

static void
free_failure (gpointer data)
{
  Failure *failure = data;

  g_error_free (failure->error);
  g_free (failure);
}

static gboolean
on_failure (gpointer user_data)
{
  Failure *failure = user_data;
  IkrarCameraWorker *self = failure->worker;

  if (self->stream == NULL || failure->number != self->n_streams)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->stream, _ikrar_camera_stream_free);
  fail (self, failure->error);
  return G_SOURCE_REMOVE;
}

static void
on_stream_failed (const GError *error, gpointer user_data)
{
  IkrarCameraWorker *self = user_data;
  Failure *failure = g_new0 (Failure, 1);

  failure->worker = self;
  failure->number = self->n_streams;
  failure->error = g_error_copy (error);
  post (self, on_failure, failure, free_failure);
}

static void
on_stream_frame (IkrarCameraFrame *frame, gpointer user_data)
{
  IkrarCameraWorker *self = user_data;
  gint64 now = g_get_monotonic_time ();

  for (guint i = 0; i < frame->codes->len; i++)
    {
      const IkrarCode *code = g_ptr_array_index (frame->codes, i);

      if (_ikrar_code_gate_pass (self->gate, code->text, now))
        _ikrar_camera_mail_put_code (self->mail, self->order, code->text);
    }
  _ikrar_camera_mail_put_frame (self->mail, self->order, frame);
}

/* The stream's thread reads order and number, which change while there is none. */
static void
open_stream (IkrarCameraWorker *self, GstDevice *device)
{
  static const IkrarCameraStreamEvents events = { on_stream_frame, on_stream_failed };

  self->waits = FALSE;
  self->n_streams++;
  _ikrar_camera_mail_put_state (self->mail, self->order, IKRAR_CAMERA_STARTING, self->device, NULL);
  self->stream = _ikrar_camera_stream_new (device, self->description, &events, self);
}

static void
open_device (IkrarCameraWorker *self, GstDevice *device)
{
  g_free (self->device);
  self->device = _ikrar_camera_device_id (device);
  open_stream (self, device);
}

static void
settle (IkrarCameraWorker *self)
{
  GstDevice *device = _ikrar_camera_devices_choose (self->devices, self->id, self->name);

  if (device == NULL)
    {
      fail_with (self, IKRAR_CAMERA_ERROR_NONE,
                 _ ("No camera is connected. Plug one in: it is taken by itself."));
      return;
    }
  open_device (self, device);
  gst_object_unref (device);
}

static void
list (IkrarCameraWorker *self)
{
  g_autoptr (GPtrArray) devices = _ikrar_camera_devices_list (self->devices);

  _ikrar_camera_mail_put_devices (self->mail, devices);
}

/* One that was unplugged is taken again, and where there was none the first that comes; not another
 * one without being asked. */
static void
take_up (IkrarCameraWorker *self, const char *id)
{
  GstDevice *device;

  if (self->device != NULL && g_strcmp0 (id, self->device) != 0)
    return;
  device = _ikrar_camera_devices_find (self->devices, id);
  if (device == NULL)
    return;
  open_device (self, device);
  gst_object_unref (device);
}

static void
on_devices_changed (const char *id, gboolean gone, gpointer user_data)
{
  IkrarCameraWorker *self = user_data;

  list (self);
  if (!self->active)
    return;
  if (gone && self->stream != NULL && g_strcmp0 (id, self->device) == 0)
    {
      g_clear_pointer (&self->stream, _ikrar_camera_stream_free);
      fail_with (self, IKRAR_CAMERA_ERROR_GONE,
                 _ ("The camera was unplugged. Plug it in again, or choose another one."));
    }
  else if (!gone && self->stream == NULL && self->waits)
    take_up (self, id);
}

static void
open_devices (IkrarCameraWorker *self, int remote)
{
  self->devices = _ikrar_camera_devices_new (remote, on_devices_changed, self);
  list (self);
  if (self->active)
    settle (self);
}

static void
on_portal_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IkrarCameraWorker *self = user_data;
  g_autoptr (GError) error = NULL;
  int remote = _ikrar_camera_portal_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (error != NULL)
    fail (self, error);
  else
    open_devices (self, remote);
}

static void
ask_portal (IkrarCameraWorker *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  if (connection == NULL)
    {
      fail_with (self, IKRAR_CAMERA_ERROR_FAILED, error->message);
      return;
    }
  self->asking = g_cancellable_new ();
  _ikrar_camera_portal_open (connection, self->asking, on_portal_answered, self);
}

static void
begin (IkrarCameraWorker *self)
{
  if (self->broken != NULL)
    fail_with (self, IKRAR_CAMERA_ERROR_FAILED, self->broken->message);
  else if (self->description != NULL)
    open_stream (self, NULL);
  else if (self->devices != NULL)
    settle (self);
  else if (self->asking != NULL)
    return;
  else if (_ikrar_camera_portal_is_needed ())
    ask_portal (self);
  else
    open_devices (self, -1);
}

static gboolean
on_order (gpointer user_data)
{
  Order *order = user_data;
  IkrarCameraWorker *self = order->worker;

  g_clear_pointer (&self->stream, _ikrar_camera_stream_free);
  g_clear_pointer (&self->device, g_free);
  self->active = order->active;
  self->order = order->order;
  g_free (self->id);
  self->id = g_steal_pointer (&order->id);
  g_free (self->name);
  self->name = g_steal_pointer (&order->name);
  if (self->active)
    begin (self);
  return G_SOURCE_REMOVE;
}

static void
free_order (gpointer data)
{
  Order *order = data;

  g_free (order->id);
  g_free (order->name);
  g_free (order);
}

static void
give_order (IkrarCameraWorker *self,
            gboolean active,
            guint number,
            const char *id,
            const char *name)
{
  Order *order = g_new0 (Order, 1);

  order->worker = self;
  order->active = active;
  order->order = number;
  order->id = g_strdup (id);
  order->name = g_strdup (name);
  post (self, on_order, order, free_order);
}

static void
free_worker (IkrarCameraWorker *self)
{
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  _ikrar_camera_mail_unref (self->mail);
  _ikrar_code_gate_free (self->gate);
  g_clear_error (&self->broken);
  g_free (self->description);
  g_free (self->device);
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/* Answers that are on their way find a worker that waits for them. */
static void
finish (IkrarCameraWorker *self)
{
  self->active = FALSE;
  g_clear_pointer (&self->stream, _ikrar_camera_stream_free);
  g_clear_pointer (&self->devices, _ikrar_camera_devices_free);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_clear_object (&self->asking);
}

static gpointer
run (gpointer user_data)
{
  IkrarCameraWorker *self = user_data;

  g_main_context_push_thread_default (self->context);
  gst_init_check (NULL, NULL, &self->broken);
  g_main_loop_run (self->loop);
  finish (self);
  g_main_context_pop_thread_default (self->context);
  free_worker (self);
  return NULL;
}

IkrarCameraWorker *
_ikrar_camera_worker_new (IkrarCameraMail *mail, const char *description)
{
  IkrarCameraWorker *self = g_new0 (IkrarCameraWorker, 1);

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->mail = _ikrar_camera_mail_ref (mail);
  self->description = g_strdup (description);
  self->gate = _ikrar_code_gate_new ();
  g_thread_unref (g_thread_new ("camera", run, self));
  return self;
}

void
_ikrar_camera_worker_start (IkrarCameraWorker *self, guint order, const char *id, const char *name)
{
  give_order (self, TRUE, order, id, name);
}

void
_ikrar_camera_worker_stop (IkrarCameraWorker *self, guint order)
{
  give_order (self, FALSE, order, NULL, NULL);
}

static gboolean
on_quit (gpointer user_data)
{
  g_main_loop_quit (((IkrarCameraWorker *) user_data)->loop);
  return G_SOURCE_REMOVE;
}

void
_ikrar_camera_worker_free (IkrarCameraWorker *self)
{
  if (self != NULL)
    post (self, on_quit, self, NULL);
}
