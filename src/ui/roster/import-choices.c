/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-choices.h"

#include "ui/common/two-line-cell.h"

#define TITLE_CHARS 24

struct _IkrarImportChoices
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkListBox *list;

  /* Owned */
  GPtrArray *texts;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportChoices, ikrar_import_choices, GTK_TYPE_POPOVER)

static void
on_row_activated (IkrarImportChoices *self, GtkListBoxRow *row)
{
  g_autofree char *text =
      g_strdup (g_ptr_array_index (self->texts, (guint) gtk_list_box_row_get_index (row)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, text);
}

static void
ikrar_import_choices_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_CHOICES);
  G_OBJECT_CLASS (ikrar_import_choices_parent_class)->dispose (object);
}

static void
ikrar_import_choices_finalize (GObject *object)
{
  g_ptr_array_unref (IKRAR_IMPORT_CHOICES (object)->texts);
  G_OBJECT_CLASS (ikrar_import_choices_parent_class)->finalize (object);
}

static void
ikrar_import_choices_class_init (IkrarImportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_choices_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_import_choices_finalize;

  /**
   * IkrarImportChoices::chosen:
   * @choices: the choices
   * @text: what the cell should say
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/import-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportChoices, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ikrar_import_choices_init (IkrarImportChoices *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_import_choices_clear (IkrarImportChoices *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (IKRAR_IS_IMPORT_CHOICES (self));

  g_ptr_array_set_size (self->texts, 0);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
ikrar_import_choices_add (IkrarImportChoices *self,
                          const char *text,
                          const char *title,
                          const char *subtitle)
{
  GtkWidget *cell;
  GtkListBoxRow *row;
  g_autofree char *name = NULL;

  g_return_if_fail (IKRAR_IS_IMPORT_CHOICES (self));

  cell = ikrar_two_line_cell_new (TITLE_CHARS);
  ikrar_two_line_cell_set (IKRAR_TWO_LINE_CELL (cell), title, subtitle);
  g_ptr_array_add (self->texts, g_strdup (text));
  gtk_list_box_append (self->list, cell);
  row = gtk_list_box_get_row_at_index (self->list, (int) self->texts->len - 1);
  name = g_strjoin (*subtitle != '\0' ? ", " : "", title, subtitle, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

guint
ikrar_import_choices_get_size (IkrarImportChoices *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_CHOICES (self), 0);

  return self->texts->len;
}
