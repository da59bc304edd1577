/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/coverage-list.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/wrap-layout.h"
#include "ui/pledge/coverage-row.h"

/* The largest units are looked at here; the tally has all of them. */
#define ROWS_MAX 100

struct _IkrarCoverageList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkListBox *list;
  GtkLabel *more_label;
};

G_DEFINE_FINAL_TYPE (IkrarCoverageList, ikrar_coverage_list, ADW_TYPE_BIN)

static void
ikrar_coverage_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_COVERAGE_LIST);
  G_OBJECT_CLASS (ikrar_coverage_list_parent_class)->dispose (object);
}

static void
ikrar_coverage_list_class_init (IkrarCoverageListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_coverage_list_dispose;
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/coverage-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarCoverageList, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarCoverageList, more_label);
}

static void
ikrar_coverage_list_init (IkrarCoverageList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_more (IkrarCoverageList *self, guint units)
{
  guint left = units > ROWS_MAX ? units - ROWS_MAX : 0;
  g_autofree char *number = ikrar_number_thousands (left);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s smaller unit is in the tally", "%s smaller units are in the tally", left),
      number);

  gtk_label_set_label (self->more_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), left > 0);
}

void
ikrar_coverage_list_fill (IkrarCoverageList *self, GPtrArray *coverage)
{
  GtkListBoxRow *row;

  g_return_if_fail (IKRAR_IS_COVERAGE_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (coverage->len, ROWS_MAX); i++)
    gtk_list_box_append (self->list, ikrar_coverage_row_new (g_ptr_array_index (coverage, i)));
  show_more (self, coverage->len);
}
