/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/attendance-list-private.h"

#include "core/number-word.h"

/* Millimetres. */
#define NOTE_BASELINE 4.2
#define HEADING_BELOW_NOTE 6.4
#define BOXES_BELOW_HEADING 1.9
#define BOX_HEAD 6
#define BOX_VALUE 8
#define RATE_BELOW_BOXES 4.4
#define BLOCKS_BELOW_RATE 13
#define BLOCK_WIDTH 82

static const IkrarTextStyle count_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 9 };
static const IkrarTextStyle note_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                           .size = 8.2,
                                           .italic = TRUE };
static const IkrarTextStyle heading_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                              .weight = IKRAR_WEIGHT_BOLD,
                                              .size = 9.5 };
static const IkrarTextStyle box_head_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 8 };
static const IkrarTextStyle box_sum_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                              .weight = IKRAR_WEIGHT_BOLD,
                                              .size = 8 };
static const IkrarTextStyle box_value_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 11 };
static const IkrarTextStyle box_total_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                                .weight = IKRAR_WEIGHT_BOLD,
                                                .size = 11 };

static const IkrarFit box_head_fit = { { { 1, 1, 0.9 }, { 2, 0.9, 0.6 } }, 1.1, TRUE };
static const IkrarFit box_value_fit = { { { 1, 1, 0.6 } }, 1.1 };

static const IkrarSignatureLook block_look = { .typeface = IKRAR_TYPEFACE_LIST,
                                               .size = 10.5,
                                               .leading = 1.2,
                                               .width = BLOCK_WIDTH,
                                               .align = IKRAR_ALIGN_CENTER,
                                               .underlined = TRUE };

#define STATE(name) (1u << IKRAR_ATTENDANCE_##name)

/* The boxes of the recapitulation: together they hold every state once. */
typedef struct
{
  const char *title;
  guint states;
  gboolean always; /* also when nobody is in it */
} Box;

static const Box official_boxes[] = {
  { "Hadir", STATE (PRESENT), TRUE },
  { "Terlambat", STATE (LATE), FALSE },
  { "Daring", STATE (ONLINE), FALSE },
  { "Mewakili", STATE (STANDING_IN), FALSE },
  { "Diwakili", STATE (REPRESENTED), FALSE },
  { "Izin", STATE (EXCUSED), TRUE },
  { "Sakit", STATE (SICK), TRUE },
  { "Dinas luar", STATE (ON_DUTY), FALSE },
  { "Cuti", STATE (ON_LEAVE), FALSE },
  { "Tugas belajar", STATE (STUDY_LEAVE), FALSE },
  { "Tanpa ket.", STATE (UNEXCUSED), TRUE },
  { "Belum tercatat", STATE (UNRECORDED), TRUE },
};

#define PRESENT_STATES (STATE (PRESENT) | STATE (LATE) | STATE (ONLINE) | STATE (STANDING_IN))

static const Box public_boxes[] = {
  { "Hadir", PRESENT_STATES, TRUE },
  { "Tidak hadir", ~(PRESENT_STATES | STATE (UNRECORDED)), TRUE },
  { "Belum tercatat", STATE (UNRECORDED), TRUE },
};

static guint
count_states (const IkrarAttendanceCount *count, guint states)
{
  guint people = 0;

  for (guint i = 0; i < IKRAR_N_ATTENDANCES; i++)
    if (states & (1u << i))
      people += count->by_state[i];
  return people;
}

static void
draw_box (IkrarAttendanceList *list,
          cairo_t *cr,
          double x,
          double y,
          double width,
          const char *title,
          guint people,
          gboolean total)
{
  IkrarTypesetter *type = list->base.type;
  g_autofree char *value = people > 0 ? ikrar_number_thousands (people) : g_strdup ("–");
  g_autoptr (IkrarTextBlock) head = ikrar_text_block_new (type);
  double center = x + width / 2, room = width - IKRAR_MM (1), capital;

  ikrar_text_block_add (head, total ? &box_sum_style : &box_head_style, title);
  ikrar_text_block_fit (head, &box_head_fit, room, 0);
  ikrar_text_block_draw_middle (head, cr, IKRAR_ALIGN_CENTER, center, y + IKRAR_MM (BOX_HEAD) / 2);
  ikrar_text_get_metrics (type, &box_value_style, NULL, NULL, &capital);
  ikrar_text_fit_draw (
      type, cr, total ? &box_total_style : &box_value_style, &box_value_fit, IKRAR_ALIGN_CENTER,
      center, y + IKRAR_MM (BOX_HEAD) + (IKRAR_MM (BOX_VALUE) + capital) / 2, room, 0, value);
  if (x > list->left)
    ikrar_ink_line (cr, &ikrar_ink_rule, IKRAR_LINE_COLUMN, x, y, x,
                    y + IKRAR_MM (BOX_HEAD + BOX_VALUE));
}

