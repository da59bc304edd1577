/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/calendar-file.h"
#include "report/occasion-private.h"
#include "report/output-file-private.h"

/* Octets of a line without its break (RFC 5545, 3.1). */
#define LINE_OCTETS 75

/* How long an event without an end is shown. */
#define OPEN_END_HOURS 2

#define HOUR (60 * 60 * G_GINT64_CONSTANT (1000))

/* TEXT values (RFC 5545, 3.3.11). */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\\':
      case ';':
      case ',':
        g_string_append_c (escaped, '\\');
        g_string_append_c (escaped, *text);
        break;
      case '\n':
        g_string_append (escaped, "\\n");
        break;
      default:
        if ((guchar) *text >= 0x20 && *text != 0x7f)
          g_string_append_c (escaped, *text);
      }
  return g_string_free (escaped, FALSE);
}

/* A long line goes on after a break and a space; letters are not taken apart. */
static void
append_line (GString *file, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);
  gsize used = 0;

  for (const char *p = line, *next; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (used + (gsize) (next - p) > LINE_OCTETS)
        {
          g_string_append (file, "\r\n ");
          used = 1;
        }
      g_string_append_len (file, p, next - p);
      used += (gsize) (next - p);
    }
  g_string_append (file, "\r\n");
}

static void
append_text (GString *file, const char *name, const char *text)
{
  g_autofree char *value = NULL;

  if (text == NULL || *text == '\0')
    return;
  value = escape (text);
  append_line (file, name, value);
}

static void
append_time (GString *file, const char *name, IkrarTime time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autofree char *value = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  append_line (file, name, value);
}

static void
append_entry (GString *file,
              const IkrarEvent *event,
              const IkrarEventSession *session,
              const char *organizer,
              IkrarTime now)
{
  IkrarTime start = session != NULL ? session->start_at : event->start_at;
  IkrarTime end = session != NULL ? session->end_at : event->end_at;
  g_autofree char *uid = g_strdup_printf ("ikrar-%" IKRAR_ID_FORMAT "@ikrar.id",
                                          session != NULL ? session->id : event->id);
  g_autofree char *title = session != NULL && *session->title != '\0'
                               ? g_strdup_printf ("%s: %s", event->title, session->title)
                               : g_strdup (event->title);

  append_line (file, "BEGIN", "VEVENT");
  append_line (file, "UID", uid);
  append_time (file, "DTSTAMP", now);
  append_time (file, "DTSTART", start);
  append_time (file, "DTEND", end > start ? end : start + OPEN_END_HOURS * HOUR);
  append_text (file, "SUMMARY", title);
  append_text (file, "LOCATION", event->place);
  append_text (file, "DESCRIPTION", organizer);
  append_line (file, "STATUS", event->state == IKRAR_EVENT_CANCELLED ? "CANCELLED" : "CONFIRMED");
  append_line (file, "END", "VEVENT");
}

char *
ikrar_calendar_file_make (const IkrarEvent *event,
                          const GPtrArray *sessions,
                          const char *organizer,
                          IkrarTime now)
{
  GString *file;

  g_return_val_if_fail (event != NULL, NULL);

  file = g_string_new (NULL);
  append_line (file, "BEGIN", "VCALENDAR");
  append_line (file, "VERSION", "2.0");
  append_line (file, "PRODID", "-//Ikrar//Ikrar//ID");
  append_line (file, "METHOD", "PUBLISH");
  if (sessions == NULL || sessions->len < 2)
    append_entry (file, event, NULL, organizer, now);
  else
    for (guint i = 0; i < sessions->len; i++)
      append_entry (file, event, g_ptr_array_index (sessions, i), organizer, now);
  append_line (file, "END", "VCALENDAR");
  return g_string_free (file, FALSE);
}

gboolean
ikrar_calendar_file_write (IkrarStore *store, IkrarId event, const char *path, GError **error)
{
  g_autoptr (IkrarOccasion) occasion = NULL;
  g_autoptr (IkrarOutputFile) file = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (store != NULL && path != NULL, FALSE);

  occasion = ikrar_occasion_load (store, event, error);
  if (occasion == NULL)
    return FALSE;
  file = ikrar_output_file_new (path, error);
  if (file == NULL)
    return FALSE;
  text = ikrar_calendar_file_make (occasion->event, occasion->sessions,
                                   *occasion->event->organizer != '\0'
                                       ? occasion->event->organizer
                                       : ikrar_occasion_get_agency (occasion),
                                   ikrar_store_now (store));
  ikrar_output_file_write (file, text, strlen (text));
  return ikrar_output_file_commit (file, error);
}
