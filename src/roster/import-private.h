/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/import.h"
#include "roster/refused-private.h"

G_BEGIN_DECLS

struct _IkrarRosterResult
{
  IkrarLayout *layout;
  /* The columns of all tables, and for each sheet where its own stand among them: a GArray of
   * guint, or NULL where it has the same. */
  IkrarHeader *header;
  GPtrArray *places;
  /* GArray of IkrarRosterSummary, one a sheet. */
  GArray *sheets;
  GArray *clues;
  IkrarRosterSummary summary;
  IkrarRefused *refused;
  IkrarRosterLines *lines;
  /* The cells of one row by column of the header, used again for each. */
  GPtrArray *texts;
};

/* Takes the layout. */
IkrarRosterResult *_ikrar_roster_result_new (IkrarLayout *layout, gboolean keep_lines);
/* Says that the columns of a sheet are known from an earlier import. */
void _ikrar_roster_result_tell_remembered (IkrarRosterResult *result, guint sheet, IkrarTime at);
/* Adds what only the judge knows when all rows were read. */
void _ikrar_roster_result_finish (IkrarRosterResult *result, const IkrarJudge *judge);
/* Counts a row and keeps what is to be kept of it. */
void _ikrar_roster_result_add (IkrarRosterResult *result, const IkrarRosterRow *row);

G_END_DECLS
