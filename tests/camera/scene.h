/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "pass-page.h"

G_BEGIN_DECLS

/* A camera of 60 degrees across, in front of a sheet of passes. Lengths in millimetres, angles in
 * degrees, lengths in the frame in pixels, light as a part of 255. */
typedef struct
{
  guint width;
  guint height;
  double distance;
  double tilt;   /* of the sheet, about an axis in any direction */
  double turn;   /* to either side, at most */
  double blur;   /* standard deviation */
  double motion; /* length of a sideways smear */
  double light;  /* what is left of it, 1 for all */
  double noise;  /* standard deviation, of 255 */
  double slope;  /* how much darker one side of the frame is than the other */
  double cover;  /* radius of a finger on the corner without a finder, as a part of the symbol */
  double glare;  /* radius of a reflection somewhere on the symbol, as a part of it */
  gboolean inverted;
  gboolean mirrored;
} Shot;

/* Takes a picture of a symbol: @frame is a byte a pixel. */
void scene_shoot (const PassPage *page,
                  const PassSymbol *symbol,
                  const Shot *shot,
                  GRand *random,
                  guint8 *frame);

G_END_DECLS
