/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/person-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "core/person-name.h"
#include "core/text.h"

#include "ui/common/entry-row.h"
#include "ui/common/language.h"
#include "ui/common/unit-popover.h"

/* Fewer digits are no number of a person. */
#define DIGITS_MIN 6

struct _IkrarPersonFields
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  IkrarEntryRow *name_row;
  IkrarEntryRow *number_row;
  IkrarEntryRow *grade_row;
  IkrarEntryRow *position_row;
  IkrarEntryRow *unit_row;
  IkrarUnitPopover *unit_popover;
  GtkLabel *doubt_label;

  /* Owned */
  char *shown_name; /* as it was shown; unless it changes, its parts stay as they are */
};

G_DEFINE_FINAL_TYPE (IkrarPersonFields, ikrar_person_fields, ADW_TYPE_PREFERENCES_GROUP)

static void
on_unit_chosen (IkrarUnitPopover *popover, gint64 unit, const char *name, IkrarPersonFields *self)
{
  ikrar_entry_row_set_text (self->unit_row, name);
}

static void
parse_number (IkrarPersonFields *self, IkrarNumber *number)
{
  g_autofree char *text = ikrar_entry_row_dup_text (self->number_row);

  ikrar_number_parse (text, IKRAR_CELL_TEXT, ikrar_time_today (ikrar_time_now (), IKRAR_ZONE_WIB),
                      number);
}

static IkrarReason
parse_grade (IkrarPersonFields *self, IkrarNumberKind kind, IkrarGrade *grade)
{
  g_autofree char *text = ikrar_entry_row_dup_text (self->grade_row);

  return ikrar_grade_parse (text, kind, grade);
}

static gboolean
is_empty (IkrarEntryRow *row)
{
  return ikrar_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
add_doubt (GString *doubts, IkrarReason reason)
{
  g_autofree char *text = ikrar_reason_text (reason, ikrar_language_get (), NULL);

  if (*text != '\0')
    g_string_append_printf (doubts, "%s%s", doubts->len > 0 ? "\n" : "", text);
}

/* Real numbers with a wrong date exist: a doubt is said and hinders nobody. */
static void
show_doubts (IkrarPersonFields *self)
{
  g_autoptr (GString) doubts = g_string_new (NULL);
  IkrarNumber number;
  IkrarGrade grade;
  IkrarReason reason;

  parse_number (self, &number);
  if (!is_empty (self->number_row) && number.severity == IKRAR_SEVERITY_WARNING)
    for (guint i = 0; i < IKRAR_NUMBER_REASONS_MAX; i++)
      add_doubt (doubts, number.reasons[i]);
  reason = parse_grade (self, number.kind, &grade);
  if (grade != IKRAR_GRADE_NONE)
    add_doubt (doubts, reason);
  gtk_label_set_label (self->doubt_label, doubts->str);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt_label), doubts->len > 0);
}

static void
ikrar_person_fields_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PERSON_FIELDS);
  G_OBJECT_CLASS (ikrar_person_fields_parent_class)->dispose (object);
}

static void
ikrar_person_fields_finalize (GObject *object)
{
  g_free (IKRAR_PERSON_FIELDS (object)->shown_name);
  G_OBJECT_CLASS (ikrar_person_fields_parent_class)->finalize (object);
}

static void
ikrar_person_fields_class_init (IkrarPersonFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_person_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_person_fields_finalize;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_UNIT_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/person-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonFields, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonFields, number_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonFields, grade_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonFields, position_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonFields, unit_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonFields, unit_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonFields, doubt_label);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_doubts);
}

