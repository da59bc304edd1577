/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"
#include "core/presence.h"

G_BEGIN_DECLS

/**
 * IkrarScanText:
 * @kind: what kind of text: `pass`, `code`, `number`, `name` or `other`
 * @clue: a digest of it, see [func@scan_clue]; "" for a choice by name
 *
 * What was read, as far as the log may know it.
 */
typedef struct
{
  const char *kind;
  const char *clue;
} IkrarScanText;

/**
 * IkrarScanNote:
 * @event: the event
 * @session: the session
 * @at: when, 0 for now
 * @source: how it was read: `scan`, `typed`, `name`, `camera` or `kiosk`
 * @way: %IKRAR_WAY_OUT for a desk that lets out
 * @verdict: the stable word of the verdict
 * @participant: who it was, 0 if that is not known
 * @read: what was read
 * @journal: the journal entry of what was recorded by it, 0 if nothing was
 * @nonce: (array fixed-size=16): the client's nonce; one nonce is one scan
 *
 * A scan to be logged.
 */
typedef struct
{
  IkrarId event;
  IkrarId session;
  IkrarTime at;
  const char *source;
  IkrarWay way;
  const char *verdict;
  IkrarId participant;
  IkrarScanText read;
  IkrarId journal;
  const guint8 *nonce;
} IkrarScanNote;

/**
 * IkrarScanFilter:
 * @event: the event
 * @session: only of this session, 0 for all
 * @participant: only of this participant, 0 for all
 * @desk: (nullable): only of this desk
 * @verdict: (nullable): only with this verdict; `refused` for all that let nobody through
 * @text: (nullable): only of people in whose name or unit every word of it is found
 * @from: only from then on, 0 for all
 * @until: only before then, 0 for all
 *
 * Which scans are wanted. Zero-initialise what does not matter.
 */
typedef struct
{
  IkrarId event;
  IkrarId session;
  IkrarId participant;
  const char *desk;
  const char *verdict;
  const char *text;
  IkrarTime from;
  IkrarTime until;
} IkrarScanFilter;

/**
 * IkrarScanLine:
 * @id: its id
 * @session: title of the session
 * @at: when
 * @desk: at which desk
 * @actor: who used it
 * @source: how it was read
 * @way: `in` or `out`
 * @verdict: the stable word of the verdict
 * @participant: who it was, 0 if that is not known
 * @number: the participant's number within the event, 0 if not known
 * @name: the person with titles, "" if not known
 * @unit: name of the unit, ""
 * @kind: what kind of text was read
 * @clue: a digest of it
 * @undone: whether what it recorded was taken back
 *
 * A scan of the log.
 */
typedef struct
{
  IkrarId id;
  char *session;
  IkrarTime at;
  char *desk;
  char *actor;
  char *source;
  char *way;
  char *verdict;
  IkrarId participant;
  int number;
  char *name;
  char *unit;
  char *kind;
  char *clue;
  gboolean undone;
} IkrarScanLine;

/**
 * ikrar_scan_clue:
 * @kind: what kind of text
 * @text: what was read
 *
 * A digest by which two scans of one text are seen to be alike: twelve hex digits for a pass, four
 * for everything else, which may be or hold a person's number: thousands of numbers share one, so
 * that none is found by trying them all.
 *
 * Any thread.
 *
 * Returns: (transfer full): the clue
 */
char *ikrar_scan_clue (const char *kind, const char *text);

/**
 * ikrar_scan_log_add:
 * @store: a store without an open change
 * @note: the scan
 * @error: return location for an error
 *
 * Logs a scan that recorded nothing, durably and without a journal entry. A nonce that is there is
 * logged once.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_scan_log_add (IkrarStore *store, const IkrarScanNote *note, GError **error);

/**
 * ikrar_scan_log_list:
 * @store: a store
 * @filter: which
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarScanLine) (nullable): the newest first, or `NULL`
 *   with a store error
 */
GPtrArray *
ikrar_scan_log_list (IkrarStore *store, const IkrarScanFilter *filter, guint limit, GError **error);

/**
 * ikrar_scan_log_desks:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the desks that scanned, by name, or
 *   `NULL` with a store error
 */
GPtrArray *ikrar_scan_log_desks (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_scan_line_free:
 * @line: (transfer full) (nullable): a scan
 */
void ikrar_scan_line_free (IkrarScanLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarScanLine, ikrar_scan_line_free)

G_END_DECLS
