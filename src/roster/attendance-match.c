/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/attendance-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/person-name.h"
#include "core/unit-name.h"
#include "store/participant.h"
#include "store/person.h"

#include "roster/name-fit-private.h"

/* More than these nobody compares. */
#define CANDIDATES_MAX 12

/* Somebody on the roster, ready to be held against names. */
typedef struct
{
  const IkrarParticipantLine *line;
  IkrarNameFit fit;
  char *unit_key;
} Known;

typedef struct
{
  IkrarAttendanceMatches *matches;
  IkrarStore *store;
  GArray *people;        /* Known */
  GHashTable *by_number; /* digits -> line */
  GHashTable *by_id;     /* id of a participant -> line */
} Matching;

static void
known_clear (Known *known)
{
  _ikrar_name_fit_clear (&known->fit);
  g_free (known->unit_key);
}

static void
match_free (IkrarAttendanceMatch *match)
{
  g_ptr_array_unref (match->candidates);
  g_free (match);
}

static void
index_people (Matching *matching)
{
  const IkrarParticipantTable *table = matching->matches->table;

  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);
      Known known = { .line = line, .unit_key = ikrar_unit_key_local (line->unit) };

      _ikrar_name_fit_init (&known.fit, line->name_key);
      g_array_append_val (matching->people, known);
      g_hash_table_insert (matching->by_id, (gpointer) &line->id, (gpointer) line);
      if (*line->employee_number != '\0')
        g_hash_table_insert (matching->by_number, (gpointer) line->employee_number,
                             (gpointer) line);
    }
}

/* By the number that somebody has, or had earlier. */
static gboolean
find_number (Matching *matching,
             const char *number,
             const IkrarParticipantLine **line,
             GError **error)
{
  IkrarId person, participant = 0;

  *line = g_hash_table_lookup (matching->by_number, number);
  if (*line != NULL || matching->store == NULL)
    return TRUE;
  if (!ikrar_person_find (matching->store, number, &person, error))
    return FALSE;
  if (person == 0)
    return TRUE;
  if (!ikrar_participant_find_person (matching->store, matching->matches->event, person,
                                      &participant, error))
    return FALSE;
  *line = g_hash_table_lookup (matching->by_id, &participant);
  return TRUE;
}

/* Units that both sides name, and that are not one. */
static gboolean
units_differ (const IkrarAttendanceAnswer *answer, const Known *known)
{
  return *answer->unit_key != '\0' && *known->unit_key != '\0' &&
         strcmp (answer->unit_key, known->unit_key) != 0;
}

/* How well somebody on the roster fits an answer by name; the first is the best. */
typedef enum
{
  FIT_SAME,       /* the same name, and no other unit */
  FIT_SPELLING,   /* a name that may be the same, and no other unit */
  FIT_OTHER_UNIT, /* the same name in another unit */
  FIT_FAR,        /* a name that may be the same, in another unit */
  N_FITS,
} Fit;

/* Those whose name fits, by how well it does. */
static void
find_names (const Matching *matching, const IkrarAttendanceAnswer *answer, GPtrArray *found[N_FITS])
{
  IkrarNameFit fit;

  _ikrar_name_fit_init (&fit, answer->name_key);
  for (guint i = 0; i < matching->people->len; i++)
    {
      const Known *known = &g_array_index (matching->people, Known, i);
      gboolean same =
          *answer->name_key != '\0' && strcmp (known->line->name_key, answer->name_key) == 0;
      gboolean differ;

      if (!same && !_ikrar_name_fits (&fit, &known->fit))
        continue;
      differ = units_differ (answer, known);
      g_ptr_array_add (
          found[same ? (differ ? FIT_OTHER_UNIT : FIT_SAME) : (differ ? FIT_FAR : FIT_SPELLING)],
          (gpointer) known->line);
    }
  _ikrar_name_fit_clear (&fit);
}

