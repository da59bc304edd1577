/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "camera/camera.h"

G_BEGIN_DECLS

/* What the threads of a camera have to say to its owner: the newest of everything, and all codes.
 * Shared by reference between threads. Whatever belongs to an order that was given up is thrown
 * away: each order to start or stop has a number of its own. */
typedef struct _IkrarCameraMail IkrarCameraMail;

/* What is in the mail; clear with the function below. Of a state there is one if @has_state. */
typedef struct
{
  gboolean has_state;
  IkrarCameraState state;
  char *device;
  GError *error;
  GPtrArray *devices;
  IkrarCameraFrame *frame;
  GPtrArray *codes; /* char * */
} IkrarCameraLetter;

/* @arrived is called in the default context of this thread when there is mail, with @user_data, and
 * not once the mail is closed. */
IkrarCameraMail *_ikrar_camera_mail_new (GSourceFunc arrived, gpointer user_data);
IkrarCameraMail *_ikrar_camera_mail_ref (IkrarCameraMail *mail);
void _ikrar_camera_mail_unref (IkrarCameraMail *mail);

/* For the owner. */
void _ikrar_camera_mail_close (IkrarCameraMail *mail);
guint _ikrar_camera_mail_next_order (IkrarCameraMail *mail);
void _ikrar_camera_mail_take (IkrarCameraMail *mail, IkrarCameraLetter *letter);
void _ikrar_camera_letter_clear (IkrarCameraLetter *letter);

/* For the threads: @devices, @frame and @error are the caller's to keep or copied. */
void _ikrar_camera_mail_put_state (IkrarCameraMail *mail,
                                   guint order,
                                   IkrarCameraState state,
                                   const char *device,
                                   const GError *error);
void _ikrar_camera_mail_put_devices (IkrarCameraMail *mail, GPtrArray *devices);
void _ikrar_camera_mail_put_frame (IkrarCameraMail *mail, guint order, IkrarCameraFrame *frame);
void _ikrar_camera_mail_put_code (IkrarCameraMail *mail, guint order, const char *text);

G_END_DECLS
