/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-bar.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/wrap-layout.h"
#include "ui/roster/import-notes.h"
#include "ui/roster/import-words.h"

struct _IkrarImportBar
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *sheet_box;
  GtkDropDown *sheet_drop;
  GtkWidget *row_box;
  GtkSpinButton *row_spin;
  GtkWidget *columns_box;
  GtkWidget *columns_icon;
  GtkLabel *columns_label;
  GtkToggleButton *all_button;
  GtkMenuButton *notes_button;
  IkrarImportNotes *notes;

  gboolean showing;
  gboolean offers_all; /* sheets, before the first of them */
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
  SIGNAL_FORGOTTEN,
  SIGNAL_COLUMN_DOUBTED,
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

/* Leads to what says otherwise. */
static void
on_corrected (IkrarImportBar *self, guint code, guint column)
{
  if (code == IKRAR_CLUE_REMEMBERED)
    g_signal_emit (self, signals[SIGNAL_FORGOTTEN], 0);
  else if (code == IKRAR_CLUE_PRIVATE_DROPPED)
    gtk_toggle_button_set_active (self->all_button, TRUE);
  else if (code == IKRAR_CLUE_SHEET_HIDDEN || code == IKRAR_CLUE_SHEET_SUMMARY ||
           code == IKRAR_CLUE_SHEET_NO_NAMES)
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet_drop));
  else if (column != IKRAR_CLUE_NO_COLUMN)
    g_signal_emit (self, signals[SIGNAL_COLUMN_DOUBTED], 0, column);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->row_spin));
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

  /**
   * IkrarImportBar::forgotten:
   *
   * The user does not want what an earlier import said of such columns.
   */
  signals[SIGNAL_FORGOTTEN] = g_signal_new ("forgotten", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IkrarImportBar::column-doubted:
   * @bar: the bar
   * @column: a column of the file, from 0
   *
   * The user wants to say what it holds.
   */
  signals[SIGNAL_COLUMN_DOUBTED] =
      g_signal_new ("column-doubted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  g_type_ensure (IKRAR_TYPE_IMPORT_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, sheet_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, row_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, row_spin);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, columns_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, columns_icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, columns_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, all_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, notes_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportBar, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_corrected);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
}

static void
ikrar_import_bar_init (IkrarImportBar *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

static char *
describe_all (const IkrarImportReading *reading)
{
  guint n_sheets = reading->sheets->len;
  g_autofree char *all = ikrar_number_thousands (n_sheets);
  g_autofree char *read = ikrar_number_thousands (
      reading->result != NULL ? ikrar_import_count_sheets (reading->result) : n_sheets);

  if (reading->more_sheets)
    return g_strdup (_ ("All sheets"));
  /* Translators: %1$s and %2$s are numbers of sheets. */
  return g_strdup_printf (_ ("All sheets (%1$s of %2$s)"), read, all);
}

static void
fill_sheets (IkrarImportBar *self, const IkrarImportReading *reading)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->offers_all = reading->sheets->len > 1 || reading->more_sheets;
  if (self->offers_all)
    gtk_string_list_take (names, describe_all (reading));
  for (guint i = 0; i < reading->sheets->len; i++)
    if (reading->result != NULL)
      gtk_string_list_take (names, ikrar_import_describe_sheet (reading->result, i));
    else
      gtk_string_list_append (names, g_ptr_array_index (reading->sheets, i));
  gtk_drop_down_set_model (self->sheet_drop, G_LIST_MODEL (names));
  /* A text file has one sheet without a name. */
  gtk_widget_set_visible (self->sheet_box, reading->sheets->len > 1 ||
                                               (reading->sheets->len == 1 &&
                                                *(char *) reading->sheets->pdata[0] != '\0'));
}

/* The place in the list of what was asked for. */
static guint
find_place (IkrarImportBar *self,
            const IkrarImportReading *reading,
            const IkrarImportWanted *wanted)
{
  guint sheet = 0;

  if (wanted->sheet == NULL)
    return 0;
  g_ptr_array_find_with_equal_func (reading->sheets, wanted->sheet, g_str_equal, &sheet);
  if (sheet >= reading->sheets->len)
    return 0;
  return sheet + (self->offers_all ? 1 : 0);
}

/* A row is told of one sheet: where several are read, each has its own. */
static void
show_row (IkrarImportBar *self, const IkrarImportReading *reading, const IkrarImportWanted *wanted)
{
  guint row = wanted->header_row;

  if (reading->result != NULL)
    row = ikrar_header_get_row (ikrar_roster_result_get_header (reading->result));
  gtk_spin_button_set_value (self->row_spin, row);
  gtk_widget_set_visible (self->row_box, reading->result == NULL ||
                                             ikrar_import_count_sheets (reading->result) < 2);
}

static void
show_notes (IkrarImportBar *self, const IkrarRosterResult *result)
{
  guint count = result != NULL ? ikrar_roster_result_get_n_clues (result) : 0;
  g_autofree char *number = ikrar_number_thousands (count);
  /* Translators: a button; %s is how many notes there are about a file. */
  g_autofree char *label = g_strdup_printf (ngettext ("%s Note", "%s Notes", count), number);

  gtk_menu_button_set_label (self->notes_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_button), count > 0);
  if (count > 0)
    ikrar_import_notes_show (self->notes, result);
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

  g_return_if_fail (IKRAR_IS_IMPORT_BAR (self));

  self->showing = TRUE;
  fill_sheets (self, reading);
  gtk_drop_down_set_selected (self->sheet_drop, find_place (self, reading, wanted));
  show_row (self, reading, wanted);
  show_notes (self, reading->result);
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

int
ikrar_import_bar_get_sheet (IkrarImportBar *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_BAR (self), 0);

  return (int) gtk_drop_down_get_selected (self->sheet_drop) - (self->offers_all ? 1 : 0);
}

guint
ikrar_import_bar_get_row (IkrarImportBar *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_BAR (self), 0);

  return (guint) gtk_spin_button_get_value_as_int (self->row_spin);
}
