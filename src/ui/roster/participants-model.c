/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/participants-model.h"

#include "core/text.h"

struct _IkrarParticipantsModel
{
  GObject parent_instance;

  /* Owned */
  IkrarLineList *list;
  IkrarIdSelection *selection;
  IkrarParticipantTable *table; /* NULL before there is one */
  GArray *order;                /* NULL without a table */
  char *text;

  IkrarParticipantsFilter filter;
  IkrarPledgeState pledge; /* IKRAR_N_PLEDGE_STATES for all */
  char *kind;              /* NULL for all */
  IkrarId unit;
  IkrarZone zone;
};

G_DEFINE_FINAL_TYPE (IkrarParticipantsModel, ikrar_participants_model, G_TYPE_OBJECT)

/* Groups of a filter, as bits; 0 for all. */
static const guint groups[IKRAR_N_PARTICIPANTS_FILTERS] = {
  [IKRAR_PARTICIPANTS_PRESENT] = 1u << IKRAR_ATTENDANCE_GROUP_PRESENT,
  [IKRAR_PARTICIPANTS_REPRESENTED] = 1u << IKRAR_ATTENDANCE_GROUP_REPRESENTED,
  [IKRAR_PARTICIPANTS_EXCUSED] = 1u << IKRAR_ATTENDANCE_GROUP_EXCUSED,
  [IKRAR_PARTICIPANTS_ABSENT] = 1u << IKRAR_ATTENDANCE_GROUP_ABSENT,
  [IKRAR_PARTICIPANTS_UNRECORDED] = 1u << IKRAR_ATTENDANCE_GROUP_UNRECORDED,
};

static gint64
get_id (gconstpointer line)
{
  return ((const IkrarParticipantLine *) line)->id;
}

static GArray *
search (IkrarParticipantsModel *self, const char *text, IkrarParticipantsFilter filter)
{
  return ikrar_participant_table_search (self->table, text, groups[filter], self->unit);
}

/* What the search of the table does not look at. */
static gboolean
is_wanted (IkrarParticipantsModel *self,
           const IkrarParticipantLine *line,
           IkrarParticipantsFilter filter)
{
  return line->withdrawn == (filter == IKRAR_PARTICIPANTS_WITHDRAWN) &&
         (self->pledge == IKRAR_N_PLEDGE_STATES || line->pledge == self->pledge) &&
         (self->kind == NULL || g_str_equal (line->kind, self->kind));
}

/* What is found stands in the order of the table; the list has its own. */
static GPtrArray *
list_lines (IkrarParticipantsModel *self)
{
  guint size = ikrar_participant_table_size (self->table);
  g_autoptr (GArray) found = search (self, self->text, self->filter);
  g_autofree gboolean *is_found = g_new0 (gboolean, size + 1);
  GPtrArray *lines = g_ptr_array_sized_new (found->len + 1);

  for (guint i = 0; i < found->len; i++)
    is_found[g_array_index (found, guint, i)] = TRUE;
  for (guint i = 0; i < size; i++)
    {
      guint index = g_array_index (self->order, guint, i);
      const IkrarParticipantLine *line = ikrar_participant_table_line (self->table, index);

      if (is_found[index] && is_wanted (self, line, self->filter))
        g_ptr_array_add (lines, (gpointer) line);
    }
  return lines;
}

static void
show (IkrarParticipantsModel *self)
{
  g_autoptr (GPtrArray) lines = self->table != NULL ? list_lines (self) : g_ptr_array_new ();

  ikrar_line_list_show (self->list, lines);
}

static void
ikrar_participants_model_finalize (GObject *object)
{
  IkrarParticipantsModel *self = IKRAR_PARTICIPANTS_MODEL (object);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  /* The list may outlive the lines. */
  ikrar_line_list_show (self->list, nobody);
  g_object_unref (self->selection);
  g_object_unref (self->list);
  g_clear_pointer (&self->order, g_array_unref);
  ikrar_participant_table_unref (self->table);
  g_free (self->text);
  g_free (self->kind);
  G_OBJECT_CLASS (ikrar_participants_model_parent_class)->finalize (object);
}

static void
ikrar_participants_model_class_init (IkrarParticipantsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_participants_model_finalize;
}

static void
ikrar_participants_model_init (IkrarParticipantsModel *self)
{
  self->pledge = IKRAR_N_PLEDGE_STATES;
  self->list = ikrar_line_list_new ();
  ikrar_line_list_set_lingers (self->list, TRUE);
  self->selection = ikrar_id_selection_new (self->list, get_id);
}

IkrarParticipantsModel *
ikrar_participants_model_new (void)
{
  return g_object_new (IKRAR_TYPE_PARTICIPANTS_MODEL, NULL);
}

IkrarIdSelection *
ikrar_participants_model_get_selection (IkrarParticipantsModel *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self), NULL);

  return self->selection;
}

static void
take_order (IkrarParticipantsModel *self, GArray *order)
{
  g_array_ref (order);
  g_clear_pointer (&self->order, g_array_unref);
  self->order = order;
}

static gboolean
is_on_roster (IkrarId id, gpointer ids)
{
  return g_hash_table_contains (ids, &id);
}

