/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "camera/camera-mail-private.h"

struct _IkrarCameraMail
{
  GMutex lock;
  GMainContext *context;
  GSourceFunc arrived;
  gpointer user_data; /* NULL once closed */
  GSource *bell;      /* rings in the context; NULL while there is nothing new */
  guint order;
  IkrarCameraLetter letter;
};

IkrarCameraMail *
_ikrar_camera_mail_new (GSourceFunc arrived, gpointer user_data)
{
  IkrarCameraMail *mail = g_atomic_rc_box_new0 (IkrarCameraMail);

  g_mutex_init (&mail->lock);
  mail->context = g_main_context_ref_thread_default ();
  mail->arrived = arrived;
  mail->user_data = user_data;
  return mail;
}

IkrarCameraMail *
_ikrar_camera_mail_ref (IkrarCameraMail *mail)
{
  return g_atomic_rc_box_acquire (mail);
}

static void
clear (gpointer data)
{
  IkrarCameraMail *mail = data;

  _ikrar_camera_letter_clear (&mail->letter);
  g_main_context_unref (mail->context);
  g_mutex_clear (&mail->lock);
}

void
_ikrar_camera_mail_unref (IkrarCameraMail *mail)
{
  g_atomic_rc_box_release_full (mail, clear);
}

void
_ikrar_camera_letter_clear (IkrarCameraLetter *letter)
{
  g_free (letter->device);
  g_clear_error (&letter->error);
  g_clear_pointer (&letter->devices, g_ptr_array_unref);
  ikrar_camera_frame_unref (letter->frame);
  g_clear_pointer (&letter->codes, g_ptr_array_unref);
  *letter = (IkrarCameraLetter){ 0 };
}

static void
silence (IkrarCameraMail *mail)
{
  if (mail->bell != NULL)
    g_source_destroy (mail->bell);
  g_clear_pointer (&mail->bell, g_source_unref);
}

void
_ikrar_camera_mail_close (IkrarCameraMail *mail)
{
  g_mutex_lock (&mail->lock);
  mail->user_data = NULL;
  silence (mail);
  g_mutex_unlock (&mail->lock);
}

void
_ikrar_camera_mail_take (IkrarCameraMail *mail, IkrarCameraLetter *letter)
{
  g_mutex_lock (&mail->lock);
  *letter = mail->letter;
  mail->letter = (IkrarCameraLetter){ 0 };
  silence (mail);
  g_mutex_unlock (&mail->lock);
}

static void
ring (IkrarCameraMail *mail)
{
  if (mail->bell != NULL || mail->user_data == NULL)
    return;
  mail->bell = g_idle_source_new ();
  g_source_set_priority (mail->bell, G_PRIORITY_DEFAULT);
  g_source_set_callback (mail->bell, mail->arrived, mail->user_data, NULL);
  g_source_attach (mail->bell, mail->context);
}

/* The lock is held from here... */
static gboolean
begin (IkrarCameraMail *mail, guint order)
{
  g_mutex_lock (&mail->lock);
  return order == mail->order;
}

/* ...to here. */
static void
end (IkrarCameraMail *mail, gboolean changed)
{
  if (changed)
    ring (mail);
  g_mutex_unlock (&mail->lock);
}

guint
_ikrar_camera_mail_next_order (IkrarCameraMail *mail)
{
  GPtrArray *devices;
  guint order;

  g_mutex_lock (&mail->lock);
  order = ++mail->order;
  devices = g_steal_pointer (&mail->letter.devices);
  silence (mail);
  _ikrar_camera_letter_clear (&mail->letter);
  mail->letter.devices = devices;
  end (mail, devices != NULL);
  return order;
}

void
_ikrar_camera_mail_put_state (IkrarCameraMail *mail,
                              guint order,
                              IkrarCameraState state,
                              const char *device,
                              const GError *error)
{
  gboolean current = begin (mail, order);

  if (current)
    {
      g_free (mail->letter.device);
      g_clear_error (&mail->letter.error);
      mail->letter.has_state = TRUE;
      mail->letter.state = state;
      mail->letter.device = g_strdup (device);
      mail->letter.error = error != NULL ? g_error_copy (error) : NULL;
    }
  end (mail, current);
}

void
_ikrar_camera_mail_put_devices (IkrarCameraMail *mail, GPtrArray *devices)
{
  g_mutex_lock (&mail->lock);
  g_clear_pointer (&mail->letter.devices, g_ptr_array_unref);
  mail->letter.devices = g_ptr_array_ref (devices);
  end (mail, TRUE);
}

void
_ikrar_camera_mail_put_frame (IkrarCameraMail *mail, guint order, IkrarCameraFrame *frame)
{
  gboolean current = begin (mail, order);

  if (current)
    {
      ikrar_camera_frame_unref (mail->letter.frame);
      mail->letter.frame = ikrar_camera_frame_ref (frame);
    }
  end (mail, current);
}

void
_ikrar_camera_mail_put_code (IkrarCameraMail *mail, guint order, const char *text)
{
  gboolean current = begin (mail, order);

  if (current)
    {
      if (mail->letter.codes == NULL)
        mail->letter.codes = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (mail->letter.codes, g_strdup (text));
    }
  end (mail, current);
}
