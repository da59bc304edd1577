/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-card.h"

#include "ui/common/language.h"
#include "ui/common/pill.h"
#include "ui/roster/import-words.h"

struct _IkrarImportCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  IkrarPill *pill;
  GtkLabel *number_label;
  GtkLabel *reason_label;
};

G_DEFINE_FINAL_TYPE (IkrarImportCard, ikrar_import_card, GTK_TYPE_BOX)

static void
ikrar_import_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_CARD);
  G_OBJECT_CLASS (ikrar_import_card_parent_class)->dispose (object);
}

static void
ikrar_import_card_class_init (IkrarImportCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_card_dispose;
  g_type_ensure (IKRAR_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportCard, pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportCard, number_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportCard, reason_label);
}

static void
ikrar_import_card_init (IkrarImportCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_text (const IkrarImportShown *shown, guint line, int column)
{
  return column >= 0 ? ikrar_import_columns_get_text (shown, line, (guint) column, NULL) : "";
}

/* The name; of a row that has none, the first cell with something in it. */
static const char *
find_name (const IkrarImportShown *shown, guint line)
{
  const IkrarHeader *header = ikrar_roster_result_get_header (shown->result);
  const char *text =
      get_text (shown, line, ikrar_import_columns_find (header, IKRAR_ROSTER_FIELD_NAME));

  for (guint i = 0; i < ikrar_header_get_n_columns (header) && *text == '\0'; i++)
    text = get_text (shown, line, (int) i);
  return text;
}

/* Where the row stands, and the number it has. */
static char *
describe_place (const IkrarImportShown *shown, guint line)
{
  const IkrarHeader *header = ikrar_roster_result_get_header (shown->result);
  const char *digits =
      get_text (shown, line, ikrar_import_columns_find (header, IKRAR_ROSTER_FIELD_NUMBER));
  g_autofree char *place = ikrar_import_describe_place (shown->result, line);

  return g_strconcat (place, *digits != '\0' ? " · " : "", digits, NULL);
}

GtkWidget *
ikrar_import_card_new (void)
{
  return g_object_new (IKRAR_TYPE_IMPORT_CARD, NULL);
}

void
ikrar_import_card_show (IkrarImportCard *self, const IkrarImportShown *shown, guint line)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (shown->result);
  IkrarStatus status = ikrar_import_status (ikrar_roster_lines_get_verdict (lines, line));
  g_autofree char *place = describe_place (shown, line);
  g_autofree char *reason = ikrar_roster_lines_get_problem (lines, line, ikrar_language_get ());

  g_return_if_fail (IKRAR_IS_IMPORT_CARD (self));

  gtk_label_set_label (self->name_label, find_name (shown, line));
  ikrar_pill_set (self->pill, status.css_class, status.icon_name, status.label);
  gtk_label_set_label (self->number_label, place);
  gtk_label_set_label (self->reason_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), *reason != '\0');
}