static void
drop_missing (IkrarParticipantsModel *self)
{
  g_autoptr (GHashTable) ids = NULL;

  if (ikrar_id_selection_get_size (self->selection) == 0)
    return;
  ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ikrar_participant_table_size (self->table); i++)
    g_hash_table_add (ids, (gpointer) &ikrar_participant_table_line (self->table, i)->id);
  ikrar_id_selection_keep (self->selection, is_on_roster, ids);
}

void
ikrar_participants_model_set_roster (IkrarParticipantsModel *self,
                                     IkrarParticipantTable *table,
                                     GArray *order,
                                     IkrarZone zone)
{
  /* The lines shown so far belong to the roster before. */
  g_autoptr (IkrarParticipantTable) before = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  before = self->table;
  self->table = ikrar_participant_table_ref (table);
  self->zone = zone;
  take_order (self, order);
  lines = list_lines (self);
  ikrar_line_list_follow (self->list, lines, get_id);
  drop_missing (self);
}

IkrarZone
ikrar_participants_model_get_zone (IkrarParticipantsModel *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self), IKRAR_ZONE_WIB);

  return self->zone;
}

IkrarParticipantTable *
ikrar_participants_model_get_roster (IkrarParticipantsModel *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self), NULL);

  return self->table;
}

void
ikrar_participants_model_set_order (IkrarParticipantsModel *self, GArray *order)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));
  g_return_if_fail (self->table != NULL &&
                    order->len == ikrar_participant_table_size (self->table));

  take_order (self, order);
  show (self);
}

void
ikrar_participants_model_clear (IkrarParticipantsModel *self)
{
  g_autoptr (IkrarParticipantTable) before = NULL;

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  before = g_steal_pointer (&self->table);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->kind, g_free);
  self->filter = IKRAR_PARTICIPANTS_ALL;
  self->pledge = IKRAR_N_PLEDGE_STATES;
  self->unit = 0;
  ikrar_id_selection_clear (self->selection);
  show (self);
}

void
ikrar_participants_model_set_search (IkrarParticipantsModel *self, const char *text)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  g_free (self->text);
  self->text = g_strdup (text);
  show (self);
}

void
ikrar_participants_model_set_filter (IkrarParticipantsModel *self, IkrarParticipantsFilter filter)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  show (self);
}

IkrarParticipantsFilter
ikrar_participants_model_get_filter (IkrarParticipantsModel *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self), IKRAR_PARTICIPANTS_ALL);

  return self->filter;
}

void
ikrar_participants_model_set_unit (IkrarParticipantsModel *self, IkrarId unit)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  if (self->unit == unit)
    return;
  self->unit = unit;
  show (self);
}

void
ikrar_participants_model_set_pledge (IkrarParticipantsModel *self, IkrarPledgeState pledge)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  if (self->pledge == pledge)
    return;
  self->pledge = pledge;
  show (self);
}

void
ikrar_participants_model_set_kind (IkrarParticipantsModel *self, const char *kind)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  if (g_strcmp0 (self->kind, kind) == 0)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  show (self);
}

gboolean
ikrar_participants_model_is_narrowed (IkrarParticipantsModel *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self), FALSE);

  return self->filter != IKRAR_PARTICIPANTS_ALL || self->unit != 0 || self->kind != NULL ||
         self->pledge != IKRAR_N_PLEDGE_STATES || !ikrar_text_is_blank (self->text);
}

void
ikrar_participants_model_count (IkrarParticipantsModel *self,
                                guint counts[IKRAR_N_PARTICIPANTS_FILTERS])
{
  guint size;

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  for (guint i = 0; i < IKRAR_N_PARTICIPANTS_FILTERS; i++)
    counts[i] = 0;
  size = self->table != NULL ? ikrar_participant_table_size (self->table) : 0;
  for (guint i = 0; i < size; i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (self->table, i);
      guint group = 1u << ikrar_attendance_group (line->state);

      if (self->unit != 0 && line->unit_id != self->unit)
        continue;
      for (guint filter = 0; filter < IKRAR_N_PARTICIPANTS_FILTERS; filter++)
        if (is_wanted (self, line, filter) &&
            (groups[filter] == 0 || (groups[filter] & group) != 0))
          counts[filter]++;
    }
}

guint
ikrar_participants_model_count_shown (IkrarParticipantsModel *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self), 0);

  return ikrar_line_list_get_size (self->list);
}

GArray *
ikrar_participants_model_get_shown (IkrarParticipantsModel *self)
{
  guint size = ikrar_participants_model_count_shown (self);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (IkrarId), size);

  for (guint i = 0; i < size; i++)
    {
      IkrarId id = get_id (ikrar_line_list_get_line (self->list, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

guint
ikrar_participants_model_count_hidden (IkrarParticipantsModel *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self), 0);

  return ikrar_id_selection_get_size (self->selection) -
         ikrar_id_selection_count_shown (self->selection);
}

void
ikrar_participants_model_select (IkrarParticipantsModel *self, IkrarParticipantsFilter filter)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_MODEL (self));

  if (self->table == NULL)
    return;
  found = search (self, NULL, filter);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (IkrarId), found->len);
  for (guint i = 0; i < found->len; i++)
    {
      const IkrarParticipantLine *line =
          ikrar_participant_table_line (self->table, g_array_index (found, guint, i));

      if (is_wanted (self, line, filter))
        g_array_append_val (ids, line->id);
    }
  ikrar_id_selection_clear (self->selection);
  ikrar_id_selection_add (self->selection, (const IkrarId *) (gpointer) ids->data, ids->len);
}
