/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/tally-workbook-private.h"

#include "core/unit-name.h"

/* Rows, from 0. */
#define ROW_HEAD 3
#define ROW_BASE 4
#define ROW_FIRST 5

/* A chart of more bars than this cannot be read. */
#define CHART_UNITS_MAX 40

#define STATE(name) (1u << IKRAR_ATTENDANCE_##name)

enum
{
  COLUMN_NUMBER,
  COLUMN_UNIT,
  COLUMN_INVITED,
  COLUMN_ON_SITE,
  COLUMN_ONLINE,
  COLUMN_REPRESENTED,
  COLUMN_EXCUSED,
  COLUMN_UNEXCUSED,
  COLUMN_UNRECORDED,
  COLUMN_RATE,
  COLUMN_RECITED,
  COLUMN_SIGNED,
  COLUMN_PLEDGE_RATE,
  COLUMN_CONTROL,
  N_COLUMNS,
};

/* The columns of states hold every state once, so that the control column is 0. */
static const struct
{
  const char *title;
  const char *base; /* shown below the title */
  double width;
  guint states;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "No", "", 5, 0 },
  [COLUMN_UNIT] = { "Perangkat daerah / unit kerja", "", 46, 0 },
  [COLUMN_INVITED] = { "Diundang", "dasar", 11, 0 },
  [COLUMN_ON_SITE] = { "Hadir luring", "", 11,
                       STATE (PRESENT) | STATE (LATE) | STATE (STANDING_IN) },
  [COLUMN_ONLINE] = { "Hadir daring", "", 11, STATE (ONLINE) },
  [COLUMN_REPRESENTED] = { "Diwakili", "", 11, STATE (REPRESENTED) },
  [COLUMN_EXCUSED] = { "Izin, sakit, DL, cuti, TB", "", 13,
                       STATE (EXCUSED) | STATE (SICK) | STATE (ON_DUTY) | STATE (ON_LEAVE) |
                           STATE (STUDY_LEAVE) },
  [COLUMN_UNEXCUSED] = { "Tanpa ket.", "", 11, STATE (UNEXCUSED) },
  [COLUMN_UNRECORDED] = { "Belum tercatat", "", 11, STATE (UNRECORDED) },
  [COLUMN_RATE] = { "Hadir (%)", "dari diundang", 12, 0 },
  [COLUMN_RECITED] = { "Berikrar", "tanpa tanda tangan", 12, 0 },
  [COLUMN_SIGNED] = { "Menandatangani", "", 15, 0 },
  [COLUMN_PLEDGE_RATE] = { "Ikrar (%)", "dari diundang", 12, 0 },
  [COLUMN_CONTROL] = { "Kontrol", "harus 0", 9, 0 },
};

/* Kinds of cells; each once plain, once in a watched row, once in the row of sums. */
typedef enum
{
  CELL_TEXT,
  CELL_COUNT,
  CELL_RATE,
  N_CELLS,
} Cell;

typedef enum
{
  ROW_PLAIN,
  ROW_WATCHED,
  ROW_SUM,
  N_ROWS,
} Row;

typedef struct
{
  IkrarWorkbookFile *workbook;
  lxw_worksheet *sheet;
  lxw_format *title;
  lxw_format *note;
  lxw_format *head;
  lxw_format *base;
  lxw_format *cells[N_ROWS][N_CELLS];
} Sheet;

