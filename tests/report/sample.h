/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/occasion-private.h"
#include "store/participant-table.h"

G_BEGIN_DECLS

/* People and an event that nobody knows, without a database: the same for the same seed. */
typedef struct _Fixture Sample;

typedef enum
{
  SAMPLE_USUAL,    /* names and units as they are */
  SAMPLE_LONGEST,  /* names of 120 characters, units of three lines */
  SAMPLE_SURPRISE, /* anything: one long word, other scripts, marks, controls */
} SampleKind;

Sample *sample_new (guint n_people, SampleKind kind, guint32 seed);

void sample_free (Sample *sample);

/* The office with all of its particulars, or with none of them. */
IkrarOccasion *sample_make_occasion (gboolean complete);

/* The lines, borrowed from the sample. */
GPtrArray *sample_get_lines (Sample *sample);

/* A signature as a pen leaves it for about two thirds of those present. */
GHashTable *sample_make_signatures (Sample *sample);

/* A coat of arms that no region has, @side pixels wide. */
GBytes *sample_make_logo (int side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

G_END_DECLS
