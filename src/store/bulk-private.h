/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/bulk.h"

G_BEGIN_DECLS

struct _IkrarBulk
{
  IkrarDb *db;
  char *table;
  char *columns;
  guint n_columns;
  guint column;     /* of the row that is being made, from 0 */
  gboolean refused; /* a value of the row cannot be kept */
};

G_END_DECLS
