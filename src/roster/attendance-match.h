/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/attendance-entry.h"
#include "store/participant-table.h"

#include "roster/attendance-file.h"

G_BEGIN_DECLS

/**
 * IkrarMatch:
 * @IKRAR_MATCH_EXACT: by number, and the name agrees
 * @IKRAR_MATCH_LIKELY: by a name without titles that only one on the roster can have
 * @IKRAR_MATCH_DOUBTFUL: somebody has to choose, or say that it is none of them
 * @IKRAR_MATCH_UNKNOWN: nobody on the roster
 *
 * How surely somebody in a file is somebody on the roster.
 */
typedef enum
{
  IKRAR_MATCH_EXACT,
  IKRAR_MATCH_LIKELY,
  IKRAR_MATCH_DOUBTFUL,
  IKRAR_MATCH_UNKNOWN,
  IKRAR_N_MATCHES,
} IkrarMatch;

/**
 * IkrarMatchDoubt:
 * @IKRAR_DOUBT_NONE: there is none
 * @IKRAR_DOUBT_NAME_OF_NUMBER: the number is of somebody with a wholly different name
 * @IKRAR_DOUBT_NUMBER: the number is of nobody on the roster, or a destroyed one does not fit
 * @IKRAR_DOUBT_NAMESAKES: several on the roster may have this name
 * @IKRAR_DOUBT_SPELLING: the name is not written so on the roster
 * @IKRAR_DOUBT_UNIT: the unit is another one
 * @IKRAR_DOUBT_SHARED: others in the file would be the same person, and differ
 * @IKRAR_DOUBT_OTHER_DAY: the time is on a day on which the event is not
 * @IKRAR_DOUBT_ACCOUNT: the name is that of a device or an office
 *
 * Why somebody has to look.
 */
typedef enum
{
  IKRAR_DOUBT_NONE,
  IKRAR_DOUBT_NAME_OF_NUMBER,
  IKRAR_DOUBT_NUMBER,
  IKRAR_DOUBT_NAMESAKES,
  IKRAR_DOUBT_SPELLING,
  IKRAR_DOUBT_UNIT,
  IKRAR_DOUBT_SHARED,
  IKRAR_DOUBT_OTHER_DAY,
  IKRAR_DOUBT_ACCOUNT,
  IKRAR_N_DOUBTS,
} IkrarMatchDoubt;

/**
 * IkrarAttendanceMatch:
 * @answer: somebody in the file
 * @match: how surely it is known who
 * @doubt: why not more surely
 * @candidates: (element-type gpointer): who may be meant, the likeliest first; lines of the roster
 * @chosen: (nullable): who it is: of an exact or likely match the only candidate; else `NULL` until
 *   somebody chooses
 * @recorded: what stands for @chosen in the session, before anything is recorded
 * @known: whether this was recorded from such a file before
 *
 * Somebody in a file, and who it is.
 */
typedef struct
{
  const IkrarAttendanceAnswer *answer;
  IkrarMatch match;
  IkrarMatchDoubt doubt;
  GPtrArray *candidates;
  const IkrarParticipantLine *chosen;
  IkrarAttendance recorded;
  gboolean known;
} IkrarAttendanceMatch;

/**
 * IkrarAttendanceMatches:
 * @file: the file; belongs to the matches
 * @table: the roster
 * @matches: (element-type IkrarAttendanceMatch): one for each answer, in order
 *
 * A file with attendance, matched to the roster of an event.
 */
typedef struct
{
  IkrarAttendanceFile *file;
  IkrarParticipantTable *table;
  GPtrArray *matches;
  GHashTable *states;
  IkrarId event;
  IkrarId session;
} IkrarAttendanceMatches;

/**
 * ikrar_attendance_match:
 * @table: a roster
 * @file: (transfer full): a file
 * @store: (nullable): a store, to know people by earlier numbers too
 * @event: the event
 * @error: return location for an error
 *
 * Finds out who is who: by number, else by name without titles and unit, else not at all. Nobody is
 * two people, and two who differ are never one: what is not sure is doubtful.
 *
 * Returns: (transfer full) (nullable): the matches, or `NULL` with a store error
 */
IkrarAttendanceMatches *ikrar_attendance_match (IkrarParticipantTable *table,
                                                IkrarAttendanceFile *file,
                                                IkrarStore *store,
                                                IkrarId event,
                                                GError **error);

/**
 * ikrar_attendance_match_load:
 * @store: a store
 * @workbook: a file
 * @event: its event
 * @session: its session, 0 for the first
 * @source: what wrote the file
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Reads and matches a file, and looks up what is recorded of those in it. Nothing is written.
 *
 * Returns: (transfer full) (nullable): the matches, or `NULL` with an error of
 *   [func@attendance_file_read] or a store error
 */
IkrarAttendanceMatches *ikrar_attendance_match_load (IkrarStore *store,
                                                     IkrarWorkbook *workbook,
                                                     IkrarId event,
                                                     IkrarId session,
                                                     IkrarAttendanceSource source,
                                                     const IkrarProgress *progress,
                                                     GError **error);

/**
 * ikrar_attendance_match_choose:
 * @matches: matches
 * @index: which, from 0
 * @candidate: who of its candidates it is, from 0; -1 for none of them
 *
 * Says who somebody in the file is.
 */
void ikrar_attendance_match_choose (IkrarAttendanceMatches *matches, guint index, int candidate);

/**
 * ikrar_attendance_match_record:
 * @matches: matches
 * @store: a store
 * @state: what is recorded of who is present by the file; %IKRAR_ATTENDANCE_UNRECORDED for what the
 *   file says
 * @replace: whether what is recorded otherwise is replaced; else it stays
 * @entered: (out): what was done
 * @error: return location for an error
 *
 * Records everybody who was chosen, as one change with one undo, see [func@attendance_enter]. Of
 * several answers of one person the earliest counts.
 *
 * Returns: `FALSE` with a store error; nothing was changed then
 */
gboolean ikrar_attendance_match_record (const IkrarAttendanceMatches *matches,
                                        IkrarStore *store,
                                        IkrarAttendance state,
                                        gboolean replace,
                                        IkrarAttendanceEntered *entered,
                                        GError **error);

/**
 * ikrar_match_word:
 * @match: a match
 *
 * Returns: (transfer none): `exact`, `likely`, `doubtful` or `unknown`
 */
const char *ikrar_match_word (IkrarMatch match);

/**
 * ikrar_match_doubt_word:
 * @doubt: a doubt
 *
 * Returns: (transfer none): the stable English word, such as `namesakes`; "" for none
 */
const char *ikrar_match_doubt_word (IkrarMatchDoubt doubt);

/**
 * ikrar_match_doubt_text:
 * @doubt: a doubt
 *
 * Returns: (transfer none): why somebody has to look, in the user's language; "" for none
 */
const char *ikrar_match_doubt_text (IkrarMatchDoubt doubt);

/**
 * ikrar_attendance_matches_free:
 * @matches: (transfer full) (nullable): matches
 */
void ikrar_attendance_matches_free (IkrarAttendanceMatches *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarAttendanceMatches, ikrar_attendance_matches_free)

G_END_DECLS
