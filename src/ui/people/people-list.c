/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/people-list.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "core/text.h"

#include "ui/common/compat.h"
#include "ui/common/line-list.h"
#include "ui/common/two-line-cell.h"
#include "ui/people/people-filters.h"

/* How narrow a row may become, in characters. */
#define ROW_CHARS 24

struct _IkrarPeopleList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkLabel *count_label;
  GtkWidget *filter_button;
  IkrarPeopleFilters *filters;
  GtkDropDown *order_drop;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;

  /* Owned */
  IkrarPersonTable *table; /* NULL before it is read */
  GPtrArray *ordered;      /* everybody */
  GPtrArray *found;        /* who is shown */
  IkrarLineList *lines;
  GtkSingleSelection *selection;

  IkrarId chosen;
  gboolean marking; /* whether the selection is changed by the program */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_REORDERED,
  SIGNAL_EVENT_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarPeopleList, ikrar_people_list, ADW_TYPE_BIN)

static gint64
key_of (gconstpointer line)
{
  return ((const IkrarPersonEntry *) line)->id;
}

static char *
describe (const IkrarPersonEntry *entry)
{
  g_autofree char *masked = ikrar_number_mask (entry->number);

  return g_strconcat (masked, *masked != '\0' && *entry->unit != '\0' ? " · " : "", entry->unit,
                      NULL);
}

static void
fill (GtkListItem *item)
{
  const IkrarPersonEntry *entry = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  g_autofree char *detail = entry != NULL ? describe (entry) : NULL;

  if (entry != NULL)
    ikrar_two_line_cell_set (IKRAR_TWO_LINE_CELL (gtk_list_item_get_child (item)), entry->display,
                             detail);
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarPeopleList *self)
{
  gtk_list_item_set_child (item, ikrar_two_line_cell_new (ROW_CHARS));
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarPeopleList *self)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill), item);
  fill (item);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarPeopleList *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill, item);
}

static guint
find_chosen (IkrarPeopleList *self)
{
  for (guint i = 0; self->chosen != 0 && self->found != NULL && i < self->found->len; i++)
    if (key_of (g_ptr_array_index (self->found, i)) == self->chosen)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
mark_chosen (IkrarPeopleList *self)
{
  self->marking = TRUE;
  gtk_single_selection_set_selected (self->selection, find_chosen (self));
  self->marking = FALSE;
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, IkrarPeopleList *self)
{
  const IkrarPersonEntry *entry =
      ikrar_line_list_get_line (self->lines, gtk_single_selection_get_selected (selection));

  if (self->marking || entry == NULL || entry->id == self->chosen)
    return;
  self->chosen = entry->id;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, entry->id);
}

/* Enter shows also whom the selection rests on. */
static void
on_activated (GtkListView *view, guint position, IkrarPeopleList *self)
{
  const IkrarPersonEntry *entry = ikrar_line_list_get_line (self->lines, position);

  if (entry == NULL)
    return;
  self->chosen = entry->id;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, entry->id);
}

static void
show_count (IkrarPeopleList *self)
{
  g_autofree char *found = ikrar_number_thousands (self->found->len);
  g_autofree char *all = ikrar_number_thousands (self->ordered->len);
  g_autofree char *text = NULL;

  if (self->found->len == self->ordered->len)
    /* Translators: %s is a number. */
    text = g_strdup_printf (ngettext ("%s person", "%s people", self->ordered->len), all);
  else
    /* Translators: %1$s of %2$s people. */
    text = g_strdup_printf (_ ("%1$s of %2$s people"), found, all);
  gtk_label_set_label (self->count_label, text);
}

