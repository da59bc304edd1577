/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "camera/camera.h"

#include "camera/camera-worker-private.h"

struct _IkrarCamera
{
  GObject parent_instance;

  /* Owned */
  char *description;
  IkrarCameraMail *mail;
  IkrarCameraWorker *worker; /* from the first start on */
  GPtrArray *devices;
  char *device;
  GError *error;

  IkrarCameraState state;
};

G_DEFINE_FINAL_TYPE (IkrarCamera, ikrar_camera, G_TYPE_OBJECT)

enum
{
  SIGNAL_CODE,
  SIGNAL_FRAME,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Whether anything is not as it was. */
static gboolean
take_state (IkrarCamera *self, IkrarCameraLetter *letter)
{
  gboolean changed = letter->has_state || letter->devices != NULL;

  if (letter->has_state)
    {
      self->state = letter->state;
      g_free (self->device);
      self->device = g_steal_pointer (&letter->device);
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&letter->error);
    }
  if (letter->devices != NULL)
    {
      g_ptr_array_unref (self->devices);
      self->devices = g_steal_pointer (&letter->devices);
    }
  if (letter->frame != NULL && self->state == IKRAR_CAMERA_STARTING)
    {
      self->state = IKRAR_CAMERA_ON;
      changed = TRUE;
    }
  return changed;
}

/* Whoever hears a signal may turn the camera off: then nothing else of the mail counts. */
static gboolean
on_mail (gpointer user_data)
{
  g_autoptr (IkrarCamera) self = g_object_ref (user_data);
  IkrarCameraLetter letter;

  _ikrar_camera_mail_take (self->mail, &letter);
  for (guint i = 0; letter.codes != NULL && i < letter.codes->len; i++)
    if (self->state != IKRAR_CAMERA_OFF)
      g_signal_emit (self, signals[SIGNAL_CODE], 0, g_ptr_array_index (letter.codes, i));
  if (letter.frame != NULL && self->state != IKRAR_CAMERA_OFF)
    g_signal_emit (self, signals[SIGNAL_FRAME], 0, letter.frame);
  if (take_state (self, &letter))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  _ikrar_camera_letter_clear (&letter);
  return G_SOURCE_REMOVE;
}

static void
ikrar_camera_finalize (GObject *object)
{
  IkrarCamera *self = IKRAR_CAMERA (object);

  _ikrar_camera_mail_close (self->mail);
  _ikrar_camera_worker_free (self->worker);
  _ikrar_camera_mail_unref (self->mail);
  g_ptr_array_unref (self->devices);
  g_free (self->device);
  g_clear_error (&self->error);
  g_free (self->description);
  G_OBJECT_CLASS (ikrar_camera_parent_class)->finalize (object);
}

static void
ikrar_camera_class_init (IkrarCameraClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_camera_finalize;
  signals[SIGNAL_CODE] = g_signal_new ("code", IKRAR_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FRAME] = g_signal_new ("frame", IKRAR_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", IKRAR_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_camera_init (IkrarCamera *self)
{
  self->mail = _ikrar_camera_mail_new (on_mail, self);
  self->devices = g_ptr_array_new ();
}

IkrarCamera *
ikrar_camera_new (const char *description)
{
  IkrarCamera *self = g_object_new (IKRAR_TYPE_CAMERA, NULL);

  self->description = g_strdup (description);
  return self;
}

static void
set_state (IkrarCamera *self, IkrarCameraState state)
{
  self->state = state;
  g_clear_pointer (&self->device, g_free);
  g_clear_error (&self->error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
ikrar_camera_start (IkrarCamera *self, const char *id, const char *name)
{
  g_return_if_fail (IKRAR_IS_CAMERA (self));

  if (self->worker == NULL)
    self->worker = _ikrar_camera_worker_new (self->mail, self->description);
  _ikrar_camera_worker_start (self->worker, _ikrar_camera_mail_next_order (self->mail), id, name);
  set_state (self, IKRAR_CAMERA_STARTING);
}

void
ikrar_camera_stop (IkrarCamera *self)
{
  g_return_if_fail (IKRAR_IS_CAMERA (self));

  if (self->state == IKRAR_CAMERA_OFF)
    return;
  _ikrar_camera_worker_stop (self->worker, _ikrar_camera_mail_next_order (self->mail));
  set_state (self, IKRAR_CAMERA_OFF);
}

IkrarCameraState
ikrar_camera_get_state (IkrarCamera *self)
{
  return self->state;
}

const GError *
ikrar_camera_get_error (IkrarCamera *self)
{
  return self->error;
}

GPtrArray *
ikrar_camera_get_devices (IkrarCamera *self)
{
  return self->devices;
}

const char *
ikrar_camera_get_device (IkrarCamera *self)
{
  return self->device;
}
