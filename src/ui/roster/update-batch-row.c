/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/update-batch-row.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"

#include "ui/roster/update-words.h"

struct _IkrarUpdateBatchRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *when_label;
  GtkLabel *counts_label;
  GtkLabel *depends_label;
  GtkButton *undo_button;
};

G_DEFINE_FINAL_TYPE (IkrarUpdateBatchRow, ikrar_update_batch_row, GTK_TYPE_LIST_BOX_ROW)

static void
ikrar_update_batch_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UPDATE_BATCH_ROW);
  G_OBJECT_CLASS (ikrar_update_batch_row_parent_class)->dispose (object);
}

static void
ikrar_update_batch_row_class_init (IkrarUpdateBatchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_update_batch_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/update-batch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateBatchRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateBatchRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateBatchRow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateBatchRow, depends_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateBatchRow, undo_button);
}

static void
ikrar_update_batch_row_init (IkrarUpdateBatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_time (IkrarTime at, IkrarZone zone)
{
  g_autofree char *day = ikrar_time_format_date (at, zone);
  g_autofree char *clock = ikrar_time_format_clock (at, zone);

  return g_strconcat (day, " ", clock, NULL);
}

static void
show_times (IkrarUpdateBatchRow *self, const IkrarImportBatch *batch)
{
  g_autofree char *at = describe_time (batch->imported_at, batch->zone);
  g_autofree char *undone = describe_time (batch->undone_at, batch->zone);
  g_autoptr (GString) text = g_string_new (at);

  if (*batch->actor != '\0')
    g_string_append_printf (text, " · %s", batch->actor);
  if (batch->undone_at != 0)
    {
      g_string_append (text, " · ");
      /* Translators: %s is a date with a time. */
      g_string_append_printf (text, _ ("undone %s"), undone);
    }
  gtk_label_set_label (self->when_label, text->str);
}

static void
show_title (IkrarUpdateBatchRow *self, const IkrarImportBatch *batch)
{
  const char *file = *batch->file_name != '\0' ? batch->file_name : _ ("Pasted list");
  g_autofree char *title =
      *batch->sheet != '\0' ? g_strdup_printf ("%s · %s", file, batch->sheet) : g_strdup (file);

  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GtkWidget *
ikrar_update_batch_row_new (const IkrarImportBatch *batch, const char *depends)
{
  IkrarUpdateBatchRow *self = g_object_new (IKRAR_TYPE_UPDATE_BATCH_ROW, NULL);
  g_autofree char *counts = ikrar_update_describe_batch (batch);

  show_title (self, batch);
  show_times (self, batch);
  gtk_label_set_label (self->counts_label, counts);
  gtk_label_set_label (self->depends_label, depends);
  gtk_widget_set_visible (GTK_WIDGET (self->depends_label), *depends != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button),
                          batch->undone_at == 0 && *depends == '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo_button), "x", batch->id);
  return GTK_WIDGET (self);
}
