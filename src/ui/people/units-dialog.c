/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/units-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/number-word.h"
#include "core/text.h"
#include "core/unit-name.h"

#include "ui/common/compat.h"
#include "ui/common/line-list.h"
#include "ui/common/notice.h"
#include "ui/common/two-line-cell.h"
#include "ui/common/undo.h"
#include "ui/common/work.h"
#include "ui/people/unit-editor.h"

/* How narrow a row may become, in characters. */
#define ROW_CHARS 20

/* How much further in a unit stands than the one it belongs to, and how often at most. */
#define INDENT 24
#define INDENT_MAX 5

struct _IkrarUnitsDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkSearchEntry *search_entry;
  GtkStack *list_stack;
  GtkListView *view;
  AdwWindowTitle *unit_title;
  IkrarUnitEditor *editor;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the dialog closes */
  GPtrArray *nodes;          /* IkrarUnitNode; NULL before they are read */
  IkrarLineList *lines;

  IkrarId unit; /* the one shown, 0 for the list */
};

G_DEFINE_FINAL_TYPE (IkrarUnitsDialog, ikrar_units_dialog, ADW_TYPE_WINDOW)

/* What is done with a unit. */
typedef struct
{
  IkrarUnitWish wish;
  IkrarId unit;
  IkrarId other;
  char *name;
} Wish;

static void
wish_free (Wish *wish)
{
  g_free (wish->name);
  g_free (wish);
}

static char *
join_aliases (GPtrArray *aliases)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < aliases->len; i++)
    g_string_append_printf (text, i > 0 ? ", %s" : "%s",
                            ((IkrarUnitAlias *) g_ptr_array_index (aliases, i))->name);
  return g_string_free (text, FALSE);
}

static char *
describe (const IkrarUnitNode *node)
{
  g_autofree char *people = ikrar_number_thousands (node->people_below);
  g_autofree char *aliases = join_aliases (node->aliases);
  /* Translators: %s is a number. */
  g_autofree char *count =
      g_strdup_printf (ngettext ("%s person", "%s people", node->people_below), people);

  return g_strconcat (count, *aliases != '\0' ? " · " : "", aliases, NULL);
}

static void
fill (GtkListItem *item)
{
  const IkrarUnitNode *node = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *detail = node != NULL ? describe (node) : NULL;

  if (node == NULL)
    return;
  gtk_widget_set_margin_start (cell, (int) MIN (node->depth, INDENT_MAX) * INDENT);
  ikrar_two_line_cell_set (IKRAR_TWO_LINE_CELL (cell), node->unit->name, detail);
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  gtk_list_item_set_child (item, ikrar_two_line_cell_new (ROW_CHARS));
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill), item);
  fill (item);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill, item);
}

