/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/attendance-list.h"
#include "report/document-private.h"
#include "report/footer-band-private.h"
#include "report/occasion-private.h"
#include "report/roster-table-private.h"
#include "report/signature-block-private.h"

G_BEGIN_DECLS

enum
{
  IKRAR_ATTENDANCE_NUMBER,
  IKRAR_ATTENDANCE_NAME,
  IKRAR_ATTENDANCE_EMPLOYEE,
  IKRAR_ATTENDANCE_GRADE,
  IKRAR_ATTENDANCE_UNIT,
  IKRAR_ATTENDANCE_CLOCK,
  IKRAR_ATTENDANCE_SIGNATURE,
  IKRAR_ATTENDANCE_REMARK,
};

/* Everything a list shows; the document owns it. */
typedef struct
{
  IkrarOccasion *occasion;
  IkrarParticipantTable *table; /* NULL if the lines are kept elsewhere */
  GPtrArray *lines;             /* const IkrarParticipantLine, in order */
  GHashTable *signatures;       /* SVG paths by participant, NULL for none */
} IkrarAttendanceRecord;

/* A sheet: people of one unit, or all. */
typedef struct
{
  const char *unit; /* NULL for all */
  guint first;      /* line */
  guint n_lines;
  guint n_rows; /* with those left free */
  guint first_page;
  guint n_pages;
  IkrarAttendanceCount count;
  IkrarFooterBand *band;
} IkrarAttendanceSheet;

typedef struct
{
  guint sheet;
  guint first_row; /* of the sheet */
  guint n_rows;
  guint present_before; /* people present on the pages of the sheet before */
} IkrarAttendancePage;

typedef struct
{
  IkrarDocument base;
  IkrarAttendanceRecord record;
  IkrarAttendanceListOptions options;
  GArray *sheets; /* IkrarAttendanceSheet */
  GArray *pages;  /* IkrarAttendancePage */
  IkrarRosterTable roster;
  IkrarSignatureBlock head;
  IkrarSignatureBlock officer;
  double left;
  double right;
} IkrarAttendanceList;

/* Takes the record over. */
IkrarDocument *ikrar_attendance_list_new_from_record (IkrarAttendanceRecord *record,
                                                      const IkrarAttendanceListOptions *options);

const IkrarAttendanceSheet *
ikrar_attendance_list_get_sheet (const IkrarAttendanceList *list, guint sheet);

/* The line of a row of a sheet, NULL for a row that is left free. */
const IkrarParticipantLine *ikrar_attendance_list_get_line (const IkrarAttendanceList *list,
                                                            const IkrarAttendanceSheet *sheet,
                                                            guint row);

/* What stands above the table on the first page; returns where the table begins. Only measured if
 * @cr is NULL. */
double ikrar_attendance_list_draw_opening (IkrarAttendanceList *list,
                                           cairo_t *cr,
                                           const IkrarAttendanceSheet *sheet);

/* What stands below the last row; returns its height. Only measured if @cr is NULL. */
double ikrar_attendance_list_draw_closing (IkrarAttendanceList *list,
                                           cairo_t *cr,
                                           const IkrarAttendanceSheet *sheet,
                                           double y);

void ikrar_attendance_list_draw (IkrarDocument *document, guint page, cairo_t *cr);

/* Where the table begins on the pages after the first, and the lowest its rows may reach. */
double ikrar_attendance_list_get_top (const IkrarAttendanceList *list);
double ikrar_attendance_list_get_bottom (const IkrarAttendanceList *list);

G_END_DECLS
