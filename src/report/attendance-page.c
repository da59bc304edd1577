/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/attendance-list-private.h"
#include "report/letterhead-private.h"
#include "report/participant-lines-private.h"

/* Millimetres. */
#define TOP 11
#define TOP_LATER 13.7
#define SUBTOTAL_BELOW 4.2
#define SUBTOTAL_ROOM 6.6

/* Below the letterhead. */
#define TITLE_BASELINE 8.5
#define EVENT_BELOW_TITLE 5.3
#define FACTS_BELOW_EVENT 7.4
#define FACTS_STEP 4.95
#define TABLE_BELOW_FACTS 3.9

/* The facts stand in two columns: label, colon, value. */
#define COLON_INDENT 24.6
#define VALUE_INDENT 26.8
#define SECOND_COLUMN 98
#define COLUMN_GAP 3

static const IkrarTextStyle title_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .weight = IKRAR_WEIGHT_BOLD,
                                            .size = 14.5,
                                            .tracking = 0.03 };
static const IkrarTextStyle event_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .weight = IKRAR_WEIGHT_BOLD,
                                            .size = 11.5 };
static const IkrarTextStyle fact_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 9.5 };
static const IkrarTextStyle name_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 9 };
static const IkrarTextStyle below_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .size = 6.5,
                                            .italic = TRUE,
                                            .ink = &ikrar_ink_small };
static const IkrarTextStyle digits_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                             .size = 8.2,
                                             .tabular = TRUE };
static const IkrarTextStyle unit_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 8.4 };
static const IkrarTextStyle subtotal_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 8.2 };
static const IkrarTextStyle running_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                              .weight = IKRAR_WEIGHT_BOLD,
                                              .size = 8.2 };
static const IkrarFit event_fit = { { { 2, 1, 0.9 }, { 3, 0.95, 0.75 } }, 1.2, TRUE };
static const IkrarFit fact_fit = { { { 1, 1, 0.92 }, { 2, 1, 0.8 }, { 3, 0.9, 0.7 } }, 1.2 };
static const IkrarFit name_fit = { { { 1, 1, 0.94 }, { 2, 1, 0.8 }, { 3, 0.82, 0.61 } }, 1.13 };
static const IkrarFit unit_fit = { { { 1, 1, 0.94 }, { 2, 1, 0.85 }, { 3, 0.88, 0.65 } }, 1.13 };
static const IkrarFit one_line_fit = { { { 1, 1, 0.6 } }, 1.1 };

double
ikrar_attendance_list_get_top (const IkrarAttendanceList *list)
{
  return IKRAR_MM (TOP_LATER);
}

double
ikrar_attendance_list_get_bottom (const IkrarAttendanceList *list)
{
  return list->base.height - IKRAR_MM (IKRAR_FOOTER_BAND_HEIGHT + SUBTOTAL_ROOM);
}

/* A fact of the event: label, colon, value. Draws it if @cr is set; returns its height. */
static double
run_fact (IkrarAttendanceList *list,
          cairo_t *cr,
          gboolean second,
          double y,
          const char *label,
          const char *value)
{
  g_autoptr (IkrarTextBlock) block = NULL;
  double x = list->left + (second ? IKRAR_MM (SECOND_COLUMN) : 0);
  double colon = x + IKRAR_MM (COLON_INDENT);
  double left = x + IKRAR_MM (VALUE_INDENT);
  double right = second ? list->right : list->left + IKRAR_MM (SECOND_COLUMN - COLUMN_GAP);
  guint n_lines;

  if (value == NULL || *value == '\0')
    return 0;
  block = ikrar_text_block_new (list->base.type);
  ikrar_text_block_add (block, &fact_style, value);
  ikrar_text_block_fit (block, &fact_fit, right - left, 0);
  n_lines = ikrar_text_block_get_lines (block);
  if (cr != NULL)
    {
      ikrar_text_draw (list->base.type, cr, &fact_style, IKRAR_ALIGN_LEFT, x, y, label);
      ikrar_text_draw (list->base.type, cr, &fact_style, IKRAR_ALIGN_LEFT, colon, y, ":");
      ikrar_text_block_draw (block, cr, IKRAR_ALIGN_LEFT, left, y);
    }
  return IKRAR_MM (FACTS_STEP) + (n_lines - 1) * ikrar_text_block_get_leading (block);
}