/* Takes who matches from everybody; who was shown before is kept until that is done. */
static void
search (IkrarPeopleList *self, gboolean again)
{
  const IkrarPersonFilter *filter = ikrar_people_filters_get (self->filters);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->found);
  g_autoptr (GPtrArray) narrowed = NULL;

  if (self->ordered == NULL)
    return;
  narrowed = ikrar_person_filter_apply (filter, self->ordered);
  self->found = ikrar_person_table_search (
      narrowed, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  self->marking = TRUE;
  if (again)
    ikrar_line_list_follow (self->lines, self->found, key_of);
  else
    ikrar_line_list_show (self->lines, self->found);
  self->marking = FALSE;
  mark_chosen (self);
  show_count (self);
  gtk_stack_set_visible_child_name (self->stack, self->found->len > 0 ? "list" : "no-results");
  if (!again)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
on_search_changed (IkrarPeopleList *self)
{
  search (self, FALSE);
}

/* Enter in the search shows the first one found, even before the entry tells what was typed. */
static void
on_search_activated (IkrarPeopleList *self)
{
  search (self, FALSE);
  on_activated (self->view, 0, self);
  mark_chosen (self);
}

static void
on_search_stopped (IkrarPeopleList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* A filter that is on can be seen without opening them. */
static void
on_filter_changed (IkrarPeopleList *self)
{
  if (ikrar_person_filter_is_open (ikrar_people_filters_get (self->filters)))
    gtk_widget_remove_css_class (self->filter_button, "accent");
  else
    gtk_widget_add_css_class (self->filter_button, "accent");
  search (self, FALSE);
}

static void
on_event_changed (IkrarPeopleList *self)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_WANTED], 0);
}

static void
on_order_selected (IkrarPeopleList *self)
{
  g_signal_emit (self, signals[SIGNAL_REORDERED], 0);
}

static void
clear_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  on_search_stopped (IKRAR_PEOPLE_LIST (widget));
  ikrar_people_filters_clear (IKRAR_PEOPLE_LIST (widget)->filters);
}

static void
ikrar_people_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PEOPLE_LIST);
  G_OBJECT_CLASS (ikrar_people_list_parent_class)->dispose (object);
}

static void
ikrar_people_list_finalize (GObject *object)
{
  IkrarPeopleList *self = IKRAR_PEOPLE_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->ordered, g_ptr_array_unref);
  ikrar_person_table_unref (self->table);
  G_OBJECT_CLASS (ikrar_people_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/people-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, count_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, order_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, filters);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_order_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_event_changed);
}

static void
ikrar_people_list_class_init (IkrarPeopleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_people_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_people_list_finalize;
  g_type_ensure (IKRAR_TYPE_PEOPLE_FILTERS);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "list.clear-search", NULL, clear_search);

  /**
   * IkrarPeopleList::chosen:
   * @list: the list
   * @person: whose row was pressed, or reached with the keyboard
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * IkrarPeopleList::reordered:
   * @list: the list
   */
  signals[SIGNAL_REORDERED] = g_signal_new ("reordered", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IkrarPeopleList::event-wanted:
   * @list: the list
   */
  signals[SIGNAL_EVENT_WANTED] =
      g_signal_new ("event-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
ikrar_people_list_init (IkrarPeopleList *self)
{
  self->lines = ikrar_line_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, 0);
  ikrar_compat_set_placeholder (self->search_entry, _ ("Name, number or unit"));
}

IkrarPersonOrder
ikrar_people_list_get_order (IkrarPeopleList *self)
{
  g_return_val_if_fail (IKRAR_IS_PEOPLE_LIST (self), IKRAR_PERSON_ORDER_NAME);

  return gtk_drop_down_get_selected (self->order_drop);
}

void
ikrar_people_list_show (IkrarPeopleList *self,
                        IkrarPersonTable *table,
                        GPtrArray *ordered,
                        gboolean again)
{
  g_autoptr (IkrarPersonTable) before = g_steal_pointer (&self->table);
  g_autoptr (GPtrArray) everybody = g_steal_pointer (&self->ordered);

  g_return_if_fail (IKRAR_IS_PEOPLE_LIST (self));

  self->table = ikrar_person_table_ref (table);
  self->ordered = g_ptr_array_ref (ordered);
  search (self, again && before != NULL);
}

IkrarPeopleFilters *
ikrar_people_list_get_filters (IkrarPeopleList *self)
{
  g_return_val_if_fail (IKRAR_IS_PEOPLE_LIST (self), NULL);

  return self->filters;
}

void
ikrar_people_list_choose (IkrarPeopleList *self, IkrarId person)
{
  g_return_if_fail (IKRAR_IS_PEOPLE_LIST (self));

  self->chosen = person;
  mark_chosen (self);
}

void
ikrar_people_list_start_search (IkrarPeopleList *self)
{
  g_return_if_fail (IKRAR_IS_PEOPLE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