static void
add_candidate (IkrarAttendanceMatch *match, const IkrarParticipantLine *line)
{
  if (match->candidates->len < CANDIDATES_MAX && !g_ptr_array_find (match->candidates, line, NULL))
    g_ptr_array_add (match->candidates, (gpointer) line);
}

static void
doubt (IkrarAttendanceMatch *match, IkrarMatchDoubt why)
{
  match->match = match->candidates->len > 0 ? IKRAR_MATCH_DOUBTFUL : IKRAR_MATCH_UNKNOWN;
  match->doubt = why;
  match->chosen = NULL;
}

static void
settle (IkrarAttendanceMatch *match, IkrarMatch how, const IkrarParticipantLine *line)
{
  g_ptr_array_set_size (match->candidates, 0);
  add_candidate (match, line);
  match->match = how;
  match->chosen = line;
}

/* What a spreadsheet left of a number speaks against somebody whose number begins otherwise. */
static gboolean
digits_fit (const IkrarAttendanceAnswer *answer, const IkrarParticipantLine *line)
{
  return *answer->digits == '\0' || *line->employee_number == '\0' ||
         g_str_has_prefix (line->employee_number, answer->digits);
}

static IkrarMatchDoubt
name_doubt (GPtrArray *found[N_FITS])
{
  if (found[FIT_SAME]->len + found[FIT_SPELLING]->len > 1)
    return IKRAR_DOUBT_NAMESAKES;
  if (found[FIT_SAME]->len == 1)
    return IKRAR_DOUBT_NUMBER;
  if (found[FIT_SPELLING]->len == 1)
    return IKRAR_DOUBT_SPELLING;
  return found[FIT_OTHER_UNIT]->len + found[FIT_FAR]->len > 0 ? IKRAR_DOUBT_UNIT : IKRAR_DOUBT_NONE;
}

static void
match_name (const Matching *matching, IkrarAttendanceMatch *match)
{
  const IkrarAttendanceAnswer *answer = match->answer;
  GPtrArray *found[N_FITS];

  for (guint i = 0; i < N_FITS; i++)
    found[i] = g_ptr_array_new ();
  find_names (matching, answer, found);
  for (guint i = 0; i < N_FITS; i++)
    for (guint j = 0; j < found[i]->len; j++)
      add_candidate (match, g_ptr_array_index (found[i], j));
  doubt (match, *answer->number != '\0' ? IKRAR_DOUBT_NUMBER : name_doubt (found));
  if (found[FIT_SAME]->len == 1 && found[FIT_SPELLING]->len == 0 && *answer->number == '\0' &&
      digits_fit (answer, g_ptr_array_index (found[FIT_SAME], 0)))
    {
      match->doubt = IKRAR_DOUBT_NONE;
      settle (match, IKRAR_MATCH_LIKELY, g_ptr_array_index (found[FIT_SAME], 0));
    }
  for (guint i = 0; i < N_FITS; i++)
    g_ptr_array_unref (found[i]);
}

static gboolean
match_answer (Matching *matching, IkrarAttendanceMatch *match, GError **error)
{
  const IkrarAttendanceAnswer *answer = match->answer;
  const IkrarParticipantLine *line = NULL;

  if (*answer->number != '\0' && !find_number (matching, answer->number, &line, error))
    return FALSE;
  if (line != NULL)
    {
      settle (match, IKRAR_MATCH_EXACT, line);
      if (!answer->is_account && *answer->name_key != '\0' &&
          !ikrar_person_name_may_match (answer->name_key, line->name_key))
        doubt (match, IKRAR_DOUBT_NAME_OF_NUMBER);
    }
  else if (answer->is_account)
    doubt (match, IKRAR_DOUBT_ACCOUNT);
  else
    match_name (matching, match);
  if (match->chosen != NULL && answer->other_day)
    doubt (match, IKRAR_DOUBT_OTHER_DAY);
  return TRUE;
}

static gboolean
texts_differ (const char *text, const char *other)
{
  return *text != '\0' && *other != '\0' && strcmp (text, other) != 0;
}

/* Whether two answers that would be one person may be two: something that both say differs, and no
 * number holds them together. */
