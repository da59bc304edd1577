/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/report-data.h"

#include <glib/gi18n-lib.h>

void
ikrar_report_free (IkrarReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->events, g_ptr_array_unref);
  g_clear_pointer (&report->tally, ikrar_group_tally_free);
  g_free (report);
}

static const IkrarEventLine *
find_event (GPtrArray *events, IkrarId event)
{
  const IkrarEventLine *newest = events->len > 0 ? g_ptr_array_index (events, 0) : NULL;
  const IkrarEventLine *with_people = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const IkrarEventLine *line = g_ptr_array_index (events, i);

      if (line->event->id == event)
        return line;
      if (with_people == NULL && line->invited > 0)
        with_people = line;
    }
  return with_people != NULL ? with_people : newest;
}

IkrarReport *
ikrar_report_load (IkrarStore *store,
                   IkrarId event,
                   IkrarGrouping grouping,
                   const IkrarProgress *progress,
                   GError **error)
{
  g_autoptr (IkrarReport) report = g_new0 (IkrarReport, 1);
  g_autoptr (IkrarParticipantTable) table = NULL;

  report->events = ikrar_event_list (store, error);
  if (report->events == NULL)
    return NULL;
  report->shown = find_event (report->events, event);
  if (report->shown == NULL)
    return g_steal_pointer (&report);
  table = ikrar_participant_table_load (store, report->shown->event->id, 0, FALSE,
                                        IKRAR_ORDER_NUMBER, progress, error);
  if (table == NULL)
    return NULL;
  report->tally = ikrar_group_tally_new (table, grouping);
  return g_steal_pointer (&report);
}

const char *
ikrar_report_title (IkrarMeasure measure, IkrarGrouping grouping)
{
  static const char *const titles[IKRAR_N_MEASURES][IKRAR_N_GROUPINGS] = {
    [IKRAR_MEASURE_ATTENDANCE] = {
      [IKRAR_GROUPING_UNIT] = N_ ("Attendance by Unit"),
      [IKRAR_GROUPING_GRADE] = N_ ("Attendance by Grade"),
      [IKRAR_GROUPING_KIND] = N_ ("Attendance by Role"),
    },
    [IKRAR_MEASURE_PLEDGES] = {
      [IKRAR_GROUPING_UNIT] = N_ ("Pledges by Unit"),
      [IKRAR_GROUPING_GRADE] = N_ ("Pledges by Grade"),
      [IKRAR_GROUPING_KIND] = N_ ("Pledges by Role"),
    },
  };

  return _ (titles[measure][grouping]);
}

static char *
describe_attendance (IkrarGroupItem *total)
{
  g_autofree char *present = ikrar_group_item_format (total, IKRAR_GROUP_PRESENT);
  g_autofree char *invited = ikrar_group_item_format (total, IKRAR_GROUP_INVITED);
  g_autofree char *rate = ikrar_group_item_format (total, IKRAR_GROUP_RATE);
  g_autofree char *represented = ikrar_group_item_format (total, IKRAR_GROUP_REPRESENTED);

  return g_strdup_printf (
      /* Translators: %1$s, %2$s and %4$s are numbers of people, %3$s a share in percent. */
      _ ("%1$s of %2$s invited people were present (%3$s), %4$s represented. Counted by name, "
         "anew after every change."),
      present, invited, rate, represented);
}

static char *
describe_pledges (IkrarGroupItem *total)
{
  g_autofree char *signed_ = ikrar_group_item_format (total, IKRAR_GROUP_SIGNED);
  g_autofree char *recited = ikrar_group_item_format (total, IKRAR_GROUP_RECITED);
  g_autofree char *invited = ikrar_group_item_format (total, IKRAR_GROUP_INVITED);
  g_autofree char *rate = ikrar_group_item_format (total, IKRAR_GROUP_PLEDGE_RATE);

  return g_strdup_printf (
      /* Translators: %1$s, %2$s and %3$s are numbers of people, %4$s a share in percent. */
      _ ("Of %1$s invited people %2$s signed and %3$s recited (%4$s). Counted by name, anew after "
         "every change."),
      invited, signed_, recited, rate);
}

char *
ikrar_report_describe (const IkrarGroupLine *total, IkrarMeasure measure)
{
  g_autoptr (IkrarGroupItem) item = ikrar_group_item_new_total (total);

  return measure == IKRAR_MEASURE_PLEDGES ? describe_pledges (item) : describe_attendance (item);
}
