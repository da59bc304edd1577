/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/unit-editor.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/entry-row.h"
#include "ui/common/unit-popover.h"

struct _IkrarUnitEditor
{
  AdwBin parent_instance;

  /* Template widgets */
  IkrarEntryRow *name_row;
  AdwActionRow *parent_row;
  GtkWidget *lift_button;
  IkrarUnitPopover *parent_popover;
  AdwActionRow *people_row;
  AdwPreferencesGroup *aliases_group;
  IkrarEntryRow *alias_row;
  IkrarUnitPopover *merge_popover;

  /* Owned */
  GPtrArray *alias_rows; /* borrowed rows of aliases_group */

  IkrarId unit;
};

enum
{
  SIGNAL_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarUnitEditor, ikrar_unit_editor, ADW_TYPE_BIN)

static void
want (IkrarUnitEditor *self, IkrarUnitWish wish, IkrarId other, const char *name)
{
  g_signal_emit (self, signals[SIGNAL_WANTED], 0, wish, other, name);
}

static void
on_name_applied (IkrarUnitEditor *self)
{
  g_autofree char *name = ikrar_entry_row_dup_text (self->name_row);

  want (self, IKRAR_UNIT_RENAME, 0, name);
}

static void
on_alias_applied (IkrarUnitEditor *self)
{
  g_autofree char *name = ikrar_entry_row_dup_text (self->alias_row);

  ikrar_entry_row_set_text (self->alias_row, "");
  want (self, IKRAR_UNIT_ADD_ALIAS, 0, name);
}

static void
on_lift_clicked (IkrarUnitEditor *self)
{
  want (self, IKRAR_UNIT_MOVE, 0, "");
}

static void
on_parent_chosen (IkrarUnitPopover *popover, gint64 unit, const char *name, IkrarUnitEditor *self)
{
  want (self, IKRAR_UNIT_MOVE, unit, name);
}

static void
on_merge_chosen (IkrarUnitPopover *popover, gint64 unit, const char *name, IkrarUnitEditor *self)
{
  want (self, IKRAR_UNIT_MERGE, unit, name);
}

static void
remove_alias (GtkWidget *widget, const char *action, GVariant *parameter)
{
  want (IKRAR_UNIT_EDITOR (widget), IKRAR_UNIT_REMOVE_ALIAS, 0,
        g_variant_get_string (parameter, NULL));
}

static GtkWidget *
new_alias_row (const char *name)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "title-lines", 0, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is a name of a unit. */
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "unit.remove-alias");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* The field for another one stays the last. */
static void
show_aliases (IkrarUnitEditor *self, GPtrArray *aliases)
{
  for (guint i = 0; i < self->alias_rows->len; i++)
    adw_preferences_group_remove (self->aliases_group, g_ptr_array_index (self->alias_rows, i));
  g_ptr_array_set_size (self->alias_rows, 0);
  g_object_ref (self->alias_row);
  adw_preferences_group_remove (self->aliases_group, GTK_WIDGET (self->alias_row));
  for (guint i = 0; i < aliases->len; i++)
    {
      GtkWidget *row = new_alias_row (((IkrarUnitAlias *) g_ptr_array_index (aliases, i))->name);

      adw_preferences_group_add (self->aliases_group, row);
      g_ptr_array_add (self->alias_rows, row);
    }
  adw_preferences_group_add (self->aliases_group, GTK_WIDGET (self->alias_row));
  g_object_unref (self->alias_row);
}

static void
show_people (IkrarUnitEditor *self, const IkrarUnitNode *node)
{
  g_autofree char *people = ikrar_number_thousands (node->people);
  g_autofree char *below = ikrar_number_thousands (node->people_below);
  g_autofree char *text = NULL;

  if (node->people == node->people_below)
    /* Translators: %s is a number. */
    text = g_strdup_printf (ngettext ("%s person", "%s people", node->people), people);
  else
    /* Translators: %1$s and %2$s are numbers of people. */
    text = g_strdup_printf (_ ("%1$s people, %2$s with the units below"), people, below);
  adw_action_row_set_subtitle (self->people_row, text);
}

/* What a unit can be put below or merged with: every other one. */
static void
offer (IkrarUnitEditor *self, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      IkrarUnit *unit = ((IkrarUnitNode *) g_ptr_array_index (nodes, i))->unit;

      if (unit->id != self->unit)
        g_ptr_array_add (units, unit);
    }
  ikrar_unit_popover_set_units (self->parent_popover, units);
  ikrar_unit_popover_set_units (self->merge_popover, units);
}

static void
show_parent (IkrarUnitEditor *self, IkrarId parent)
{
  const char *name =
      parent != 0 ? ikrar_unit_popover_get_name (self->parent_popover, parent) : NULL;

  adw_action_row_set_subtitle (self->parent_row, name != NULL ? name : _ ("No other unit"));
  gtk_widget_set_visible (self->lift_button, name != NULL);
}

static void
ikrar_unit_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UNIT_EDITOR);
  G_OBJECT_CLASS (ikrar_unit_editor_parent_class)->dispose (object);
}

static void
ikrar_unit_editor_finalize (GObject *object)
{
  g_ptr_array_unref (IKRAR_UNIT_EDITOR (object)->alias_rows);
  G_OBJECT_CLASS (ikrar_unit_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/unit-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, parent_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, lift_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, parent_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, people_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, aliases_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, alias_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitEditor, merge_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_name_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_alias_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_lift_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_parent_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_merge_chosen);
}

static void
ikrar_unit_editor_class_init (IkrarUnitEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_unit_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_unit_editor_finalize;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_UNIT_POPOVER);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "unit.remove-alias", "s", remove_alias);

  /**
   * IkrarUnitEditor::wanted:
   * @editor: the editor
   * @wish: what is wanted, an IkrarUnitWish
   * @other: id of the other unit it is about, 0 for none
   * @name: the name it is about
   */
  signals[SIGNAL_WANTED] =
      g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT64, G_TYPE_STRING);
}

static void
ikrar_unit_editor_init (IkrarUnitEditor *self)
{
  self->alias_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_unit_editor_show (IkrarUnitEditor *self, const IkrarUnitNode *node, GPtrArray *nodes)
{
  g_return_if_fail (IKRAR_IS_UNIT_EDITOR (self));

  if (self->unit != node->unit->id)
    ikrar_entry_row_set_text (self->alias_row, "");
  self->unit = node->unit->id;
  ikrar_entry_row_set_text (self->name_row, node->unit->name);
  offer (self, nodes);
  show_parent (self, node->unit->parent_id);
  show_people (self, node);
  show_aliases (self, node->aliases);
}
