/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document-private.h"
#include "report/occasion-private.h"
#include "report/ordered-work-private.h"
#include "report/pass-layout-private.h"
#include "report/passes.h"
#include "report/qr.h"
#include "report/text-block.h"

#include "store/pass-issuer.h"

G_BEGIN_DECLS

/* Everything passes show; the document owns it. */
typedef struct
{
  IkrarOccasion *occasion;
  IkrarParticipantTable *table; /* NULL if the lines are kept elsewhere */
  GPtrArray *lines;             /* const IkrarParticipantLine, in order */
  IkrarPassIssuer *issuer;
} IkrarPassesRecord;

typedef struct
{
  IkrarDocument base;
  IkrarPassesRecord record;
  const IkrarPassSheet *sheet;
  const IkrarPassCard *card;
  guint skip;
  guint common_boxes;      /* which everybody has; or that some have others than others */
  double when_height;      /* of day, time and place, in points */
  cairo_surface_t *art;    /* what is the same on every full sheet, drawn once */
  IkrarOrderedWork *ahead; /* while pages are drawn in order... */
  GThread *runner;         /* ...by this thread */
} IkrarPasses;

/* Seat and group, and that not everybody has the same of them. */
#define IKRAR_PASSES_BOXES 2
#define IKRAR_PASSES_BOXES_DIFFER G_MAXUINT

/* Millimetres. */
#define IKRAR_PASSES_BOX_GAP 1.6
#define IKRAR_PASSES_BOX_PADDING 1.8

/* Points, from the corner of a card. */
double ikrar_passes_get_text_width (const IkrarPasses *passes);
double ikrar_passes_get_when_baseline (const IkrarPasses *passes);
double ikrar_passes_get_symbol_middle (const IkrarPassCard *card);
double ikrar_passes_get_box_width (const IkrarPasses *passes);

/* Which boxes somebody's pass has: bit 0 the seat, bit 1 the group. */
guint ikrar_passes_get_boxes (const IkrarParticipantLine *line);

/* Takes the record over. */
IkrarDocument *
ikrar_passes_new_from_record (IkrarPassesRecord *record, const IkrarPassesOptions *options);

/* The corner of a card, in points. */
void ikrar_passes_place_card (const IkrarPasses *passes, guint place, double *x, double *y);

/* What is the same on every card, for some places of a sheet, and the cut marks around all. */
void ikrar_passes_draw_art (IkrarPasses *passes, cairo_t *cr, guint first_place, guint n_places);

/* Room that day, time and place take above their last baseline, in points. */
double ikrar_passes_measure_when (IkrarPasses *passes);

/* Frames of seat and group, for passes that do not all have the same. */
void ikrar_passes_draw_frames (IkrarPasses *passes, cairo_t *cr, double x, double y, guint boxes);

/* What is somebody's own, on top of the art; without the symbol. */
void ikrar_passes_draw_card (IkrarPasses *passes,
                             cairo_t *cr,
                             double x,
                             double y,
                             const IkrarParticipantLine *line);

G_END_DECLS
