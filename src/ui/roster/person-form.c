/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/person-form.h"

#include "core/vocabulary.h"

#include "ui/common/person-fields.h"

struct _IkrarPersonForm
{
  AdwBin parent_instance;

  /* Template widgets */
  IkrarPersonFields *fields;
  AdwComboRow *kind_row;
};

G_DEFINE_FINAL_TYPE (IkrarPersonForm, ikrar_person_form, ADW_TYPE_BIN)

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
  g_type_ensure (IKRAR_TYPE_PERSON_FIELDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, fields);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonForm, kind_row);
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
  g_return_if_fail (IKRAR_IS_PERSON_FORM (self));

  ikrar_person_fields_start (self->fields, text);
}

void
ikrar_person_form_set_units (IkrarPersonForm *self, GPtrArray *units)
{
  g_return_if_fail (IKRAR_IS_PERSON_FORM (self));

  ikrar_person_fields_set_units (self->fields, units);
}

IkrarPerson *
ikrar_person_form_read (IkrarPersonForm *self, IkrarParticipant **participant, char **unit)
{
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  guint kind;

  g_return_val_if_fail (IKRAR_IS_PERSON_FORM (self), NULL);

  if (!ikrar_person_fields_read (self->fields, person, unit))
    return NULL;
  kind = adw_combo_row_get_selected (self->kind_row);
  *participant = g_new0 (IkrarParticipant, 1);
  (*participant)->kind = g_strdup (ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND, kind));
  return g_steal_pointer (&person);
}
