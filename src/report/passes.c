/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/participant-lines-private.h"
#include "report/passes-private.h"

/* Millimetres from the lower and left edge of the paper. */
#define NOTE_BASELINE 5
#define NOTE_INDENT 4

static const IkrarTextStyle note_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                           .size = 6.5,
                                           .ink = &ikrar_ink_rule };
static const IkrarTextStyle empty_style = { .typeface = IKRAR_TYPEFACE_CARD, .size = 14 };

static void
record_clear (IkrarPassesRecord *record)
{
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  ikrar_participant_table_unref (record->table);
  ikrar_pass_issuer_free (record->issuer);
  ikrar_occasion_free (record->occasion);
}

static void
passes_clear (IkrarDocument *document)
{
  IkrarPasses *passes = (IkrarPasses *) document;

  ikrar_ordered_work_free (passes->ahead);
  g_clear_pointer (&passes->art, cairo_surface_destroy);
  record_clear (&passes->record);
}

static gpointer
on_make_qr (guint index, gpointer user_data)
{
  IkrarPasses *passes = user_data;
  const IkrarParticipantLine *line = g_ptr_array_index (passes->record.lines, index);
  char text[IKRAR_PASS_TEXT_LENGTH + 1];

  ikrar_pass_issuer_code (passes->record.issuer, line->number, line->pass_serial, text);
  return ikrar_qr_new (text, IKRAR_PASS_VERSION);
}

static void
passes_begin (IkrarDocument *document)
{
  IkrarPasses *passes = (IkrarPasses *) document;

  if (passes->ahead != NULL)
    return;
  passes->runner = g_thread_self ();
  passes->ahead = ikrar_ordered_work_new (passes->record.lines->len, on_make_qr, passes,
                                          (GDestroyNotify) ikrar_qr_free);
}

static void
passes_end (IkrarDocument *document)
{
  IkrarPasses *passes = (IkrarPasses *) document;

  if (passes->runner == g_thread_self ())
    g_clear_pointer (&passes->ahead, ikrar_ordered_work_free);
}

static guint
places_of (const IkrarPasses *passes)
{
  return passes->sheet->columns * passes->sheet->rows;
}

void
ikrar_passes_place_card (const IkrarPasses *passes, guint place, double *x, double *y)
{
  const IkrarPassSheet *sheet = passes->sheet;

  *x = IKRAR_MM (sheet->left + place % sheet->columns * sheet->width);
  *y = IKRAR_MM (sheet->top + place / sheet->columns * sheet->height);
}

/* What is drawn from one recording is stored once in a PDF, however many pages show it. */
static void
record_art (IkrarPasses *passes)
{
  const cairo_rectangle_t page = { 0, 0, passes->base.width, passes->base.height };
  cairo_t *cr;

  passes->art = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
  cr = cairo_create (passes->art);
  ikrar_typesetter_prepare (passes->base.type, cr);
  ikrar_passes_draw_art (passes, cr, 0, places_of (passes));
  cairo_destroy (cr);
}

static void
draw_note (IkrarPasses *passes, cairo_t *cr, guint page)
{
  g_autofree char *note = g_strdup_printf ("Cetak pada skala 100%%. Lembar %u dari %u.", page + 1,
                                           passes->base.n_pages);

  ikrar_text_draw (passes->base.type, cr, &note_style, IKRAR_ALIGN_LEFT,
                   IKRAR_MM (passes->sheet->left + NOTE_INDENT),
                   passes->base.height - IKRAR_MM (NOTE_BASELINE), note);
}

static IkrarQr *
take_qr (IkrarPasses *passes, guint index)
{
  return passes->ahead != NULL && passes->runner == g_thread_self ()
             ? ikrar_ordered_work_take (passes->ahead, index)
             : on_make_qr (index, passes);
}

static void
draw_cards (IkrarPasses *passes, cairo_t *cr, guint first, guint first_place, guint n_cards)
{
  const IkrarPassCard *card = passes->card;
  double x, y;

  ikrar_typesetter_begin_batch (passes->base.type, cr);
  for (guint i = 0; i < n_cards; i++)
    {
      g_autoptr (IkrarQr) qr = take_qr (passes, first + i);

      ikrar_passes_place_card (passes, first_place + i, &x, &y);
      ikrar_qr_draw_symbol (qr, cr, x + IKRAR_MM (card->symbol_x), y + IKRAR_MM (card->symbol_y),
                            card->module);
      ikrar_passes_draw_card (passes, cr, x, y,
                              g_ptr_array_index (passes->record.lines, first + i));
    }
  ikrar_typesetter_end_batch (passes->base.type);
}

