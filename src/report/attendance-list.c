/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/attendance-list-private.h"
#include "report/participant-lines-private.h"
#include "report/roster-paging-private.h"

#include "store/pledge.h"

/* Millimetres. The binding is on the left. */
#define MARGIN_LEFT 20
#define MARGIN_RIGHT 15

/* Rows left free for people who come without an invitation, and how many people at least stand on
 * the page with the signatures. */
#define WALK_IN_ROWS 4
#define PEOPLE_KEPT 2

static const IkrarRosterColumn columns[] = {
  [IKRAR_ATTENDANCE_NUMBER] = { "NO", 9, 0, IKRAR_ALIGN_RIGHT },
  [IKRAR_ATTENDANCE_NAME] = { "NAMA", 46, 1, IKRAR_ALIGN_LEFT },
  [IKRAR_ATTENDANCE_EMPLOYEE] = { "NIP / NI PPPK", 34, 0, IKRAR_ALIGN_CENTER },
  [IKRAR_ATTENDANCE_GRADE] = { "GOL", 10, 0, IKRAR_ALIGN_CENTER },
  [IKRAR_ATTENDANCE_UNIT] = { "UNIT KERJA", 33, 1.2, IKRAR_ALIGN_LEFT },
  [IKRAR_ATTENDANCE_CLOCK] = { "PUKUL", 11, 0, IKRAR_ALIGN_CENTER },
  [IKRAR_ATTENDANCE_SIGNATURE] = { "TANDA TANGAN", 37, 0, IKRAR_ALIGN_CENTER },
  [IKRAR_ATTENDANCE_REMARK] = { "KETERANGAN", 28, 0, IKRAR_ALIGN_CENTER },
};

#define BIT(column) (1u << (column))
#define ALWAYS \
  (BIT (IKRAR_ATTENDANCE_NUMBER) | BIT (IKRAR_ATTENDANCE_NAME) | BIT (IKRAR_ATTENDANCE_UNIT))
#define OFFICIAL                                                             \
  (ALWAYS | BIT (IKRAR_ATTENDANCE_EMPLOYEE) | BIT (IKRAR_ATTENDANCE_GRADE) | \
   BIT (IKRAR_ATTENDANCE_SIGNATURE))

static const IkrarRosterLook official_look = { .typeface = IKRAR_TYPEFACE_LIST,
                                               .head_size = 8,
                                               .head_height = 8,
                                               .row_height = 9.8,
                                               .zigzag = TRUE };
static const IkrarRosterLook public_look = { .typeface = IKRAR_TYPEFACE_LIST,
                                             .head_size = 8,
                                             .head_height = 8,
                                             .row_height = 7.6 };

static void
record_clear (IkrarAttendanceRecord *record)
{
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  ikrar_participant_table_unref (record->table);
  g_clear_pointer (&record->signatures, g_hash_table_unref);
  ikrar_occasion_free (record->occasion);
}

static void
list_clear (IkrarDocument *document)
{
  IkrarAttendanceList *list = (IkrarAttendanceList *) document;

  for (guint i = 0; i < list->sheets->len; i++)
    ikrar_footer_band_free (g_array_index (list->sheets, IkrarAttendanceSheet, i).band);
  g_array_unref (list->sheets);
  g_array_unref (list->pages);
  ikrar_signature_block_clear (&list->head);
  ikrar_signature_block_clear (&list->officer);
  record_clear (&list->record);
}

static const IkrarDocumentClass list_class = {
  .size = sizeof (IkrarAttendanceList),
  .draw = ikrar_attendance_list_draw,
  .clear = list_clear,
};

const IkrarAttendanceSheet *
ikrar_attendance_list_get_sheet (const IkrarAttendanceList *list, guint sheet)
{
  return &g_array_index (list->sheets, IkrarAttendanceSheet, sheet);
}

const IkrarParticipantLine *
ikrar_attendance_list_get_line (const IkrarAttendanceList *list,
                                const IkrarAttendanceSheet *sheet,
                                guint row)
{
  return row < sheet->n_lines ? g_ptr_array_index (list->record.lines, sheet->first + row) : NULL;
}

static void
hash_text (IkrarHasher *hasher, const char *text, const char *end)
{
  ikrar_hasher_update (hasher, text, strlen (text));
  ikrar_hasher_update (hasher, end, 1);
}

