/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/participant-lines-private.h"
#include "report/pledge-sheet-private.h"
#include "report/roster-paging-private.h"

#include "core/number-word.h"

/* Millimetres. */
#define TITLE 19
#define SUBTITLE 25.2
#define TOP 30
#define TOP_LATER 13.7
#define BOTTOM 25 /* above the lower edge: the lowest a row may reach */
#define COUNT_BELOW 4.4
#define NOTE_BELOW 8.6
#define CLOSING_HEIGHT 10

/* A page holds at least so many people with the closing line below them. */
#define PEOPLE_KEPT 2

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_PUBLIC_NAME, /* instead of it, without numbers */
  COLUMN_POSITION,
  COLUMN_UNIT,
  COLUMN_SIGNATURE,
};

static const IkrarRosterColumn columns[] = {
  [COLUMN_NUMBER] = { "No", 9, 0, IKRAR_ALIGN_RIGHT },
  [COLUMN_NAME] = { "Nama, NIP / NI PPPK", 59, 1, IKRAR_ALIGN_LEFT },
  [COLUMN_PUBLIC_NAME] = { "Nama", 59, 1, IKRAR_ALIGN_LEFT },
  [COLUMN_POSITION] = { "Jabatan", 33, 1, IKRAR_ALIGN_LEFT },
  [COLUMN_UNIT] = { "Unit kerja", 32, 1, IKRAR_ALIGN_LEFT },
  [COLUMN_SIGNATURE] = { "Tanda tangan", 37, 0, IKRAR_ALIGN_CENTER },
};

static const IkrarRosterLook look = { .typeface = IKRAR_TYPEFACE_BOOK,
                                      .head_size = 8.5,
                                      .head_height = 8,
                                      .row_height = 10,
                                      .zigzag = TRUE };

static const IkrarTextStyle title_style = { .typeface = IKRAR_TYPEFACE_BOOK,
                                            .weight = IKRAR_WEIGHT_BOLD,
                                            .size = 12 };
static const IkrarTextStyle subtitle_style = { .typeface = IKRAR_TYPEFACE_BOOK, .size = 10 };
static const IkrarTextStyle name_style = { .typeface = IKRAR_TYPEFACE_BOOK, .size = 8.5 };
static const IkrarTextStyle number_style = { .typeface = IKRAR_TYPEFACE_BOOK,
                                             .size = 7.5,
                                             .tabular = TRUE };
static const IkrarTextStyle cell_style = { .typeface = IKRAR_TYPEFACE_BOOK, .size = 8 };
static const IkrarTextStyle count_style = { .typeface = IKRAR_TYPEFACE_BOOK, .size = 9 };
static const IkrarTextStyle note_style = { .typeface = IKRAR_TYPEFACE_BOOK,
                                           .size = 8,
                                           .ink = &ikrar_ink_small };

static const IkrarFit name_fit = { { { 1, 1, 0.9 }, { 2, 0.95, 0.78 }, { 3, 0.8, 0.6 } }, 1.1 };
static const IkrarFit cell_fit = { { { 1, 1, 0.94 }, { 2, 1, 0.8 }, { 3, 0.85, 0.62 } }, 1.17 };
static const IkrarFit one_line_fit = { { { 1, 1, 0.6 } }, 1.1 };

