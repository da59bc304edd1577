/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/journal-row.h"

#include "ui/common/journal-text.h"

struct _IkrarJournalRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkWidget *undone_label;
  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (IkrarJournalRow, ikrar_journal_row, ADW_TYPE_ACTION_ROW)

static void
ikrar_journal_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_JOURNAL_ROW);
  G_OBJECT_CLASS (ikrar_journal_row_parent_class)->dispose (object);
}

static void
ikrar_journal_row_class_init (IkrarJournalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_journal_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/journal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarJournalRow, undone_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarJournalRow, undo_button);
}

static void
ikrar_journal_row_init (IkrarJournalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_journal_row_new (const IkrarJournalEntry *entry, IkrarZone zone)
{
  IkrarJournalRow *self = g_object_new (IKRAR_TYPE_JOURNAL_ROW, NULL);
  g_autofree char *text = ikrar_journal_text (entry);
  g_autofree char *origin = ikrar_journal_text_origin (entry, zone);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), origin);
  gtk_widget_set_visible (self->undone_label, entry->undone_by != 0);
  gtk_widget_set_visible (self->undo_button, ikrar_journal_can_undo (entry));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo_button), "x", entry->id);
  return GTK_WIDGET (self);
}
