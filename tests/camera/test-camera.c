/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "camera/camera.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>

#include "report/qr.h"

#include "camera/error.h"

#define FOLDER "IKRAR_TEST_CAMERAS"
#define CODE_PIXELS 6

/* What a camera said. */
typedef struct
{
  char *folder;
  IkrarCamera *camera;
  GPtrArray *codes;
  guint n_frames;
  guint n_changes;
} Hall;

static void
on_code (Hall *hall, const char *text)
{
  g_ptr_array_add (hall->codes, g_strdup (text));
}

static void
on_frame (Hall *hall, IkrarCameraFrame *frame)
{
  g_assert_cmpuint (g_bytes_get_size (frame->pixels), ==, (gsize) frame->width * frame->height * 4);
  hall->n_frames++;
}

static void
on_changed (Hall *hall)
{
  hall->n_changes++;
}

static void
set_camera (Hall *hall, const char *description)
{
  hall->camera = ikrar_camera_new (description);
  g_signal_connect_swapped (hall->camera, "code", G_CALLBACK (on_code), hall);
  g_signal_connect_swapped (hall->camera, "frame", G_CALLBACK (on_frame), hall);
  g_signal_connect_swapped (hall->camera, "changed", G_CALLBACK (on_changed), hall);
}

static void
set_up (Hall *hall, gconstpointer unused)
{
  hall->folder = g_dir_make_tmp ("ikrar-cameras-XXXXXX", NULL);
  g_setenv (FOLDER, hall->folder, TRUE);
  hall->codes = g_ptr_array_new_with_free_func (g_free);
  set_camera (hall, NULL);
}

static char *
make_path (Hall *hall, const char *name)
{
  return g_build_filename (hall->folder, name, NULL);
}

static void
tear_down (Hall *hall, gconstpointer unused)
{
  g_autoptr (GDir) dir = g_dir_open (hall->folder, 0, NULL);
  const char *name;

  g_object_unref (hall->camera);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = make_path (hall, name);

      g_unlink (path);
    }
  g_rmdir (hall->folder);
  g_free (hall->folder);
  g_ptr_array_unref (hall->codes);
}