/* Every box is drawn, or every box in which somebody is; the last one is the sum. */
static void
draw_boxes (IkrarAttendanceList *list, cairo_t *cr, const IkrarAttendanceCount *count, double y)
{
  gboolean official = !list->options.public_version;
  const Box *boxes = official ? official_boxes : public_boxes;
  guint n_boxes = official ? G_N_ELEMENTS (official_boxes) : G_N_ELEMENTS (public_boxes);
  double width = list->right - list->left, x = list->left, head = IKRAR_MM (BOX_HEAD), each;
  guint n_shown = 1;

  for (guint i = 0; i < n_boxes; i++)
    n_shown += boxes[i].always || count_states (count, boxes[i].states) > 0;
  each = width / n_shown;
  ikrar_ink_box (cr, &ikrar_ink_head, x, y, width, head);
  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].always || count_states (count, boxes[i].states) > 0)
      {
        draw_box (list, cr, x, y, each, boxes[i].title, count_states (count, boxes[i].states),
                  FALSE);
        x += each;
      }
  draw_box (list, cr, x, y, each, "Diundang", count->invited, TRUE);
  ikrar_ink_line (cr, &ikrar_ink_black, IKRAR_LINE_COLUMN, list->left, y + head, list->right,
                  y + head);
  cairo_set_line_width (cr, IKRAR_MM (IKRAR_LINE_FRAME));
  cairo_rectangle (cr, list->left, y, width, head + IKRAR_MM (BOX_VALUE));
  cairo_stroke (cr);
}

static char *
make_note (const IkrarAttendanceList *list, const IkrarAttendanceSheet *sheet)
{
  if (sheet->n_lines == 0)
    return g_strdup ("Belum ada peserta pada daftar ini.");
  if (list->options.public_version)
    return g_strdup ("Versi publik: tanpa nomor induk, golongan, dan alasan ketidakhadiran.");
  return g_strdup_printf (
      "Nomor %u s.d. %u: peserta tambahan yang tidak tercantum dalam undangan, ditulis tangan.",
      sheet->n_lines + 1, sheet->n_rows);
}

static char *
make_rate (const IkrarAttendanceCount *count)
{
  g_autofree char *present = NULL, *invited = NULL, *percent = NULL;

  if (count->invited == 0)
    return g_strdup ("Belum ada yang diundang.");
  present = ikrar_number_thousands (count_states (count, PRESENT_STATES));
  invited = ikrar_number_thousands (count->invited);
  percent = ikrar_number_percent (ikrar_attendance_count_rate (count));
  return g_strdup_printf ("Kehadiran %s dari %s yang diundang = %s (dasar: diundang).", present,
                          invited, percent);
}

/* Both blocks' names stand on one line, whichever has more above it. Returns the last baseline. */
static double
run_blocks (IkrarAttendanceList *list, cairo_t *cr, double y)
{
  IkrarTypesetter *type = list->base.type;
  double head = MAX (ikrar_signature_block_get_head (&list->head, &block_look, type),
                     ikrar_signature_block_get_head (&list->officer, &block_look, type));
  double foot = MAX (ikrar_signature_block_get_foot (&list->head, &block_look),
                     ikrar_signature_block_get_foot (&list->officer, &block_look));
  double name = y + head + IKRAR_MM (IKRAR_SIGNATURE_ROOM);
  double quarter = (list->right - list->left) / 4;

  if (cr != NULL)
    {
      ikrar_signature_block_draw (&list->head, &block_look, type, cr, list->left + quarter, y,
                                  name);
      ikrar_signature_block_draw (&list->officer, &block_look, type, cr, list->right - quarter, y,
                                  name);
    }
  return name + foot;
}

double
ikrar_attendance_list_draw_closing (IkrarAttendanceList *list,
                                    cairo_t *cr,
                                    const IkrarAttendanceSheet *sheet,
                                    double y)
{
  double top = y, boxes;

  y += IKRAR_MM (NOTE_BASELINE + HEADING_BELOW_NOTE);
  boxes = y + IKRAR_MM (BOXES_BELOW_HEADING);
  if (cr != NULL)
    {
      g_autofree char *note = make_note (list, sheet), *rate = make_rate (&sheet->count);

      ikrar_text_draw (list->base.type, cr, &note_style, IKRAR_ALIGN_LEFT, list->left,
                       top + IKRAR_MM (NOTE_BASELINE), note);
      ikrar_text_draw (list->base.type, cr, &heading_style, IKRAR_ALIGN_LEFT, list->left, y,
                       "Rekapitulasi");
      draw_boxes (list, cr, &sheet->count, boxes);
      ikrar_text_draw (list->base.type, cr, &count_style, IKRAR_ALIGN_LEFT, list->left,
                       boxes + IKRAR_MM (BOX_HEAD + BOX_VALUE + RATE_BELOW_BOXES), rate);
    }
  y = boxes + IKRAR_MM (BOX_HEAD + BOX_VALUE + RATE_BELOW_BOXES);
  if (!list->options.public_version)
    y = run_blocks (list, cr, y + IKRAR_MM (BLOCKS_BELOW_RATE));
  return y - top;
}
