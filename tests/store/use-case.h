/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/fixture.h"

G_BEGIN_DECLS

/* Use cases on what chance picks from the database, for tests of properties. */
typedef struct
{
  Fixture *fixture;
  GRand *random;
  guint made; /* things made so far, for names that differ */
} UseCases;

/* Does one use case. Returns its name, or NULL if chance picked one that is refused here: nobody is
 * there to withdraw, nobody present to pledge. */
const char *use_case_run (UseCases *cases);

/* The newest entry of the journal, 0 if there is none. */
IkrarId use_case_newest_entry (Fixture *fixture);

G_END_DECLS
