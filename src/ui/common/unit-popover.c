/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/unit-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "store/unit.h"

#include "ui/common/compat.h"
#include "ui/common/line-list.h"

/* What can be chosen. */
typedef struct
{
  IkrarId id;
  char *name;
  char *search; /* folded name and key */
} Choice;

struct _IkrarUnitPopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *view;

  /* Owned */
  IkrarLineList *list;
  GPtrArray *choices; /* Choice */

  gboolean offers_all;
};

enum
{
  PROP_0,
  PROP_OFFERS_ALL,
  N_PROPS,
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarUnitPopover, ikrar_unit_popover, GTK_TYPE_POPOVER)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->name);
  g_free (choice->search);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, IkrarId id, const char *name, const char *key)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *written = g_strjoin (" ", name, key, NULL);

  choice->id = id;
  choice->name = g_strdup (name);
  choice->search = ikrar_text_fold (written);
  g_ptr_array_add (choices, choice);
}

static gboolean
has_words (const char *text, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
on_search_changed (IkrarUnitPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *folded = ikrar_text_fold (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (has_words (choice->search, words))
        g_ptr_array_add (found, choice);
    }
  ikrar_line_list_show (self->list, found);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "nothing");
}

static void
choose (IkrarUnitPopover *self, guint position)
{
  const Choice *choice = ikrar_line_list_get_line (self->list, position);

  if (choice == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice->id, choice->name);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The entry tells a little later what was typed; Enter may come before that. */
static void
on_search_activated (IkrarUnitPopover *self)
{
  on_search_changed (self);
  choose (self, 0);
}

static void
on_search_stopped (IkrarUnitPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_item_activated (GtkListView *view, guint position, IkrarUnitPopover *self)
{
  choose (self, position);
}

static void
fill (IkrarLineItem *line, GtkListItem *item)
{
  const Choice *choice = ikrar_line_item_get_line (line);

  if (choice != NULL)
    gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), choice->name);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  IkrarLineItem *line = gtk_list_item_get_item (item);

  g_signal_connect (line, "changed", G_CALLBACK (fill), item);
  fill (line, item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill, item);
}

/* Every use begins with all of them. */
static void
ikrar_unit_popover_map (GtkWidget *widget)
{
  IkrarUnitPopover *self = IKRAR_UNIT_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  on_search_changed (self);
  GTK_WIDGET_CLASS (ikrar_unit_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
ikrar_unit_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UNIT_POPOVER);
  G_OBJECT_CLASS (ikrar_unit_popover_parent_class)->dispose (object);
}

static void
ikrar_unit_popover_finalize (GObject *object)
{
  IkrarUnitPopover *self = IKRAR_UNIT_POPOVER (object);

  g_object_unref (self->list);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (ikrar_unit_popover_parent_class)->finalize (object);
}

static void
ikrar_unit_popover_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OFFERS_ALL)
    g_value_set_boolean (value, IKRAR_UNIT_POPOVER (object)->offers_all);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_unit_popover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OFFERS_ALL)
    IKRAR_UNIT_POPOVER (object)->offers_all = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/unit-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitPopover, view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ikrar_unit_popover_class_init (IkrarUnitPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_unit_popover_dispose;
  object_class->finalize = ikrar_unit_popover_finalize;
  object_class->get_property = ikrar_unit_popover_get_property;
  object_class->set_property = ikrar_unit_popover_set_property;
  widget_class->map = ikrar_unit_popover_map;
  properties[PROP_OFFERS_ALL] =
      g_param_spec_boolean ("offers-all", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * IkrarUnitPopover::chosen:
   * @popover: the popover
   * @unit: the unit, 0 for all
   * @name: its name
   */
  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  bind_template (widget_class);
}

static void
ikrar_unit_popover_init (IkrarUnitPopover *self)
{
  self->list = ikrar_line_list_new ();
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           g_object_ref (G_LIST_MODEL (self->list)))));
  ikrar_compat_set_placeholder (self->search_entry, _ ("Name of the unit"));
}

void
ikrar_unit_popover_set_units (IkrarUnitPopover *self, GPtrArray *units)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (IKRAR_IS_UNIT_POPOVER (self));

  before = self->choices;
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  if (self->offers_all)
    add_choice (self->choices, 0, _ ("All Units"), "");
  for (guint i = 0; i < units->len; i++)
    {
      const IkrarUnit *unit = g_ptr_array_index (units, i);

      add_choice (self->choices, unit->id, unit->name, unit->key);
    }
  on_search_changed (self);
}

const char *
ikrar_unit_popover_get_name (IkrarUnitPopover *self, IkrarId unit)
{
  g_return_val_if_fail (IKRAR_IS_UNIT_POPOVER (self), NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (choice->id == unit)
        return choice->name;
    }
  return NULL;
}
