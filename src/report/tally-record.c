/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/participant-lines-private.h"
#include "report/tally-record-private.h"

#define NO_UNIT "(tanpa unit kerja)"

static const char *const pledge_words[IKRAR_N_PLEDGE_STATES] = {
  [IKRAR_PLEDGE_NONE] = "",
  [IKRAR_PLEDGE_RECITED] = "Berikrar",
  [IKRAR_PLEDGE_SIGNED] = "Menandatangani",
};

static gint64
get_number (const IkrarParticipantLine *line)
{
  return line->number;
}

static const char *
get_prefix (const IkrarParticipantLine *line)
{
  return line->prefix;
}

static const char *
get_name (const IkrarParticipantLine *line)
{
  return line->name;
}

static const char *
get_suffix (const IkrarParticipantLine *line)
{
  return line->suffix;
}

static const char *
get_number_kind (const IkrarParticipantLine *line)
{
  return ikrar_number_label (line->number_kind);
}

static const char *
get_employee_number (const IkrarParticipantLine *line)
{
  return line->employee_number;
}

static const char *
get_grade (const IkrarParticipantLine *line)
{
  return ikrar_grade_text (line->grade);
}

static const char *
get_position (const IkrarParticipantLine *line)
{
  return line->position;
}

static const char *
get_unit (const IkrarParticipantLine *line)
{
  return line->unit;
}

static const char *
get_kind (const IkrarParticipantLine *line)
{
  return *line->kind != '\0'
             ? ikrar_vocabulary_official (IKRAR_VOCABULARY_PARTICIPANT_KIND, line->kind)
             : "";
}

static const char *
get_state (const IkrarParticipantLine *line)
{
  return ikrar_attendance_word (line->state);
}

/* 1 or 0, so that a pivot table can add it up. */
static gint64
get_present (const IkrarParticipantLine *line)
{
  return ikrar_attendance_is_present (line->state);
}

static gint64
get_state_at (const IkrarParticipantLine *line)
{
  return line->state_at;
}

static const char *
get_stand_in (const IkrarParticipantLine *line)
{
  return line->stand_in;
}

static const char *
get_pledge (const IkrarParticipantLine *line)
{
  return pledge_words[line->pledge];
}

static gint64
get_pledge_at (const IkrarParticipantLine *line)
{
  return line->pledge != IKRAR_PLEDGE_NONE ? line->pledge_at : 0;
}

static const char *
get_certificate (const IkrarParticipantLine *line)
{
  return line->certificate;
}

const IkrarTallyColumn ikrar_tally_columns[IKRAR_TALLY_COLUMNS] = {
  { "No", IKRAR_TALLY_NUMBER, 7, NULL, get_number },
  { "Gelar depan", IKRAR_TALLY_TEXT, 10, get_prefix, NULL },
  { "Nama", IKRAR_TALLY_TEXT, 32, get_name, NULL },
  { "Gelar belakang", IKRAR_TALLY_TEXT, 16, get_suffix, NULL },
  { "Jenis nomor", IKRAR_TALLY_TEXT, 11, get_number_kind, NULL },
  { "NIP / NI PPPK / NIK", IKRAR_TALLY_TEXT, 21, get_employee_number, NULL },
  { "Golongan", IKRAR_TALLY_TEXT, 10, get_grade, NULL },
  { "Jabatan", IKRAR_TALLY_TEXT, 30, get_position, NULL },
  { "Unit kerja", IKRAR_TALLY_TEXT, 38, get_unit, NULL },
  { "Sebagai", IKRAR_TALLY_TEXT, 12, get_kind, NULL },
  { "Keadaan", IKRAR_TALLY_TEXT, 18, get_state, NULL },
  { "Hadir", IKRAR_TALLY_NUMBER, 9, NULL, get_present },
  { "Tercatat", IKRAR_TALLY_TIME, 17, NULL, get_state_at },
  { "Mewakili / diwakili", IKRAR_TALLY_TEXT, 24, get_stand_in, NULL },
  { "Ikrar", IKRAR_TALLY_TEXT, 16, get_pledge, NULL },
  { "Waktu ikrar", IKRAR_TALLY_TIME, 17, NULL, get_pledge_at },
  { "Nomor sertifikat", IKRAR_TALLY_TEXT, 28, get_certificate, NULL },
};

gboolean
ikrar_tally_record_load (IkrarTallyRecord *record,
                         IkrarStore *store,
                         IkrarId event,
                         IkrarId unit,
                         const IkrarProgress *progress,
                         GError **error)
{
  record->now = ikrar_store_now (store);
  record->occasion = ikrar_occasion_load (store, event, error);
  if (record->occasion == NULL)
    return FALSE;
  record->table =
      ikrar_participant_table_load (store, event, unit, FALSE, IKRAR_ORDER_NUMBER, progress, error);
  if (record->table == NULL)
    return FALSE;
  record->lines = ikrar_participant_lines (record->table);
  return TRUE;
}

void
ikrar_tally_record_clear (IkrarTallyRecord *record)
{
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  ikrar_participant_table_unref (record->table);
  ikrar_occasion_free (record->occasion);
}

static gint
compare_units (gconstpointer a, gconstpointer b)
{
  const IkrarTallyUnit *left = a, *right = b;
  g_autofree char *left_key = g_utf8_casefold (left->name, -1);
  g_autofree char *right_key = g_utf8_casefold (right->name, -1);

  return strcmp (left_key, right_key);
}

static IkrarTallyUnit *
find_unit (GArray *units, GHashTable *places, const IkrarParticipantLine *line)
{
  gpointer place;
  IkrarTallyUnit unit = { .name = *line->unit != '\0' ? line->unit : NO_UNIT };

  if (!g_hash_table_lookup_extended (places, &line->unit_id, NULL, &place))
    {
      place = GUINT_TO_POINTER (units->len);
      g_hash_table_insert (places, (gpointer) &line->unit_id, place);
      g_array_append_val (units, unit);
    }
  return &g_array_index (units, IkrarTallyUnit, GPOINTER_TO_UINT (place));
}

GArray *
ikrar_tally_record_count (const IkrarTallyRecord *record)
{
  GArray *units = g_array_new (FALSE, TRUE, sizeof (IkrarTallyUnit));
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < record->lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (record->lines, i);
      IkrarTallyUnit *unit = find_unit (units, places, line);

      ikrar_attendance_count_add (&unit->count, line->state, 1);
      unit->pledges[line->pledge]++;
    }
  g_array_sort (units, compare_units);
  return units;
}

char *
ikrar_tally_column_title (const IkrarTallyColumn *column, const IkrarTallyRecord *record)
{
  return column->kind == IKRAR_TALLY_TIME
             ? g_strdup_printf ("%s (%s)", column->title,
                                ikrar_zone_word (record->occasion->event->zone))
             : g_strdup (column->title);
}