static void
ikrar_person_fields_init (IkrarPersonFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_person_fields_show (IkrarPersonFields *self, const IkrarPerson *person, const char *unit)
{
  g_autofree char *number = ikrar_number_format (person->number);

  g_return_if_fail (IKRAR_IS_PERSON_FIELDS (self));

  g_free (self->shown_name);
  self->shown_name = ikrar_person_display (person);
  ikrar_entry_row_set_text (self->name_row, self->shown_name);
  ikrar_entry_row_set_text (self->number_row, number);
  ikrar_entry_row_set_text (self->grade_row, ikrar_grade_text (person->grade));
  ikrar_entry_row_set_text (self->position_row, person->position);
  ikrar_entry_row_set_text (self->unit_row, unit);
  show_doubts (self);
}

void
ikrar_person_fields_start (IkrarPersonFields *self, const char *text)
{
  g_autofree char *digits = ikrar_text_digits (text);
  gboolean is_number = strlen (digits) >= DIGITS_MIN;

  g_return_if_fail (IKRAR_IS_PERSON_FIELDS (self));

  g_clear_pointer (&self->shown_name, g_free);
  ikrar_entry_row_set_text (self->name_row, is_number ? "" : text);
  ikrar_entry_row_set_text (self->number_row, is_number ? digits : "");
  ikrar_entry_row_set_text (self->grade_row, "");
  ikrar_entry_row_set_text (self->position_row, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

void
ikrar_person_fields_set_units (IkrarPersonFields *self, GPtrArray *units)
{
  g_return_if_fail (IKRAR_IS_PERSON_FIELDS (self));

  ikrar_unit_popover_set_units (self->unit_popover, units);
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
read_name (IkrarPersonFields *self, IkrarPerson *person, GArray *problems)
{
  g_autofree char *text = ikrar_entry_row_dup_text (self->name_row);
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (text);

  if (ikrar_text_is_blank (name->name))
    ikrar_entry_row_add_problem (self->name_row, _ ("Enter the name"), problems);
  if (g_strcmp0 (text, self->shown_name) == 0)
    return;
  take (&person->prefix, g_strdup (name->prefix));
  take (&person->name, g_strdup (name->name));
  take (&person->suffix, g_strdup (name->suffix));
  take (&person->written, g_steal_pointer (&text));
}

static void
read_number (IkrarPersonFields *self, IkrarPerson *person, GArray *problems)
{
  IkrarNumber number;

  parse_number (self, &number);
  if (!is_empty (self->number_row) && number.severity == IKRAR_SEVERITY_ERROR)
    {
      g_autofree char *why = ikrar_reason_text (number.reasons[0], ikrar_language_get (), NULL);

      ikrar_entry_row_add_problem (self->number_row, g_intern_string (why), problems);
    }
  take (&person->number, g_strdup (number.digits));
  person->number_kind = number.kind;
}

static void
read_grade (IkrarPersonFields *self, IkrarPerson *person, GArray *problems)
{
  IkrarGrade grade;

  parse_grade (self, person->number_kind, &grade);
  if (!is_empty (self->grade_row) && grade == IKRAR_GRADE_NONE)
    ikrar_entry_row_add_problem (self->grade_row, _ ("Write the grade like III/d or IX"), problems);
  person->grade = grade;
}

gboolean
ikrar_person_fields_read (IkrarPersonFields *self, IkrarPerson *person, char **unit)
{
  g_autoptr (GArray) problems = ikrar_entry_row_new_problems ();

  g_return_val_if_fail (IKRAR_IS_PERSON_FIELDS (self), FALSE);

  read_name (self, person, problems);
  read_number (self, person, problems);
  read_grade (self, person, problems);
  if (ikrar_entry_row_show_problems (problems))
    return FALSE;
  take (&person->position, ikrar_entry_row_dup_text (self->position_row));
  *unit = ikrar_entry_row_dup_text (self->unit_row);
  return TRUE;
}

char *
ikrar_person_fields_dup_written (IkrarPersonFields *self)
{
  IkrarEntryRow *const rows[] = { self->name_row, self->number_row, self->grade_row,
                                  self->position_row, self->unit_row };
  GString *written = g_string_new (NULL);

  g_return_val_if_fail (IKRAR_IS_PERSON_FIELDS (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = ikrar_entry_row_dup_text (rows[i]);

      g_string_append_printf (written, "%s\n", text);
    }
  return g_string_free (written, FALSE);
}

void
ikrar_person_fields_refuse_number (IkrarPersonFields *self, const char *why)
{
  g_return_if_fail (IKRAR_IS_PERSON_FIELDS (self));

  ikrar_entry_row_refuse (self->number_row, why);
  gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
}