static void
hash_line (IkrarHasher *hasher, const IkrarParticipantLine *line, gboolean public_version)
{
  g_autofree char *number = g_strdup_printf ("%u", line->number);
  const char *const fields[] = { number,
                                 line->display,
                                 public_version ? "" : line->employee_number,
                                 public_version ? "" : ikrar_grade_text (line->grade),
                                 line->unit,
                                 public_version ? "" : ikrar_attendance_code (line->state) };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    hash_text (hasher, fields[i], i + 1 < G_N_ELEMENTS (fields) ? "\t" : "\n");
}

static void
hash_sheet (IkrarAttendanceList *list, const IkrarAttendanceSheet *sheet, IkrarDigest *digest)
{
  g_autoptr (IkrarHasher) hasher = ikrar_hasher_new ();
  const IkrarEvent *event = list->record.occasion->event;
  g_autofree char *day = ikrar_time_format_iso (event->start_at, event->zone);

  hash_text (hasher, "IKRAR-LIST/1", "\n");
  hash_text (hasher, event->title, "\n");
  day[MIN (strlen (day), strlen ("2024-11-07"))] = '\0';
  hash_text (hasher, day, "\n");
  hash_text (hasher, sheet->unit != NULL ? sheet->unit : "", "\n");
  for (guint i = 0; i < sheet->n_lines; i++)
    hash_line (hasher, ikrar_attendance_list_get_line (list, sheet, i),
               list->options.public_version);
  ikrar_hasher_finish (hasher, digest);
}

static IkrarFooterBand *
make_band (IkrarAttendanceList *list, const IkrarAttendanceSheet *sheet)
{
  const IkrarEvent *event = list->record.occasion->event;
  g_autofree char *date = ikrar_time_format_date (event->start_at, event->zone);
  g_autofree char *title = g_strdup_printf (
      "Daftar hadir%s · %s · %s%s%s", list->options.public_version ? " (versi publik)" : "",
      event->title, date, sheet->unit != NULL ? " · " : "", sheet->unit != NULL ? sheet->unit : "");
  IkrarDigest digest;

  hash_sheet (list, sheet, &digest);
  return ikrar_footer_band_new (title, &digest);
}

static void
add_sheet (IkrarAttendanceList *list, const char *unit, guint first, guint n_lines)
{
  IkrarAttendanceSheet sheet = { .unit = unit, .first = first, .n_lines = n_lines };

  sheet.n_rows = n_lines;
  if (!list->options.public_version)
    sheet.n_rows += WALK_IN_ROWS + n_lines % 2;
  for (guint i = 0; i < n_lines; i++)
    ikrar_attendance_count_add (&sheet.count,
                                ikrar_attendance_list_get_line (list, &sheet, i)->state, 1);
  sheet.band = make_band (list, &sheet);
  g_array_append_val (list->sheets, sheet);
}

static void
make_sheets (IkrarAttendanceList *list)
{
  const GPtrArray *lines = list->record.lines;
  gboolean apart = list->options.per_unit || list->options.unit != 0;
  guint first = 0;

  list->sheets = g_array_new (FALSE, TRUE, sizeof (IkrarAttendanceSheet));
  for (guint i = 1; apart && i <= lines->len; i++)
    {
      const IkrarParticipantLine *last = g_ptr_array_index (lines, i - 1);

      if (i < lines->len &&
          ((const IkrarParticipantLine *) g_ptr_array_index (lines, i))->unit_id == last->unit_id)
        continue;
      add_sheet (list, *last->unit != '\0' ? last->unit : "(tanpa unit kerja)", first, i - first);
      first = i;
    }
  if (list->sheets->len == 0)
    add_sheet (list, NULL, 0, lines->len);
}

static guint
count_present (IkrarAttendanceList *list,
               const IkrarAttendanceSheet *sheet,
               guint first_row,
               guint n_rows)
{
  guint present = 0;

  for (guint i = first_row; i < first_row + n_rows; i++)
    {
      const IkrarParticipantLine *line = ikrar_attendance_list_get_line (list, sheet, i);

      present += line != NULL && ikrar_attendance_is_present (line->state);
    }
  return present;
}

