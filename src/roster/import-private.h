/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/import.h"

G_BEGIN_DECLS

struct _IkrarRosterResult
{
  guint sheet;
  IkrarHeader *header;
  IkrarRosterSummary summary;
  IkrarSheetRows *refused;
  IkrarRosterLines *lines;
  /* The cells of one row by column of the header, used again for each. */
  GPtrArray *texts;
};

IkrarRosterResult *_ikrar_roster_result_new (guint sheet, IkrarHeader *header, gboolean keep_lines);
/* Counts a row and keeps what is to be kept of it. */
void _ikrar_roster_result_add (IkrarRosterResult *result, const IkrarRosterRow *row);

G_END_DECLS
