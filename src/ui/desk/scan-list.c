/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/scan-list.h"

/* As many as an operator looks back; the attendance view has them all. */
#define ROWS_MAX 30

struct _IkrarScanList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkListBox *list;
  GtkWidget *empty_label;

  gboolean guarded;
};

G_DEFINE_FINAL_TYPE (IkrarScanList, ikrar_scan_list, ADW_TYPE_BIN)

static void
ikrar_scan_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SCAN_LIST);
  G_OBJECT_CLASS (ikrar_scan_list_parent_class)->dispose (object);
}

static void
ikrar_scan_list_class_init (IkrarScanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_scan_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/scan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarScanList, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanList, empty_label);
}

static void
ikrar_scan_list_init (IkrarScanList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_placeholder (self->list, self->empty_label);
}

void
ikrar_scan_list_fill (IkrarScanList *self, GPtrArray *scans, IkrarZone zone)
{
  GtkListBoxRow *row;

  g_return_if_fail (IKRAR_IS_SCAN_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; !self->guarded && i < MIN (scans->len, ROWS_MAX); i++)
    gtk_list_box_append (self->list,
                         ikrar_scan_row_new_recorded (g_ptr_array_index (scans, i), zone));
}

void
ikrar_scan_list_prepend (IkrarScanList *self, GtkWidget *row)
{
  GtkListBoxRow *oldest;

  g_return_if_fail (IKRAR_IS_SCAN_LIST (self));

  gtk_list_box_prepend (self->list, row);
  oldest = gtk_list_box_get_row_at_index (self->list, self->guarded ? 1 : ROWS_MAX);
  if (oldest != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (oldest));
}

/* The first row for which @journal fits; 0 fits every row that can be undone. */
static IkrarScanRow *
find (IkrarScanList *self, IkrarId journal)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      IkrarId own = ikrar_scan_row_get_journal (IKRAR_SCAN_ROW (row));

      if (own != 0 && (journal == 0 || own == journal))
        return IKRAR_SCAN_ROW (row);
    }
  return NULL;
}

IkrarScanRow *
ikrar_scan_list_get_last (IkrarScanList *self)
{
  g_return_val_if_fail (IKRAR_IS_SCAN_LIST (self), NULL);

  return find (self, 0);
}

IkrarScanRow *
ikrar_scan_list_find (IkrarScanList *self, IkrarId journal)
{
  g_return_val_if_fail (IKRAR_IS_SCAN_LIST (self), NULL);

  return journal != 0 ? find (self, journal) : NULL;
}

IkrarId
ikrar_scan_list_get_newest_person (IkrarScanList *self)
{
  IkrarId participant = 0;
  GtkListBoxRow *row;

  g_return_val_if_fail (IKRAR_IS_SCAN_LIST (self), 0);

  for (int i = 0; participant == 0 && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++)
    participant = ikrar_scan_row_get_participant (IKRAR_SCAN_ROW (row));
  return participant;
}

void
ikrar_scan_list_rename (IkrarScanList *self, const IkrarParticipantCard *card)
{
  GtkListBoxRow *row;

  g_return_if_fail (IKRAR_IS_SCAN_LIST (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (ikrar_scan_row_get_participant (IKRAR_SCAN_ROW (row)) == card->participant->id)
      ikrar_scan_row_set_name (IKRAR_SCAN_ROW (row), card->name);
}

void
ikrar_scan_list_set_guarded (IkrarScanList *self, gboolean guarded)
{
  g_return_if_fail (IKRAR_IS_SCAN_LIST (self));

  self->guarded = guarded;
}