/* By a part of the name or of another name. */
static gboolean
matches (const IkrarUnitNode *node, const char *folded, const char *key)
{
  g_autofree char *name = ikrar_text_fold (node->unit->name);

  if (strstr (name, folded) != NULL || (*key != '\0' && strstr (node->unit->key, key) != NULL))
    return TRUE;
  for (guint i = 0; i < node->aliases->len; i++)
    {
      g_autofree char *alias =
          ikrar_text_fold (((IkrarUnitAlias *) g_ptr_array_index (node->aliases, i))->name);

      if (strstr (alias, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
show_nodes (IkrarUnitsDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *folded = ikrar_text_fold (typed);
  g_autofree char *key = ikrar_unit_key (typed);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (self->nodes == NULL)
    return;
  for (guint i = 0; i < self->nodes->len; i++)
    if (matches (g_ptr_array_index (self->nodes, i), folded, key))
      g_ptr_array_add (found, g_ptr_array_index (self->nodes, i));
  ikrar_line_list_show (self->lines, found);
  gtk_stack_set_visible_child_name (self->list_stack, found->len > 0          ? "units"
                                                      : self->nodes->len == 0 ? "empty"
                                                                              : "nothing");
}

static const IkrarUnitNode *
find_node (IkrarUnitsDialog *self, IkrarId unit)
{
  for (guint i = 0; self->nodes != NULL && i < self->nodes->len; i++)
    {
      const IkrarUnitNode *node = g_ptr_array_index (self->nodes, i);

      if (node->unit->id == unit)
        return node;
    }
  return NULL;
}

/* A unit that went, or came back as two, leads to the list. */
static void
show_unit (IkrarUnitsDialog *self)
{
  const IkrarUnitNode *node = self->unit != 0 ? find_node (self, self->unit) : NULL;

  if (node != NULL)
    {
      adw_window_title_set_title (self->unit_title, node->unit->name);
      ikrar_unit_editor_show (self->editor, node, self->nodes);
    }
  else
    self->unit = 0;
  gtk_stack_set_visible_child_name (self->stack, node != NULL ? "unit" : "list");
}

static gpointer
load (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  return ikrar_unit_tree_load (store, error);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarUnitsDialog *self = owner;
  g_autoptr (GPtrArray) before = NULL;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Units Cannot Be Read"), error);
      return;
    }
  before = g_steal_pointer (&self->nodes);
  self->nodes = output;
  show_nodes (self);
  show_unit (self);
}

static void
refresh (IkrarUnitsDialog *self)
{
  const IkrarWork work = {
    .func = load,
    .free_output = (GDestroyNotify) g_ptr_array_unref,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static IkrarId
grant (IkrarStore *store, const Wish *wish, GError **error)
{
  switch (wish->wish)
    {
    case IKRAR_UNIT_RENAME:
      return ikrar_unit_rename (store, wish->unit, wish->name, error);
    case IKRAR_UNIT_MOVE:
      return ikrar_unit_move (store, wish->unit, wish->other, error);
    case IKRAR_UNIT_ADD_ALIAS:
      return ikrar_unit_add_alias (store, wish->unit, wish->name, error);
    case IKRAR_UNIT_REMOVE_ALIAS:
      return ikrar_unit_remove_alias (store, wish->unit, wish->name, error);
    case IKRAR_UNIT_MERGE:
      return ikrar_unit_merge (store, wish->unit, wish->other, error);
    default:
      g_return_val_if_reached (0);
    }
}

static gpointer
run_wish (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  IkrarId entry = grant (store, input, error);

  return entry != 0 ? g_memdup2 (&entry, sizeof entry) : NULL;
}

static void
on_granted (gpointer owner, gpointer output, const GError *error)
{
  IkrarUnitsDialog *self = owner;
  g_autofree IkrarId *entry = output;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Unit Could Not Be Changed"), error);
      refresh (self);
      return;
    }
  ikrar_notice_undo_by (GTK_WIDGET (self->stack), _ ("Unit changed"), "units.undo",
                        g_variant_new_int64 (*entry));
}

static void
on_wanted (IkrarUnitEditor *editor,
           int wanted,
           gint64 other,
           const char *name,
           IkrarUnitsDialog *self)
{
  Wish *wish = g_new0 (Wish, 1);
  const IkrarWork work = {
    .func = run_wish,
    .input = wish,
    .free_input = (GDestroyNotify) wish_free,
    .free_output = g_free,
    .done = on_granted,
  };

  wish->wish = wanted;
  wish->unit = self->unit;
  wish->other = other;
  wish->name = g_strdup (name);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
on_activated (GtkListView *view, guint position, IkrarUnitsDialog *self)
{
  const IkrarUnitNode *node = ikrar_line_list_get_line (self->lines, position);

  if (node == NULL)
    return;
  self->unit = node->unit->id;
  show_unit (self);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarUnitsDialog *self = IKRAR_UNITS_DIALOG (widget);

  self->unit = 0;
  show_unit (self);
}

static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (IKRAR_UNITS_DIALOG (widget)->unit != 0)
    go_back (widget, action, parameter);
  else
    gtk_window_close (GTK_WINDOW (widget));
}

/* The search takes Escape: first for what was typed, then for the window. */
static void
on_search_stopped (IkrarUnitsDialog *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->search_entry);

  if (*gtk_editable_get_text (entry) != '\0')
    gtk_editable_set_text (entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarUnitsDialog *self = IKRAR_UNITS_DIALOG (widget);

  ikrar_undo_change (GTK_WIDGET (self->stack), self->context, g_variant_get_int64 (parameter));
}

static void
ikrar_units_dialog_dispose (GObject *object)
{
  IkrarUnitsDialog *self = IKRAR_UNITS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UNITS_DIALOG);
  G_OBJECT_CLASS (ikrar_units_dialog_parent_class)->dispose (object);
}

static void
ikrar_units_dialog_finalize (GObject *object)
{
  IkrarUnitsDialog *self = IKRAR_UNITS_DIALOG (object);

  g_clear_object (&self->lines);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ikrar_units_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/units-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitsDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitsDialog, list_stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitsDialog, view);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitsDialog, unit_title);
  gtk_widget_class_bind_template_child (widget_class, IkrarUnitsDialog, editor);
  gtk_widget_class_bind_template_callback (widget_class, show_nodes);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_wanted);
}

static void
ikrar_units_dialog_class_init (IkrarUnitsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_units_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_units_dialog_finalize;
  g_type_ensure (IKRAR_TYPE_UNIT_EDITOR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "units.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "units.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "units.undo", "x", undo);
}

static void
ikrar_units_dialog_init (IkrarUnitsDialog *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->cancellable = g_cancellable_new ();
  self->lines = ikrar_line_list_new ();
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  ikrar_compat_set_placeholder (self->search_entry, _ ("Name of a unit"));
}

void
ikrar_units_dialog_present (GtkWidget *widget, IkrarContext *context)
{
  IkrarUnitsDialog *self =
      g_object_new (IKRAR_TYPE_UNITS_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
