/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/occasion-private.h"

#include "store/participant-table.h"

#include "core/progress.h"

G_BEGIN_DECLS

/* Everything a tally counts. */
typedef struct
{
  IkrarOccasion *occasion;
  IkrarParticipantTable *table; /* NULL if the lines are kept elsewhere */
  GPtrArray *lines;             /* const IkrarParticipantLine, in order */
  IkrarTime now;                /* as of when */
} IkrarTallyRecord;

/* A unit, or all of them. */
typedef struct
{
  const char *name;
  IkrarAttendanceCount count;
  guint pledges[IKRAR_N_PLEDGE_STATES];
} IkrarTallyUnit;

gboolean ikrar_tally_record_load (IkrarTallyRecord *record,
                                  IkrarStore *store,
                                  IkrarId event,
                                  IkrarId unit,
                                  const IkrarProgress *progress,
                                  GError **error);

void ikrar_tally_record_clear (IkrarTallyRecord *record);

/* IkrarTallyUnit by name. */
GArray *ikrar_tally_record_count (const IkrarTallyRecord *record);

typedef enum
{
  IKRAR_TALLY_TEXT,
  IKRAR_TALLY_NUMBER,
  IKRAR_TALLY_TIME,
} IkrarTallyKind;

/* A column of the list of people. Exactly one of @text and @value is set. */
typedef struct
{
  const char *title;
  IkrarTallyKind kind;
  double width; /* in characters */
  const char *(*text) (const IkrarParticipantLine *line);
  gint64 (*value) (const IkrarParticipantLine *line);
} IkrarTallyColumn;

/* The columns of the list of people. */
#define IKRAR_TALLY_COLUMNS 17
extern const IkrarTallyColumn ikrar_tally_columns[IKRAR_TALLY_COLUMNS];

/* A column's title, with the event's zone if it holds times. */
char *ikrar_tally_column_title (const IkrarTallyColumn *column, const IkrarTallyRecord *record);

G_END_DECLS
