/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/documents/options-pane.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/documents/unit-row.h"

struct _IkrarOptionsPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *issue_group;
  AdwPreferencesRow *issue_row;
  GtkWidget *paper_group;
  IkrarUnitRow *unit_row;
  AdwComboRow *order_row;
  AdwComboRow *annex_row;
  AdwComboRow *paper_row;
  AdwComboRow *layout_row;
  GtkWidget *per_unit_row;
  GtkSwitch *per_unit_switch;
  GtkWidget *public_version_row;
  GtkSwitch *public_version_switch;
  GtkWidget *times_row;
  GtkSwitch *times_switch;
  GtkWidget *plain_row;
  GtkSwitch *plain_switch;
  GtkWidget *small_modules_row;
  GtkSwitch *small_modules_switch;
  GtkWidget *signing_room_row;
  GtkSwitch *signing_room_switch;
  GtkWidget *skip_row;
  GtkSpinButton *skip_spin;
  AdwButtonContent *print_content;
  GtkWidget *print_button;
  GtkWidget *pdf_button;
  GtkWidget *each_button;
  GtkWidget *workbook_button;
  GtkWidget *csv_button;

  gboolean showing; /* whether rows are set by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (IkrarOptionsPane, ikrar_options_pane, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Which row belongs to which option. */
static const struct
{
  IkrarDocumentOption option;
  gsize row; /* offset of the row's field */
} rows[] = {
  { IKRAR_DOCUMENT_OPTION_UNIT, G_STRUCT_OFFSET (IkrarOptionsPane, unit_row) },
  { IKRAR_DOCUMENT_OPTION_ORDER, G_STRUCT_OFFSET (IkrarOptionsPane, order_row) },
  { IKRAR_DOCUMENT_OPTION_PAPER, G_STRUCT_OFFSET (IkrarOptionsPane, paper_row) },
  { IKRAR_DOCUMENT_OPTION_LAYOUT, G_STRUCT_OFFSET (IkrarOptionsPane, layout_row) },
  { IKRAR_DOCUMENT_OPTION_SKIP, G_STRUCT_OFFSET (IkrarOptionsPane, skip_row) },
  { IKRAR_DOCUMENT_OPTION_SMALL_MODULES, G_STRUCT_OFFSET (IkrarOptionsPane, small_modules_row) },
  { IKRAR_DOCUMENT_OPTION_PER_UNIT, G_STRUCT_OFFSET (IkrarOptionsPane, per_unit_row) },
  { IKRAR_DOCUMENT_OPTION_PUBLIC, G_STRUCT_OFFSET (IkrarOptionsPane, public_version_row) },
  { IKRAR_DOCUMENT_OPTION_TIMES, G_STRUCT_OFFSET (IkrarOptionsPane, times_row) },
  { IKRAR_DOCUMENT_OPTION_PLAIN, G_STRUCT_OFFSET (IkrarOptionsPane, plain_row) },
  { IKRAR_DOCUMENT_OPTION_ANNEX, G_STRUCT_OFFSET (IkrarOptionsPane, annex_row) },
  { IKRAR_DOCUMENT_OPTION_SIGNING_ROOM, G_STRUCT_OFFSET (IkrarOptionsPane, signing_room_row) },
};

#define PAPER_OPTIONS \
  (IKRAR_DOCUMENT_OPTION_PAPER | IKRAR_DOCUMENT_OPTION_LAYOUT | IKRAR_DOCUMENT_OPTION_SIGNING_ROOM)

static void
on_changed (IkrarOptionsPane *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ikrar_options_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_OPTIONS_PANE);
  G_OBJECT_CLASS (ikrar_options_pane_parent_class)->dispose (object);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, unit_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, order_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, annex_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, paper_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, layout_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, per_unit_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, per_unit_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, public_version_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, public_version_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, times_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, times_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, plain_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, plain_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, small_modules_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, small_modules_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, signing_room_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, signing_room_switch);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, skip_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, skip_spin);
}

