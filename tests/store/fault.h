/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 * @FAULT_NONE: everything works
 * @FAULT_GROW: no file can grow: the disk is full
 * @FAULT_WRITE: nothing can be written: the disk is failing
 * @FAULT_SYNC: nothing reaches the disk for certain
 *
 * What SQLite meets when it writes.
 */
typedef enum
{
  FAULT_NONE,
  FAULT_GROW,
  FAULT_WRITE,
  FAULT_SYNC,
} FaultKind;

/* Puts itself between SQLite and the system, for every database opened from now on. */
void fault_install (void);

/* From the operation after @after others on, all of this kind fail, until fault_clear(). */
void fault_arm (FaultKind kind, guint after);
void fault_clear (void);

/* The disk is full as long as there is a file at @path; NULL ends it. */
void fault_full_while (const char *path);

/* Whether an operation has failed since fault_arm(). */
gboolean fault_has_struck (void);

G_END_DECLS