static char *
join_speakers (const IkrarOccasion *occasion)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < occasion->roles->len; i++)
    {
      const IkrarEventRole *role = g_ptr_array_index (occasion->roles, i);

      if (role->kind == IKRAR_ROLE_SPEAKER)
        g_ptr_array_add (names, *role->represented_by != '\0' ? role->represented_by
                                : *role->name != '\0'         ? role->name
                                                              : role->institution);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

/* Returns where the facts end. */
static double
run_facts (IkrarAttendanceList *list, cairo_t *cr, const IkrarAttendanceSheet *sheet, double y)
{
  const IkrarOccasion *occasion = list->record.occasion;
  const IkrarEvent *event = occasion->event;
  g_autofree char *days = ikrar_time_format_days (event->start_at, event->end_at, event->zone);
  g_autofree char *hours = ikrar_time_format_hours (event->start_at, event->end_at, event->zone);
  g_autofree char *speakers = join_speakers (occasion);
  double left = y, right = y;

  left += run_fact (list, cr, FALSE, left, "Hari, tanggal", days);
  left += run_fact (list, cr, FALSE, left, "Waktu", hours);
  left += run_fact (list, cr, FALSE, left, "Tempat", event->place);
  right += run_fact (list, cr, TRUE, right, "Unit kerja", sheet->unit);
  right += run_fact (list, cr, TRUE, right, "Narasumber", speakers);
  right += run_fact (list, cr, TRUE, right, "Penyelenggara", event->organizer);
  return MAX (left, right) - IKRAR_MM (FACTS_STEP);
}

double
ikrar_attendance_list_draw_opening (IkrarAttendanceList *list,
                                    cairo_t *cr,
                                    const IkrarAttendanceSheet *sheet)
{
  const IkrarOccasion *occasion = list->record.occasion;
  IkrarTypesetter *type = list->base.type;
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (type);
  g_autofree char *event = g_utf8_strup (occasion->event->title, -1);
  double center = list->base.width / 2, y = IKRAR_MM (TOP);

  y += ikrar_letterhead_draw (type, cr, occasion, list->left, list->right, y);
  y += IKRAR_MM (TITLE_BASELINE);
  if (cr != NULL)
    ikrar_text_draw (type, cr, &title_style, IKRAR_ALIGN_CENTER, center, y, "DAFTAR HADIR");
  y += IKRAR_MM (EVENT_BELOW_TITLE);
  ikrar_text_block_add (block, &event_style, event);
  ikrar_text_block_fit (block, &event_fit, list->right - list->left, 0);
  if (cr != NULL)
    ikrar_text_block_draw (block, cr, IKRAR_ALIGN_CENTER, center, y);
  y += ikrar_text_block_get_height (block) - ikrar_text_block_get_leading (block);
  y += IKRAR_MM (FACTS_BELOW_EVENT);
  return run_facts (list, cr, sheet, y) + IKRAR_MM (TABLE_BELOW_FACTS);
}

static char *
make_remark (const IkrarParticipantLine *line)
{
  if (line->state == IKRAR_ATTENDANCE_STANDING_IN && *line->stand_in != '\0')
    return g_strdup_printf ("mewakili %s", line->stand_in);
  if (line->state == IKRAR_ATTENDANCE_REPRESENTED && *line->stand_in != '\0')
    return g_strdup_printf ("diwakili %s", line->stand_in);
  if (*line->kind != '\0' && g_strcmp0 (line->kind, "peserta") != 0)
    return g_strdup (ikrar_vocabulary_official (IKRAR_VOCABULARY_PARTICIPANT_KIND, line->kind));
  return NULL;
}

static void
draw_name (IkrarAttendanceList *list, cairo_t *cr, double y, const IkrarParticipantLine *line)
{
  g_autofree char *name = ikrar_participant_line_tie_name (line);
  g_autofree char *remark = list->options.public_version ? NULL : make_remark (line);

  if (remark != NULL)
    ikrar_roster_table_draw_pair (&list->roster, cr, IKRAR_ATTENDANCE_NAME, y, &name_style,
                                  &name_fit, name, &below_style, remark);
  else
    ikrar_roster_table_draw_cell (&list->roster, cr, IKRAR_ATTENDANCE_NAME, y, &name_style,
                                  &name_fit, name);
}

/* What stands where somebody would have signed. */
static const char *
make_word (const IkrarParticipantLine *line)
{
  switch (ikrar_attendance_group (line->state))
    {
    case IKRAR_ATTENDANCE_GROUP_UNRECORDED:
      return NULL;
    case IKRAR_ATTENDANCE_GROUP_PRESENT:
      return line->state == IKRAR_ATTENDANCE_ONLINE ? ikrar_attendance_word (line->state) : NULL;
    default:
      return ikrar_attendance_word (line->state);
    }
}

static void
draw_signature (IkrarAttendanceList *list,
                cairo_t *cr,
                double y,
                guint row,
                const IkrarParticipantLine *line)
{
  const char *signature = NULL;

  if (line != NULL && list->record.signatures != NULL && ikrar_attendance_is_present (line->state))
    signature = g_hash_table_lookup (list->record.signatures, &line->id);
  ikrar_roster_table_draw_signature (&list->roster, cr, y, row + 1, signature,
                                     line != NULL && signature == NULL ? make_word (line) : NULL);
}

static void
draw_line (IkrarAttendanceList *list, cairo_t *cr, double y, const IkrarParticipantLine *line)
{
  const IkrarRosterTable *roster = &list->roster;
  gboolean present = ikrar_attendance_is_present (line->state);
  g_autofree char *number = ikrar_number_format (line->employee_number);
  g_autofree char *clock =
      present && line->state_at != 0
          ? ikrar_time_format_clock (line->state_at, list->record.occasion->event->zone)
          : NULL;

  draw_name (list, cr, y, line);
  ikrar_roster_table_draw_cell (roster, cr, IKRAR_ATTENDANCE_EMPLOYEE, y, &digits_style,
                                &one_line_fit, *number != '\0' ? number : "–");
  ikrar_roster_table_draw_cell (roster, cr, IKRAR_ATTENDANCE_GRADE, y, &unit_style, &one_line_fit,
                                ikrar_grade_text (line->grade));
  ikrar_roster_table_draw_cell (roster, cr, IKRAR_ATTENDANCE_UNIT, y, &unit_style, &unit_fit,
                                line->unit);
  ikrar_roster_table_draw_cell (roster, cr, IKRAR_ATTENDANCE_CLOCK, y, &digits_style, &one_line_fit,
                                clock);
  ikrar_roster_table_draw_cell (roster, cr, IKRAR_ATTENDANCE_REMARK, y, &unit_style, &one_line_fit,
                                present ? "Hadir" : "–");
}

static void
draw_row (IkrarAttendanceList *list,
          cairo_t *cr,
          const IkrarAttendanceSheet *sheet,
          guint row,
          double y)
{
  const IkrarParticipantLine *line = ikrar_attendance_list_get_line (list, sheet, row);
  g_autofree char *number = g_strdup_printf ("%u", row + 1);

  ikrar_roster_table_draw_cell (&list->roster, cr, IKRAR_ATTENDANCE_NUMBER, y, &name_style,
                                &one_line_fit, number);
  if (line != NULL)
    draw_line (list, cr, y, line);
  if (list->roster.look->zigzag)
    draw_signature (list, cr, y, row, line);
}

static void
draw_subtotal (IkrarAttendanceList *list,
               cairo_t *cr,
               const IkrarAttendanceSheet *sheet,
               const IkrarAttendancePage *page,
               double y)
{
  IkrarAttendanceCount count = { 0 };
  g_autofree char *here = NULL, *so_far = NULL;
  guint present, unrecorded;

  for (guint i = page->first_row; i < page->first_row + page->n_rows; i++)
    {
      const IkrarParticipantLine *line = ikrar_attendance_list_get_line (list, sheet, i);

      if (line != NULL)
        ikrar_attendance_count_add (&count, line->state, 1);
    }
  present = ikrar_attendance_count_group (&count, IKRAR_ATTENDANCE_GROUP_PRESENT);
  unrecorded = count.by_state[IKRAR_ATTENDANCE_UNRECORDED];
  here = g_strdup_printf ("Halaman ini %u nama: hadir %u, tidak hadir %u, belum tercatat %u.",
                          count.invited, present, count.invited - present - unrecorded, unrecorded);
  so_far =
      g_strdup_printf ("Sampai halaman ini: %u hadir dari %u nama", page->present_before + present,
                       MIN (page->first_row + page->n_rows, sheet->n_lines));
  ikrar_text_draw (list->base.type, cr, &subtotal_style, IKRAR_ALIGN_LEFT, list->left, y, here);
  ikrar_text_draw (list->base.type, cr, &running_style, IKRAR_ALIGN_RIGHT, list->right, y, so_far);
}

void
ikrar_attendance_list_draw (IkrarDocument *document, guint index, cairo_t *cr)
{
  IkrarAttendanceList *list = (IkrarAttendanceList *) document;
  const IkrarAttendancePage *page = &g_array_index (list->pages, IkrarAttendancePage, index);
  const IkrarAttendanceSheet *sheet = ikrar_attendance_list_get_sheet (list, page->sheet);
  double row = ikrar_roster_table_get_row (&list->roster);
  guint own = index - sheet->first_page,
        n_rows = MIN (page->n_rows, sheet->n_rows - page->first_row);
  double y = own == 0 ? ikrar_attendance_list_draw_opening (list, cr, sheet)
                      : ikrar_attendance_list_get_top (list);

  ikrar_roster_table_draw_grid (&list->roster, cr, y, n_rows);
  y += ikrar_roster_table_get_head (&list->roster);
  for (guint i = 0; i < n_rows; i++, y += row)
    draw_row (list, cr, sheet, page->first_row + i, y);
  if (own + 1 == sheet->n_pages)
    ikrar_attendance_list_draw_closing (list, cr, sheet, y);
  else
    draw_subtotal (list, cr, sheet, page, y + IKRAR_MM (SUBTOTAL_BELOW));
  ikrar_footer_band_draw (sheet->band, document->type, cr, list->left, list->right,
                          document->height, own, sheet->n_pages);
}
