/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/coverage-row.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/share-bar.h"

struct _IkrarCoverageRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *unit_label;
  IkrarShareBar *bar;
  GtkLabel *rate_label;
  GtkLabel *base_label;
};

G_DEFINE_FINAL_TYPE (IkrarCoverageRow, ikrar_coverage_row, GTK_TYPE_LIST_BOX_ROW)

static void
ikrar_coverage_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_COVERAGE_ROW);
  G_OBJECT_CLASS (ikrar_coverage_row_parent_class)->dispose (object);
}

static void
ikrar_coverage_row_class_init (IkrarCoverageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_coverage_row_dispose;
  g_type_ensure (IKRAR_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/coverage-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarCoverageRow, unit_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarCoverageRow, bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarCoverageRow, rate_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarCoverageRow, base_label);
}

static void
ikrar_coverage_row_init (IkrarCoverageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the bar shows, for those who do not see it. */
static void
describe (IkrarCoverageRow *self, const IkrarPledgeCoverage *coverage, const char *unit)
{
  g_autofree char *text =
      /* Translators: %1$s is a unit, the others are numbers of people. */
      g_strdup_printf (_ ("%1$s: %2$u signed and %3$u recited of %4$u invited"), unit,
                       coverage->signed_, coverage->recited, coverage->invited);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

GtkWidget *
ikrar_coverage_row_new (const IkrarPledgeCoverage *coverage)
{
  IkrarCoverageRow *self = g_object_new (IKRAR_TYPE_COVERAGE_ROW, NULL);
  guint pledged = coverage->signed_ + coverage->recited;
  g_autofree char *rate =
      ikrar_number_percent (coverage->invited > 0 ? (double) pledged / coverage->invited : -1);
  g_autofree char *base = ikrar_number_thousands (coverage->invited);
  const char *unit = *coverage->unit != '\0' ? coverage->unit : _ ("Without unit");

  gtk_label_set_label (self->unit_label, unit);
  ikrar_share_bar_set (self->bar, coverage->signed_, coverage->recited, coverage->invited);
  gtk_label_set_label (self->rate_label, rate);
  gtk_label_set_label (self->base_label, base);
  describe (self, coverage, unit);
  return GTK_WIDGET (self);
}
