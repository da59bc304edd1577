/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/presence.h"

#include <stdlib.h>

#define MINUTE_MS (60 * 1000)

gboolean
ikrar_presence_is_late (IkrarTime start, int late_after, IkrarTime at)
{
  return start != 0 && late_after >= 0 && at > start + (IkrarTime) late_after * MINUTE_MS;
}

static int
compare (const void *a, const void *b)
{
  const IkrarPassage *one = a;
  const IkrarPassage *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

/* Somebody on the way through a session. */
typedef struct
{
  IkrarTime start;
  IkrarTime end;
  gboolean inside;
  IkrarTime since;
  IkrarTime total;
} Stay;

static void
enter (Stay *stay, IkrarTime at)
{
  if (stay->inside)
    return;
  stay->inside = TRUE;
  stay->since = CLAMP (at, stay->start, stay->end);
}

static void
leave (Stay *stay, IkrarTime at)
{
  if (!stay->inside)
    return;
  stay->inside = FALSE;
  stay->total += MAX (CLAMP (at, stay->start, stay->end) - stay->since, 0);
}

/* The arrival is one more way in, before whatever else is of its moment. */
static void
follow (Stay *stay, IkrarTime arrived, IkrarPassage *passages, guint n_passages)
{
  gboolean here = FALSE;

  if (n_passages > 1)
    qsort (passages, n_passages, sizeof *passages, compare);
  for (guint i = 0; i < n_passages; i++)
    {
      if (!here && passages[i].at >= arrived)
        {
          enter (stay, arrived);
          here = TRUE;
        }
      if (passages[i].way == IKRAR_WAY_OUT)
        leave (stay, passages[i].at);
      else
        enter (stay, passages[i].at);
    }
  if (!here)
    enter (stay, arrived);
}

gboolean
ikrar_presence_is_inside (IkrarTime arrived, IkrarPassage *passages, guint n_passages)
{
  Stay stay = { .end = G_MAXINT64 };

  if (arrived != 0)
    follow (&stay, arrived, passages, n_passages);
  return stay.inside;
}

guint
ikrar_presence_minutes (IkrarTime start,
                        IkrarTime end,
                        IkrarTime arrived,
                        IkrarPassage *passages,
                        guint n_passages)
{
  Stay stay = { .start = start, .end = end };

  if (arrived == 0 || end <= start)
    return 0;
  follow (&stay, arrived, passages, n_passages);
  leave (&stay, end);
  return (guint) (stay.total / MINUTE_MS);
}

gboolean
ikrar_presence_reaches (guint minutes, guint of, int share)
{
  return share <= 0 || (guint64) minutes * 100 >= (guint64) of * (guint) share;
}
