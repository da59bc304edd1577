/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/import-difference.h"

G_BEGIN_DECLS

/* What becomes of a line of the file, instead of the index of its difference. */
#define IKRAR_LINE_PLAIN (-1) /* what a plain import makes of it */
#define IKRAR_LINE_SAME (-2)  /* somebody of the roster, just as the file says */

/* A line of the file, by its place. */
typedef struct
{
  IkrarId person; /* of the roster, who it is */
  int item;       /* index of its difference, or one of the above */
} IkrarFileLine;

struct _IkrarDifferences
{
  gatomicrefcount references;
  IkrarId event;
  GArray *items; /* IkrarDifference */
  GArray *lines; /* IkrarFileLine */
  GStringChunk *texts;
  guint unchanged;
};

IkrarDifferences *_ikrar_differences_new (IkrarId event);
/* Of IkrarDifference, each of which owns its changes. */
GArray *_ikrar_difference_items_new (void);

G_END_DECLS
