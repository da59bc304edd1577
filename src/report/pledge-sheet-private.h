/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document-private.h"
#include "report/footer-band-private.h"
#include "report/occasion-private.h"
#include "report/pledge-sheet.h"
#include "report/roster-table-private.h"
#include "report/signature-block-private.h"

#include "core/pledge-text.h"
#include "store/pledge.h"

G_BEGIN_DECLS

/* Everything the sheet of one text shows. */
typedef struct
{
  const IkrarOccasion *occasion; /* borrowed */
  IkrarPledgeWording *wording;
  IkrarPledgeAct *act;    /* NULL as long as nobody recited it */
  GPtrArray *lines;       /* const IkrarParticipantLine, in order */
  GHashTable *signatures; /* borrowed; SVG paths by participant, NULL for none */
} IkrarPledgeRecord;

typedef struct
{
  IkrarDocument base;
  IkrarPledgeRecord record;
  IkrarPledgeSheetOptions options;
  IkrarPledgeText *text;
  IkrarSignatureBlock reader;
  GArray *witnesses;  /* IkrarSignatureBlock */
  guint n_text_pages; /* the annex follows */
  GPtrArray *people;  /* const IkrarParticipantLine, on the annex */
  GArray *rows;       /* guint, of each page of the annex */
  guint n_signed;
  gboolean has_strokes;
  IkrarRosterTable roster;
  IkrarFooterBand *band;
  double left;
  double right;
  guint first_page;  /* among all sheets of the event... */
  guint n_all_pages; /* ...which have so many pages */
} IkrarPledgeSheet;

/* Takes what the record owns over. */
IkrarPledgeSheet *ikrar_pledge_sheet_new_from_record (IkrarPledgeRecord *record,
                                                      const IkrarPledgeSheetOptions *options);

void ikrar_pledge_record_clear (IkrarPledgeRecord *record);

/* Runs through letterhead, text and signatures and draws what falls on @page; returns how many
 * pages they take. Only measured if @cr is NULL. */
guint ikrar_pledge_sheet_run_text (IkrarPledgeSheet *sheet, cairo_t *cr, guint page);

/* Chooses who stands on the annex and puts them on pages. */
void ikrar_pledge_sheet_make_annex (IkrarPledgeSheet *sheet);

void ikrar_pledge_sheet_draw_annex (IkrarPledgeSheet *sheet, cairo_t *cr, guint page);

G_END_DECLS
