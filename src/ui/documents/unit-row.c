/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/documents/unit-row.h"

#include <glib/gi18n-lib.h>

#include "store/unit.h"

#include "ui/common/compat.h"

/* Fewer units than this are seen at a glance. */
#define SEARCH_FROM 12

struct _IkrarUnitRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkListView *list;
  GtkStringList *names;
  GtkFilterListModel *matches;

  /* Owned */
  GArray *ids; /* IkrarId of @names; the first one is 0: all units */

  guint chosen; /* index of @ids */
};

G_DEFINE_FINAL_TYPE (IkrarUnitRow, ikrar_unit_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_chosen (IkrarUnitRow *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               gtk_string_list_get_string (self->names, self->chosen));
}

static void
add_unit (IkrarUnitRow *self, const char *name, IkrarId id)
{
  gtk_string_list_append (self->names, name);
  g_array_append_val (self->ids, id);
}

static void
clear_units (IkrarUnitRow *self)
{
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          NULL);
  g_array_set_size (self->ids, 0);
  add_unit (self, _ ("All Units"), 0);
}

static guint
find_id (IkrarUnitRow *self, IkrarId unit)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, IkrarId, i) == unit)
      return i;
  return 0;
}

/* Positions in the list are those of what matches the search. */
static guint
find_item (IkrarUnitRow *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->matches), position);

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (self->names), i);

      if (item == other)
        return i;
    }
  return 0;
}

static void
on_item_activated (IkrarUnitRow *self, guint position)
{
  guint index = find_item (self, position);

  gtk_popover_popdown (self->popover);
  if (index == self->chosen)
    return;
  self->chosen = index;
  show_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_search_activated (IkrarUnitRow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->matches)) > 0)
    on_item_activated (self, 0);
}

static void
on_search_stopped (IkrarUnitRow *self)
{
  gtk_popover_popdown (self->popover);
}

static void
ikrar_unit_row_activate (AdwActionRow *row)
{
  IkrarUnitRow *self = IKRAR_UNIT_ROW (row);
  gboolean searched = self->ids->len > SEARCH_FROM;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), searched);
  gtk_popover_popup (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", self->chosen);
  gtk_widget_grab_focus (searched ? GTK_WIDGET (self->search_entry) : GTK_WIDGET (self->list));
}

static void
ikrar_unit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UNIT_ROW);
  G_OBJECT_CLASS (ikrar_unit_row_parent_class)->dispose (object);
}

static void
ikrar_unit_row_finalize (GObject *object)
{
  g_array_unref (IKRAR_UNIT_ROW (object)->ids);
  G_OBJECT_CLASS (ikrar_unit_row_parent_class)->finalize (object);
}

static void
ikrar_unit_row_class_init (IkrarUnitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_unit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_unit_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = ikrar_unit_row_activate;
  signals[CHOSEN] = g_signal_new ("chosen", IKRAR_TYPE_UNIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/unit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitRow, popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitRow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitRow, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitRow, names);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitRow, matches);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
ikrar_unit_row_init (IkrarUnitRow *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  gtk_widget_init_template (GTK_WIDGET (self));
  ikrar_compat_set_placeholder (self->search_entry, _ ("Name of the unit"));
  clear_units (self);
  show_chosen (self);
}

void
ikrar_unit_row_set_units (IkrarUnitRow *self, GPtrArray *units)
{
  IkrarId unit;

  g_return_if_fail (IKRAR_IS_UNIT_ROW (self));

  unit = ikrar_unit_row_get_unit (self);
  clear_units (self);
  for (guint i = 0; i < units->len; i++)
    {
      const IkrarUnit *one = g_ptr_array_index (units, i);

      add_unit (self, one->name, one->id);
    }
  ikrar_unit_row_set_unit (self, unit);
}

IkrarId
ikrar_unit_row_get_unit (IkrarUnitRow *self)
{
  g_return_val_if_fail (IKRAR_IS_UNIT_ROW (self), 0);

  return g_array_index (self->ids, IkrarId, self->chosen);
}

void
ikrar_unit_row_set_unit (IkrarUnitRow *self, IkrarId unit)
{
  g_return_if_fail (IKRAR_IS_UNIT_ROW (self));

  self->chosen = find_id (self, unit);
  show_chosen (self);
}
