/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/attendance-file.h"

#include <string.h>

#include "core/person-name.h"
#include "core/text.h"
#include "core/unit-name.h"

#include "roster/error.h"
#include "roster/import.h"
#include "roster/meeting-name-private.h"
#include "roster/moment-private.h"

/* A destroyed number keeps so many digits, and a whole one has more. */
#define DIGITS_KEPT 15

#define MINUTE (60 * 1000)

/* What the columns besides those of a roster hold. */
typedef enum
{
  COLUMN_AT,
  COLUMN_LEFT,
  COLUMN_STATE,
  COLUMN_EMAIL,
  COLUMN_NUMBER,
  N_COLUMNS,
} Column;

/* Folded heads, in the language of the program that wrote them. A head may go on behind them. */
static const struct
{
  const char *head;
  Column column;
} heads[] = {
  { "timestamp", COLUMN_AT },
  { "stempel waktu", COLUMN_AT },
  { "cap waktu", COLUMN_AT },
  { "join time", COLUMN_AT },
  { "waktu bergabung", COLUMN_AT },
  { "waktu masuk", COLUMN_AT },
  { "waktu hadir", COLUMN_AT },
  { "waktu presensi", COLUMN_AT },
  { "jam masuk", COLUMN_AT },
  { "jam datang", COLUMN_AT },
  { "jam hadir", COLUMN_AT },
  { "jam presensi", COLUMN_AT },
  { "waktu datang", COLUMN_AT },
  { "check in", COLUMN_AT },
  { "waktu absen", COLUMN_AT },
  { "leave time", COLUMN_LEFT },
  { "waktu keluar", COLUMN_LEFT },
  { "jam pulang", COLUMN_LEFT },
  { "jam keluar", COLUMN_LEFT },
  { "waktu pulang", COLUMN_LEFT },
  { "waktu meninggalkan", COLUMN_LEFT },
  { "check out", COLUMN_LEFT },
  { "status kehadiran", COLUMN_STATE },
  { "status presensi", COLUMN_STATE },
  { "kehadiran", COLUMN_STATE },
  { "keterangan", COLUMN_STATE },
  { "status", COLUMN_STATE },
  { "ket", COLUMN_STATE },
  { "user email", COLUMN_EMAIL },
  { "email", COLUMN_EMAIL },
  { "alamat email", COLUMN_EMAIL },
  { "e mail", COLUMN_EMAIL },
  { "surel", COLUMN_EMAIL },
};

/* Somebody's presence as one line has it; times as written, for how days are read is known only
 * once all lines are. */
typedef struct
{
  IkrarAttendanceAnswer *answer;
  char *at;
  char *left;
  char *cells;
} Line;

typedef struct
{
  IkrarLayout *layout;
  const IkrarEvent *event;
  IkrarId session;
  IkrarAttendanceFile *file;
  GHashTable *answers; /* what is the same of somebody's lines -> IkrarAttendanceAnswer */
  GArray *lines;       /* Line */
  GHashTable *headers; /* sheet + 1 -> columns */
} Reading;

static void
answer_free (IkrarAttendanceAnswer *answer)
{
  g_free (answer->name);
  g_free (answer->name_key);
  g_free (answer->number);
  g_free (answer->digits);
  g_free (answer->unit);
  g_free (answer->unit_key);
  g_free (answer->email);
  g_array_unref (answer->rows);
  g_array_unref (answer->stays);
  g_free (answer);
}

static void
line_clear (Line *line)
{
  g_free (line->at);
  g_free (line->left);
  g_free (line->cells);
}

static int
find_head (const IkrarRosterColumn *column)
{
  g_autofree char *folded = ikrar_text_fold (column->title);

  if (column->field == IKRAR_ROSTER_FIELD_NUMBER)
    return COLUMN_NUMBER;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (folded, heads[i].head))
      return (int) heads[i].column;
  return N_COLUMNS;
}

/* The columns of a sheet, each -1 if there is none. */
static const int *
get_columns (Reading *reading, guint sheet)
{
  int *columns = g_hash_table_lookup (reading->headers, GUINT_TO_POINTER (sheet + 1));
  const IkrarHeader *header;

  if (columns != NULL)
    return columns;
  columns = g_new (int, N_COLUMNS + 1);
  for (guint i = 0; i <= N_COLUMNS; i++)
    columns[i] = -1;
  header = ikrar_layout_get_header (reading->layout, sheet);
  for (guint i = 0; header != NULL && i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);
      int found = find_head (column);

      if (columns[found] < 0)
        columns[found] = (int) column->column;
    }
  g_hash_table_insert (reading->headers, GUINT_TO_POINTER (sheet + 1), columns);
  return columns;
}

