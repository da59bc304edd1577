/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/fixture.h"
#include "store/ledger.h"

G_BEGIN_DECLS

/**
 * SealedLog:
 *
 * A database whose sealed log has every kind of record:
 *
 *     0, 1     pledges signed by the first two of eight participants
 *     2 to 7   recited by the others, with reader and witnesses
 *     8 to 15  certificates of all eight
 *     16       the second one's pledge revoked
 *     17       the third one's certificate revoked
 *              checkpoint over 18
 *     18       the second one's pledge signed anew
 *     19       the eighth person erased
 */
typedef struct
{
  Fixture fixture;
  IkrarId event;
  IkrarId other_event; /* with one participant, who did nothing */
  GArray *participants;
} SealedLog;

#define SEALED_LOG_SIZE 20
#define SEALED_LOG_CHECKPOINT 18

void sealed_log_set_up (SealedLog *log, gconstpointer unused);
void sealed_log_tear_down (SealedLog *log, gconstpointer unused);

#define sealed_log_test(path, function) \
  g_test_add (path, SealedLog, NULL, sealed_log_set_up, function, sealed_log_tear_down)

/* A test that is about the file of the database, as fixture_add_file_test() adds them. */
typedef void (*SealedLogFunc) (SealedLog *log, gconstpointer unused);
void sealed_log_add_file_test (const char *path, SealedLogFunc function);

/* Verifies the log; the report is there in any case. */
IkrarLedgerReport *sealed_log_verify (SealedLog *log);

/* Signs for the participant with this place; asserts that it works. */
void sealed_log_sign (Fixture *fixture, IkrarId participant);

G_END_DECLS
