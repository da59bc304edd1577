/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/people-filters.h"

#include <glib/gi18n-lib.h>

#include "store/event.h"
#include "store/unit-tree.h"

/* What a unit is moved in by in the list, for each that it is below. */
#define INDENT 3

/* How wide a choice may be, in characters. */
#define CHARS 24

struct _IkrarPeopleFilters
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkDropDown *kind_drop;
  GtkDropDown *grades_drop;
  GtkDropDown *unit_drop;
  GtkDropDown *event_drop;

  /* Owned */
  GPtrArray *nodes;         /* IkrarUnitNode */
  GArray *units;            /* IkrarId of each choice but the first */
  GArray *events;           /* the same of events */
  IkrarPersonFilter filter; /* with sets of its own */

  gboolean setting; /* whether the program chooses */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_EVENT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarPeopleFilters, ikrar_people_filters, GTK_TYPE_POPOVER)

/* The first choice is none. */
static IkrarId
get_chosen (GtkDropDown *drop, GArray *ids)
{
  guint selected = gtk_drop_down_get_selected (drop);

  return selected > 0 && selected <= ids->len ? g_array_index (ids, IkrarId, selected - 1) : 0;
}

static void
set_chosen (GtkDropDown *drop, GArray *ids, IkrarId id)
{
  guint place = 0;

  for (guint i = 0; id != 0 && i < ids->len; i++)
    if (g_array_index (ids, IkrarId, i) == id)
      place = i + 1;
  gtk_drop_down_set_selected (drop, place);
}

static void
read_filter (IkrarPeopleFilters *self)
{
  IkrarId unit = get_chosen (self->unit_drop, self->units);

  self->filter.kind = gtk_drop_down_get_selected (self->kind_drop);
  self->filter.grades = gtk_drop_down_get_selected (self->grades_drop);
  g_clear_pointer (&self->filter.units, g_hash_table_unref);
  if (unit != 0)
    self->filter.units = ikrar_person_filter_units (self->nodes, unit);
}

static void
on_changed (IkrarPeopleFilters *self)
{
  if (self->setting)
    return;
  read_filter (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Until the people of the event are known, everybody is shown. */
static void
on_event_changed (IkrarPeopleFilters *self)
{
  if (self->setting)
    return;
  g_clear_pointer (&self->filter.people, g_hash_table_unref);
  if (ikrar_people_filters_get_event (self) == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  else
    g_signal_emit (self, signals[SIGNAL_EVENT_CHANGED], 0);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_people_filters_clear (IKRAR_PEOPLE_FILTERS (widget));
  gtk_popover_popdown (GTK_POPOVER (widget));
}

static void
ikrar_people_filters_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PEOPLE_FILTERS);
  G_OBJECT_CLASS (ikrar_people_filters_parent_class)->dispose (object);
}

static void
ikrar_people_filters_finalize (GObject *object)
{
  IkrarPeopleFilters *self = IKRAR_PEOPLE_FILTERS (object);

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_array_unref (self->units);
  g_array_unref (self->events);
  g_clear_pointer (&self->filter.units, g_hash_table_unref);
  g_clear_pointer (&self->filter.people, g_hash_table_unref);
  G_OBJECT_CLASS (ikrar_people_filters_parent_class)->finalize (object);
}

static void
ikrar_people_filters_class_init (IkrarPeopleFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_people_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_people_filters_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/people-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleFilters, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleFilters, grades_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleFilters, unit_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeopleFilters, event_drop);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_event_changed);
  gtk_widget_class_install_action (widget_class, "filters.clear", NULL, clear);

  /**
   * IkrarPeopleFilters::changed:
   * @filters: the filters
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IkrarPeopleFilters::event-changed:
   * @filters: the filters
   */
  signals[SIGNAL_EVENT_CHANGED] =
      g_signal_new ("event-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHARS);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/* Many choices, some with long names: they are searched, and cut where there is no room. */
static void
make_searchable (GtkDropDown *drop)
{
  g_autoptr (GtkExpression) text =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_drop_down_set_factory (drop, factory);
  gtk_drop_down_set_expression (drop, text);
}

static void
ikrar_people_filters_init (IkrarPeopleFilters *self)
{
  self->units = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  self->events = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_searchable (self->unit_drop);
  make_searchable (self->event_drop);
  self->setting = FALSE;
}

static GtkStringList *
list_units (IkrarPeopleFilters *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All Units"));
  g_array_set_size (self->units, 0);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const IkrarUnitNode *node = g_ptr_array_index (self->nodes, i);
      g_autofree char *indent = g_strnfill (node->depth * INDENT, ' ');
      g_autofree char *name = g_strconcat (indent, node->unit->name, NULL);

      gtk_string_list_append (names, name);
      g_array_append_val (self->units, node->unit->id);
    }
  return names;
}

static GtkStringList *
list_events (IkrarPeopleFilters *self, GPtrArray *events)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("All Events"));
  g_array_set_size (self->events, 0);
  for (guint i = 0; i < events->len; i++)
    {
      const IkrarEvent *event = ((const IkrarEventLine *) g_ptr_array_index (events, i))->event;

      gtk_string_list_append (titles, event->title);
      g_array_append_val (self->events, event->id);
    }
  return titles;
}

void
ikrar_people_filters_set_choices (IkrarPeopleFilters *self, GPtrArray *nodes, GPtrArray *events)
{
  IkrarId unit = get_chosen (self->unit_drop, self->units);
  IkrarId event = get_chosen (self->event_drop, self->events);
  g_autoptr (GtkStringList) names = NULL;
  g_autoptr (GtkStringList) titles = NULL;

  g_return_if_fail (IKRAR_IS_PEOPLE_FILTERS (self));

  g_ptr_array_ref (nodes);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  self->nodes = nodes;
  names = list_units (self);
  titles = list_events (self, events);
  self->setting = TRUE;
  gtk_drop_down_set_model (self->unit_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->event_drop, G_LIST_MODEL (titles));
  set_chosen (self->unit_drop, self->units, unit);
  set_chosen (self->event_drop, self->events, event);
  self->setting = FALSE;
  read_filter (self);
}

void
ikrar_people_filters_set_people (IkrarPeopleFilters *self, IkrarId event, GHashTable *people)
{
  g_return_if_fail (IKRAR_IS_PEOPLE_FILTERS (self));

  if (event != ikrar_people_filters_get_event (self))
    return;
  g_clear_pointer (&self->filter.people, g_hash_table_unref);
  self->filter.people = people != NULL ? g_hash_table_ref (people) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

IkrarId
ikrar_people_filters_get_event (IkrarPeopleFilters *self)
{
  g_return_val_if_fail (IKRAR_IS_PEOPLE_FILTERS (self), 0);

  return get_chosen (self->event_drop, self->events);
}

const IkrarPersonFilter *
ikrar_people_filters_get (IkrarPeopleFilters *self)
{
  g_return_val_if_fail (IKRAR_IS_PEOPLE_FILTERS (self), NULL);

  return &self->filter;
}

void
ikrar_people_filters_clear (IkrarPeopleFilters *self)
{
  g_return_if_fail (IKRAR_IS_PEOPLE_FILTERS (self));

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->kind_drop, 0);
  gtk_drop_down_set_selected (self->grades_drop, 0);
  gtk_drop_down_set_selected (self->unit_drop, 0);
  gtk_drop_down_set_selected (self->event_drop, 0);
  self->setting = FALSE;
  g_clear_pointer (&self->filter.people, g_hash_table_unref);
  on_changed (self);
}
