/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/group-item.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "core/vocabulary.h"

struct _IkrarGroupItem
{
  GObject parent_instance;

  char *name; /* in the user's language; the line's is not kept */
  IkrarGroupLine line;
  guint place;
  gboolean total;
};

G_DEFINE_FINAL_TYPE (IkrarGroupItem, ikrar_group_item, G_TYPE_OBJECT)

static const char *const nobodys[IKRAR_N_GROUPINGS] = {
  [IKRAR_GROUPING_UNIT] = N_ ("Without unit"),
  [IKRAR_GROUPING_GRADE] = N_ ("Without grade"),
  [IKRAR_GROUPING_KIND] = N_ ("Not said"),
};

/* Which states a column counts. */
static const IkrarAttendanceGroup groups[IKRAR_N_GROUP_COLUMNS] = {
  [IKRAR_GROUP_PRESENT] = IKRAR_ATTENDANCE_GROUP_PRESENT,
  [IKRAR_GROUP_REPRESENTED] = IKRAR_ATTENDANCE_GROUP_REPRESENTED,
  [IKRAR_GROUP_EXCUSED] = IKRAR_ATTENDANCE_GROUP_EXCUSED,
  [IKRAR_GROUP_ABSENT] = IKRAR_ATTENDANCE_GROUP_ABSENT,
  [IKRAR_GROUP_UNRECORDED] = IKRAR_ATTENDANCE_GROUP_UNRECORDED,
};

static void
ikrar_group_item_finalize (GObject *object)
{
  g_free (IKRAR_GROUP_ITEM (object)->name);
  G_OBJECT_CLASS (ikrar_group_item_parent_class)->finalize (object);
}

static void
ikrar_group_item_class_init (IkrarGroupItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_group_item_finalize;
}

static void
ikrar_group_item_init (IkrarGroupItem *self)
{
}

const char *
ikrar_group_name (IkrarGrouping grouping, const char *name)
{
  if (*name == '\0')
    return _ (nobodys[grouping]);
  if (grouping == IKRAR_GROUPING_KIND)
    return ikrar_vocabulary_label (IKRAR_VOCABULARY_PARTICIPANT_KIND, name);
  return name;
}

IkrarGroupItem *
ikrar_group_item_new (IkrarGrouping grouping, const IkrarGroupLine *line, guint place)
{
  IkrarGroupItem *self = g_object_new (IKRAR_TYPE_GROUP_ITEM, NULL);

  self->name = g_strdup (ikrar_group_name (grouping, line->name));
  self->line = *line;
  self->line.name = NULL;
  self->place = place;
  return self;
}

IkrarGroupItem *
ikrar_group_item_new_total (const IkrarGroupLine *line)
{
  IkrarGroupItem *self = g_object_new (IKRAR_TYPE_GROUP_ITEM, NULL);

  self->name = g_strdup (_ ("Total"));
  self->line = *line;
  self->line.name = NULL;
  self->total = TRUE;
  return self;
}

gboolean
ikrar_group_item_is_total (IkrarGroupItem *self)
{
  g_return_val_if_fail (IKRAR_IS_GROUP_ITEM (self), FALSE);

  return self->total;
}

const IkrarGroupLine *
ikrar_group_item_get_line (IkrarGroupItem *self)
{
  g_return_val_if_fail (IKRAR_IS_GROUP_ITEM (self), NULL);

  return &self->line;
}

double
ikrar_group_item_get_key (IkrarGroupItem *self, IkrarGroupColumn column)
{
  g_return_val_if_fail (IKRAR_IS_GROUP_ITEM (self), 0);

  switch (column)
    {
    case IKRAR_GROUP_NAME:
      return self->place;
    case IKRAR_GROUP_INVITED:
      return self->line.count.invited;
    case IKRAR_GROUP_RATE:
      return ikrar_attendance_count_rate (&self->line.count);
    case IKRAR_GROUP_RECITED:
      return self->line.pledges[IKRAR_PLEDGE_RECITED];
    case IKRAR_GROUP_SIGNED:
      return self->line.pledges[IKRAR_PLEDGE_SIGNED];
    case IKRAR_GROUP_UNPLEDGED:
      return self->line.pledges[IKRAR_PLEDGE_NONE];
    case IKRAR_GROUP_PLEDGE_RATE:
      return ikrar_group_line_get_pledge_rate (&self->line);
    default:
      return ikrar_attendance_count_group (&self->line.count, groups[column]);
    }
}

char *
ikrar_group_item_format (IkrarGroupItem *self, IkrarGroupColumn column)
{
  g_return_val_if_fail (IKRAR_IS_GROUP_ITEM (self), NULL);

  switch (column)
    {
    case IKRAR_GROUP_NAME:
      return g_strdup (self->name);
    case IKRAR_GROUP_RATE:
    case IKRAR_GROUP_PLEDGE_RATE:
      return ikrar_number_percent (ikrar_group_item_get_key (self, column));
    default:
      return ikrar_number_thousands ((gint64) ikrar_group_item_get_key (self, column));
    }
}
