/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/two-line-cell.h"

struct _IkrarTwoLineCell
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *title;
  GtkWidget *subtitle;
};

G_DEFINE_FINAL_TYPE (IkrarTwoLineCell, ikrar_two_line_cell, GTK_TYPE_WIDGET)

static const char *
get_text (GtkWidget *inscription)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (inscription));

  return text != NULL ? text : "";
}

static gboolean
is_cut (GtkWidget *inscription)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (inscription, get_text (inscription));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (inscription);
}

/* Only what cannot be read is repeated. */
static gboolean
ikrar_two_line_cell_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean keyboard,
                                   GtkTooltip *tooltip)
{
  IkrarTwoLineCell *self = IKRAR_TWO_LINE_CELL (widget);
  gboolean title_cut = is_cut (self->title);
  gboolean subtitle_cut = is_cut (self->subtitle);
  g_autofree char *text =
      g_strconcat (title_cut ? get_text (self->title) : "", title_cut && subtitle_cut ? "\n" : "",
                   subtitle_cut ? get_text (self->subtitle) : "", NULL);

  gtk_tooltip_set_text (tooltip, text);
  return title_cut || subtitle_cut;
}

static void
ikrar_two_line_cell_dispose (GObject *object)
{
  IkrarTwoLineCell *self = IKRAR_TWO_LINE_CELL (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->subtitle, gtk_widget_unparent);
  G_OBJECT_CLASS (ikrar_two_line_cell_parent_class)->dispose (object);
}

static void
ikrar_two_line_cell_class_init (IkrarTwoLineCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_two_line_cell_dispose;
  widget_class->query_tooltip = ikrar_two_line_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "twolines");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_line (IkrarTwoLineCell *self)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (line), 0);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  return line;
}

static void
ikrar_two_line_cell_init (IkrarTwoLineCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->title = add_line (self);
  self->subtitle = add_line (self);
  gtk_widget_add_css_class (self->subtitle, "second-line");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ikrar_two_line_cell_new (guint min_chars)
{
  IkrarTwoLineCell *self = g_object_new (IKRAR_TYPE_TWO_LINE_CELL, NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->title), min_chars);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->subtitle), min_chars);
  return GTK_WIDGET (self);
}

void
ikrar_two_line_cell_set (IkrarTwoLineCell *self, const char *title, const char *subtitle)
{
  g_return_if_fail (IKRAR_IS_TWO_LINE_CELL (self));

  gtk_inscription_set_text (GTK_INSCRIPTION (self->title), title);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->subtitle), subtitle);
}
