/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/person-form.h"

#include <glib/gi18n-lib.h>

#include "core/person-name.h"
#include "core/text.h"
#include "core/vocabulary.h"

#include "ui/common/entry-row.h"
#include "ui/common/language.h"
#include "ui/common/unit-popover.h"

struct _IkrarPersonForm
{
  AdwBin parent_instance;

  /* Template widgets */
  IkrarEntryRow *name_row;
  IkrarEntryRow *number_row;
  IkrarEntryRow *grade_row;
  IkrarEntryRow *position_row;
  IkrarEntryRow *unit_row;
  IkrarUnitPopover *unit_popover;
  AdwComboRow *kind_row;
};

G_DEFINE_FINAL_TYPE (IkrarPersonForm, ikrar_person_form, ADW_TYPE_BIN)

static void
on_unit_chosen (IkrarUnitPopover *popover, gint64 unit, const char *name, IkrarPersonForm *self)
{
  ikrar_entry_row_set_text (self->unit_row, name);
}

static void
ikrar_person_form_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PERSON_FORM);
  G_OBJECT_CLASS (ikrar_person_form_parent_class)->dispose (object);
}

static void
ikrar_person_form_class_init (IkrarPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_person_form_dispose;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_UNIT_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, number_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, grade_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, position_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, unit_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, kind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
}

static void
add_kinds (IkrarPersonForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < ikrar_vocabulary_size (IKRAR_VOCABULARY_PARTICIPANT_KIND); i++)
    gtk_string_list_append (
        kinds,
        ikrar_vocabulary_label (IKRAR_VOCABULARY_PARTICIPANT_KIND,
                                ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND, i)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

static void
ikrar_person_form_init (IkrarPersonForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
}

void
ikrar_person_form_start (IkrarPersonForm *self, const char *text)
{
  g_autofree char *digits = ikrar_text_digits (text);
  gboolean is_number = strlen (digits) > 5;

  g_return_if_fail (IKRAR_IS_PERSON_FORM (self));

  ikrar_entry_row_set_text (self->name_row, is_number ? "" : text);
  ikrar_entry_row_set_text (self->number_row, is_number ? digits : "");
  ikrar_entry_row_set_text (self->grade_row, "");
  ikrar_entry_row_set_text (self->position_row, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

void
ikrar_person_form_set_units (IkrarPersonForm *self, GPtrArray *units)
{
  g_return_if_fail (IKRAR_IS_PERSON_FORM (self));

  ikrar_unit_popover_set_units (self->unit_popover, units);
}

static gboolean
read_name (IkrarPersonForm *self, IkrarPerson *person)
{
  g_autoptr (IkrarPersonName) name = NULL;

  person->written = ikrar_entry_row_dup_text (self->name_row);
  if (*person->written == '\0')
    {
      ikrar_entry_row_refuse (self->name_row, _ ("Name (it cannot be empty)"));
      return FALSE;
    }
  name = ikrar_person_name_parse (person->written);
  person->prefix = g_strdup (name->prefix);
  person->name = g_strdup (name->name);
  person->suffix = g_strdup (name->suffix);
  return TRUE;
}

static gboolean
read_number (IkrarPersonForm *self, guint32 today, IkrarPerson *person)
{
  g_autofree char *text = ikrar_entry_row_dup_text (self->number_row);
  g_autofree char *why = NULL;
  IkrarNumber number;

  ikrar_number_parse (text, IKRAR_CELL_TEXT, today, &number);
  if (*text != '\0' && number.severity == IKRAR_SEVERITY_ERROR)
    {
      why = ikrar_reason_text (number.reasons[0], ikrar_language_get (), NULL);
      ikrar_entry_row_refuse (self->number_row, why);
      return FALSE;
    }
  person->number = g_strdup (number.digits);
  person->number_kind = number.kind;
  return TRUE;
}

static gboolean
read_grade (IkrarPersonForm *self, IkrarPerson *person)
{
  g_autofree char *text = ikrar_entry_row_dup_text (self->grade_row);
  IkrarGrade grade;

  ikrar_grade_parse (text, person->number_kind, &grade);
  if (*text != '\0' && grade == IKRAR_GRADE_NONE)
    {
      ikrar_entry_row_refuse (self->grade_row, _ ("Grade (such as III/d or IX)"));
      return FALSE;
    }
  person->grade = grade;
  return TRUE;
}

IkrarPerson *
ikrar_person_form_read (IkrarPersonForm *self,
                        guint32 today,
                        IkrarParticipant **participant,
                        char **unit)
{
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  guint kind;

  g_return_val_if_fail (IKRAR_IS_PERSON_FORM (self), NULL);

  if (!read_name (self, person) || !read_number (self, today, person) || !read_grade (self, person))
    return NULL;
  kind = adw_combo_row_get_selected (self->kind_row);
  person->position = ikrar_entry_row_dup_text (self->position_row);
  *participant = g_new0 (IkrarParticipant, 1);
  (*participant)->kind = g_strdup (ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND, kind));
  *unit = ikrar_entry_row_dup_text (self->unit_row);
  return g_steal_pointer (&person);
}