static void
ikrar_options_pane_class_init (IkrarOptionsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_options_pane_dispose;
  signals[CHANGED] = g_signal_new ("changed", IKRAR_TYPE_OPTIONS_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (IKRAR_TYPE_UNIT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/options-pane.ui");
  bind_rows (widget_class);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, issue_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, issue_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, paper_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, print_content);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, print_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, pdf_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, each_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, workbook_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarOptionsPane, csv_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
ikrar_options_pane_init (IkrarOptionsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_rows (IkrarOptionsPane *self, IkrarDocumentKind kind)
{
  guint options = ikrar_document_kind_get_options (kind);
  gboolean has_pages = ikrar_document_kind_has_pages (kind);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (G_STRUCT_MEMBER (GtkWidget *, self, rows[i].row),
                            (options & rows[i].option) != 0);
  gtk_widget_set_visible (self->issue_group, kind == IKRAR_DOCUMENT_CERTIFICATES);
  gtk_widget_set_visible (self->paper_group, (options & PAPER_OPTIONS) != 0);
  gtk_widget_set_visible (self->print_button, has_pages);
  gtk_widget_set_visible (self->pdf_button, has_pages);
  gtk_widget_set_visible (self->each_button, kind == IKRAR_DOCUMENT_CERTIFICATES);
  gtk_widget_set_visible (self->workbook_button, ikrar_document_kind_has_workbook (kind));
  gtk_widget_set_visible (self->csv_button, !has_pages);
}

/* Ten on a sheet of A4 have small modules in any case. */
static void
update_modules (IkrarOptionsPane *self)
{
  gboolean free_choice = adw_combo_row_get_selected (self->layout_row) != IKRAR_PASS_LAYOUT_A4_10;

  gtk_widget_set_sensitive (self->small_modules_row, free_choice);
}

void
ikrar_options_pane_show (IkrarOptionsPane *self,
                         IkrarDocumentKind kind,
                         const IkrarDocumentOptions *options)
{
  g_return_if_fail (IKRAR_IS_OPTIONS_PANE (self));

  self->showing = TRUE;
  show_rows (self, kind);
  ikrar_unit_row_set_unit (self->unit_row, options->unit);
  adw_combo_row_set_selected (self->order_row, options->order);
  adw_combo_row_set_selected (self->annex_row, options->annex);
  adw_combo_row_set_selected (self->paper_row, options->paper);
  adw_combo_row_set_selected (self->layout_row, options->layout);
  gtk_switch_set_active (self->per_unit_switch, options->per_unit);
  gtk_switch_set_active (self->public_version_switch, options->public_version);
  gtk_switch_set_active (self->times_switch, options->times);
  gtk_switch_set_active (self->plain_switch, options->plain);
  gtk_switch_set_active (self->small_modules_switch, options->small_modules);
  gtk_switch_set_active (self->signing_room_switch, options->signing_room);
  gtk_spin_button_set_value (self->skip_spin, options->skip);
  update_modules (self);
  self->showing = FALSE;
}

void
ikrar_options_pane_read (IkrarOptionsPane *self, IkrarDocumentOptions *options)
{
  g_return_if_fail (IKRAR_IS_OPTIONS_PANE (self));

  update_modules (self);
  *options = (IkrarDocumentOptions){
    .unit = ikrar_unit_row_get_unit (self->unit_row),
    .order = adw_combo_row_get_selected (self->order_row),
    .annex = adw_combo_row_get_selected (self->annex_row),
    .paper = adw_combo_row_get_selected (self->paper_row),
    .layout = adw_combo_row_get_selected (self->layout_row),
    .per_unit = gtk_switch_get_active (self->per_unit_switch),
    .public_version = gtk_switch_get_active (self->public_version_switch),
    .times = gtk_switch_get_active (self->times_switch),
    .plain = gtk_switch_get_active (self->plain_switch),
    .small_modules = gtk_switch_get_active (self->small_modules_switch),
    .signing_room = gtk_switch_get_active (self->signing_room_switch),
    .skip = (guint) gtk_spin_button_get_value_as_int (self->skip_spin),
  };
}

void
ikrar_options_pane_set_units (IkrarOptionsPane *self, GPtrArray *units)
{
  g_return_if_fail (IKRAR_IS_OPTIONS_PANE (self));

  ikrar_unit_row_set_units (self->unit_row, units);
}

void
ikrar_options_pane_set_pages (IkrarOptionsPane *self, guint n_pages)
{
  g_autofree char *number = ikrar_number_thousands (n_pages);
  g_autofree char *label = NULL;

  g_return_if_fail (IKRAR_IS_OPTIONS_PANE (self));

  /* Translators: %s is a number of pages. */
  label = g_strdup_printf (ngettext ("_Print %s Page", "_Print %s Pages", n_pages), number);
  adw_button_content_set_label (self->print_content, n_pages > 0 ? label : _ ("_Print"));
}

void
ikrar_options_pane_set_due (IkrarOptionsPane *self, guint n_due)
{
  g_autofree char *number = ikrar_number_thousands (n_due);
  g_autofree char *title = NULL;

  g_return_if_fail (IKRAR_IS_OPTIONS_PANE (self));

  /* Translators: %s is a number of people. */
  title = g_strdup_printf (ngettext ("%s person who is present has no certificate yet",
                                     "%s people who are present have no certificate yet", n_due),
                           number);
  adw_preferences_row_set_title (self->issue_row,
                                 n_due > 0 ? title : _ ("Everybody present has a certificate"));
}
