/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "pass-page.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "report/reader.h"
#include "report/stored-sample.h"

#include "camera/code-reader.h"
#include "report/passes.h"

#define DPI 300
#define MM_PER_INCH 25.4
#define PEOPLE 10
#define SEED 20241113

static GRand *noise;

static const char *
get_name (void)
{
  return "the same at every run";
}

static guint32
get_random (void)
{
  return g_rand_int (noise);
}

static void
fill_random (void *const bytes, const size_t size)
{
  for (size_t i = 0; i < size; i++)
    ((guint8 *) bytes)[i] = (guint8) g_rand_int (noise);
}

/* Keys and codes of the test are the same at every run, so that the symbols are. */
static void
fix_random (void)
{
  static randombytes_implementation fixed = {
    .implementation_name = get_name,
    .random = get_random,
    .buf = fill_random,
  };

  g_random_set_seed (SEED);
  g_clear_pointer (&noise, g_rand_free);
  noise = g_rand_new_with_seed (SEED);
  randombytes_set_implementation (&fixed);
}

static char *
write_passes (Fixture *fixture, gboolean small_modules)
{
  const IkrarPassesOptions options = { .small_modules = small_modules };
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, SEED);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDocument) passes =
      ikrar_passes_new (fixture->store, event, &options, NULL, &error);

  g_assert_no_error (error);
  return reader_write (passes, fixture->folder);
}

/* The first page, as a PGM file. */
static char *
rasterise (const char *pdf)
{
  g_autofree char *resolution = g_strdup_printf ("%d", DPI);
  g_autofree char *stem = g_strconcat (pdf, "-page", NULL);
  const char *const command[] = { "pdftoppm", "-r", resolution,    "-gray", "-f", "1",
                                  "-l",       "1",  "-singlefile", pdf,     stem, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_strconcat (stem, ".pgm", NULL);
}

static void
load (PassPage *page, const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int head;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (contents, "P5 %u %u 255%n", &page->width, &page->height, &head), ==, 2);
  g_assert_cmpuint (length, ==, (gsize) head + 1 + (gsize) page->width * page->height);
  page->gray = g_memdup2 (contents + head + 1, length - (gsize) head - 1);
}

static int
compare_symbols (gconstpointer a, gconstpointer b)
{
  const PassSymbol *one = *(PassSymbol *const *) a, *other = *(PassSymbol *const *) b;

  return (one->y - other->y) * 1000 + (one->x - other->x) > 0 ? 1 : -1;
}

static void
free_symbol (gpointer data)
{
  PassSymbol *symbol = data;

  g_free (symbol->text);
  g_free (symbol);
}

static void
find_symbols (PassPage *page)
{
  g_autoptr (IkrarCodeReader) reader = ikrar_code_reader_new ();
  g_autoptr (GPtrArray) codes =
      ikrar_code_reader_read (reader, page->gray, page->width, page->height);

  page->symbols = g_ptr_array_new_with_free_func (free_symbol);
  for (guint i = 0; i < codes->len; i++)
    {
      const IkrarCode *code = g_ptr_array_index (codes, i);
      PassSymbol *symbol = g_new0 (PassSymbol, 1);
      int left = code->corners[0][0], right = left;

      symbol->text = g_strdup (code->text);
      for (guint j = 0; j < 4; j++)
        {
          symbol->x += code->corners[j][0] / 4.0;
          symbol->y += code->corners[j][1] / 4.0;
          left = MIN (left, code->corners[j][0]);
          right = MAX (right, code->corners[j][0]);
        }
      symbol->size = right - left;
      g_ptr_array_add (page->symbols, symbol);
    }
  g_ptr_array_sort (page->symbols, compare_symbols);
}

PassPage *
pass_page_new (gboolean small_modules)
{
  g_auto (Fixture) fixture = { 0 };
  PassPage *page = g_new0 (PassPage, 1);
  g_autofree char *pdf = NULL;
  g_autofree char *raster = NULL;

  fix_random ();
  fixture_set_up (&fixture, NULL);
  pdf = write_passes (&fixture, small_modules);
  raster = rasterise (pdf);
  load (page, raster);
  page->px_per_mm = DPI / MM_PER_INCH;
  find_symbols (page);
  g_assert_cmpuint (page->symbols->len, ==, 8);
  return page;
}

void
pass_page_free (PassPage *page)
{
  g_ptr_array_unref (page->symbols);
  g_free (page->gray);
  g_free (page);
}
