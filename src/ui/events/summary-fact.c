/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/summary-fact.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/fact-row.h"

static void
add_number (GtkListBox *list, const char *name, int number)
{
  g_autofree char *text = ikrar_number_thousands (number);

  if (number != 0)
    ikrar_fact_row_add (list, name, text);
}

void
ikrar_summary_fact_list (GtkListBox *list, const IkrarEvent *event)
{
  g_autofree char *days = ikrar_time_format_days (event->start_at, event->end_at, event->zone);
  const char *mode = ikrar_vocabulary_word (IKRAR_VOCABULARY_EVENT_MODE, event->mode);

  ikrar_fact_row_add (list, _ ("Kind"),
                      ikrar_vocabulary_label (IKRAR_VOCABULARY_EVENT_KIND, event->kind));
  ikrar_fact_row_add (list, _ ("Day"), days);
  ikrar_fact_row_add (list, _ ("How People Attend"),
                      ikrar_vocabulary_label (IKRAR_VOCABULARY_EVENT_MODE, mode));
  ikrar_fact_row_add (list, _ ("Theme"), event->theme);
  ikrar_fact_row_add (list, _ ("Organiser"), event->organizer);
  ikrar_fact_row_add (list, _ ("Legal Basis"), event->legal_basis);
  add_number (list, _ ("Lesson Hours (JP)"), event->lesson_hours);
  add_number (list, _ ("Reported as a Sum"), event->reported);
  ikrar_fact_row_add (list, _ ("Note"), event->note);
}

static char *
describe_representative (const IkrarEventRole *role)
{
  if (*role->represented_by == '\0')
    return NULL;
  if (*role->represented_position == '\0')
    return g_strdup_printf (_ ("represented by %s"), role->represented_by);
  /* Translators: %1$s is a name, %2$s a post. */
  return g_strdup_printf (_ ("represented by %1$s, %2$s"), role->represented_by,
                          role->represented_position);
}

GtkWidget *
ikrar_summary_fact_role (const IkrarEventRole *role)
{
  const char *kind = ikrar_vocabulary_label (
      IKRAR_VOCABULARY_ROLE_KIND, ikrar_vocabulary_word (IKRAR_VOCABULARY_ROLE_KIND, role->kind));
  g_autofree char *post = ikrar_acting_join (role->acting, role->position);
  g_autofree char *instead = describe_representative (role);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (*role->name != '\0')
    g_ptr_array_add (lines, role->name);
  if (*post != '\0')
    g_ptr_array_add (lines, post);
  if (*role->institution != '\0')
    g_ptr_array_add (lines, role->institution);
  if (instead != NULL)
    g_ptr_array_add (lines, instead);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  return ikrar_fact_row_new (kind, text);
}

GtkWidget *
ikrar_summary_fact_session (const IkrarEventSession *session, IkrarZone zone)
{
  g_autofree char *day = ikrar_time_format_day (session->start_at, zone);
  g_autofree char *hours = ikrar_time_format_hours (session->start_at, session->end_at, zone);
  /* Translators: %1$s is a date, %2$s are hours. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s, %2$s"), day, hours);

  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", session->title,
                       "subtitle", text, "title-lines", 0, "subtitle-lines", 0, NULL);
}
