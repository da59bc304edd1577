/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "scene.h"

#include <math.h>
#include <string.h>

#define HALF_VIEW (G_PI / 6)
#define SAMPLES 3 /* a pixel is the mean of so many times so many rays */
#define TABLE 110 /* what is beside the sheet */
#define FINGER 150

#define DEGREES(angle) ((angle) *G_PI / 180)

/* The sheet as the camera sees it: where its plane is, and what lies on the symbol. */
typedef struct
{
  const PassPage *page;
  const PassSymbol *symbol;
  double focus; /* in pixels */
  double e1[3]; /* to the right on the sheet */
  double e2[3]; /* down on the sheet */
  double normal[3];
  double distance;
  double finger; /* radii, in pixels of the page */
  double glare;
  double glare_x;
  double glare_y;
} View;

/* Turns a vector about an axis in the frame at @direction, by @angle (Rodrigues). */
static void
tilt (double v[3], double direction, double angle)
{
  double kx = cos (direction), ky = sin (direction), c = cos (angle), s = sin (angle);
  double along = (kx * v[0] + ky * v[1]) * (1 - c);
  double cross[3] = { ky * v[2], -kx * v[2], kx * v[1] - ky * v[0] };

  v[0] = v[0] * c + cross[0] * s + kx * along;
  v[1] = v[1] * c + cross[1] * s + ky * along;
  v[2] = v[2] * c + cross[2] * s;
}

static void
set_up (View *view, const Shot *shot, GRand *random)
{
  double direction = g_rand_double_range (random, 0, 2 * G_PI);
  double turn = DEGREES (g_rand_double_range (random, -1, 1) * shot->turn);
  double e1[3] = { cos (turn), sin (turn), 0 }, e2[3] = { -sin (turn), cos (turn), 0 };

  tilt (e1, direction, DEGREES (shot->tilt));
  tilt (e2, direction, DEGREES (shot->tilt));
  memcpy (view->e1, e1, sizeof e1);
  memcpy (view->e2, e2, sizeof e2);
  view->normal[0] = e1[1] * e2[2] - e1[2] * e2[1];
  view->normal[1] = e1[2] * e2[0] - e1[0] * e2[2];
  view->normal[2] = e1[0] * e2[1] - e1[1] * e2[0];
  view->focus = shot->width / 2.0 / tan (HALF_VIEW);
  view->distance = shot->distance;
  view->finger = shot->cover * view->symbol->size;
  view->glare = shot->glare * view->symbol->size;
  view->glare_x = view->symbol->x + g_rand_double_range (random, -0.4, 0.4) * view->symbol->size;
  view->glare_y = view->symbol->y + g_rand_double_range (random, -0.4, 0.4) * view->symbol->size;
}

/* Brightness of the sheet at a place of it. */
static double
get_paper (const View *view, double x, double y)
{
  const PassPage *page = view->page;
  double corner = view->symbol->size / 2;
  double dx = x - view->symbol->x - corner, dy = y - view->symbol->y - corner;
  double gx = x - view->glare_x, gy = y - view->glare_y, value;

  if (x < 0 || y < 0 || x >= page->width || y >= page->height)
    return TABLE;
  if (view->finger > 0 && dx * dx + dy * dy < view->finger * view->finger)
    return FINGER;
  value = page->gray[(gsize) y * page->width + (gsize) x];
  if (view->glare > 0)
    value += 255 * exp (-(gx * gx + gy * gy) / (2 * view->glare * view->glare));
  return MIN (value, 255);
}

/* What a ray through a place of the frame, from its middle, meets. */
static double
cast (const View *view, double u, double v)
{
  double ray[3] = { u / view->focus, v / view->focus, 1 };
  double towards = ray[0] * view->normal[0] + ray[1] * view->normal[1] + ray[2] * view->normal[2];
  double reach = view->distance * view->normal[2] / towards;
  double at[3] = { ray[0] * reach, ray[1] * reach, reach - view->distance };
  double x = at[0] * view->e1[0] + at[1] * view->e1[1] + at[2] * view->e1[2];
  double y = at[0] * view->e2[0] + at[1] * view->e2[1] + at[2] * view->e2[2];

  return get_paper (view, view->symbol->x + x * view->page->px_per_mm,
                    view->symbol->y + y * view->page->px_per_mm);
}

static double
get_pixel (const View *view, double u, double v)
{
  double sum = 0;

  for (guint i = 0; i < SAMPLES * SAMPLES; i++)
    sum += cast (view, u + (i % SAMPLES + 0.5) / SAMPLES, v + (i / SAMPLES + 0.5) / SAMPLES);
  return sum / (SAMPLES * SAMPLES);
}

/* Weighs every pixel's neighbours @step apart, @reach to each side. */
static void
smear (double *frame, guint n, guint step, const double *weights, int reach)
{
  g_autofree double *old = g_memdup2 (frame, n * sizeof *frame);

  for (guint i = 0; i < n; i++)
    {
      double sum = 0;

      for (int j = -reach; j <= reach; j++)
        sum += weights[ABS (j)] * old[CLAMP ((int) i + j * (int) step, 0, (int) n - 1)];
      frame[i] = sum;
    }
}

static void
blur (double *frame, const Shot *shot)
{
  double weights[16], sum = 0;
  int reach = MIN ((int) ceil (3 * shot->blur), 15);

  if (shot->blur <= 0)
    return;
  for (int i = -reach; i <= reach; i++)
    sum += weights[ABS (i)] = exp (-i * i / (2 * shot->blur * shot->blur));
  for (int i = 0; i <= reach; i++)
    weights[i] /= sum;
  smear (frame, shot->width * shot->height, 1, weights, reach);
  smear (frame, shot->width * shot->height, shot->width, weights, reach);
}

static void
move (double *frame, const Shot *shot)
{
  double weights[16];
  int reach = MIN ((int) (shot->motion / 2), 15);

  for (int i = 0; i <= reach; i++)
    weights[i] = 1.0 / (2 * reach + 1);
  if (reach > 0)
    smear (frame, shot->width * shot->height, 1, weights, reach);
}

/* Of normal distribution, near enough: the sum of twelve even ones. */
static double
draw_noise (GRand *random, double deviation)
{
  double sum = -6;

  for (guint i = 0; deviation > 0 && i < 12; i++)
    sum += g_rand_double (random);
  return deviation > 0 ? sum * deviation : 0;
}

static void
expose (const double *light, const Shot *shot, GRand *random, guint8 *frame)
{
  for (guint y = 0; y < shot->height; y++)
    for (guint x = 0; x < shot->width; x++)
      {
        guint from = y * shot->width + (shot->mirrored ? shot->width - 1 - x : x);
        double shade = 1 - shot->slope * x / shot->width;
        double value = light[from] * shot->light * shade + draw_noise (random, shot->noise);

        value = CLAMP (value, 0, 255);
        frame[y * shot->width + x] = (guint8) (shot->inverted ? 255 - value : value);
      }
}

void
scene_shoot (const PassPage *page,
             const PassSymbol *symbol,
             const Shot *shot,
             GRand *random,
             guint8 *frame)
{
  View view = { .page = page, .symbol = symbol };
  g_autofree double *light = g_new (double, (gsize) shot->width * shot->height);

  set_up (&view, shot, random);
  for (guint y = 0; y < shot->height; y++)
    for (guint x = 0; x < shot->width; x++)
      light[y * shot->width + x] =
          get_pixel (&view, (double) x - shot->width / 2.0, (double) y - shot->height / 2.0);
  blur (light, shot);
  move (light, shot);
  expose (light, shot, random, frame);
}