static gboolean
answers_differ (const IkrarAttendanceMatch *match, const IkrarAttendanceMatch *other)
{
  if (match->match == IKRAR_MATCH_EXACT && other->match == IKRAR_MATCH_EXACT)
    return FALSE;
  return texts_differ (match->answer->email, other->answer->email) ||
         texts_differ (match->answer->unit_key, other->answer->unit_key);
}

/* Of those who would be one person, who differs is doubtful unless a number says who it is. */
static void
part_shared (GPtrArray *claims)
{
  g_autofree gboolean *shared = g_new0 (gboolean, claims->len);

  for (guint i = 0; i < claims->len; i++)
    for (guint j = 0; j < claims->len; j++)
      shared[i] |=
          i != j && answers_differ (g_ptr_array_index (claims, i), g_ptr_array_index (claims, j));
  for (guint i = 0; i < claims->len; i++)
    {
      IkrarAttendanceMatch *match = g_ptr_array_index (claims, i);

      if (shared[i] && match->match == IKRAR_MATCH_LIKELY)
        doubt (match, IKRAR_DOUBT_SHARED);
    }
}

static void
part_all (IkrarAttendanceMatches *matches)
{
  g_autoptr (GHashTable) claims =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer all;

  for (guint i = 0; i < matches->matches->len; i++)
    {
      IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, i);

      if (match->chosen == NULL)
        continue;
      all = g_hash_table_lookup (claims, match->chosen);
      if (all == NULL)
        g_hash_table_insert (claims, (gpointer) match->chosen, all = g_ptr_array_new ());
      g_ptr_array_add (all, match);
    }
  g_hash_table_iter_init (&iter, claims);
  while (g_hash_table_iter_next (&iter, NULL, &all))
    part_shared (all);
}

static gboolean
match_all (Matching *matching, GError **error)
{
  IkrarAttendanceMatches *matches = matching->matches;

  for (guint i = 0; i < matches->file->answers->len; i++)
    {
      IkrarAttendanceMatch *match = g_new0 (IkrarAttendanceMatch, 1);

      match->answer = g_ptr_array_index (matches->file->answers, i);
      match->candidates = g_ptr_array_new ();
      g_ptr_array_add (matches->matches, match);
      if (!match_answer (matching, match, error))
        return FALSE;
    }
  part_all (matches);
  return TRUE;
}

IkrarAttendanceMatches *
ikrar_attendance_match (IkrarParticipantTable *table,
                        IkrarAttendanceFile *file,
                        IkrarStore *store,
                        IkrarId event,
                        GError **error)
{
  g_autoptr (IkrarAttendanceMatches) matches = g_new0 (IkrarAttendanceMatches, 1);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Known));
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Matching matching = { matches, store, people, by_number, by_id };

  g_array_set_clear_func (people, (GDestroyNotify) known_clear);
  matches->file = file;
  matches->table = ikrar_participant_table_ref (table);
  matches->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) match_free);
  matches->event = event;
  index_people (&matching);
  return match_all (&matching, error) ? g_steal_pointer (&matches) : NULL;
}

static void
look_up (IkrarAttendanceMatches *matches, IkrarAttendanceMatch *match)
{
  const IkrarAttendanceStands *stands =
      match->chosen != NULL && matches->states != NULL
          ? g_hash_table_lookup (matches->states, &match->chosen->id)
          : NULL;

  match->recorded = stands != NULL ? stands->state : IKRAR_ATTENDANCE_UNRECORDED;
}

static gboolean
look_up_all (IkrarAttendanceMatches *matches, IkrarStore *store, GError **error)
{
  matches->states = ikrar_attendance_states (store, matches->event, &matches->session, error);
  if (matches->states == NULL)
    return FALSE;
  for (guint i = 0; i < matches->matches->len; i++)
    {
      IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, i);

      look_up (matches, match);
      if (!ikrar_attendance_is_known (store, match->answer->nonce, &match->known, error))
        return FALSE;
    }
  return TRUE;
}

