/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-editor.h"

struct _IkrarImportEditor
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkEntry *entry;

  /* Owned */
  char *before; /* what the cell says */
};

enum
{
  SIGNAL_APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportEditor, ikrar_import_editor, GTK_TYPE_POPOVER)

/* It closes first, so that the focus is back in the list when that changes. */
static void
apply (IkrarImportEditor *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (g_strcmp0 (text, self->before) != 0)
    g_signal_emit (self, signals[SIGNAL_APPLIED], 0, text);
}

static void
ikrar_import_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_EDITOR);
  G_OBJECT_CLASS (ikrar_import_editor_parent_class)->dispose (object);
}

static void
ikrar_import_editor_finalize (GObject *object)
{
  g_free (IKRAR_IMPORT_EDITOR (object)->before);
  G_OBJECT_CLASS (ikrar_import_editor_parent_class)->finalize (object);
}

static void
ikrar_import_editor_class_init (IkrarImportEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_import_editor_finalize;

  /**
   * IkrarImportEditor::applied:
   * @editor: the editor
   * @text: what the cell should say
   */
  signals[SIGNAL_APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportEditor, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, apply);
}

static void
ikrar_import_editor_init (IkrarImportEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

IkrarImportEditor *
ikrar_import_editor_new (GtkWidget *parent)
{
  IkrarImportEditor *self = g_object_new (IKRAR_TYPE_IMPORT_EDITOR, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

/* What it points at: the cell, as far as the parent shows it. */
static void
point_at (IkrarImportEditor *self, GtkWidget *cell)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds;
  GdkRectangle place = { 0, 0, gtk_widget_get_width (parent), 1 };

  if (cell != NULL && gtk_widget_compute_bounds (cell, parent, &bounds))
    place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                            (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

void
ikrar_import_editor_edit (IkrarImportEditor *self,
                          GtkWidget *cell,
                          const char *title,
                          const char *text)
{
  g_return_if_fail (IKRAR_IS_IMPORT_EDITOR (self));

  g_free (self->before);
  self->before = g_strdup (text);
  gtk_label_set_label (self->title_label, title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  point_at (self, cell);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