/* Plugs a camera in that sees a code. It is there at once, not bit by bit. */
static void
plug (Hall *hall, const char *name, const char *text)
{
  g_autoptr (IkrarQr) qr = ikrar_qr_new (text, 1);
  int size = (int) (ikrar_qr_get_size (qr) + 2 * IKRAR_QR_QUIET) * CODE_PIXELS;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *path = make_path (hall, name);
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ikrar_qr_draw (qr, cr, IKRAR_QR_QUIET * CODE_PIXELS, IKRAR_QR_QUIET * CODE_PIXELS,
                 CODE_PIXELS * 25.4 / 72);
  g_assert_cmpint (cairo_surface_write_to_png (surface, unfinished), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_cmpint (g_rename (unfinished, path), ==, 0);
}

static void
unplug (Hall *hall, const char *name)
{
  g_autofree char *path = make_path (hall, name);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
wait_state (Hall *hall, IkrarCameraState state)
{
  while (ikrar_camera_get_state (hall->camera) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_trouble (Hall *hall, IkrarCameraError code)
{
  wait_state (hall, IKRAR_CAMERA_FAILED);
  g_assert_error (ikrar_camera_get_error (hall->camera), IKRAR_CAMERA_ERROR, (int) code);
}

static void
wait_code (Hall *hall, const char *text)
{
  while (hall->codes->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (g_ptr_array_index (hall->codes, 0), ==, text);
  g_ptr_array_remove_index (hall->codes, 0);
}

static void
wait_devices (Hall *hall, guint n)
{
  while (ikrar_camera_get_devices (hall->camera)->len != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_frames (Hall *hall, guint more)
{
  guint end = hall->n_frames + more;

  while (hall->n_frames < end)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_code_once (Hall *hall, gconstpointer unused)
{
  plug (hall, "Front@usb1.png", "IK1ONE");
  g_assert_cmpint (ikrar_camera_get_state (hall->camera), ==, IKRAR_CAMERA_OFF);
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_code (hall, "IK1ONE");
  wait_state (hall, IKRAR_CAMERA_ON);
  wait_frames (hall, 10);
  g_assert_cmpuint (hall->codes->len, ==, 0);
  g_assert_cmpstr (ikrar_camera_get_device (hall->camera), ==, "usb1");
}

static void
test_none_then_plugged (Hall *hall, gconstpointer unused)
{
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_trouble (hall, IKRAR_CAMERA_ERROR_NONE);
  plug (hall, "Front@usb1.png", "IK1ONE");
  wait_code (hall, "IK1ONE");
}

static void
test_unplugged_and_back (Hall *hall, gconstpointer unused)
{
  plug (hall, "Front@usb1.png", "IK1ONE");
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_code (hall, "IK1ONE");
  unplug (hall, "Front@usb1.png");
  wait_trouble (hall, IKRAR_CAMERA_ERROR_GONE);
  wait_devices (hall, 0);
  plug (hall, "Other@usb2.png", "IK1OTHER");
  wait_devices (hall, 1);
  /* Another one is not taken without being asked. */
  g_assert_cmpint (ikrar_camera_get_state (hall->camera), ==, IKRAR_CAMERA_FAILED);
  plug (hall, "Front@usb1.png", "IK1BACK");
  wait_code (hall, "IK1BACK");
}

static void
test_chosen (Hall *hall, gconstpointer unused)
{
  static const struct
  {
    const char *id;
    const char *name;
    const char *text;
  } cases[] = {
    { "usb1", "Front", "IK1ONE" },
    { "usb2", "Back", "IK1TWO" },
    { "usb9", "Back", "IK1TWO" }, /* in another socket */
    { "usb2", "Front", "IK1TWO" },
  };

  plug (hall, "Front@usb1.png", "IK1ONE");
  plug (hall, "Back@usb2.png", "IK1TWO");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_clear_object (&hall->camera);
      set_camera (hall, NULL);
      ikrar_camera_start (hall->camera, cases[i].id, cases[i].name);
      wait_code (hall, cases[i].text);
    }
}

static void
test_unknown_choice (Hall *hall, gconstpointer unused)
{
  plug (hall, "Front@usb1.png", "IK1ONE");
  ikrar_camera_start (hall->camera, "usb7", "Lost");
  wait_code (hall, "IK1ONE");
}

static void
test_busy (Hall *hall, gconstpointer unused)
{
  g_autofree char *path = make_path (hall, "Front@usb1.busy");

  plug (hall, "Front@usb1.png", "IK1ONE");
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_trouble (hall, IKRAR_CAMERA_ERROR_BUSY);
  g_assert_cmpint (g_unlink (path), ==, 0);
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_code (hall, "IK1ONE");
}

static void
test_off_is_silent (Hall *hall, gconstpointer unused)
{
  plug (hall, "Front@usb1.png", "IK1ONE");
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_frames (hall, 1);
  ikrar_camera_stop (hall->camera);
  g_assert_cmpint (ikrar_camera_get_state (hall->camera), ==, IKRAR_CAMERA_OFF);
  hall->n_frames = 0;
  /* Whatever was on its way has passed when another one delivers. */
  ikrar_camera_start (hall->camera, "usb1", NULL);
  ikrar_camera_stop (hall->camera);
  plug (hall, "Back@usb2.png", "IK1TWO");
  wait_devices (hall, 2);
  g_assert_cmpuint (hall->n_frames, ==, 0);
}

static void
test_stopped_by_its_code (Hall *hall, gconstpointer unused)
{
  plug (hall, "Front@usb1.png", "IK1ONE");
  g_signal_connect (hall->camera, "code", G_CALLBACK (ikrar_camera_stop), NULL);
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_code (hall, "IK1ONE");
  g_assert_cmpint (ikrar_camera_get_state (hall->camera), ==, IKRAR_CAMERA_OFF);
  g_assert_cmpuint (hall->n_frames, ==, 0);
}

static void
test_description (Hall *hall, gconstpointer unused)
{
  g_autofree char *path = make_path (hall, "film.png");
  g_autofree char *description = g_strdup_printf ("multifilesrc location=%s num-buffers=3 "
                                                  "caps=image/png,framerate=10/1 ! pngdec",
                                                  path);

  plug (hall, "film.png", "IK1FILM");
  g_clear_object (&hall->camera);
  set_camera (hall, description);
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_code (hall, "IK1FILM");
  wait_trouble (hall, IKRAR_CAMERA_ERROR_GONE);
}

static void
test_bad_description (Hall *hall, gconstpointer unused)
{
  static const char *const cases[] = { "nosuchelement", "filesrc location=/nonexistent", "!!" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_clear_object (&hall->camera);
      set_camera (hall, cases[i]);
      ikrar_camera_start (hall->camera, NULL, NULL);
      wait_state (hall, IKRAR_CAMERA_FAILED);
      g_assert_true (ikrar_camera_get_error (hall->camera)->domain == IKRAR_CAMERA_ERROR);
    }
}

/* Frames come far faster than they are looked at: most are dropped, the newest is seen. */
static void
test_frames_are_dropped (Hall *hall, gconstpointer unused)
{
  g_clear_object (&hall->camera);
  set_camera (hall, "videotestsrc is-live=true pattern=checkers-1 num-buffers=200 ! "
                    "video/x-raw,width=1280,height=720,framerate=1000/1");
  ikrar_camera_start (hall->camera, NULL, NULL);
  wait_trouble (hall, IKRAR_CAMERA_ERROR_GONE);
  g_assert_cmpuint (hall->n_frames, >, 0);
  g_assert_cmpuint (hall->n_frames, <, 150);
}

/* Cameras are seen by a thread that outlives a camera: each test has a program of its own. */
static void
run_alone (gconstpointer path)
{
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Hall *hall, gconstpointer unused);
  } tests[] = {
    { "/camera/code-once", test_code_once },
    { "/camera/none-then-plugged", test_none_then_plugged },
    { "/camera/unplugged-and-back", test_unplugged_and_back },
    { "/camera/chosen", test_chosen },
    { "/camera/unknown-choice", test_unknown_choice },
    { "/camera/busy", test_busy },
    { "/camera/off-is-silent", test_off_is_silent },
    { "/camera/stopped-by-its-code", test_stopped_by_its_code },
    { "/camera/description", test_description },
    { "/camera/bad-description", test_bad_description },
    { "/camera/frames-are-dropped", test_frames_are_dropped },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      char *alone = g_strconcat (tests[i].path, "/subprocess", NULL);

      g_test_add (alone, Hall, NULL, set_up, tests[i].func, tear_down);
      g_test_add_data_func_full (tests[i].path, alone, run_alone, g_free);
    }
  return g_test_run ();
}
