/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/reports/todo.h"

#define DAY_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))
/* A roster is asked for so long before an event. */
#define ROSTER_AHEAD (30 * DAY_MS)
/* What was left undone is recalled so long. */
#define MEMORY (90 * DAY_MS)
/* An event may last longer than planned. */
#define CLOSE_AFTER (DAY_MS / 2)
#define BACKUP_AGE DAY_MS

static IkrarTime
get_end (const IkrarTodoEvent *event)
{
  return MAX (event->start_at, event->end_at);
}

static gboolean
needs_roster (const IkrarTodoEvent *event, IkrarTime now)
{
  return event->invited == 0 &&
         (event->state == IKRAR_EVENT_DRAFT || event->state == IKRAR_EVENT_PLANNED ||
          event->state == IKRAR_EVENT_RUNNING) &&
         get_end (event) >= now && event->start_at - now <= ROSTER_AHEAD;
}

static gboolean
needs_review (const IkrarTodoEvent *event, IkrarTime now)
{
  return event->refused > 0 && event->state != IKRAR_EVENT_CANCELLED && get_end (event) >= now;
}

static gboolean
needs_certificates (const IkrarTodoEvent *event, IkrarTime now)
{
  gboolean over = event->state == IKRAR_EVENT_DONE || get_end (event) < now;

  return event->due > 0 && event->gives_certificates && over &&
         event->state != IKRAR_EVENT_CANCELLED && now - get_end (event) <= MEMORY;
}

static gboolean
needs_closing (const IkrarTodoEvent *event, IkrarTime now)
{
  return event->state == IKRAR_EVENT_RUNNING && now - get_end (event) > CLOSE_AFTER;
}

/* Rules about events, in the order in which they matter. */
static const struct
{
  IkrarTodoKind kind;
  gboolean (*applies) (const IkrarTodoEvent *event, IkrarTime now);
} rules[] = {
  { IKRAR_TODO_ROSTER, needs_roster },
  { IKRAR_TODO_REFUSED, needs_review },
  { IKRAR_TODO_CERTIFICATES, needs_certificates },
  { IKRAR_TODO_CLOSE, needs_closing },
};

static void
add (GArray *todos, IkrarTodoKind kind, guint event)
{
  IkrarTodo todo = { kind, event };

  g_array_append_val (todos, todo);
}

static void
add_of_events (GArray *todos, const IkrarTodoFacts *facts)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = 0; j < facts->events->len; j++)
      if (rules[i].applies (&g_array_index (facts->events, IkrarTodoEvent, j), facts->now))
        add (todos, rules[i].kind, j);
}

GArray *
ikrar_todo_derive (const IkrarTodoFacts *facts)
{
  GArray *todos = g_array_new (FALSE, FALSE, sizeof (IkrarTodo));

  if (!facts->has_institution)
    add (todos, IKRAR_TODO_INSTITUTION, 0);
  add_of_events (todos, facts);
  if (facts->events->len == 0)
    return todos;
  if (facts->now - facts->backup_at > BACKUP_AGE)
    add (todos, IKRAR_TODO_BACKUP, 0);
  if (!facts->has_passphrase)
    add (todos, IKRAR_TODO_PASSPHRASE, 0);
  return todos;
}