static void
passes_draw (IkrarDocument *document, guint page, cairo_t *cr)
{
  IkrarPasses *passes = (IkrarPasses *) document;
  guint n_places = places_of (passes), first_place = page == 0 ? passes->skip : 0;
  guint first = page == 0 ? 0 : page * n_places - passes->skip;
  guint n_cards = MIN (n_places - first_place, passes->record.lines->len - first);

  if (n_cards == 0)
    {
      ikrar_text_draw (document->type, cr, &empty_style, IKRAR_ALIGN_CENTER, document->width / 2,
                       document->height / 3, "Belum ada peserta untuk dicetak kartunya.");
      return;
    }
  if (n_cards < n_places)
    ikrar_passes_draw_art (passes, cr, first_place, n_cards);
  else
    {
      cairo_set_source_surface (cr, passes->art, 0, 0);
      cairo_paint (cr);
    }
  draw_cards (passes, cr, first, first_place, n_cards);
  draw_note (passes, cr, page);
}

static const IkrarDocumentClass passes_class = {
  .size = sizeof (IkrarPasses),
  .draw = passes_draw,
  .begin = passes_begin,
  .end = passes_end,
  .clear = passes_clear,
};

static guint
find_common_boxes (const GPtrArray *lines)
{
  guint boxes = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      guint own = ikrar_passes_get_boxes (g_ptr_array_index (lines, i));

      if (i > 0 && own != boxes)
        return IKRAR_PASSES_BOXES_DIFFER;
      boxes = own;
    }
  return boxes;
}

IkrarDocument *
ikrar_passes_new_from_record (IkrarPassesRecord *record, const IkrarPassesOptions *options)
{
  const IkrarPassSheet *sheet = ikrar_pass_layout_get_sheet (options->layout);
  IkrarDocument *document = ikrar_document_new (&passes_class, ikrar_paper_get_width (sheet->paper),
                                                ikrar_paper_get_height (sheet->paper));
  IkrarPasses *passes = (IkrarPasses *) document;
  guint n_places = sheet->columns * sheet->rows;

  passes->record = *record;
  passes->sheet = sheet;
  passes->card = options->small_modules ? sheet->small : sheet->large;
  passes->skip = MIN (options->skip, n_places - 1);
  passes->common_boxes = find_common_boxes (record->lines);
  passes->when_height = ikrar_passes_measure_when (passes);
  record_art (passes);
  document->n_pages = MAX (1, (passes->skip + record->lines->len + n_places - 1) / n_places);
  document->title = g_strdup_printf ("Kartu peserta %s", record->occasion->event->title);
  document->author = g_strdup (ikrar_occasion_get_agency (record->occasion));
  return document;
}

/* Keeps only the lines of those who were asked for. */
static void
choose_lines (GPtrArray *lines, const IkrarPassesOptions *options)
{
  g_autoptr (GHashTable) wanted = NULL;
  guint kept = 0;

  if (options->participants == NULL)
    return;
  wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < options->n_participants; i++)
    g_hash_table_add (wanted, (gpointer) &options->participants[i]);
  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (lines, i);

      if (g_hash_table_contains (wanted, &line->id))
        lines->pdata[kept++] = (gpointer) line;
    }
  g_ptr_array_set_size (lines, (int) kept);
}

IkrarDocument *
ikrar_passes_new (IkrarStore *store,
                  IkrarId event,
                  const IkrarPassesOptions *options,
                  const IkrarProgress *progress,
                  GError **error)
{
  static const IkrarPassesOptions usual = { 0 };
  IkrarPassesRecord record = { 0 };

  g_return_val_if_fail (store != NULL, NULL);

  if (options == NULL)
    options = &usual;
  record.occasion = ikrar_occasion_load (store, event, error);
  if (record.occasion != NULL)
    record.issuer = ikrar_pass_issuer_new (store, event, error);
  if (record.issuer != NULL)
    record.table = ikrar_participant_table_load (store, event, options->unit, FALSE, options->order,
                                                 progress, error);
  if (record.table == NULL)
    {
      record_clear (&record);
      return NULL;
    }
  record.lines = ikrar_participant_lines (record.table);
  choose_lines (record.lines, options);
  return ikrar_passes_new_from_record (&record, options);
}
