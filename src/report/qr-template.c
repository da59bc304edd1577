/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/qr-template-private.h"

/* All numbers are those of ISO/IEC 18004. */
#define TIMING 6
#define VERSION_POLYNOMIAL 0x1f25
#define VERSION_BITS 18
#define VERSION_FROM 7

/* Middles of the alignment patterns besides the one at 6. */
static const guint alignments[IKRAR_QR_VERSION_MAX + 1][2] = {
  [2] = { 18 },     [3] = { 22 },     [4] = { 26 },     [5] = { 30 },      [6] = { 34 },
  [7] = { 22, 38 }, [8] = { 24, 42 }, [9] = { 26, 46 }, [10] = { 28, 50 },
};

/* A template while it is made: @taken are the modules that are not for codewords. */
typedef struct
{
  IkrarQrTemplate *template;
  IkrarQrGrid taken;
  guint version;
  guint size;
} Maker;

static void
darken (IkrarQrGrid *grid, guint x, guint y)
{
  grid->rows[y] |= G_GUINT64_CONSTANT (1) << x;
  grid->columns[x] |= G_GUINT64_CONSTANT (1) << y;
}

static gboolean
is_taken (const Maker *maker, guint x, guint y)
{
  return maker->taken.rows[y] >> x & 1;
}

static void
put_module (Maker *maker, int x, int y, gboolean dark)
{
  if (x < 0 || y < 0 || x >= (int) maker->size || y >= (int) maker->size)
    return;
  darken (&maker->taken, (guint) x, (guint) y);
  if (dark)
    darken (&maker->template->patterns, (guint) x, (guint) y);
}

/* Squares around a middle: dark to light to dark outwards, by distance. */
static void
put_squares (Maker *maker, int x, int y, int reach, guint dark_distances)
{
  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      put_module (maker, x + dx, y + dy, dark_distances >> MAX (ABS (dx), ABS (dy)) & 1);
}

static void
put_finders (Maker *maker)
{
  int far = (int) maker->size - 4;
  const int middles[][2] = { { 3, 3 }, { far, 3 }, { 3, far } };

  for (guint i = 0; i < G_N_ELEMENTS (middles); i++)
    put_squares (maker, middles[i][0], middles[i][1], 4, 1 << 0 | 1 << 1 | 1 << 3);
}

static void
put_timing (Maker *maker)
{
  for (guint i = 0; i < maker->size; i++)
    {
      if (!is_taken (maker, i, TIMING))
        put_module (maker, (int) i, TIMING, i % 2 == 0);
      if (!is_taken (maker, TIMING, i))
        put_module (maker, TIMING, (int) i, i % 2 == 0);
    }
}

/* None where a finder is. */
static void
put_alignments (Maker *maker)
{
  const guint middles[] = { TIMING, alignments[maker->version][0], alignments[maker->version][1] };
  guint last = maker->size - 7;

  for (guint i = 0; i < G_N_ELEMENTS (middles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (middles); j++)
      {
        guint x = middles[i], y = middles[j];

        if (x == 0 || y == 0 || (x == TIMING && (y == TIMING || y == last)) ||
            (x == last && y == TIMING))
          continue;
        put_squares (maker, (int) x, (int) y, 2, 1 << 0 | 1 << 2);
      }
}

static void
put_version (Maker *maker)
{
  guint bits = maker->version << 12;

  if (maker->version < VERSION_FROM)
    return;
  for (guint i = 6; i-- > 0;)
    if (bits >> (i + 12) & 1)
      bits ^= VERSION_POLYNOMIAL << i;
  bits |= maker->version << 12;
  for (guint i = 0; i < VERSION_BITS; i++)
    {
      int near = (int) (i / 3), far = (int) (maker->size - 11 + i % 3);

      put_module (maker, near, far, bits >> i & 1);
      put_module (maker, far, near, bits >> i & 1);
    }
}

/* The first copy runs around the upper left finder, the second one is shared by the other two. */
static void
put_format (Maker *maker)
{
  guint last = maker->size - 1;

  for (guint i = 0; i < IKRAR_QR_FORMAT_BITS; i++)
    {
      IkrarQrPlace *first = &maker->template->format[0][i];
      IkrarQrPlace *second = &maker->template->format[1][i];

      first->x = (guint8) (i < 8 ? 8 : i == 8 ? 7 : 14 - i);
      first->y = (guint8) (i < 6 ? i : i < 8 ? i + 1 : 8);
      second->x = (guint8) (i < 8 ? last - i : 8);
      second->y = (guint8) (i < 8 ? 8 : last - 14 + i);
      put_module (maker, first->x, first->y, FALSE);
      put_module (maker, second->x, second->y, FALSE);
    }
  put_module (maker, 8, (int) last - 7, TRUE);
}

/* Two columns at a time from the right, up and down in turn, past the timing column. */
static void
find_path (Maker *maker)
{
  IkrarQrTemplate *template = maker->template;
  gboolean up = TRUE;

  for (int right = (int) maker->size - 1; right > 0; right -= 2, up = !up)
    {
      if (right == TIMING)
        right--;
      for (guint i = 0; i < maker->size; i++)
        for (guint side = 0; side < 2; side++)
          {
            guint x = (guint) right - side, y = up ? maker->size - 1 - i : i;

            if (!is_taken (maker, x, y))
              template->path[template->n_bits++] = (IkrarQrPlace){ (guint8) x, (guint8) y };
          }
    }
}

static gboolean
is_masked (guint mask, guint x, guint y)
{
  switch (mask)
    {
    case 0:
      return (x + y) % 2 == 0;
    case 1:
      return y % 2 == 0;
    case 2:
      return x % 3 == 0;
    case 3:
      return (x + y) % 3 == 0;
    case 4:
      return (x / 3 + y / 2) % 2 == 0;
    case 5:
      return x * y % 2 + x * y % 3 == 0;
    case 6:
      return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
      return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

static void
make_masks (Maker *maker)
{
  for (guint mask = 0; mask < IKRAR_QR_MASKS; mask++)
    for (guint i = 0; i < maker->template->n_bits; i++)
      {
        IkrarQrPlace place = maker->template->path[i];

        if (is_masked (mask, place.x, place.y))
          darken (&maker->template->masks[mask], place.x, place.y);
      }
}

static IkrarQrTemplate *
make_template (guint version)
{
  Maker maker = { .template = g_new0 (IkrarQrTemplate, 1),
                  .version = version,
                  .size = 17 + 4 * version };

  maker.template->patterns.size = maker.size;
  put_finders (&maker);
  put_alignments (&maker);
  put_timing (&maker);
  put_version (&maker);
  put_format (&maker);
  find_path (&maker);
  make_masks (&maker);
  return maker.template;
}

const IkrarQrTemplate *
ikrar_qr_template_get (guint version)
{
  static gsize templates[IKRAR_QR_VERSION_MAX + 1];

  g_assert (version >= 1 && version <= IKRAR_QR_VERSION_MAX);

  if (g_once_init_enter (&templates[version]))
    g_once_init_leave (&templates[version], (gsize) make_template (version));
  return (const IkrarQrTemplate *) templates[version];
}
