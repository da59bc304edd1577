/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/fixture.h"

G_BEGIN_DECLS

/**
 * Replica:
 * @path: its file, in the folder of the fixture it was made for
 * @store: open, its clock standing at @now
 *
 * A further database of a test, with keys of its own.
 */
typedef struct
{
  char *path;
  IkrarStore *store;
  IkrarTime now;
} Replica;

/* A copy of the fixture's database, or an empty one; works at a desk of that name. */
void replica_copy (Replica *replica, Fixture *fixture, const char *desk);
void replica_new (Replica *replica, Fixture *fixture, const char *desk);
void replica_close (Replica *replica);

/* Everything that databases which exchanged an event must agree on, as text. */
char *replica_dump (const char *path);

void replica_assert_same (const char *path, const char *other);

/* Asserts that the sealed log holds. */
void replica_verify (IkrarStore *store);

G_END_DECLS
