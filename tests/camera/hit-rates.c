/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* How many passes a camera reads in a single frame: passes of the report floor, photographed under
 * conditions of a table, as a video through the pipeline of the cameras. As a test it holds each
 * condition to a rate; with --table it prints docs/camera.md's table. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "scene.h"

#include "camera/camera-stream-private.h"
#include "camera/code-reader.h"

#define FRAMES 16
#define SEED 5

#define VGA .width = 640, .height = 480
#define HD .width = 1280, .height = 720

typedef struct
{
  const char *name;
  gboolean small_modules;
  guint wanted; /* of FRAMES; 0 for what is only shown */
  Shot shot;
} Condition;

static const Condition conditions[] = {
  { "640 × 480, 15 cm", FALSE, 15, { VGA, .distance = 150 } },
  { "640 × 480, 20 cm", FALSE, 15, { VGA, .distance = 200 } },
  { "640 × 480, 25 cm", FALSE, 0, { VGA, .distance = 250 } },
  { "1280 × 720, 8 cm", FALSE, 13, { HD, .distance = 80 } },
  { "1280 × 720, 25 cm", FALSE, 15, { HD, .distance = 250 } },
  { "1280 × 720, 35 cm", FALSE, 13, { HD, .distance = 350 } },
  { "1280 × 720, 40 cm", FALSE, 0, { HD, .distance = 400 } },
  { "1280 × 720, 50 cm", FALSE, 0, { HD, .distance = 500 } },
  { "1280 × 720, 25 cm, modules of 0.8 mm", TRUE, 15, { HD, .distance = 250 } },
  { "1280 × 720, 35 cm, modules of 0.8 mm", TRUE, 0, { HD, .distance = 350 } },
  { "turned any way", FALSE, 15, { VGA, .distance = 150, .turn = 180 } },
  { "tilted by 20°", FALSE, 15, { VGA, .distance = 150, .tilt = 20 } },
  { "tilted by 35°", FALSE, 13, { VGA, .distance = 150, .tilt = 35 } },
  { "tilted by 50°", FALSE, 0, { VGA, .distance = 150, .tilt = 50 } },
  { "out of focus a little", FALSE, 13, { VGA, .distance = 150, .blur = 1.2 } },
  { "out of focus", FALSE, 0, { VGA, .distance = 150, .blur = 2 } },
  { "moved by 3 pixels", FALSE, 15, { VGA, .distance = 150, .motion = 3 } },
  { "moved by 7 pixels", FALSE, 0, { VGA, .distance = 150, .motion = 7 } },
  { "low light: 30 % of it, noise", FALSE, 15, { VGA, .distance = 150, .light = 0.3, .noise = 8 } },
  { "very low light: 12 % of it, noise",
    FALSE,
    0,
    { VGA, .distance = 150, .light = 0.12, .noise = 6 } },
  { "strong noise", FALSE, 15, { VGA, .distance = 150, .noise = 20 } },
  { "one side at 20 % of the light", FALSE, 15, { VGA, .distance = 150, .slope = 0.8 } },
  { "a reflection on the symbol", FALSE, 0, { VGA, .distance = 150, .glare = 0.08 } },
  { "a finger over 3 % of the symbol", FALSE, 15, { VGA, .distance = 150, .cover = 0.2 } },
  { "a finger over 7 % of the symbol", FALSE, 0, { VGA, .distance = 150, .cover = 0.3 } },
  { "a finger over 13 % of the symbol", FALSE, 0, { VGA, .distance = 150, .cover = 0.4 } },
  { "light on dark, looked for in every fourth frame",
    FALSE,
    3,
    { VGA, .distance = 150, .inverted = TRUE } },
  { "mirrored by the camera", FALSE, 13, { VGA, .distance = 150, .mirrored = TRUE } },
};

/* One condition's frames, and what was read in them. */
typedef struct
{
  const PassPage *page;
  guint frames;
  guint hits;
  guint misread; /* a text that no pass of the sheet has */
  GMutex lock;
  GCond cond;
  gboolean ended;
} Tally;

