/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/refused-private.h"

#include <string.h>

#include "core/text.h"

/* Heads of the columns that refused rows get beside their own, folded. What goes back to a sender
 * is Indonesian. */
static const char *const own_heads[] = { "baris asal", "masalah", "saran" };

#define ROW_HEAD "Baris Asal"
#define PROBLEM_HEAD "Masalah"
#define ADVICE_HEAD "Saran"

#define FIELD(name) [IKRAR_ROSTER_FIELD_##name]

static const char *const usual_heads[IKRAR_N_ROSTER_FIELDS] = {
  FIELD (NONE) = "",
  FIELD (LIST_NUMBER) = "No",
  FIELD (NAME) = "Nama",
  FIELD (NUMBER) = "NIP",
  FIELD (TITLE_BEFORE) = "Gelar Depan",
  FIELD (TITLE_AFTER) = "Gelar Belakang",
  FIELD (GRADE) = "Golongan",
  FIELD (RANK) = "Pangkat",
  FIELD (POSITION) = "Jabatan",
  FIELD (UNIT) = "Unit Kerja",
  FIELD (STATUS) = "Status Kepegawaian",
  FIELD (KIND) = "Sebagai",
  FIELD (SEX) = "Jenis Kelamin",
  FIELD (PHONE) = "No HP",
  FIELD (EMAIL) = "Email",
  FIELD (SEAT) = "Kursi",
  FIELD (GROUP) = "Kelompok",
  FIELD (NOTE) = "Keterangan",
  FIELD (PRIVATE) = "",
};

typedef struct
{
  guint sheet;
  guint block;
  IkrarSheetRows *rows;
  /* The column of units, if it was put on and nobody has one. */
  int unused;
} Table;

struct _IkrarRefused
{
  GArray *tables;   /* Table; theirs until all rows were read */
  GPtrArray *rows;  /* of the tables */
  GPtrArray *texts; /* the cells of one row, used again for each */
};

IkrarRefused *
_ikrar_refused_new (void)
{
  IkrarRefused *refused = g_new0 (IkrarRefused, 1);

  refused->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  refused->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_sheet_rows_free);
  refused->texts = g_ptr_array_new ();
  return refused;
}

void
_ikrar_refused_free (IkrarRefused *refused)
{
  if (refused == NULL)
    return;
  for (guint i = 0; i < refused->tables->len; i++)
    ikrar_sheet_rows_free (g_array_index (refused->tables, Table, i).rows);
  g_array_unref (refused->tables);
  g_ptr_array_unref (refused->rows);
  g_ptr_array_unref (refused->texts);
  g_free (refused);
}

gboolean
_ikrar_refused_is_own_head (const char *head)
{
  g_autofree char *folded = ikrar_text_fold (head);

  for (guint i = 0; i < G_N_ELEMENTS (own_heads); i++)
    if (strcmp (own_heads[i], folded) == 0)
      return TRUE;
  return FALSE;
}

gboolean
_ikrar_refused_is_unit_head (const char *head)
{
  g_autofree char *folded = ikrar_text_fold (head);

  return strcmp (folded, "unit kerja") == 0;
}

const char *
_ikrar_refused_usual_head (IkrarRosterField field)
{
  return usual_heads[field];
}

/* The sender's columns, without what is private and what an earlier return put on. */
static gboolean
is_kept (const IkrarRosterColumn *column, guint block)
{
  return column->block == block && column->field != IKRAR_ROSTER_FIELD_PRIVATE &&
         !_ikrar_refused_is_own_head (column->title);
}

static gboolean
has_unit (const IkrarHeader *header, guint block)
{
  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      if (column->block == block && column->field == IKRAR_ROSTER_FIELD_UNIT)
        return TRUE;
    }
  return FALSE;
}

static void
set_heads (IkrarRefused *refused, IkrarSheetRows *rows, const IkrarHeader *header, guint block)
{
  GPtrArray *heads = refused->texts;

  g_ptr_array_set_size (heads, 0);
  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      if (is_kept (column, block))
        g_ptr_array_add (heads, *column->title != '\0' ? column->title
                                                       : (char *) usual_heads[column->field]);
    }
  if (!has_unit (header, block))
    g_ptr_array_add (heads, (char *) usual_heads[IKRAR_ROSTER_FIELD_UNIT]);
  g_ptr_array_add (heads, (char *) ROW_HEAD);
  g_ptr_array_add (heads, (char *) PROBLEM_HEAD);
  g_ptr_array_add (heads, (char *) ADVICE_HEAD);
  ikrar_sheet_rows_set_heads (rows, (const char *const *) heads->pdata, heads->len);
}

/* Tables that stand side by side become sheets. */
static char *
make_title (const char *title, guint block)
{
  const char *name = *title != '\0' ? title : "Ditolak";

  return block == 0 ? g_strdup (name) : g_strdup_printf ("%s (%u)", name, block + 1);
}

/* Where the column of units is put on, or -1. */
static int
place_unit (const IkrarSheetRows *rows, const IkrarHeader *header, guint block)
{
  return has_unit (header, block)
             ? -1
             : (int) ikrar_sheet_rows_get_width (rows) - (int) G_N_ELEMENTS (own_heads) - 1;
}

