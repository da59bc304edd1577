/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/conflict-list.h"

#include "store/event.h"
#include "store/institution.h"

#include "report/conflict-words-private.h"
#include "report/document-private.h"
#include "report/ink.h"
#include "report/paper.h"
#include "report/roster-table-private.h"

/* Millimetres, A4 across. */
#define MARGIN 14
#define TITLE_BASELINE 18
#define EVENT_BASELINE 25
#define TABLE_TOP 31
#define FOOT_BASELINE 9 /* from below */

enum
{
  COLUMN_PLACE,
  COLUMN_WHO,
  COLUMN_KIND,
  COLUMN_OURS,
  COLUMN_THEIRS,
  COLUMN_STANDING,
  COLUMN_ADVICE,
};

static const IkrarRosterColumn columns[] = {
  [COLUMN_PLACE] = { "No.", 10, 0, IKRAR_ALIGN_CENTER },
  [COLUMN_WHO] = { "Siapa", 52, 2, IKRAR_ALIGN_LEFT },
  [COLUMN_KIND] = { "Perihal", 40, 1, IKRAR_ALIGN_LEFT },
  [COLUMN_OURS] = { "Di sini", 48, 2, IKRAR_ALIGN_LEFT },
  [COLUMN_THEIRS] = { "Yang datang", 48, 2, IKRAR_ALIGN_LEFT },
  [COLUMN_STANDING] = { "Yang berlaku", 26, 0, IKRAR_ALIGN_LEFT },
  [COLUMN_ADVICE] = { "Tindakan", 40, 1, IKRAR_ALIGN_LEFT },
};

static const IkrarRosterLook look = { .typeface = IKRAR_TYPEFACE_LIST,
                                      .head_size = 8,
                                      .head_height = 8,
                                      .row_height = 10 };

static const IkrarTextStyle title_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .weight = IKRAR_WEIGHT_BOLD,
                                            .size = 14,
                                            .tracking = 0.03 };
static const IkrarTextStyle event_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 10 };
static const IkrarTextStyle cell_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 8.4 };
static const IkrarTextStyle foot_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                           .size = 7,
                                           .ink = &ikrar_ink_small };
static const IkrarFit cell_fit = { { { 1, 1, 0.94 }, { 2, 1, 0.85 }, { 3, 0.88, 0.62 } }, 1.13 };

typedef struct
{
  IkrarDocument base;
  char *event;
  GPtrArray *conflicts;
  IkrarRosterTable table;
  guint rows; /* of a page */
} List;

static void
clear (IkrarDocument *document)
{
  List *self = (List *) document;

  g_free (self->event);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
}

static void
draw_row (List *self, cairo_t *cr, double y, guint row)
{
  const IkrarExchangeConflict *conflict = g_ptr_array_index (self->conflicts, row);
  g_autofree char *place = g_strdup_printf ("%u", row + 1);
  const char *cells[] = {
    [COLUMN_PLACE] = place,
    [COLUMN_WHO] = conflict->who,
    [COLUMN_KIND] = ikrar_conflict_kind (conflict),
    [COLUMN_OURS] = conflict->ours,
    [COLUMN_THEIRS] = conflict->theirs,
    [COLUMN_STANDING] = ikrar_conflict_standing (conflict),
    [COLUMN_ADVICE] = ikrar_conflict_advice (conflict),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    ikrar_roster_table_draw_cell (&self->table, cr, i, y, &cell_style, &cell_fit, cells[i]);
}

static void
draw_head (List *self, cairo_t *cr, guint page)
{
  IkrarDocument *document = &self->base;
  g_autofree char *foot = g_strdup_printf ("Halaman %u dari %u", page + 1, document->n_pages);

  ikrar_text_draw (document->type, cr, &title_style, IKRAR_ALIGN_LEFT, IKRAR_MM (MARGIN),
                   IKRAR_MM (TITLE_BASELINE), document->title);
  ikrar_text_draw (document->type, cr, &event_style, IKRAR_ALIGN_LEFT, IKRAR_MM (MARGIN),
                   IKRAR_MM (EVENT_BASELINE), self->event);
  ikrar_text_draw (document->type, cr, &foot_style, IKRAR_ALIGN_RIGHT,
                   document->width - IKRAR_MM (MARGIN), document->height - IKRAR_MM (FOOT_BASELINE),
                   foot);
}

static void
draw (IkrarDocument *document, guint page, cairo_t *cr)
{
  List *self = (List *) document;
  guint first = page * self->rows;
  guint n_rows = MIN (self->rows, self->conflicts->len - first);
  double y = IKRAR_MM (TABLE_TOP);

  draw_head (self, cr, page);
  ikrar_roster_table_draw_grid (&self->table, cr, y, n_rows);
  y += ikrar_roster_table_get_head (&self->table);
  for (guint i = 0; i < n_rows; i++)
    draw_row (self, cr, y + i * ikrar_roster_table_get_row (&self->table), first + i);
}

static const IkrarDocumentClass class = { .size = sizeof (List), .draw = draw, .clear = clear };

static void
set_pages (List *self)
{
  IkrarDocument *document = &self->base;
  double room = document->height - IKRAR_MM (TABLE_TOP + MARGIN);

  ikrar_roster_table_init (&self->table, document->type, &look, columns, G_N_ELEMENTS (columns),
                           (1u << G_N_ELEMENTS (columns)) - 1, IKRAR_MM (MARGIN),
                           document->width - IKRAR_MM (MARGIN));
  room -= ikrar_roster_table_get_head (&self->table);
  self->rows = (guint) (room / ikrar_roster_table_get_row (&self->table));
  document->n_pages = MAX (1, (self->conflicts->len + self->rows - 1) / self->rows);
}

IkrarDocument *
ikrar_conflict_list_new (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (IkrarEvent) row = ikrar_event_get (store, event, error);
  g_autoptr (IkrarInstitution) institution =
      row != NULL ? ikrar_institution_get (store, error) : NULL;
  g_autoptr (GPtrArray) conflicts =
      institution != NULL ? ikrar_exchange_conflicts (store, event, error) : NULL;
  List *self;

  if (conflicts == NULL)
    return NULL;
  self = (List *) ikrar_document_new (&class, ikrar_paper_get_height (IKRAR_PAPER_A4),
                                      ikrar_paper_get_width (IKRAR_PAPER_A4));
  self->base.title = g_strdup ("DAFTAR PERBEDAAN PERTUKARAN DATA");
  self->base.author = g_strdup (institution->name);
  self->event = g_strdup (row->title);
  self->conflicts = g_steal_pointer (&conflicts);
  set_pages (self);
  return &self->base;
}