static void
add_pages (IkrarAttendanceList *list, guint index)
{
  IkrarAttendanceSheet *sheet = &g_array_index (list->sheets, IkrarAttendanceSheet, index);
  double row = ikrar_roster_table_get_row (&list->roster);
  double bottom = ikrar_attendance_list_get_bottom (list);
  double head = ikrar_roster_table_get_head (&list->roster);
  double first = bottom - ikrar_attendance_list_draw_opening (list, NULL, sheet) - head;
  double later = bottom - ikrar_attendance_list_get_top (list) - head;
  double closing = ikrar_attendance_list_draw_closing (list, NULL, sheet, 0);
  const IkrarRosterRoom room = { ikrar_roster_room_rows (first, row),
                                 ikrar_roster_room_rows (later, row),
                                 ikrar_roster_room_rows (first - closing, row),
                                 ikrar_roster_room_rows (later - closing, row) };
  g_autoptr (GArray) rows =
      ikrar_roster_paging (&room, sheet->n_rows, sheet->n_rows - sheet->n_lines + PEOPLE_KEPT);
  IkrarAttendancePage page = { .sheet = index };

  sheet->first_page = list->pages->len;
  sheet->n_pages = rows->len;
  for (guint i = 0; i < rows->len; i++)
    {
      page.n_rows = g_array_index (rows, guint, i);
      g_array_append_val (list->pages, page);
      page.present_before += count_present (list, sheet, page.first_row, page.n_rows);
      page.first_row += page.n_rows;
    }
}

static guint
choose_columns (const IkrarAttendanceListOptions *options)
{
  if (options->public_version)
    return ALWAYS | BIT (IKRAR_ATTENDANCE_REMARK);
  return OFFICIAL | (options->times ? BIT (IKRAR_ATTENDANCE_CLOCK) : 0);
}

static void
set_blocks (IkrarAttendanceList *list)
{
  const IkrarOccasion *occasion = list->record.occasion;

  ikrar_signature_block_init (&list->head, occasion, occasion->head, TRUE);
  list->head.opening = g_strdup ("Mengetahui,");
  ikrar_signature_block_init (&list->officer, occasion, occasion->officer, TRUE);
  list->officer.opening = ikrar_occasion_make_place_date (occasion);
  g_clear_pointer (&list->officer.on_behalf, g_free);
  g_clear_pointer (&list->officer.office, g_free);
  list->officer.capacity = g_strdup ("Petugas daftar hadir,");
}

IkrarDocument *
ikrar_attendance_list_new_from_record (IkrarAttendanceRecord *record,
                                       const IkrarAttendanceListOptions *options)
{
  IkrarPaper paper = ikrar_occasion_choose_paper (record->occasion, options->paper);
  IkrarDocument *document = ikrar_document_new (&list_class, ikrar_paper_get_width (paper),
                                                ikrar_paper_get_height (paper));
  IkrarAttendanceList *list = (IkrarAttendanceList *) document;

  list->record = *record;
  list->options = *options;
  list->left = IKRAR_MM (MARGIN_LEFT);
  list->right = document->width - IKRAR_MM (MARGIN_RIGHT);
  ikrar_roster_table_init (
      &list->roster, document->type, options->public_version ? &public_look : &official_look,
      columns, G_N_ELEMENTS (columns), choose_columns (options), list->left, list->right);
  set_blocks (list);
  make_sheets (list);
  list->pages = g_array_new (FALSE, FALSE, sizeof (IkrarAttendancePage));
  for (guint i = 0; i < list->sheets->len; i++)
    add_pages (list, i);
  document->n_pages = list->pages->len;
  document->title = g_strdup_printf ("Daftar hadir %s", record->occasion->event->title);
  document->author = g_strdup (ikrar_occasion_get_agency (record->occasion));
  return document;
}

IkrarDocument *
ikrar_attendance_list_new (IkrarStore *store,
                           IkrarId event,
                           const IkrarAttendanceListOptions *options,
                           const IkrarProgress *progress,
                           GError **error)
{
  static const IkrarAttendanceListOptions usual = { 0 };
  IkrarAttendanceRecord record = { 0 };

  g_return_val_if_fail (store != NULL, NULL);

  if (options == NULL)
    options = &usual;
  record.occasion = ikrar_occasion_load (store, event, error);
  if (record.occasion != NULL)
    record.table = ikrar_participant_table_load (
        store, event, options->unit, FALSE, options->per_unit ? IKRAR_ORDER_UNIT : options->order,
        progress, error);
  if (record.table != NULL && !options->plain)
    record.signatures = ikrar_pledge_signatures (store, event, error);
  if (record.table == NULL || (!options->plain && record.signatures == NULL))
    {
      record_clear (&record);
      return NULL;
    }
  record.lines = ikrar_participant_lines (record.table);
  return ikrar_attendance_list_new_from_record (&record, options);
}
