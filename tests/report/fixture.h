/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/occasion-private.h"
#include "store/participant-table.h"

G_BEGIN_DECLS

/* People and an event that nobody knows, without a database: the same for the same seed. */
typedef struct _Fixture Fixture;

typedef enum
{
  FIXTURE_USUAL,    /* names and units as they are */
  FIXTURE_LONGEST,  /* names of 120 characters, units of three lines */
  FIXTURE_SURPRISE, /* anything: one long word, other scripts, marks, controls */
} FixtureKind;

Fixture *fixture_new (guint n_people, FixtureKind kind, guint32 seed);

void fixture_free (Fixture *fixture);

/* The office with all of its particulars, or with none of them. */
IkrarOccasion *fixture_make_occasion (gboolean complete);

/* The lines, borrowed from the fixture. */
GPtrArray *fixture_get_lines (Fixture *fixture);

/* A signature as a pen leaves it for about two thirds of those present. */
GHashTable *fixture_make_signatures (Fixture *fixture);

/* A coat of arms that no region has, @side pixels wide. */
GBytes *fixture_make_logo (int side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

G_END_DECLS
