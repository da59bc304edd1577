/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/update-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/common/chip-bar.h"
#include "ui/common/compat.h"
#include "ui/common/line-list.h"
#include "ui/common/line-row.h"
#include "ui/common/wrap-layout.h"
#include "ui/roster/update-row.h"
#include "ui/roster/update-words.h"

/* A row of the list: a difference, or the head of those of a kind. */
typedef struct
{
  IkrarDifferenceKind kind;
  gboolean is_head;
  guint index; /* of a difference */
} Line;

struct _IkrarUpdatePage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  IkrarChipBar *chips;
  GtkListView *view;
  GtkLabel *summary_label;
  GtkButton *apply_button;

  /* Owned */
  IkrarDifferences *differences;
  GArray *lines; /* Line */
  IkrarLineList *list;
  GPtrArray *bound; /* the rows on the screen, borrowed GtkListItem */
};

enum
{
  SIGNAL_APPLIED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarUpdatePage, ikrar_update_page, GTK_TYPE_WIDGET)

static guint
count (IkrarUpdatePage *self, IkrarDifferenceKind kind, gboolean accepted)
{
  return ikrar_differences_count (self->differences, kind, accepted);
}

static void
fill (IkrarUpdatePage *self, GtkListItem *item)
{
  IkrarUpdateRow *row = IKRAR_UPDATE_ROW (gtk_list_item_get_child (item));
  const Line *line = ikrar_line_row_update (item);

  if (line == NULL || self->differences == NULL)
    return;
  if (line->is_head)
    ikrar_update_row_show_head (row, line->kind, count (self, line->kind, FALSE),
                                count (self, line->kind, TRUE));
  else
    ikrar_update_row_show (row, ikrar_differences_get (self->differences, line->index));
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarUpdatePage *self)
{
  g_ptr_array_add (self->bound, item);
  fill (self, item);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarUpdatePage *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
show_chosen (IkrarUpdatePage *self)
{
  g_autofree char *label = NULL;
  guint accepted = 0;

  for (guint kind = 0; kind < IKRAR_N_DIFFERENCE_KINDS; kind++)
    accepted += count (self, kind, TRUE);
  label = ikrar_update_button_label (accepted);
  gtk_button_set_label (self->apply_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), accepted > 0);
  for (guint i = 0; i < self->bound->len; i++)
    fill (self, g_ptr_array_index (self->bound, i));
}

/* What is not chosen of a group is chosen, and if nothing is left, all of it is let go. Who
 * attended is withdrawn only one by one. */
static void
toggle_group (IkrarUpdatePage *self, IkrarDifferenceKind kind)
{
  guint before = count (self, kind, TRUE);

  ikrar_differences_accept_all (self->differences, kind, TRUE);
  if (count (self, kind, TRUE) <= before)
    ikrar_differences_accept_all (self->differences, kind, FALSE);
}

static void
toggle (IkrarUpdatePage *self, const Line *line)
{
  if (line->is_head)
    toggle_group (self, line->kind);
  else
    ikrar_differences_accept (self->differences, line->index,
                              !ikrar_differences_get (self->differences, line->index)->accepted);
  show_chosen (self);
}

static void
on_view_activated (GtkListView *view, guint position, IkrarUpdatePage *self)
{
  const Line *line = ikrar_line_list_get_line (self->list, position);

  if (line != NULL)
    toggle (self, line);
}

static void
on_row_toggled (GtkWidget *row, GtkListItem *item)
{
  GtkWidget *page = gtk_widget_get_ancestor (row, IKRAR_TYPE_UPDATE_PAGE);
  const Line *line = ikrar_line_row_update (item);

  if (page != NULL && line != NULL)
    toggle (IKRAR_UPDATE_PAGE (page), line);
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarUpdatePage *self)
{
  GtkWidget *row = ikrar_update_row_new ();

  g_signal_connect (row, "toggled", G_CALLBACK (on_row_toggled), item);
  gtk_list_item_set_child (item, row);
}

static gboolean
is_shown (IkrarUpdatePage *self, IkrarDifferenceKind kind)
{
  guint chip = ikrar_chip_bar_get_selected (self->chips);

  return chip == 0 || chip == kind + 1;
}

