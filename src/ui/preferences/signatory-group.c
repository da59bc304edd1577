/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/signatory-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/acting.h"
#include "core/person-name.h"

#include "ui/common/employee-rows.h"
#include "ui/common/language.h"
#include "ui/preferences/office-edit.h"
#include "ui/preferences/paper-preview.h"

struct _IkrarSignatoryGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  IkrarEntryRow *name_row;
  AdwComboRow *acting_row;
  IkrarEntryRow *position_row;
  IkrarEntryRow *on_behalf_row;
  IkrarEntryRow *grade_row;
  IkrarEntryRow *number_row;
  IkrarPaperPreview *preview;

  /* Owned */
  IkrarContext *context;
  IkrarInstitution *office;
  IkrarSignatory *shown;

  IkrarSignatoryRole role;
  gboolean showing; /* whether what changes was not typed */
};

G_DEFINE_FINAL_TYPE (IkrarSignatoryGroup, ikrar_signatory_group, ADW_TYPE_PREFERENCES_GROUP)

#define FIELD(field) G_STRUCT_OFFSET (IkrarSignatory, field)

static IkrarActing
parse_acting (const char *text)
{
  for (IkrarActing acting = IKRAR_ACTING_NONE; acting <= IKRAR_ACTING_PJS; acting++)
    if (strcmp (text, ikrar_acting_text (acting)) == 0)
      return acting;
  return IKRAR_ACTING_NONE;
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
take_name (IkrarSignatory *signatory, const char *written)
{
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (written);

  take (&signatory->prefix, g_strdup (name->prefix));
  take (&signatory->name, g_strdup (name->name));
  take (&signatory->suffix, g_strdup (name->suffix));
}

/* The signatory as it is typed, saved or not. */
static IkrarSignatory *
collect (IkrarSignatoryGroup *self)
{
  IkrarSignatory *signatory = ikrar_entity_copy (&ikrar_signatory_entity, self->shown);
  g_autofree char *name = ikrar_entry_row_dup_text (self->name_row);
  IkrarNumber number;
  IkrarGrade grade;

  take_name (signatory, name);
  take (&signatory->position, ikrar_entry_row_dup_text (self->position_row));
  take (&signatory->on_behalf, ikrar_entry_row_dup_text (self->on_behalf_row));
  take (&signatory->acting,
        g_strdup (ikrar_acting_text (adw_combo_row_get_selected (self->acting_row))));
  ikrar_number_row_read (self->number_row, &number);
  take (&signatory->number, g_strdup (number.digits));
  ikrar_grade_row_read (self->grade_row, self->number_row, &grade);
  signatory->grade = grade;
  return signatory;
}

static void
update_preview (IkrarSignatoryGroup *self)
{
  g_autoptr (IkrarSignatory) signatory = NULL;

  if (self->showing || self->shown == NULL)
    return;
  signatory = collect (self);
  ikrar_paper_preview_show (self->preview, self->office, NULL, signatory);
}

static void
save (IkrarSignatoryGroup *self, IkrarOfficeEdit *edit)
{
  ikrar_office_edit_save (edit, GTK_WIDGET (self), self->context);
}

static void
on_name_left (IkrarSignatoryGroup *self)
{
  g_autofree char *written = ikrar_entry_row_dup_text (self->name_row);
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (written);
  g_autofree char *display = ikrar_person_name_display (name->prefix, name->name, name->suffix);
  IkrarOfficeEdit *edit;

  if (self->shown == NULL)
    return;
  ikrar_entry_row_set_text (self->name_row, display);
  edit = ikrar_office_edit_new (self->role, _ ("Name of the signatory changed"));
  ikrar_office_edit_set_text (edit, FIELD (prefix), name->prefix);
  ikrar_office_edit_set_text (edit, FIELD (name), name->name);
  ikrar_office_edit_set_text (edit, FIELD (suffix), name->suffix);
  save (self, edit);
}

static void
save_position (IkrarSignatoryGroup *self)
{
  g_autofree char *position = ikrar_entry_row_dup_text (self->position_row);
  IkrarActing acting = adw_combo_row_get_selected (self->acting_row);
  IkrarOfficeEdit *edit =
      ikrar_office_edit_new (self->role, _ ("Position of the signatory changed"));

  ikrar_office_edit_set_text (edit, FIELD (position), position);
  ikrar_office_edit_set_text (edit, FIELD (acting), ikrar_acting_text (acting));
  save (self, edit);
}

static void
on_acting_selected (IkrarSignatoryGroup *self)
{
  update_preview (self);
  if (!self->showing && self->shown != NULL)
    save_position (self);
}

/* A capacity written before the post goes where it belongs: it matters and gets dropped. */
static void
on_position_left (IkrarSignatoryGroup *self)
{
  g_autofree char *written = ikrar_entry_row_dup_text (self->position_row);
  g_autofree char *rest = NULL;
  IkrarActing acting = ikrar_acting_split (written, &rest);

  if (self->shown == NULL)
    return;
  if (acting != IKRAR_ACTING_NONE)
    {
      self->showing = TRUE;
      adw_combo_row_set_selected (self->acting_row, acting);
      ikrar_entry_row_set_text (self->position_row, rest);
      self->showing = FALSE;
      update_preview (self);
    }
  save_position (self);
}

static void
on_on_behalf_left (IkrarSignatoryGroup *self)
{
  g_autofree char *text = ikrar_entry_row_dup_text (self->on_behalf_row);
  IkrarOfficeEdit *edit;

  if (self->shown == NULL)
    return;
  edit = ikrar_office_edit_new (self->role, _ ("On whose behalf is signed changed"));
  ikrar_office_edit_set_text (edit, FIELD (on_behalf), text);
  save (self, edit);
}

static void
on_grade_left (IkrarSignatoryGroup *self)
{
  IkrarOfficeEdit *edit;
  IkrarGrade grade;

  if (self->shown == NULL)
    return;
  if (ikrar_grade_row_read (self->grade_row, self->number_row, &grade) ==
      IKRAR_REASON_GRADE_UNKNOWN)
    {
      ikrar_entry_row_refuse (self->grade_row, _ ("Write the grade like III/d or IX"));
      return;
    }
  ikrar_grade_row_tidy (self->grade_row, self->number_row);
  edit = ikrar_office_edit_new (self->role, _ ("Grade of the signatory changed"));
  ikrar_office_edit_set_int (edit, FIELD (grade), grade);
  save (self, edit);
}

/* A doubt is told and nothing more: the person who types knows better. */
static char *
describe_number (const IkrarNumber *number)
{
  g_autofree char *doubt = NULL;

  if (number->severity == IKRAR_SEVERITY_OK || *number->digits == '\0')
    return g_strdup (_ ("NIP of the signatory changed"));
  doubt = ikrar_reason_text (number->reasons[0], ikrar_language_get (), NULL);
  /* Translators: %s is a sentence that says what may be wrong with a number. */
  return g_strdup_printf (_ ("NIP saved, but look at it again: %s"), doubt);
}

static void
on_number_left (IkrarSignatoryGroup *self)
{
  g_autofree char *text = NULL;
  IkrarOfficeEdit *edit;
  IkrarNumber number;

  if (self->shown == NULL)
    return;
  ikrar_number_row_read (self->number_row, &number);
  if (number.severity == IKRAR_SEVERITY_ERROR)
    {
      text = ikrar_reason_text (number.reasons[0], ikrar_language_get (), NULL);
      ikrar_entry_row_refuse (self->number_row, text);
      return;
    }
  ikrar_number_row_tidy (self->number_row);
  text = describe_number (&number);
  edit = ikrar_office_edit_new (self->role, text);
  ikrar_office_edit_set_text (edit, FIELD (number), number.digits);
  save (self, edit);
}

static void
ikrar_signatory_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SIGNATORY_GROUP);
  g_clear_object (&IKRAR_SIGNATORY_GROUP (object)->context);
  G_OBJECT_CLASS (ikrar_signatory_group_parent_class)->dispose (object);
}

