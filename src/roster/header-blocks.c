/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"

/* Tables side by side have at least so many heads in common, one of which is the name. */
#define COMMON_HEADS_MIN 2
#define MOST_PERCENT 60

static IkrarRosterColumn *
column_at (const IkrarHeader *header, guint index)
{
  return &g_array_index (header->columns, IkrarRosterColumn, index);
}

/* Indexes of the columns where the head of the first one stands again. */
static GArray *
find_starts (const IkrarHeader *header)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *first = NULL;

  for (guint i = 0; i < header->columns->len; i++)
    {
      g_autofree char *folded = ikrar_text_fold (column_at (header, i)->title);

      if (*folded == '\0')
        continue;
      if (first == NULL)
        first = g_strdup (folded);
      if (strcmp (folded, first) == 0)
        g_array_append_val (starts, i);
    }
  return starts;
}

static guint
end_of (const IkrarHeader *header, const GArray *starts, guint block)
{
  return block + 1 < starts->len ? g_array_index (starts, guint, block + 1) : header->columns->len;
}

static gboolean
has_title (const IkrarHeader *header, guint from, guint until, const char *title)
{
  g_autofree char *wanted = ikrar_text_fold (title);

  for (guint i = from; i < until; i++)
    {
      g_autofree char *folded = ikrar_text_fold (column_at (header, i)->title);

      if (strcmp (folded, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a table has people: a head of names with names below it. */
static gboolean
has_people (const IkrarHeader *header, const IkrarSheetRows *sample, guint from, guint until)
{
  for (guint i = from; i < until; i++)
    {
      const IkrarRosterColumn *column = column_at (header, i);
      IkrarHeadGuess guess;

      if (_ikrar_head_guess_title (column->title, &guess) &&
          guess.field == IKRAR_ROSTER_FIELD_NAME && guess.rank < IKRAR_HEAD_VAGUE &&
          !_ikrar_content_of_column (sample, header->last_row, column->column,
                                     _ikrar_content_is_unit, MOST_PERCENT))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_table (const IkrarHeader *header,
          const IkrarSheetRows *sample,
          const GArray *starts,
          guint block)
{
  guint from = g_array_index (starts, guint, block);
  guint until = end_of (header, starts, block);
  guint n_common = 0;

  for (guint i = g_array_index (starts, guint, 0); i < end_of (header, starts, 0); i++)
    {
      const char *title = column_at (header, i)->title;

      n_common += *title != '\0' && has_title (header, from, until, title);
    }
  return n_common >= COMMON_HEADS_MIN && has_people (header, sample, from, until);
}

void
_ikrar_header_guess_blocks (IkrarHeader *header, const IkrarSheetRows *sample)
{
  g_autoptr (GArray) starts = find_starts (header);

  for (guint block = 0; block < starts->len; block++)
    if (!is_table (header, sample, starts, block))
      return;
  header->n_blocks = MAX (starts->len, 1);
  for (guint block = 1; block < starts->len; block++)
    for (guint i = g_array_index (starts, guint, block); i < end_of (header, starts, block); i++)
      column_at (header, i)->block = block;
}