static gboolean
is_on_annex (IkrarPledgeAnnex annex, const IkrarParticipantLine *line)
{
  gboolean pledged = line->pledge != IKRAR_PLEDGE_NONE;

  switch (annex)
    {
    case IKRAR_PLEDGE_ANNEX_PRESENT:
      return pledged || ikrar_attendance_is_present (line->state);
    case IKRAR_PLEDGE_ANNEX_PLEDGED:
      return pledged;
    case IKRAR_PLEDGE_ANNEX_INVITED:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
choose_people (IkrarPledgeSheet *sheet, IkrarPledgeAnnex annex)
{
  for (guint i = 0; i < sheet->record.lines->len; i++)
    {
      IkrarParticipantLine *line = g_ptr_array_index (sheet->record.lines, i);

      if (is_on_annex (annex, line))
        g_ptr_array_add (sheet->people, line);
    }
}

static const char *
find_signature (const IkrarPledgeSheet *sheet, const IkrarParticipantLine *line)
{
  const char *signature = sheet->record.signatures != NULL
                              ? g_hash_table_lookup (sheet->record.signatures, &line->id)
                              : NULL;

  return signature != NULL && *signature != '\0' ? signature : NULL;
}

static void
count_people (IkrarPledgeSheet *sheet)
{
  for (guint i = 0; i < sheet->people->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (sheet->people, i);

      sheet->n_signed += line->pledge == IKRAR_PLEDGE_SIGNED;
      sheet->has_strokes = sheet->has_strokes || find_signature (sheet, line) != NULL;
    }
}

static guint
choose_columns (const IkrarPledgeSheetOptions *options)
{
  guint all = (1u << G_N_ELEMENTS (columns)) - 1;

  return all & ~(1u << (options->public_version ? COLUMN_NAME : COLUMN_PUBLIC_NAME));
}

void
ikrar_pledge_sheet_make_annex (IkrarPledgeSheet *sheet)
{
  double row = IKRAR_MM (look.row_height), closing = IKRAR_MM (CLOSING_HEIGHT);
  double bottom = sheet->base.height - IKRAR_MM (BOTTOM) - IKRAR_MM (look.head_height);
  double first = bottom - IKRAR_MM (TOP), later = bottom - IKRAR_MM (TOP_LATER);
  const IkrarRosterRoom room = { ikrar_roster_room_rows (first, row),
                                 ikrar_roster_room_rows (later, row),
                                 ikrar_roster_room_rows (first - closing, row),
                                 ikrar_roster_room_rows (later - closing, row) };

  sheet->people = g_ptr_array_new ();
  choose_people (sheet, sheet->options.annex);
  if (sheet->people->len == 0 && sheet->options.annex == IKRAR_PLEDGE_ANNEX_PRESENT)
    choose_people (sheet, IKRAR_PLEDGE_ANNEX_INVITED);
  count_people (sheet);
  ikrar_roster_table_init (&sheet->roster, sheet->base.type, &look, columns, G_N_ELEMENTS (columns),
                           choose_columns (&sheet->options), sheet->left, sheet->right);
  sheet->rows = sheet->options.annex != IKRAR_PLEDGE_ANNEX_NONE
                    ? ikrar_roster_paging (&room, sheet->people->len, PEOPLE_KEPT)
                    : g_array_new (FALSE, FALSE, sizeof (guint));
}

static const char *
make_word (const IkrarPledgeSheet *sheet, const IkrarParticipantLine *line)
{
  if (line->pledge == IKRAR_PLEDGE_RECITED)
    return "Berikrar";
  return sheet->options.public_version && line->pledge == IKRAR_PLEDGE_SIGNED ? "Menandatangani"
                                                                              : NULL;
}

static void
draw_person (IkrarPledgeSheet *sheet, cairo_t *cr, double y, const IkrarParticipantLine *line)
{
  const IkrarRosterTable *roster = &sheet->roster;
  g_autofree char *name = ikrar_participant_line_tie_name (line);
  g_autofree char *number = ikrar_number_format (line->employee_number);

  if (sheet->options.public_version)
    ikrar_roster_table_draw_cell (roster, cr, COLUMN_PUBLIC_NAME, y, &name_style, &name_fit, name);
  else if (*number != '\0')
    ikrar_roster_table_draw_pair (roster, cr, COLUMN_NAME, y, &name_style, &name_fit, name,
                                  &number_style, number);
  else
    ikrar_roster_table_draw_cell (roster, cr, COLUMN_NAME, y, &name_style, &name_fit, name);
  ikrar_roster_table_draw_cell (roster, cr, COLUMN_POSITION, y, &cell_style, &cell_fit,
                                line->position);
  ikrar_roster_table_draw_cell (roster, cr, COLUMN_UNIT, y, &cell_style, &cell_fit, line->unit);
}

static void
draw_row (IkrarPledgeSheet *sheet, cairo_t *cr, guint row, double y)
{
  const IkrarParticipantLine *line =
      row < sheet->people->len ? g_ptr_array_index (sheet->people, row) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  const char *word = line != NULL ? make_word (sheet, line) : NULL;

  ikrar_roster_table_draw_cell (&sheet->roster, cr, COLUMN_NUMBER, y, &cell_style, &one_line_fit,
                                number);
  if (line != NULL)
    draw_person (sheet, cr, y, line);
  ikrar_roster_table_draw_signature (
      &sheet->roster, cr, y, row + 1,
      line != NULL && word == NULL ? find_signature (sheet, line) : NULL, word);
}

static double
draw_opening (IkrarPledgeSheet *sheet, cairo_t *cr)
{
  const IkrarEvent *event = sheet->record.occasion->event;
  g_autofree char *days = ikrar_time_format_days (event->start_at, event->end_at, event->zone);
  g_autofree char *subtitle = g_strdup_printf ("Daftar penandatangan, %s", days);
  double center = sheet->base.width / 2;

  ikrar_text_draw (sheet->base.type, cr, &title_style, IKRAR_ALIGN_CENTER, center, IKRAR_MM (TITLE),
                   "LAMPIRAN NASKAH IKRAR");
  ikrar_text_draw (sheet->base.type, cr, &subtitle_style, IKRAR_ALIGN_CENTER, center,
                   IKRAR_MM (SUBTITLE), subtitle);
  return IKRAR_MM (TOP);
}

static void
draw_closing (IkrarPledgeSheet *sheet, cairo_t *cr, double y)
{
  g_autofree char *signed_ = ikrar_number_with_words (sheet->n_signed);
  g_autofree char *all = ikrar_number_with_words (sheet->people->len);
  g_autofree char *count =
      sheet->people->len > 0
          ? g_strdup_printf ("Ditandatangani %s dari %s orang pada lampiran ini.", signed_, all)
          : g_strdup ("Belum ada peserta pada lampiran ini.");

  ikrar_text_fit_draw (sheet->base.type, cr, &count_style, &one_line_fit, IKRAR_ALIGN_LEFT,
                       sheet->left, y + IKRAR_MM (COUNT_BELOW), sheet->right - sheet->left, 0,
                       count);
  if (sheet->has_strokes)
    ikrar_text_draw (
        sheet->base.type, cr, &note_style, IKRAR_ALIGN_LEFT, sheet->left, y + IKRAR_MM (NOTE_BELOW),
        "Tanda tangan pada layar adalah tanda tangan elektronik tidak tersertifikasi.");
}

void
ikrar_pledge_sheet_draw_annex (IkrarPledgeSheet *sheet, cairo_t *cr, guint page)
{
  guint n_rows = g_array_index (sheet->rows, guint, page), first = 0;
  double row = ikrar_roster_table_get_row (&sheet->roster);
  double y = page == 0 ? draw_opening (sheet, cr) : IKRAR_MM (TOP_LATER);

  for (guint i = 0; i < page; i++)
    first += g_array_index (sheet->rows, guint, i);
  ikrar_roster_table_draw_grid (&sheet->roster, cr, y, n_rows);
  y += ikrar_roster_table_get_head (&sheet->roster);
  for (guint i = 0; i < n_rows; i++, y += row)
    draw_row (sheet, cr, first + i, y);
  if (page + 1 == sheet->rows->len)
    draw_closing (sheet, cr, y);
}
