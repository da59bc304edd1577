/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/common/wrap-layout.h"
#include "ui/roster/import-words.h"

struct _IkrarImportBar
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *sheet_box;
  GtkDropDown *sheet_drop;
  GtkSpinButton *row_spin;
  GtkWidget *columns_box;
  GtkWidget *columns_icon;
  GtkLabel *columns_label;
  GtkToggleButton *all_button;

  gboolean showing;
};

enum
{
  PROP_0,
  PROP_ALL_COLUMNS,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportBar, ikrar_import_bar, GTK_TYPE_BOX)

static void
on_changed (IkrarImportBar *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_all_toggled (IkrarImportBar *self)
{
  if (!self->showing)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL_COLUMNS]);
}

static void
ikrar_import_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_BAR);
  G_OBJECT_CLASS (ikrar_import_bar_parent_class)->dispose (object);
}

static void
ikrar_import_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ALL_COLUMNS)
    g_value_set_boolean (value,
                         gtk_toggle_button_get_active (IKRAR_IMPORT_BAR (object)->all_button));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_import_bar_class_init (IkrarImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_import_bar_dispose;
  object_class->get_property = ikrar_import_bar_get_property;
  properties[PROP_ALL_COLUMNS] = g_param_spec_boolean ("all-columns", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * IkrarImportBar::changed:
   *
   * The user chose another sheet or another row of heads.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, sheet_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, row_spin);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, columns_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, columns_icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, columns_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, all_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
}

static void
ikrar_import_bar_init (IkrarImportBar *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

static void
fill_sheets (IkrarImportBar *self, const IkrarImportReading *reading)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < reading->sheets->len; i++)
    {
      const char *name = g_ptr_array_index (reading->sheets, i);
      /* Translators: %s is the name of a sheet that its workbook hides. */
      g_autofree char *hidden = g_strdup_printf (_ ("%s (hidden)"), name);
      gboolean is_hidden = i < 64 && (reading->hidden >> i & 1) != 0;

      gtk_string_list_append (names, is_hidden ? hidden : name);
    }
  gtk_drop_down_set_model (self->sheet_drop, G_LIST_MODEL (names));
  /* A text file has one sheet without a name. */
  gtk_widget_set_visible (self->sheet_box, reading->sheets->len > 1 ||
                                               (reading->sheets->len == 1 &&
                                                *(char *) reading->sheets->pdata[0] != '\0'));
}

/* The sheet that was read; where none could be, the one that was asked for. */
static guint
find_sheet (const IkrarImportReading *reading, const IkrarImportWanted *wanted)
{
  guint sheet = 0;

  if (reading->result != NULL)
    return ikrar_roster_result_get_sheet (reading->result);
  if (wanted->sheet != NULL)
    g_ptr_array_find_with_equal_func (reading->sheets, wanted->sheet, g_str_equal, &sheet);
  return sheet < reading->sheets->len ? sheet : 0;
}

static void
show_columns (IkrarImportBar *self, const IkrarHeader *header)
{
  g_autofree char *text = ikrar_import_describe_columns (header);

  gtk_label_set_label (self->columns_label, text);
  gtk_widget_set_opacity (self->columns_icon,
                          ikrar_import_count_read (header) == ikrar_header_get_n_columns (header));
}

void
ikrar_import_bar_show (IkrarImportBar *self,
                       const IkrarImportReading *reading,
                       const IkrarImportWanted *wanted)
{
  const IkrarHeader *header =
      reading->result != NULL ? ikrar_roster_result_get_header (reading->result) : NULL;
  guint row = header != NULL ? ikrar_header_get_row (header) : wanted->header_row;

  g_return_if_fail (IKRAR_IS_IMPORT_BAR (self));

  self->showing = TRUE;
  fill_sheets (self, reading);
  gtk_drop_down_set_selected (self->sheet_drop, find_sheet (reading, wanted));
  gtk_spin_button_set_value (self->row_spin, row);
  gtk_widget_set_visible (self->columns_box, header != NULL);
  if (header != NULL)
    show_columns (self, header);
  self->showing = FALSE;
}

void
ikrar_import_bar_offer_columns (IkrarImportBar *self, gboolean offered)
{
  g_return_if_fail (IKRAR_IS_IMPORT_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->all_button),
                          offered || gtk_toggle_button_get_active (self->all_button));
}

guint
ikrar_import_bar_get_sheet (IkrarImportBar *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_BAR (self), 0);

  return gtk_drop_down_get_selected (self->sheet_drop);
}

guint
ikrar_import_bar_get_row (IkrarImportBar *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_BAR (self), 0);

  return (guint) gtk_spin_button_get_value_as_int (self->row_spin);
}
