/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/footer-band-private.h"
#include "report/text-block.h"

#include "seal/human-code.h"

/* Millimetres from the lower edge of the paper. */
#define SYMBOL_TOP 18.9
#define RULE 18.4
#define FIRST_BASELINE 15.6
#define SECOND_BASELINE 12.5
#define THIRD_BASELINE 9.4

#define MODULE 0.4
#define VERSION 2
#define TEXT_INDENT 12.1
#define PAGE_ROOM 34

/* 32 hex digits: half of the fingerprint, enough to compare by eye. */
#define FINGERPRINT_GROUPS 8

static const IkrarTextStyle title_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .size = 7,
                                            .ink = &ikrar_ink_small };
static const IkrarTextStyle small_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                            .size = 6.5,
                                            .ink = &ikrar_ink_small };
static const IkrarTextStyle page_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 8 };

static const IkrarFit title_fit = { { { 1, 1, 0.75 } }, 1.1, FALSE };

IkrarFooterBand *
ikrar_footer_band_new (const char *title, const IkrarDigest *digest)
{
  IkrarFooterBand *band = g_new0 (IkrarFooterBand, 1);
  g_autofree char *groups = ikrar_digest_grouped (digest, FINGERPRINT_GROUPS);
  g_autofree char *code = ikrar_paper_code (digest);

  band->title = g_strdup (title);
  band->fingerprint = g_strdup_printf ("Sidik isi (SHA-256) %s …", groups);
  band->code = g_strdup_printf ("Kode verifikasi dokumen %s. Bukan tanda tangan elektronik.", code);
  band->qr = ikrar_qr_new (code, VERSION);
  return band;
}

void
ikrar_footer_band_free (IkrarFooterBand *band)
{
  if (band == NULL)
    return;
  g_free (band->title);
  g_free (band->fingerprint);
  g_free (band->code);
  ikrar_qr_free (band->qr);
  g_free (band);
}

void
ikrar_footer_band_draw (const IkrarFooterBand *band,
                        IkrarTypesetter *type,
                        cairo_t *cr,
                        double left,
                        double right,
                        double page_height,
                        guint page,
                        guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("Halaman %u dari %u", page + 1, n_pages);
  double x = left + IKRAR_MM (TEXT_INDENT), rule = page_height - IKRAR_MM (RULE);

  ikrar_qr_draw (band->qr, cr, left, page_height - IKRAR_MM (SYMBOL_TOP), MODULE);
  ikrar_ink_line (cr, &ikrar_ink_rule, IKRAR_LINE_COLUMN, x, rule, right, rule);
  ikrar_text_fit_draw (type, cr, &title_style, &title_fit, IKRAR_ALIGN_LEFT, x,
                       page_height - IKRAR_MM (FIRST_BASELINE), right - x - IKRAR_MM (PAGE_ROOM), 0,
                       band->title);
  ikrar_text_draw (type, cr, &small_style, IKRAR_ALIGN_LEFT, x,
                   page_height - IKRAR_MM (SECOND_BASELINE), band->fingerprint);
  ikrar_text_draw (type, cr, &small_style, IKRAR_ALIGN_LEFT, x,
                   page_height - IKRAR_MM (THIRD_BASELINE), band->code);
  ikrar_text_draw (type, cr, &page_style, IKRAR_ALIGN_RIGHT, right,
                   page_height - IKRAR_MM (FIRST_BASELINE), number);
}
