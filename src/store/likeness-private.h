/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/db.h"

#include "core/id.h"
#include "core/progress.h"

G_BEGIN_DECLS

/* What of somebody tells whether two people are one. */
typedef struct
{
  IkrarId id;
  IkrarId unit;
  const char *name_key;
  guint64 digits; /* of a number of at most 19 digits that is not 0 in front */
  guint32 birth;  /* day of birth by the number, as YYYYMMDD; of a NIK in its likelier century */
  guint8 n_digits;
  gboolean is_nik;
  char sex; /* by the number, or as it was said; 0 if not known */
} IkrarLikeness;

/* Everybody who was not removed; the names are kept in @names. */
GArray *_ikrar_likeness_read (IkrarDb *db,
                              GStringChunk *names,
                              const IkrarProgress *progress,
                              GError **error);

G_END_DECLS