static lxw_format *
make_cell_format (IkrarWorkbookFile *workbook, Row row, Cell cell)
{
  /* Room at the end of the number format: an indent is lost on some cells in LibreOffice. */
  static const char *const numbers[N_CELLS] = {
    [CELL_TEXT] = "@",
    [CELL_COUNT] = "#,##0_-_-;-#,##0_-_-;\"–\"_-_-",
    [CELL_RATE] = "0.0%_-_-",
  };
  lxw_format *format = ikrar_workbook_file_add_format (workbook);

  format_set_num_format (format, numbers[cell]);
  format_set_bottom (format, row == ROW_SUM ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  format_set_bottom_color (format, row == ROW_SUM ? LXW_COLOR_BLACK : IKRAR_WORKBOOK_RULE);
  if (row == ROW_SUM)
    {
      format_set_top (format, LXW_BORDER_MEDIUM);
      format_set_bg_color (format, IKRAR_WORKBOOK_TINT);
    }
  if (row == ROW_SUM || cell == CELL_RATE)
    format_set_bold (format);
  if (cell == CELL_TEXT)
    {
      format_set_text_wrap (format);
      format_set_indent (format, 1);
    }
  if (row == ROW_WATCHED)
    format_set_bg_color (format, 0xf4f4f4);
  if (row == ROW_WATCHED && cell == CELL_TEXT)
    {
      format_set_left (format, LXW_BORDER_THICK);
      format_set_left_color (format, IKRAR_WORKBOOK_ACCENT);
    }
  return format;
}

static void
make_formats (Sheet *sheet)
{
  sheet->title = ikrar_workbook_file_add_format (sheet->workbook);
  format_set_bold (sheet->title);
  format_set_font_size (sheet->title, 14);
  sheet->note = ikrar_workbook_file_add_format (sheet->workbook);
  format_set_font_color (sheet->note, IKRAR_WORKBOOK_GREY);
  format_set_font_size (sheet->note, 9);
  sheet->head = ikrar_workbook_file_add_head_format (sheet->workbook);
  sheet->base = ikrar_workbook_file_add_format (sheet->workbook);
  format_set_font_size (sheet->base, 8);
  format_set_font_color (sheet->base, IKRAR_WORKBOOK_GREY);
  format_set_bg_color (sheet->base, IKRAR_WORKBOOK_TINT);
  for (Row row = 0; row < N_ROWS; row++)
    for (Cell cell = 0; cell < N_CELLS; cell++)
      sheet->cells[row][cell] = make_cell_format (sheet->workbook, row, cell);
}

static void
write_text (Sheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  ikrar_workbook_file_note (sheet->workbook,
                            worksheet_write_string (sheet->sheet, row, column, text, format));
}

static void
write_count (Sheet *sheet, lxw_row_t row, lxw_col_t column, guint count, Row kind)
{
  ikrar_workbook_file_note (
      sheet->workbook,
      worksheet_write_number (sheet->sheet, row, column, count, sheet->cells[kind][CELL_COUNT]));
}

/* The value is kept beside the formula, for programs that show files without computing. */
static void
write_formula (Sheet *sheet,
               lxw_row_t row,
               lxw_col_t column,
               const char *formula,
               double value,
               lxw_format *format)
{
  ikrar_workbook_file_note (sheet->workbook, worksheet_write_formula_num (sheet->sheet, row, column,
                                                                          formula, format, value));
}

static void
write_opening (Sheet *sheet, const IkrarTallyRecord *record)
{
  const IkrarEvent *event = record->occasion->event;
  g_autofree char *days = ikrar_time_format_days (event->start_at, event->end_at, event->zone);
  g_autofree char *date = ikrar_time_format_date (record->now, event->zone);
  g_autofree char *clock = ikrar_time_format_clock (record->now, event->zone);
  g_autofree char *about = g_strdup_printf ("%s. %s. Keadaan data %s pukul %s %s.", event->title,
                                            days, date, clock, ikrar_zone_word (event->zone));

  write_text (sheet, 0, 0, "Rekapitulasi kehadiran dan ikrar menurut perangkat daerah",
              sheet->title);
  write_text (sheet, 1, 0, about, sheet->note);
  write_text (sheet, 2, 0,
              "Persen hadir = (luring + daring) : diundang. Persen ikrar = (berikrar + "
              "menandatangani) : diundang. Garis tepi: kelompok yang dipantau (tenaga kesehatan, "
              "kecamatan dan kelurahan). Kontrol = diundang dikurangi semua keadaan.",
              sheet->note);
}

static void
write_head (Sheet *sheet)
{
  worksheet_set_row (sheet->sheet, ROW_HEAD, 32, NULL);
  for (lxw_col_t i = 0; i < N_COLUMNS; i++)
    write_text (sheet, ROW_HEAD, i, columns[i].title, sheet->head);
  for (lxw_col_t i = 0; i < N_COLUMNS; i++)
    if (*columns[i].base != '\0')
      write_text (sheet, ROW_BASE, i, columns[i].base, sheet->base);
    else
      worksheet_write_blank (sheet->sheet, ROW_BASE, i, sheet->base);
}

static guint
count_states (const IkrarAttendanceCount *count, guint states)
{
  guint people = 0;

  for (guint i = 0; i < IKRAR_N_ATTENDANCES; i++)
    if (states & (1u << i))
      people += count->by_state[i];
  return people;
}

static guint
get_count (const IkrarTallyUnit *unit, guint column)
{
  switch (column)
    {
    case COLUMN_INVITED:
      return unit->count.invited;
    case COLUMN_RECITED:
      return unit->pledges[IKRAR_PLEDGE_RECITED];
    case COLUMN_SIGNED:
      return unit->pledges[IKRAR_PLEDGE_SIGNED];
    default:
      return count_states (&unit->count, columns[column].states);
    }
}

static double
get_rate (guint part, guint base)
{
  return base > 0 ? (double) part / base : 0;
}

/* The columns that are computed from others, in units' rows and in the row of sums alike. */
static void
write_computed (Sheet *sheet, lxw_row_t row, const IkrarTallyUnit *unit, Row kind)
{
  guint n = row + 1;
  g_autofree char *rate = g_strdup_printf ("=IF(C%u=0,0,(D%u+E%u)/C%u)", n, n, n, n);
  g_autofree char *pledges = g_strdup_printf ("=IF(C%u=0,0,(K%u+L%u)/C%u)", n, n, n, n);
  g_autofree char *control = g_strdup_printf ("=C%u-SUM(D%u:I%u)", n, n, n);
  guint present = get_count (unit, COLUMN_ON_SITE) + get_count (unit, COLUMN_ONLINE);
  guint pledged = get_count (unit, COLUMN_RECITED) + get_count (unit, COLUMN_SIGNED);

  write_formula (sheet, row, COLUMN_RATE, rate, get_rate (present, unit->count.invited),
                 sheet->cells[kind][CELL_RATE]);
  write_formula (sheet, row, COLUMN_PLEDGE_RATE, pledges, get_rate (pledged, unit->count.invited),
                 sheet->cells[kind][CELL_RATE]);
  write_formula (sheet, row, COLUMN_CONTROL, control, 0, sheet->cells[kind][CELL_COUNT]);
}

static gboolean
is_count (guint column)
{
  return column == COLUMN_INVITED || column == COLUMN_RECITED || column == COLUMN_SIGNED ||
         columns[column].states != 0;
}

static void
write_unit (Sheet *sheet, guint index, const IkrarTallyUnit *unit)
{
  gboolean watched = ikrar_unit_is_health (unit->name) || ikrar_unit_is_subdistrict (unit->name);
  Row kind = watched ? ROW_WATCHED : ROW_PLAIN;
  lxw_row_t row = ROW_FIRST + index;

  write_count (sheet, row, COLUMN_NUMBER, index + 1, ROW_PLAIN);
  write_text (sheet, row, COLUMN_UNIT, unit->name, sheet->cells[kind][CELL_TEXT]);
  for (guint i = COLUMN_INVITED; i < N_COLUMNS; i++)
    if (is_count (i))
      write_count (sheet, row, (lxw_col_t) i, get_count (unit, i), kind);
  write_computed (sheet, row, unit, kind);
}

static IkrarTallyUnit
sum_units (const GArray *units)
{
  IkrarTallyUnit sum = { .name = "JUMLAH" };

  for (guint i = 0; i < units->len; i++)
    {
      const IkrarTallyUnit *unit = &g_array_index (units, IkrarTallyUnit, i);

      for (guint j = 0; j < IKRAR_N_ATTENDANCES; j++)
        ikrar_attendance_count_add (&sum.count, j, unit->count.by_state[j]);
      for (guint j = 0; j < IKRAR_N_PLEDGE_STATES; j++)
        sum.pledges[j] += unit->pledges[j];
    }
  return sum;
}

static void
write_sums (Sheet *sheet, const GArray *units)
{
  IkrarTallyUnit sum = sum_units (units);
  lxw_row_t row = ROW_FIRST + units->len;

  worksheet_write_blank (sheet->sheet, row, COLUMN_NUMBER, sheet->cells[ROW_SUM][CELL_TEXT]);
  write_text (sheet, row, COLUMN_UNIT, sum.name, sheet->cells[ROW_SUM][CELL_TEXT]);
  for (guint i = COLUMN_INVITED; i < N_COLUMNS; i++)
    if (is_count (i))
      {
        char letter = (char) ('A' + i);
        g_autofree char *formula =
            units->len > 0 ? g_strdup_printf ("=SUM(%c%d:%c%u)", letter, ROW_FIRST + 1, letter, row)
                           : g_strdup ("=0");

        write_formula (sheet, row, (lxw_col_t) i, formula, get_count (&sum, i),
                       sheet->cells[ROW_SUM][CELL_COUNT]);
      }
  write_computed (sheet, row, &sum, ROW_SUM);
}

/* People counted by other offices are no names: they are said, and never added. */
static void
write_reported (Sheet *sheet, const IkrarTallyRecord *record, lxw_row_t row)
{
  const IkrarEvent *event = record->occasion->event;

  if (event->reported <= 0)
    return;
  write_text (sheet, row, COLUMN_UNIT, "Dilaporkan tanpa nama (tidak dijumlahkan)", sheet->note);
  ikrar_workbook_file_note (
      sheet->workbook, worksheet_write_number (sheet->sheet, row, COLUMN_INVITED, event->reported,
                                               sheet->cells[ROW_PLAIN][CELL_COUNT]));
}

static void
add_bars (Sheet *sheet, guint n_units)
{
  lxw_conditional_format bars = { .type = LXW_CONDITIONAL_DATA_BAR,
                                  .bar_color = 0xb9dadd,
                                  .bar_solid = LXW_TRUE,
                                  .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .min_value = 0,
                                  .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .max_value = 1 };

  if (n_units > 0)
    worksheet_conditional_format_range (sheet->sheet, ROW_FIRST, COLUMN_RATE,
                                        ROW_FIRST + n_units - 1, COLUMN_RATE, &bars);
}

static void
add_chart (Sheet *sheet, guint n_units)
{
  static const lxw_color_t colors[] = {
    0x0b5a6b, 0x74b3b9, 0x62a0ea, 0xc4c4c4, 0x8a8a8a, 0xe6e6e6
  };
  lxw_row_t last = ROW_FIRST + n_units - 1;
  lxw_chart_options options = { .x_scale = 1.7, .y_scale = 0.6 + n_units / 15.0 };
  lxw_chart *chart;

  if (n_units == 0 || n_units > CHART_UNITS_MAX)
    return;
  chart = workbook_add_chart (sheet->workbook->book, LXW_CHART_BAR_STACKED_PERCENT);
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      lxw_col_t column = (lxw_col_t) (COLUMN_ON_SITE + i);
      lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
      lxw_chart_fill fill = { .color = colors[i] };

      chart_series_set_categories (series, "Rekap OPD", ROW_FIRST, COLUMN_UNIT, last, COLUMN_UNIT);
      chart_series_set_values (series, "Rekap OPD", ROW_FIRST, column, last, column);
      chart_series_set_name (series, columns[column].title);
      chart_series_set_fill (series, &fill);
    }
  chart_title_set_name (chart, "Keadaan peserta yang diundang (persen dari diundang)");
  chart_axis_set_reverse (chart->y_axis);
  chart_set_series_gap (chart, 45);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (sheet->sheet, last + 4, COLUMN_INVITED, chart, &options);
}