static void
ikrar_signatory_group_finalize (GObject *object)
{
  IkrarSignatoryGroup *self = IKRAR_SIGNATORY_GROUP (object);

  ikrar_institution_free (self->office);
  ikrar_signatory_free (self->shown);
  G_OBJECT_CLASS (ikrar_signatory_group_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/signatory-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoryGroup, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoryGroup, acting_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoryGroup, position_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoryGroup, on_behalf_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoryGroup, grade_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoryGroup, number_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoryGroup, preview);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_name_left);
  gtk_widget_class_bind_template_callback (widget_class, on_acting_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_position_left);
  gtk_widget_class_bind_template_callback (widget_class, on_on_behalf_left);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_left);
  gtk_widget_class_bind_template_callback (widget_class, on_number_left);
}

static void
ikrar_signatory_group_class_init (IkrarSignatoryGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_signatory_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_signatory_group_finalize;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_signatory_group_init (IkrarSignatoryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a field shows of a signatory. */
typedef char *(*Describe) (const IkrarSignatory *signatory);

static char *
describe_name (const IkrarSignatory *signatory)
{
  return ikrar_person_name_display (signatory->prefix, signatory->name, signatory->suffix);
}

static char *
describe_position (const IkrarSignatory *signatory)
{
  return g_strdup (signatory->position);
}

static char *
describe_on_behalf (const IkrarSignatory *signatory)
{
  return g_strdup (signatory->on_behalf);
}

static char *
describe_grade (const IkrarSignatory *signatory)
{
  return g_strdup (ikrar_grade_text ((IkrarGrade) signatory->grade));
}

static char *
describe_digits (const IkrarSignatory *signatory)
{
  return ikrar_number_format (signatory->number);
}

/* What was typed and is not saved yet, or was refused, stays. */
static void
show_field (IkrarSignatoryGroup *self,
            IkrarEntryRow *row,
            Describe describe,
            const IkrarSignatory *signatory)
{
  g_autofree char *before = self->shown != NULL ? describe (self->shown) : NULL;
  g_autofree char *typed = ikrar_entry_row_dup_text (row);
  g_autofree char *now = describe (signatory);

  if (before == NULL || strcmp (before, typed) == 0)
    ikrar_entry_row_set_text (row, now);
}

void
ikrar_signatory_group_show (IkrarSignatoryGroup *self,
                            IkrarSignatoryRole role,
                            IkrarContext *context,
                            const IkrarOfficeInfo *info)
{
  const IkrarSignatory *signatory;

  g_return_if_fail (IKRAR_IS_SIGNATORY_GROUP (self));

  signatory = info->signatories[role - 1];
  g_set_object (&self->context, context);
  self->role = role;
  self->showing = TRUE;
  show_field (self, self->name_row, describe_name, signatory);
  show_field (self, self->position_row, describe_position, signatory);
  show_field (self, self->on_behalf_row, describe_on_behalf, signatory);
  show_field (self, self->grade_row, describe_grade, signatory);
  show_field (self, self->number_row, describe_digits, signatory);
  adw_combo_row_set_selected (self->acting_row, parse_acting (signatory->acting));
  self->showing = FALSE;
  ikrar_institution_free (self->office);
  self->office = ikrar_entity_copy (&ikrar_institution_entity, info->institution);
  ikrar_signatory_free (self->shown);
  self->shown = ikrar_entity_copy (&ikrar_signatory_entity, signatory);
  update_preview (self);
}