static const char *
get_text (const IkrarRosterRow *row, const int *columns, Column column)
{
  return columns[column] < 0 ? "" : ikrar_sheet_row_get_text (row->source, (guint) columns[column]);
}

/* A number that may be right, or what a spreadsheet left of one. */
static void
take_number (IkrarAttendanceAnswer *answer, const IkrarRosterRow *row, const char *text)
{
  IkrarNumber number;

  ikrar_number_parse (*row->person.number != '\0' ? row->person.number : text, IKRAR_CELL_TEXT, 0,
                      &number);
  if (number.kind != IKRAR_NUMBER_NONE && number.severity != IKRAR_SEVERITY_ERROR)
    answer->number = g_strdup (number.digits);
  else if (strlen (number.digits) > DIGITS_KEPT)
    answer->digits = g_strndup (number.digits, DIGITS_KEPT);
  answer->number = answer->number != NULL ? answer->number : g_strdup ("");
  answer->digits = answer->digits != NULL ? answer->digits : g_strdup ("");
}

static gboolean
has_reason (const IkrarRosterRow *row, IkrarReason reason)
{
  for (guint i = 0; i < row->n_reasons; i++)
    if (row->reasons[i].reason == reason)
      return TRUE;
  return FALSE;
}

/* In a meeting people call themselves what they like. */
static void
take_name (IkrarAttendanceAnswer *answer,
           const Reading *reading,
           const IkrarRosterRow *row,
           const char *number)
{
  g_autofree char *own_number = NULL;
  g_autofree char *own_unit = NULL;
  const char *unit = row->unit != NULL ? row->unit : "";

  if (reading->file->source == IKRAR_SOURCE_ZOOM)
    _ikrar_meeting_name_split (row->person.name, &answer->name, &own_unit, &own_number);
  else
    answer->name = g_strdup (row->person.name);
  /* "Dinas Pendidikan - Siti" begins as an office does, and is somebody. */
  answer->is_account &= own_unit == NULL || *own_unit == '\0';
  answer->unit = g_strdup (*unit == '\0' && own_unit != NULL ? own_unit : unit);
  take_number (answer, row, *number == '\0' && own_number != NULL ? own_number : number);
}

static IkrarAttendanceAnswer *
make_answer (const Reading *reading, const IkrarRosterRow *row, const int *columns)
{
  IkrarAttendanceAnswer *answer = g_new0 (IkrarAttendanceAnswer, 1);

  answer->is_account = has_reason (row, IKRAR_REASON_NAME_IS_DEVICE);
  take_name (answer, reading, row, get_text (row, columns, COLUMN_NUMBER));
  answer->name_key = ikrar_person_name_key (answer->name);
  answer->unit_key = ikrar_unit_key_local (answer->unit);
  answer->email = ikrar_text_fold (get_text (row, columns, COLUMN_EMAIL));
  answer->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  answer->stays = g_array_new (FALSE, FALSE, sizeof (IkrarAttendanceStay));
  return answer;
}

/* What a line says of the state: present, unless it has a word for another one. */
static IkrarAttendance
read_state (const Reading *reading, const IkrarRosterRow *row, const int *columns)
{
  g_autofree char *text = ikrar_text_clean (get_text (row, columns, COLUMN_STATE));
  IkrarAttendance state;

  if (reading->file->source == IKRAR_SOURCE_ZOOM)
    return IKRAR_ATTENDANCE_ONLINE;
  if (*text != '\0' && ikrar_attendance_parse (text, &state, NULL))
    return state;
  if (reading->file->source == IKRAR_SOURCE_FORM)
    return IKRAR_ATTENDANCE_PRESENT;
  return ikrar_text_is_blank (get_text (row, columns, COLUMN_AT)) ? IKRAR_ATTENDANCE_UNRECORDED
                                                                  : IKRAR_ATTENDANCE_PRESENT;
}

