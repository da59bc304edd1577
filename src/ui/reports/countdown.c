/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/countdown.h"

#include <glib/gi18n-lib.h>

#define MINUTE_MS (60 * G_GINT64_CONSTANT (1000))
#define DAY_MINUTES (24 * 60)

static IkrarCountdownPhase
get_phase (const IkrarEvent *event, IkrarTime now)
{
  if (event->state == IKRAR_EVENT_DONE || now > ikrar_event_get_end (event))
    return IKRAR_COUNTDOWN_OVER;
  return now < event->start_at ? IKRAR_COUNTDOWN_BEFORE : IKRAR_COUNTDOWN_RUNNING;
}

static guint
count_days (IkrarTime from, IkrarTime to, IkrarZone zone)
{
  return (guint) (ikrar_time_day_number (to, zone) - ikrar_time_day_number (from, zone));
}

IkrarCountdown
ikrar_countdown_get (const IkrarEvent *event, IkrarTime now)
{
  IkrarCountdown countdown = { .phase = get_phase (event, now) };
  gboolean before = countdown.phase == IKRAR_COUNTDOWN_BEFORE;
  IkrarTime other = countdown.phase == IKRAR_COUNTDOWN_OVER ? MIN (ikrar_event_get_end (event), now)
                                                            : event->start_at;
  IkrarTime from = before ? now : other;
  IkrarTime to = before ? other : now;
  guint64 minutes = (guint64) (to - from + (before ? MINUTE_MS - 1 : 0)) / MINUTE_MS;

  if (minutes >= DAY_MINUTES)
    countdown.days = count_days (from, to, event->zone);
  else
    {
      countdown.hours = (guint) minutes / 60;
      countdown.minutes = (guint) minutes % 60;
    }
  return countdown;
}

char *
ikrar_countdown_format (const IkrarCountdown *countdown)
{
  if (countdown->days > 0)
    /* Translators: how long until or since an event; shown in large letters. */
    return g_strdup_printf (ngettext ("%u day", "%u days", countdown->days), countdown->days);
  if (countdown->hours > 0)
    /* Translators: hours and minutes; shown in large letters. */
    return g_strdup_printf (_ ("%1$u h %2$u min"), countdown->hours, countdown->minutes);
  /* Translators: minutes; shown in large letters. */
  return g_strdup_printf (_ ("%u min"), countdown->minutes);
}

/* The higher the more an event matters. */
static int
weigh (const IkrarEvent *event, IkrarTime now)
{
  IkrarCountdownPhase phase = get_phase (event, now);

  if (event->state == IKRAR_EVENT_CANCELLED)
    return 0;
  if (phase == IKRAR_COUNTDOWN_RUNNING)
    return 4;
  if (phase == IKRAR_COUNTDOWN_BEFORE)
    return 3;
  return event->state == IKRAR_EVENT_RUNNING ? 2 : 1;
}

/* Of what has not begun the first, of the rest the last. */
static gboolean
is_nearer (const IkrarEvent *event, const IkrarEvent *other, gboolean before)
{
  return before ? event->start_at < other->start_at : event->start_at > other->start_at;
}

const IkrarEventLine *
ikrar_countdown_choose (GPtrArray *lines, IkrarTime now)
{
  const IkrarEventLine *best = NULL;
  int best_weight = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarEventLine *line = g_ptr_array_index (lines, i);
      int weight = weigh (line->event, now);

      if (weight > best_weight || (weight > 0 && weight == best_weight &&
                                   is_nearer (line->event, best->event, weight == 3)))
        {
          best = line;
          best_weight = weight;
        }
    }
  return best;
}
