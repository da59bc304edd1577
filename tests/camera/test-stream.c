/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "camera/camera-stream-private.h"

#include "camera/code-gate-private.h"
#include "camera/error.h"

static void
test_caps (void)
{
  static const struct
  {
    const char *offered;
    const char *taken; /* how what is asked for begins */
  } cases[] = {
    { "ANY", NULL },
    { "audio/x-raw", NULL },
    { "video/x-raw,format=YUY2,width=640,height=480,framerate=30/1", "video/x-raw,width=640" },
    /* 720 lines raw come too slowly over USB 2: compressed ones are taken. */
    { "video/x-raw,width=1280,height=720,framerate=10/1;"
      "image/jpeg,width=1280,height=720,framerate=30/1;"
      "video/x-raw,width=640,height=480,framerate=30/1",
      "image/jpeg,width=1280" },
    { "video/x-raw,width=1920,height=1080,framerate=30/1;"
      "video/x-raw,width=1280,height=720,framerate={15/1,30/1}",
      "video/x-raw,width=1280,height=720" },
    { "video/x-raw,width=1024,height=768,framerate=30/1;"
      "video/x-raw,width=320,height=240,framerate=30/1",
      "video/x-raw,width=[800" },
    { "video/x-raw,width=320,height=240,framerate=30/1", "video/x-raw" },
    { "image/jpeg,width=1920,height=1080,framerate=30/1", "image/jpeg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GstCaps) offered = gst_caps_from_string (cases[i].offered);
      const char *taken = _ikrar_camera_stream_choose_caps (offered);

      g_test_message ("%s: %s", cases[i].offered, taken != NULL ? taken : "anything");
      if (cases[i].taken == NULL)
        g_assert_null (taken);
      else
        g_assert_true (g_str_has_prefix (taken, cases[i].taken));
    }
  g_assert_null (_ikrar_camera_stream_choose_caps (NULL));
}

static void
test_explain (void)
{
  const struct
  {
    GQuark domain;
    int code;
    const char *detail;
    IkrarCameraError meaning;
  } cases[] = {
    { GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY, NULL, IKRAR_CAMERA_ERROR_BUSY },
    { GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_AUTHORIZED, NULL, IKRAR_CAMERA_ERROR_REFUSED },
    { GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_OPEN_READ_WRITE,
      "v4l2_calls.c(629): gst_v4l2_open (): system error: Permission denied",
      IKRAR_CAMERA_ERROR_REFUSED },
    { GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_READ, "No such device", IKRAR_CAMERA_ERROR_GONE },
    { GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_FOUND, NULL, IKRAR_CAMERA_ERROR_GONE },
    { GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_OPEN_READ_WRITE, NULL, IKRAR_CAMERA_ERROR_FAILED },
    { GST_STREAM_ERROR, GST_STREAM_ERROR_FAILED, "Permission denied", IKRAR_CAMERA_ERROR_FAILED },
    { GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN, NULL, IKRAR_CAMERA_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) cause = g_error_new_literal (cases[i].domain, cases[i].code, "It broke.");
      g_autoptr (GError) error = _ikrar_camera_stream_explain (cause, cases[i].detail);

      g_assert_error (error, IKRAR_CAMERA_ERROR, (int) cases[i].meaning);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
test_gate (void)
{
  static const struct
  {
    double at; /* seconds */
    const char *text;
    gboolean passes;
  } cases[] = {
    { 0, "A", TRUE },     { 0.1, "A", FALSE }, { 0.1, "B", TRUE },  { 1.9, "A", FALSE },
    { 2.2, "B", TRUE },   { 3.8, "A", FALSE }, { 5.7, "A", FALSE }, /* held all the time */
    { 7.7, "A", TRUE },   { 7.8, "", TRUE },   { 7.9, "", FALSE },  { 9.69, "A", FALSE },
    { 11.69, "A", TRUE },
  };
  g_autoptr (IkrarCodeGate) gate = _ikrar_code_gate_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 at = (gint64) (cases[i].at * G_USEC_PER_SEC);

      g_assert_cmpint (_ikrar_code_gate_pass (gate, cases[i].text, at), ==, cases[i].passes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  g_test_add_func ("/camera/stream/caps", test_caps);
  g_test_add_func ("/camera/stream/explain", test_explain);
  g_test_add_func ("/camera/stream/gate", test_gate);
  return g_test_run ();
}