static void
on_row (const IkrarRosterRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  const int *columns = get_columns (reading, row->source->sheet);
  IkrarAttendanceAnswer *answer, *known;
  IkrarAttendance state = read_state (reading, row, columns);
  g_autofree char *key = NULL;
  Line line;

  if (row->verdict == IKRAR_VERDICT_SKIPPED || ikrar_text_is_blank (row->person.name))
    return;
  answer = make_answer (reading, row, columns);
  key = g_strjoin ("\n", answer->name_key, answer->number, answer->digits, answer->unit_key,
                   answer->email, ikrar_attendance_code (state), NULL);
  known = g_hash_table_lookup (reading->answers, key);
  if (known != NULL)
    answer_free (answer);
  else
    {
      answer->state = state;
      g_ptr_array_add (reading->file->answers, answer);
      g_hash_table_insert (reading->answers, g_steal_pointer (&key), answer);
    }
  line = (Line){ .answer = known != NULL ? known : answer,
                 .at = g_strdup (get_text (row, columns, COLUMN_AT)),
                 .left = g_strdup (get_text (row, columns, COLUMN_LEFT)),
                 .cells = g_strdup (row->cells) };
  g_array_append_val (line.answer->rows, row->source->number);
  g_array_append_val (reading->lines, line);
}

static IkrarAttendanceSource
guess_source (const IkrarLayout *layout)
{
  for (guint i = 0; i < ikrar_layout_get_n_clues (layout); i++)
    {
      IkrarClueCode code = ikrar_layout_get_clue (layout, i)->code;

      if (code == IKRAR_CLUE_MEETING)
        return IKRAR_SOURCE_ZOOM;
      if (code == IKRAR_CLUE_FORM)
        return IKRAR_SOURCE_FORM;
    }
  return IKRAR_SOURCE_PRESENSI;
}

static gboolean
is_of_event (const IkrarEvent *event, IkrarTime time)
{
  IkrarTime end = MAX (event->end_at, event->start_at);
  IkrarMoment first, last, moment;
  int day, from, to;

  ikrar_time_split (event->start_at, event->zone, &first);
  ikrar_time_split (end, event->zone, &last);
  ikrar_time_split (time, event->zone, &moment);
  day = (moment.year * 100 + moment.month) * 100 + moment.day;
  from = (first.year * 100 + first.month) * 100 + first.day;
  to = (last.year * 100 + last.month) * 100 + last.day;
  return time != 0 && from <= day && day <= to;
}

static IkrarTime
read_time (const Reading *reading, const char *text, gboolean month_first)
{
  return _ikrar_moment_parse (text, reading->event->zone, reading->event->start_at, month_first);
}

/* Whether the file writes the month first: only the event's own days tell. */
static gboolean
is_month_first (const Reading *reading)
{
  guint counts[2] = { 0 };

  for (guint i = 0; i < reading->lines->len; i++)
    for (guint month_first = 0; month_first < G_N_ELEMENTS (counts); month_first++)
      counts[month_first] += is_of_event (
          reading->event,
          read_time (reading, g_array_index (reading->lines, Line, i).at, month_first != 0));
  return counts[1] > counts[0];
}

/* The nonce of a line is the same whenever the line is read for this session. */
static void
make_nonce (const Reading *reading, const Line *line, guint8 *nonce)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *head =
      g_strdup_printf ("IKRAR-ATTENDANCE-FILE/1\n%s\n%" G_GINT64_FORMAT "\n",
                       ikrar_attendance_source_word (reading->file->source), reading->session);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, (const guchar *) line->cells, -1);
  g_checksum_get_digest (checksum, digest, &size);
  memcpy (nonce, digest, IKRAR_NONCE_SIZE);
}

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const IkrarAttendanceStay *stay = a, *other = b;

  return stay->at < other->at ? -1 : stay->at > other->at;
}

void
ikrar_attendance_stays_merge (GArray *stays)
{
  guint kept = 0;

  g_array_sort (stays, compare_stays);
  for (guint i = 0; i < stays->len; i++)
    {
      IkrarAttendanceStay stay = g_array_index (stays, IkrarAttendanceStay, i);
      IkrarAttendanceStay *last =
          kept > 0 ? &g_array_index (stays, IkrarAttendanceStay, kept - 1) : NULL;

      if (last != NULL && stay.at <= last->left)
        last->left = MAX (last->left, stay.left);
      else
        g_array_index (stays, IkrarAttendanceStay, kept++) = stay;
    }
  g_array_set_size (stays, kept);
}

static void
settle_minutes (IkrarAttendanceAnswer *answer)
{
  IkrarTime total = 0;

  ikrar_attendance_stays_merge (answer->stays);
  for (guint i = 0; i < answer->stays->len; i++)
    {
      const IkrarAttendanceStay *stay = &g_array_index (answer->stays, IkrarAttendanceStay, i);

      total += stay->left - stay->at;
    }
  answer->minutes = (guint) (total / MINUTE);
}