static Table *
open_table (IkrarRefused *refused,
            const IkrarHeader *header,
            guint sheet,
            guint block,
            const char *title)
{
  Table fresh = { sheet, block, NULL, -1 };
  g_autofree char *name = NULL;

  for (guint i = refused->tables->len; i > 0; i--)
    {
      Table *table = &g_array_index (refused->tables, Table, i - 1);

      if (table->sheet == sheet && table->block == block)
        return table;
    }
  name = make_title (title, block);
  fresh.rows = ikrar_sheet_rows_new ();
  ikrar_sheet_rows_set_title (fresh.rows, name);
  set_heads (refused, fresh.rows, header, block);
  fresh.unused = place_unit (fresh.rows, header, block);
  g_array_append_val (refused->tables, fresh);
  return &g_array_index (refused->tables, Table, refused->tables->len - 1);
}

void
_ikrar_refused_open (IkrarRefused *refused,
                     const IkrarHeader *header,
                     guint sheet,
                     guint block,
                     const char *title)
{
  open_table (refused, header, sheet, block, title);
}

static void
gather (GPtrArray *texts, const IkrarSheetRows *rows, guint index, guint without)
{
  g_ptr_array_set_size (texts, 0);
  for (guint i = 0; i < ikrar_sheet_rows_get_width (rows); i++)
    if (i != without)
      g_ptr_array_add (texts, (char *) ikrar_sheet_rows_get_text (rows, index, i));
}

/* The table without a column. */
static IkrarSheetRows *
leave_out (IkrarSheetRows *rows, guint column)
{
  IkrarSheetRows *copy = ikrar_sheet_rows_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  ikrar_sheet_rows_set_title (copy, ikrar_sheet_rows_get_title (rows));
  for (guint i = 0; i < ikrar_sheet_rows_get_width (rows); i++)
    if (i != column)
      g_ptr_array_add (texts, (char *) ikrar_sheet_rows_get_head (rows, i));
  ikrar_sheet_rows_set_heads (copy, (const char *const *) texts->pdata, texts->len);
  for (guint i = 0; i < ikrar_sheet_rows_get_size (rows); i++)
    {
      gather (texts, rows, i, column);
      ikrar_sheet_rows_add (copy, ikrar_sheet_rows_get_number (rows, i),
                            (const char *const *) texts->pdata, texts->len);
    }
  ikrar_sheet_rows_free (rows);
  return copy;
}

void
_ikrar_refused_finish (IkrarRefused *refused)
{
  for (guint i = 0; i < refused->tables->len; i++)
    {
      Table *table = &g_array_index (refused->tables, Table, i);

      if (table->unused >= 0)
        table->rows = leave_out (table->rows, (guint) table->unused);
      g_ptr_array_add (refused->rows, g_steal_pointer (&table->rows));
    }
}

gboolean
_ikrar_refused_is_empty (const IkrarRefused *refused)
{
  return refused->tables->len == 0;
}

/* Only what makes the row refused, or doubted beside. */
static char *
list_problems (const IkrarRosterRow *row)
{
  GString *problems = g_string_new (NULL);

  for (guint i = 0; i < row->n_reasons; i++)
    {
      const IkrarRosterReason *reason = &row->reasons[i];
      g_autofree char *problem = NULL;

      if (reason->verdict == IKRAR_VERDICT_OK || reason->verdict == IKRAR_VERDICT_SKIPPED)
        continue;
      problem = ikrar_reason_problem (reason->reason, IKRAR_LANGUAGE_INDONESIAN, reason->argument);
      if (strstr (problems->str, problem) == NULL)
        g_string_append_printf (problems, "%s%s", problems->len > 0 ? " " : "", problem);
    }
  return g_string_free (problems, FALSE);
}

void
_ikrar_refused_add (IkrarRefused *refused,
                    const IkrarHeader *header,
                    const IkrarRosterRow *row,
                    const char *title)
{
  guint block = row->source->block;
  Table *table = open_table (refused, header, row->source->sheet, block, title);
  g_autofree char *place = g_strdup_printf ("%u", row->source->number);
  g_autofree char *problem = list_problems (row);
  g_autofree char *advice = ikrar_roster_row_suggestion (row, IKRAR_LANGUAGE_INDONESIAN);
  GPtrArray *texts = refused->texts;

  g_ptr_array_set_size (texts, 0);
  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);
      const char *text = ikrar_sheet_row_get_text (row->source, column->column);

      if (!is_kept (column, block))
        continue;
      if (column->field == IKRAR_ROSTER_FIELD_UNIT && ikrar_text_is_blank (text))
        text = row->unit;
      g_ptr_array_add (texts, (char *) text);
    }
  if (!has_unit (header, block))
    g_ptr_array_add (texts, row->unit);
  if (*row->unit != '\0')
    table->unused = -1;
  g_ptr_array_add (texts, place);
  g_ptr_array_add (texts, problem);
  g_ptr_array_add (texts, advice);
  ikrar_sheet_rows_add (table->rows, row->source->number, (const char *const *) texts->pdata,
                        texts->len);
}

const GPtrArray *
_ikrar_refused_get_tables (const IkrarRefused *refused)
{
  return refused->rows;
}
