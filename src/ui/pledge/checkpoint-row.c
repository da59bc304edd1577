/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/checkpoint-row.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/pledge/pledge-info.h"

struct _IkrarCheckpointRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *number_label;
  GtkLabel *time_label;
  GtkLabel *size_label;
  GtkLabel *root_label;
};

G_DEFINE_FINAL_TYPE (IkrarCheckpointRow, ikrar_checkpoint_row, GTK_TYPE_LIST_BOX_ROW)

static void
ikrar_checkpoint_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_CHECKPOINT_ROW);
  G_OBJECT_CLASS (ikrar_checkpoint_row_parent_class)->dispose (object);
}

static void
ikrar_checkpoint_row_class_init (IkrarCheckpointRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_checkpoint_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/checkpoint-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarCheckpointRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarCheckpointRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarCheckpointRow, size_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarCheckpointRow, root_label);
}

static void
ikrar_checkpoint_row_init (IkrarCheckpointRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_checkpoint_row_new (const IkrarCheckpointLine *line,
                          guint64 number,
                          guint64 before,
                          IkrarZone zone)
{
  IkrarCheckpointRow *self = g_object_new (IKRAR_TYPE_CHECKPOINT_ROW, NULL);
  g_autofree char *number_text = ikrar_number_thousands ((gint64) number);
  g_autofree char *day = ikrar_time_format_date (line->at, zone);
  g_autofree char *clock = ikrar_time_format_clock (line->at, zone);
  g_autofree char *size = ikrar_number_thousands ((gint64) line->size);
  g_autofree char *more = ikrar_number_thousands ((gint64) (line->size - before));
  g_autofree char *root = ikrar_pledge_digest_short (&line->root);
  g_autofree char *time_text = g_strdup_printf ("%s, %s", day, clock);
  /* Translators: %1$s is how many records there are, %2$s how many of them are new. */
  g_autofree char *size_text = g_strdup_printf (_ ("%1$s records, + %2$s"), size, more);

  gtk_label_set_label (self->number_label, number_text);
  gtk_label_set_label (self->time_label, time_text);
  gtk_label_set_label (self->size_label, size_text);
  gtk_label_set_label (self->root_label, root);
  return GTK_WIDGET (self);
}