static void
settle_line (Reading *reading, const Line *line, gboolean month_first)
{
  IkrarAttendanceAnswer *answer = line->answer;
  IkrarTime at = read_time (reading, line->at, month_first);
  IkrarTime left = read_time (reading, line->left, month_first);
  static const guint8 none[IKRAR_NONCE_SIZE];
  gboolean first = memcmp (answer->nonce, none, IKRAR_NONCE_SIZE) == 0;

  if (first || (at != 0 && (answer->at == 0 || at < answer->at)))
    {
      make_nonce (reading, line, answer->nonce);
      answer->at = at;
      answer->other_day = at != 0 && !is_of_event (reading->event, at);
    }
  answer->left = MAX (answer->left, left);
  if (at != 0 && left > at)
    g_array_append_val (answer->stays, ((IkrarAttendanceStay){ at, left }));
}

static void
settle (Reading *reading)
{
  gboolean month_first = is_month_first (reading);

  for (guint i = 0; i < reading->lines->len; i++)
    settle_line (reading, &g_array_index (reading->lines, Line, i), month_first);
  for (guint i = 0; i < reading->file->answers->len; i++)
    settle_minutes (g_ptr_array_index (reading->file->answers, i));
}

static gboolean
has_times (const IkrarLayout *layout)
{
  const IkrarHeader *header =
      ikrar_layout_get_header (layout, ikrar_layout_get_first_sheet (layout));

  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    if (find_head (ikrar_header_get_column (header, i)) == COLUMN_AT)
      return TRUE;
  return FALSE;
}

/* Where all have the unit before the name, their column is taken for one of units. In the report of
 * a meeting the first column has the names, whatever they are. */
static IkrarLayout *
find_layout (IkrarWorkbook *workbook, IkrarRosterOptions *options, GError **error)
{
  static const char *const first_column[] = { "A=name", NULL };
  g_autoptr (GError) local = NULL;
  g_autoptr (IkrarLayout) layout = ikrar_layout_find (workbook, options, &local);

  if (g_error_matches (local, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_HEADER))
    {
      options->mapping = first_column;
      layout = ikrar_layout_find (workbook, options, NULL);
      if (layout != NULL && !has_times (layout))
        g_clear_pointer (&layout, ikrar_layout_free);
    }
  if (layout == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return g_steal_pointer (&layout);
}

IkrarAttendanceFile *
ikrar_attendance_file_read (IkrarWorkbook *workbook,
                            const IkrarEvent *event,
                            IkrarId session,
                            IkrarAttendanceSource source,
                            const IkrarProgress *progress,
                            GError **error)
{
  IkrarRosterOptions options = { .ignore_remembered = TRUE };
  g_autoptr (IkrarLayout) layout = find_layout (workbook, &options, error);
  g_autoptr (IkrarAttendanceFile) file = g_new0 (IkrarAttendanceFile, 1);
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) headers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (IkrarRosterResult) result = NULL;
  Reading reading = { layout, event, session, file, answers, lines, headers };

  if (layout == NULL)
    return NULL;
  g_array_set_clear_func (lines, (GDestroyNotify) line_clear);
  file->name = g_strdup (ikrar_workbook_get_name (workbook));
  file->source = source != IKRAR_SOURCE_GUESS ? source : guess_source (layout);
  file->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  result = ikrar_roster_check (workbook, &options, NULL, 0, on_row, &reading, progress, error);
  if (result == NULL)
    return NULL;
  settle (&reading);
  return g_steal_pointer (&file);
}

static const char *const sources[] = { "guess", "form", "zoom", "e-presensi" };

const char *
ikrar_attendance_source_word (IkrarAttendanceSource source)
{
  g_return_val_if_fail (source < IKRAR_N_ATTENDANCE_SOURCES, NULL);

  return sources[source];
}

gboolean
ikrar_attendance_source_parse (const char *word, IkrarAttendanceSource *source)
{
  for (guint i = 0; i < IKRAR_N_ATTENDANCE_SOURCES; i++)
    if (g_ascii_strcasecmp (word, sources[i]) == 0)
      {
        *source = i;
        return TRUE;
      }
  return FALSE;
}

void
ikrar_attendance_file_free (IkrarAttendanceFile *file)
{
  if (file == NULL)
    return;
  g_free (file->name);
  g_clear_pointer (&file->answers, g_ptr_array_unref);
  g_free (file);
}
