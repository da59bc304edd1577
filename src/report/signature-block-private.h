/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/occasion-private.h"
#include "report/svg-path-private.h"
#include "report/text.h"

G_BEGIN_DECLS

/* Somebody who signs, as a paper names them: all of it is printed as it stands. */
typedef struct
{
  char *opening;   /* "Mengetahui,", or place and date; NULL or "" leaves a line out */
  char *capacity;  /* "Pembaca ikrar," */
  char *on_behalf; /* "a.n. Bupati Contoh" */
  char *office;    /* with its acting prefix, without the comma */
  char *name;      /* "" for a dotted line */
  char *rank;
  char *number;
} IkrarSignatureBlock;

typedef struct
{
  IkrarTypeface typeface;
  double size;    /* points */
  double leading; /* in parts of the size */
  double width;   /* millimetres */
  IkrarAlign align;
  gboolean underlined;
} IkrarSignatureLook;

/* Room between the last line above and the name, baseline to baseline: a pen and a stamp need it.
 */
#define IKRAR_SIGNATURE_ROOM 23.0

/* The block of somebody who signs for the office, titles included or not. */
void ikrar_signature_block_init (IkrarSignatureBlock *block,
                                 const IkrarOccasion *occasion,
                                 const IkrarSignatory *signatory,
                                 gboolean titles);

void ikrar_signature_block_clear (IkrarSignatureBlock *block);

/* "Pembina Utama Muda, IV/c"; NULL for those who have no rank. */
char *ikrar_signature_block_make_rank (guint8 grade);

/* A name in capitals, its titles as they are written. */
char *ikrar_signature_block_make_name (const char *prefix, const char *name, const char *suffix);

/* From the first baseline to the last one above the room, in points. */
double ikrar_signature_block_get_head (const IkrarSignatureBlock *block,
                                       const IkrarSignatureLook *look,
                                       IkrarTypesetter *type);

/* From the name's baseline to the last one below it. */
double
ikrar_signature_block_get_foot (const IkrarSignatureBlock *block, const IkrarSignatureLook *look);

/* @x is where the look's alignment puts it, @y the first baseline, @name_y the name's baseline, so
 * that blocks beside each other end alike. */
void ikrar_signature_block_draw (const IkrarSignatureBlock *block,
                                 const IkrarSignatureLook *look,
                                 IkrarTypesetter *type,
                                 cairo_t *cr,
                                 double x,
                                 double y,
                                 double name_y);

G_END_DECLS
