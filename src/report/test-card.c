/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/test-card.h"

#include "core/scan-card.h"

#include "report/document-private.h"
#include "report/paper.h"
#include "report/qr.h"
#include "report/text-block.h"

/* Millimetres. */
#define LEFT 25
#define TEXT_WIDTH 160
#define TITLE 32
#define FIRST_TEXT 42
#define SYMBOL_FIRST 78
#define LABEL_X 100
#define LABEL_DROP 8
#define LEADING 15 /* points */

/* The symbols of passes have this one. */
#define SYMBOL_VERSION 6

static const IkrarTextStyle title_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .weight = IKRAR_WEIGHT_BOLD,
                                            .size = 20 };
static const IkrarTextStyle text_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 11 };
static const IkrarTextStyle label_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .weight = IKRAR_WEIGHT_BOLD,
                                            .size = 12 };
static const IkrarTextStyle small_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .size = 9,
                                            .ink = &ikrar_ink_small };

/* On paper everything is in Indonesian. */
static const char how[] =
    "Di meja presensi, klik “Pemindai siap” (atau buka Preferensi, Meja Ini), lalu pindai satu "
    "dari tiga simbol di bawah. Ikrar memberi tahu pengaturan apa yang keliru pada pemindai atau "
    "komputer, dan cara memperbaikinya. Cetak dengan ukuran sebenarnya (100 %).";

static const struct
{
  double module; /* millimetres */
  const char *label;
  const char *text;
} symbols[IKRAR_N_SCAN_CARD_SIZES] = {
  [IKRAR_SCAN_CARD_SMALL] = { 0.8, "Kecil", "Modul 0,8 mm: seperti sepuluh kartu pada A4" },
  [IKRAR_SCAN_CARD_USUAL] = { 1.0, "Seperti kartu peserta",
                              "Modul 1,0 mm: seperti delapan kartu pada A4" },
  [IKRAR_SCAN_CARD_LARGE] = { 1.3, "Besar", "Modul 1,3 mm: bila yang lain tidak terbaca" },
};

static void
draw_how (IkrarDocument *document, cairo_t *cr)
{
  IkrarTextBlock *block = ikrar_text_block_new (document->type);

  ikrar_text_block_add (block, &text_style, how);
  ikrar_text_block_wrap (block, LEADING, IKRAR_MM (TEXT_WIDTH));
  ikrar_text_block_draw (block, cr, IKRAR_ALIGN_LEFT, IKRAR_MM (LEFT), IKRAR_MM (FIRST_TEXT));
  ikrar_text_block_free (block);
}

/* Returns how high the symbol is with the white around it, in millimetres. */
static double
draw_symbol (IkrarDocument *document, cairo_t *cr, IkrarScanCardSize size, double y)
{
  g_autoptr (IkrarQr) qr = ikrar_qr_new (ikrar_scan_card_text (size), SYMBOL_VERSION);
  double module = symbols[size].module;

  ikrar_qr_draw (qr, cr, IKRAR_MM (LEFT), IKRAR_MM (y), module);
  ikrar_text_draw (document->type, cr, &label_style, IKRAR_ALIGN_LEFT, IKRAR_MM (LABEL_X),
                   IKRAR_MM (y + LABEL_DROP), symbols[size].label);
  ikrar_text_draw (document->type, cr, &small_style, IKRAR_ALIGN_LEFT, IKRAR_MM (LABEL_X),
                   IKRAR_MM (y + 2 * LABEL_DROP), symbols[size].text);
  return (ikrar_qr_get_size (qr) + 2 * IKRAR_QR_QUIET) * module;
}

static void
draw (IkrarDocument *document, guint page, cairo_t *cr)
{
  double y = SYMBOL_FIRST;

  ikrar_text_draw (document->type, cr, &title_style, IKRAR_ALIGN_LEFT, IKRAR_MM (LEFT),
                   IKRAR_MM (TITLE), document->title);
  draw_how (document, cr);
  for (guint size = 0; size < IKRAR_N_SCAN_CARD_SIZES; size++)
    y += draw_symbol (document, cr, size, y) + LABEL_DROP;
}

static void
clear (IkrarDocument *document)
{
}

static const IkrarDocumentClass card_class = { .size = sizeof (IkrarDocument),
                                               .draw = draw,
                                               .clear = clear };

IkrarDocument *
ikrar_test_card_new (void)
{
  IkrarDocument *document = ikrar_document_new (&card_class, ikrar_paper_get_width (IKRAR_PAPER_A4),
                                                ikrar_paper_get_height (IKRAR_PAPER_A4));

  document->n_pages = 1;
  document->title = g_strdup ("Kartu Uji Pemindai");
  document->author = g_strdup ("Ikrar");
  return document;
}