IkrarAttendanceMatches *
ikrar_attendance_match_load (IkrarStore *store,
                             IkrarWorkbook *workbook,
                             IkrarId event,
                             IkrarId session,
                             IkrarAttendanceSource source,
                             const IkrarProgress *progress,
                             GError **error)
{
  g_autoptr (GHashTable) states = ikrar_attendance_states (store, event, &session, error);
  g_autoptr (IkrarEvent) row = NULL;
  g_autoptr (IkrarParticipantTable) table = NULL;
  IkrarAttendanceFile *file;
  g_autoptr (IkrarAttendanceMatches) matches = NULL;

  if (states == NULL)
    return NULL;
  row = ikrar_event_get (store, event, error);
  if (row == NULL)
    return NULL;
  table = ikrar_participant_table_load (store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, error);
  if (table == NULL)
    return NULL;
  file = ikrar_attendance_file_read (workbook, row, session, source, progress, error);
  if (file == NULL)
    return NULL;
  matches = ikrar_attendance_match (table, file, store, event, error);
  if (matches == NULL)
    return NULL;
  matches->session = session;
  return look_up_all (matches, store, error) ? g_steal_pointer (&matches) : NULL;
}

void
ikrar_attendance_match_choose (IkrarAttendanceMatches *matches, guint index, int candidate)
{
  IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, index);

  g_return_if_fail (candidate < (int) match->candidates->len);

  match->chosen = candidate >= 0 ? g_ptr_array_index (match->candidates, candidate) : NULL;
  look_up (matches, match);
}

/* Of two answers of one person the earlier one; one without a time comes last. */
static gboolean
is_earlier (const IkrarAttendanceMatch *match, const IkrarAttendanceMatch *other)
{
  IkrarTime at = match->answer->at, other_at = other->answer->at;

  return at != 0 && (other_at == 0 || at < other_at);
}

/* The answer that counts for each person who was chosen. */
static GPtrArray *
choose_answers (const IkrarAttendanceMatches *matches)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < matches->matches->len; i++)
    {
      IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, i);
      guint place;

      if (match->chosen == NULL || match->answer->state == IKRAR_ATTENDANCE_UNRECORDED)
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, match->chosen));
      if (place == 0)
        {
          g_ptr_array_add (chosen, match);
          g_hash_table_insert (places, (gpointer) match->chosen, GUINT_TO_POINTER (chosen->len));
        }
      else if (is_earlier (match, g_ptr_array_index (chosen, place - 1)))
        g_ptr_array_index (chosen, place - 1) = match;
    }
  return chosen;
}

/* All times for which somebody was there, by whatever name. */
static GArray *
collect_stays (const IkrarAttendanceMatches *matches, const IkrarParticipantLine *person)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (IkrarAttendanceStay));

  for (guint i = 0; i < matches->matches->len; i++)
    {
      const IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, i);

      if (match->chosen == person && match->answer->stays->len > 0)
        g_array_append_vals (stays, match->answer->stays->data, match->answer->stays->len);
    }
  ikrar_attendance_stays_merge (stays);
  return stays;
}

/* Out at the end of each stay, and back in at the beginning of the next. */
static GArray *
make_passages (const IkrarAttendanceMatches *matches, const IkrarAttendanceMatch *match)
{
  g_autoptr (GArray) stays = collect_stays (matches, match->chosen);
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (IkrarPassage));

  for (guint i = 0; i < stays->len; i++)
    {
      const IkrarAttendanceStay *stay = &g_array_index (stays, IkrarAttendanceStay, i);

      if (i > 0)
        g_array_append_val (passages, ((IkrarPassage){ IKRAR_WAY_IN, stay->at, 0 }));
      g_array_append_val (passages, ((IkrarPassage){ IKRAR_WAY_OUT, stay->left, 0 }));
    }
  return passages;
}

