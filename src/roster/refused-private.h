/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/sheet-rows.h"
#include "roster/row.h"

G_BEGIN_DECLS

/* What goes back to the sender: a table for each table that was read, with the sender's columns. */
typedef struct _IkrarRefused IkrarRefused;

IkrarRefused *_ikrar_refused_new (void);
void _ikrar_refused_free (IkrarRefused *refused);
/* Makes the table of a sheet, with its heads, if there is none yet. */
void _ikrar_refused_open (IkrarRefused *refused,
                          const IkrarHeader *header,
                          guint sheet,
                          guint block,
                          const char *title);
void _ikrar_refused_add (IkrarRefused *refused,
                         const IkrarHeader *header,
                         const IkrarRosterRow *row,
                         const char *title);
gboolean _ikrar_refused_is_empty (const IkrarRefused *refused);
/* Ends the tables: none grows any more. */
void _ikrar_refused_finish (IkrarRefused *refused);
/* GPtrArray of IkrarSheetRows, by sheet; none before the tables are ended. */
const GPtrArray *_ikrar_refused_get_tables (const IkrarRefused *refused);
/* Whether a head is one of those that are put on here. */
gboolean _ikrar_refused_is_own_head (const char *head);
/* Whether it is that of a unit's column, put on where the sender has none. */
gboolean _ikrar_refused_is_unit_head (const char *head);
/* How a column of this field is called if the sender gave it no head. */
const char *_ikrar_refused_usual_head (IkrarRosterField field);

G_END_DECLS