static void
filter (IkrarUpdatePage *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      if (is_shown (self, line->kind))
        g_ptr_array_add (shown, line);
    }
  ikrar_line_list_show (self->list, shown);
}

static void
on_apply_clicked (IkrarUpdatePage *self)
{
  g_signal_emit (self, signals[SIGNAL_APPLIED], 0);
}

static void
on_back_clicked (IkrarUpdatePage *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
ikrar_update_page_dispose (GObject *object)
{
  IkrarUpdatePage *self = IKRAR_UPDATE_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  ikrar_compat_unparent_children (GTK_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UPDATE_PAGE);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (ikrar_update_page_parent_class)->dispose (object);
}

static void
ikrar_update_page_finalize (GObject *object)
{
  IkrarUpdatePage *self = IKRAR_UPDATE_PAGE (object);

  ikrar_differences_unref (self->differences);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->bound);
  G_OBJECT_CLASS (ikrar_update_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/update-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdatePage, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdatePage, view);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdatePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdatePage, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
ikrar_update_page_class_init (IkrarUpdatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_update_page_dispose;
  object_class->finalize = ikrar_update_page_finalize;

  /**
   * IkrarUpdatePage::applied:
   * @page: the page
   */
  signals[SIGNAL_APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * IkrarUpdatePage::left:
   * @page: the page
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (IKRAR_TYPE_CHIP_BAR);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
ikrar_update_page_init (IkrarUpdatePage *self)
{
  g_autoptr (GtkSelectionModel) rows = NULL;

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->bound = g_ptr_array_new ();
  self->list = ikrar_line_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ikrar_chip_bar_add (self->chips, NULL, C_ ("differences", "All"));
  for (guint kind = 0; kind < IKRAR_N_DIFFERENCE_KINDS; kind++)
    ikrar_chip_bar_add (self->chips, NULL, ikrar_update_group_label (kind));
  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_model (self->view, rows);
}

static void
make_lines (IkrarUpdatePage *self)
{
  guint size = ikrar_differences_get_size (self->differences);

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < size; i++)
    {
      IkrarDifferenceKind kind = ikrar_differences_get (self->differences, i)->kind;
      const Line head = { kind, TRUE, 0 };
      const Line line = { kind, FALSE, i };

      if (i == 0 || ikrar_differences_get (self->differences, i - 1)->kind != kind)
        g_array_append_val (self->lines, head);
      g_array_append_val (self->lines, line);
    }
}

static void
show_chips (IkrarUpdatePage *self)
{
  ikrar_chip_bar_set_selected (self->chips, 0);
  ikrar_chip_bar_set_count (self->chips, 0, ikrar_differences_get_size (self->differences));
  for (guint kind = 0; kind < IKRAR_N_DIFFERENCE_KINDS; kind++)
    {
      guint n = count (self, kind, FALSE);

      ikrar_chip_bar_set_count (self->chips, kind + 1, n);
      ikrar_chip_bar_set_shown (self->chips, kind + 1, n > 0);
    }
}

static void
show_nothing (IkrarUpdatePage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  ikrar_line_list_show (self->list, none);
  g_array_set_size (self->lines, 0);
  g_clear_pointer (&self->differences, ikrar_differences_unref);
}

void
ikrar_update_page_show (IkrarUpdatePage *self, IkrarDifferences *differences)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (IKRAR_IS_UPDATE_PAGE (self));

  show_nothing (self);
  if (differences == NULL)
    return;
  self->differences = ikrar_differences_ref (differences);
  summary = ikrar_update_describe_summary (differences);
  gtk_label_set_label (self->summary_label, summary);
  make_lines (self);
  show_chips (self);
  filter (self);
  show_chosen (self);
  gtk_stack_set_visible_child_name (
      self->stack, ikrar_differences_get_size (differences) > 0 ? "differences" : "same");
}

IkrarDifferences *
ikrar_update_page_get (IkrarUpdatePage *self)
{
  g_return_val_if_fail (IKRAR_IS_UPDATE_PAGE (self), NULL);

  return self->differences;
}