static IkrarAttendanceEntry
make_entry (const IkrarAttendanceMatch *match, IkrarAttendance state, gboolean replace)
{
  const IkrarAttendanceAnswer *answer = match->answer;
  gboolean present = ikrar_attendance_is_present (answer->state);

  return (IkrarAttendanceEntry){
    .participant = match->chosen->id,
    .state = present && state != IKRAR_ATTENDANCE_UNRECORDED ? state : answer->state,
    .replaces = replace ? match->recorded : IKRAR_ATTENDANCE_UNRECORDED,
    .at = answer->at,
    .nonce = answer->nonce,
  };
}

gboolean
ikrar_attendance_match_record (const IkrarAttendanceMatches *matches,
                               IkrarStore *store,
                               IkrarAttendance state,
                               gboolean replace,
                               IkrarAttendanceEntered *entered,
                               GError **error)
{
  g_autoptr (GPtrArray) chosen = choose_answers (matches);
  g_autofree IkrarAttendanceEntry *entries = g_new0 (IkrarAttendanceEntry, chosen->len + 1);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const IkrarAttendanceEntries all = {
    .event = matches->event,
    .session = matches->session,
    .action = "attendance.file",
    .detail = matches->file->name,
    .source = ikrar_attendance_source_word (matches->file->source),
    .entries = entries,
    .n_entries = chosen->len,
  };

  for (guint i = 0; i < chosen->len; i++)
    {
      const IkrarAttendanceMatch *match = g_ptr_array_index (chosen, i);
      GArray *ways = make_passages (matches, match);

      g_ptr_array_add (passages, ways);
      entries[i] = make_entry (match, state, replace);
      if (ikrar_attendance_is_present (entries[i].state))
        {
          entries[i].passages = (const IkrarPassage *) ways->data;
          entries[i].n_passages = ways->len;
        }
    }
  return ikrar_attendance_enter (store, &all, entered, error);
}

const char *
ikrar_match_word (IkrarMatch match)
{
  static const char *const words[] = { "exact", "likely", "doubtful", "unknown" };

  g_return_val_if_fail (match < IKRAR_N_MATCHES, NULL);

  return words[match];
}

static const struct
{
  const char *word;
  const char *text;
} doubts[] = {
  [IKRAR_DOUBT_NONE] = { "", "" },
  [IKRAR_DOUBT_NAME_OF_NUMBER] = { "name-of-number",
                                   N_ ("The number is of somebody with another name.") },
  [IKRAR_DOUBT_NUMBER] = { "number", N_ ("Nobody on the roster has this number.") },
  [IKRAR_DOUBT_NAMESAKES] = { "namesakes", N_ ("Several people may have this name.") },
  [IKRAR_DOUBT_SPELLING] = { "spelling", N_ ("The roster writes the name otherwise.") },
  [IKRAR_DOUBT_UNIT] = { "unit", N_ ("The unit is another one.") },
  [IKRAR_DOUBT_SHARED] = { "shared", N_ ("Others in the file have this name, and differ.") },
  [IKRAR_DOUBT_OTHER_DAY] = { "other-day", N_ ("The time is not on a day of the event.") },
  [IKRAR_DOUBT_ACCOUNT] = { "account", N_ ("This is a device or an office, not a person.") },
};

const char *
ikrar_match_doubt_word (IkrarMatchDoubt why)
{
  g_return_val_if_fail (why < IKRAR_N_DOUBTS, NULL);

  return doubts[why].word;
}

const char *
ikrar_match_doubt_text (IkrarMatchDoubt why)
{
  g_return_val_if_fail (why < IKRAR_N_DOUBTS, NULL);

  return *doubts[why].text != '\0' ? _ (doubts[why].text) : "";
}

void
ikrar_attendance_matches_free (IkrarAttendanceMatches *matches)
{
  if (matches == NULL)
    return;
  ikrar_attendance_file_free (matches->file);
  ikrar_participant_table_unref (matches->table);
  g_clear_pointer (&matches->matches, g_ptr_array_unref);
  g_clear_pointer (&matches->states, g_hash_table_unref);
  g_free (matches);
}
