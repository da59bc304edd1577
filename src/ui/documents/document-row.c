/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/documents/document-row.h"

struct _IkrarDocumentRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkImage *picture;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *text_label;

  IkrarDocumentKind kind;
};

G_DEFINE_FINAL_TYPE (IkrarDocumentRow, ikrar_document_row, GTK_TYPE_LIST_BOX_ROW)

static void
ikrar_document_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DOCUMENT_ROW);
  G_OBJECT_CLASS (ikrar_document_row_parent_class)->dispose (object);
}

static void
ikrar_document_row_class_init (IkrarDocumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_document_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/document-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentRow, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentRow, picture);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentRow, icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentRow, text_label);
}

static void
ikrar_document_row_init (IkrarDocumentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_document_row_new (IkrarDocumentKind kind)
{
  IkrarDocumentRow *self = g_object_new (IKRAR_TYPE_DOCUMENT_ROW, NULL);
  const char *title = ikrar_document_kind_get_title (kind);

  self->kind = kind;
  gtk_image_set_from_icon_name (self->icon, ikrar_document_kind_get_icon_name (kind));
  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

IkrarDocumentKind
ikrar_document_row_get_kind (IkrarDocumentRow *self)
{
  g_return_val_if_fail (IKRAR_IS_DOCUMENT_ROW (self), IKRAR_DOCUMENT_PASSES);

  return self->kind;
}

void
ikrar_document_row_set_preview (IkrarDocumentRow *self, GdkTexture *thumbnail, const char *text)
{
  g_return_if_fail (IKRAR_IS_DOCUMENT_ROW (self));

  gtk_image_set_from_paintable (self->picture, GDK_PAINTABLE (thumbnail));
  gtk_stack_set_visible_child_name (self->stack, thumbnail != NULL ? "picture" : "icon");
  gtk_label_set_label (self->text_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), *text != '\0');
}