void
ikrar_tally_add_units_sheet (IkrarWorkbookFile *workbook, const IkrarTallyRecord *record)
{
  g_autoptr (GArray) units = ikrar_tally_record_count (record);
  Sheet sheet = { .workbook = workbook,
                  .sheet = workbook_add_worksheet (workbook->book, "Rekap OPD") };

  make_formats (&sheet);
  for (lxw_col_t i = 0; i < N_COLUMNS; i++)
    worksheet_set_column (sheet.sheet, i, i, columns[i].width, NULL);
  worksheet_freeze_panes (sheet.sheet, ROW_FIRST, COLUMN_INVITED);
  worksheet_autofilter (sheet.sheet, ROW_BASE, COLUMN_UNIT, ROW_BASE + MAX (1, units->len),
                        N_COLUMNS - 1);
  ikrar_workbook_file_set_print (
      sheet.sheet, ikrar_occasion_choose_paper (record->occasion, IKRAR_PAPER_OFFICE), ROW_FIRST);
  write_opening (&sheet, record);
  write_head (&sheet);
  for (guint i = 0; i < units->len; i++)
    write_unit (&sheet, i, &g_array_index (units, IkrarTallyUnit, i));
  write_sums (&sheet, units);
  write_reported (&sheet, record, ROW_FIRST + units->len + 1);
  add_bars (&sheet, units->len);
  add_chart (&sheet, units->len);
}