static gboolean
is_on (const PassPage *page, const char *text)
{
  for (guint i = 0; i < page->symbols->len; i++)
    if (g_strcmp0 (((PassSymbol *) g_ptr_array_index (page->symbols, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* Passes beside the one in the middle may be read, too. */
static void
on_frame (IkrarCameraFrame *frame, gpointer user_data)
{
  Tally *tally = user_data;
  const PassSymbol *symbol =
      g_ptr_array_index (tally->page->symbols, tally->frames++ % tally->page->symbols->len);
  gboolean hit = FALSE;

  for (guint i = 0; i < frame->codes->len; i++)
    {
      const IkrarCode *code = g_ptr_array_index (frame->codes, i);

      hit |= strcmp (code->text, symbol->text) == 0;
      tally->misread += !is_on (tally->page, code->text);
    }
  tally->hits += hit;
}

static void
on_failed (const GError *error, gpointer user_data)
{
  Tally *tally = user_data;

  g_mutex_lock (&tally->lock);
  tally->ended = TRUE;
  g_cond_signal (&tally->cond);
  g_mutex_unlock (&tally->lock);
}

/* In a usual hand nothing is quite straight, sharp or quiet: so it is where a condition says
 * nothing.
 */
static Shot
hold (Shot shot)
{
  const struct
  {
    double *value;
    double usual;
  } usual[] = {
    { &shot.turn, 20 },   { &shot.tilt, 10 }, { &shot.blur, 0.6 },
    { &shot.light, 0.9 }, { &shot.noise, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (*usual[i].value <= 0)
      *usual[i].value = usual[i].usual;
  return shot;
}

static void
write_video (const PassPage *page, const Shot *shot, const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  gsize size = (gsize) shot->width * shot->height;
  g_autofree guint8 *frame = g_malloc (size);
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  for (guint i = 0; i < FRAMES; i++)
    {
      scene_shoot (page, g_ptr_array_index (page->symbols, i % page->symbols->len), shot, random,
                   frame);
      g_assert_cmpuint (fwrite (frame, 1, size, file), ==, size);
    }
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
watch (Tally *tally, const Shot *shot, const char *path)
{
  static const IkrarCameraStreamEvents events = { on_frame, on_failed };
  g_autofree char *description =
      g_strdup_printf ("filesrc location=%s ! rawvideoparse format=gray8 width=%u height=%u "
                       "framerate=1000/1",
                       path, shot->width, shot->height);
  g_autoptr (IkrarCameraStream) stream =
      _ikrar_camera_stream_new (NULL, description, &events, tally);

  g_mutex_lock (&tally->lock);
  while (!tally->ended)
    g_cond_wait (&tally->cond, &tally->lock);
  g_mutex_unlock (&tally->lock);
}

/* Pages are made once, of either size of modules. */
static PassPage *pages[2];

static void
measure (const Condition *condition, Tally *tally)
{
  PassPage **page = &pages[condition->small_modules ? 1 : 0];
  const Shot shot = hold (condition->shot);
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("ikrar-video-XXXXXX.gray", &path, NULL);

  g_close (fd, NULL);
  if (*page == NULL)
    *page = pass_page_new (condition->small_modules);
  write_video (*page, &shot, path);
  tally->page = *page;
  watch (tally, &shot, path);
  g_unlink (path);
}

static void
test_condition (gconstpointer user_data)
{
  const Condition *condition = user_data;
  Tally tally = { 0 };

  measure (condition, &tally);
  g_test_message ("%s: %u of %u", condition->name, tally.hits, tally.frames);
  g_assert_cmpuint (tally.frames, ==, FRAMES);
  g_assert_cmpuint (tally.misread, ==, 0);
  g_assert_cmpuint (tally.hits, >=, condition->wanted);
}

static void
print_table (void)
{
  g_print ("| condition | read, of %d frames | at least |\n|---|---:|---:|\n", FRAMES);
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autofree char *wanted = g_strdup_printf ("%u", conditions[i].wanted);
      Tally tally = { 0 };

      measure (&conditions[i], &tally);
      g_print ("| %s | %u | %s |\n", conditions[i].name, tally.hits,
               conditions[i].wanted > 0 ? wanted : "");
    }
}

static int
run_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/camera/hit-rates/%u", i);

      g_test_add_data_func (path, &conditions[i], test_condition);
    }
  return g_test_run ();
}

int
main (int argc, char *argv[])
{
  gboolean table = argc == 2 && strcmp (argv[1], "--table") == 0;
  int status = 0;

  setlocale (LC_ALL, "");
  gst_init (NULL, NULL);
  if (table)
    print_table ();
  else
    {
      g_test_init (&argc, &argv, NULL);
      status = run_tests ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_clear_pointer (&pages[i], pass_page_free);
  return status;
}
