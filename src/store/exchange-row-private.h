/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/exchange-private.h"

G_BEGIN_DECLS

/* A versioned row, as it is here or as it came. */
typedef struct
{
  IkrarExchangeTable table;
  const IkrarExchangeTableInfo *info;
  IkrarId id; /* here */
  IkrarVersion version;
  IkrarExchangeValue values[IKRAR_EXCHANGE_VALUES_MAX];
  GPtrArray *texts; /* of the values that are its own */
  IkrarId unit;
  IkrarId text;
  gboolean number_is_taken; /* the person's, by somebody else here */
  gboolean is_new;          /* set when it was taken: it was not here */
  gboolean skipped;         /* nothing of it was taken */
} IkrarExchangeRow;

void _ikrar_exchange_row_clear (IkrarExchangeRow *row);

/* The struct of the row's entity. */
gpointer _ikrar_exchange_row_build (const IkrarExchangeRow *row, GError **error);

/* Takes in a row whose values are filled in. */
gboolean _ikrar_exchange_row_take (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error);

/* Which state of a row is here, if it is. */
gboolean _ikrar_exchange_row_version (IkrarIntake *intake,
                                      IkrarExchangeTable table,
                                      IkrarId id,
                                      IkrarVersion *version,
                                      gboolean *present,
                                      GError **error);

/* What does not go by versions: brings both rows to the same participant's number and serial of the
 * pass, and to the same end of a person. */
gboolean _ikrar_exchange_row_settle (IkrarIntake *intake,
                                     IkrarExchangeRow *ours,
                                     IkrarExchangeRow *theirs,
                                     GError **error);

/* Writes a row that was here, by the rules of its kind. */
gboolean _ikrar_exchange_row_put (IkrarIntake *intake,
                                  const IkrarExchangeRow *row,
                                  gpointer built,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarExchangeRow, _ikrar_exchange_row_clear)

G_END_DECLS
