/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/role-row.h"

#include <glib/gi18n-lib.h>

#include "ui/common/employee-rows.h"

struct _IkrarRoleRow
{
  AdwExpanderRow parent_instance;

  /* Template widgets */
  IkrarEntryRow *name_row;
  AdwComboRow *acting_row;
  IkrarEntryRow *position_row;
  IkrarEntryRow *institution_row;
  IkrarEntryRow *grade_row;
  IkrarEntryRow *number_row;
  IkrarEntryRow *represented_by_row;
  IkrarEntryRow *represented_position_row;

  IkrarId id;
  IkrarRoleKind kind;
  int place;
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarRoleRow, ikrar_role_row, ADW_TYPE_EXPANDER_ROW)

/* What somebody does, in which post, and who came instead, apart by middle dots. */
static char *
describe (IkrarRoleRow *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *position = ikrar_entry_row_dup_text (self->position_row);
  g_autofree char *instead = ikrar_entry_row_dup_text (self->represented_by_row);
  const char *kind = ikrar_vocabulary_word (IKRAR_VOCABULARY_ROLE_KIND, self->kind);

  g_ptr_array_add (parts, g_strdup (ikrar_vocabulary_label (IKRAR_VOCABULARY_ROLE_KIND, kind)));
  if (*position != '\0')
    g_ptr_array_add (parts,
                     ikrar_acting_join (adw_combo_row_get_selected (self->acting_row), position));
  if (*instead != '\0')
    g_ptr_array_add (parts, g_strdup_printf (_ ("represented by %s"), instead));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
update_header (IkrarRoleRow *self)
{
  g_autofree char *name = ikrar_entry_row_dup_text (self->name_row);
  g_autofree char *subtitle = describe (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 *name != '\0' ? name : _ ("Nobody Named Yet"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

/* A capacity written before the post goes where it belongs: it matters and gets dropped. */
static void
on_position_left (IkrarRoleRow *self)
{
  g_autofree char *written = ikrar_entry_row_dup_text (self->position_row);
  g_autofree char *rest = NULL;
  IkrarActing acting = ikrar_acting_split (written, &rest);

  if (acting == IKRAR_ACTING_NONE)
    return;
  adw_combo_row_set_selected (self->acting_row, acting);
  ikrar_entry_row_set_text (self->position_row, rest);
}

static void
on_grade_left (IkrarRoleRow *self)
{
  ikrar_grade_row_tidy (self->grade_row, self->number_row);
}

static void
on_number_left (IkrarRoleRow *self)
{
  ikrar_number_row_tidy (self->number_row);
}

static void
on_remove_clicked (IkrarRoleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
ikrar_role_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_ROLE_ROW);
  G_OBJECT_CLASS (ikrar_role_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/role-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, acting_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, position_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, institution_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, grade_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, number_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, represented_by_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRoleRow, represented_position_row);
  gtk_widget_class_bind_template_callback (widget_class, update_header);
  gtk_widget_class_bind_template_callback (widget_class, on_position_left);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_left);
  gtk_widget_class_bind_template_callback (widget_class, on_number_left);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
ikrar_role_row_class_init (IkrarRoleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_role_row_dispose;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_role_row_init (IkrarRoleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_role_row_new (const IkrarEventRole *role)
{
  IkrarRoleRow *self = g_object_new (IKRAR_TYPE_ROLE_ROW, NULL);
  g_autofree char *number = ikrar_number_format (role->number != NULL ? role->number : "");

  self->id = role->id;
  self->kind = role->kind;
  self->place = role->place;
  ikrar_entry_row_set_text (self->name_row, role->name);
  adw_combo_row_set_selected (self->acting_row, role->acting);
  ikrar_entry_row_set_text (self->position_row, role->position);
  ikrar_entry_row_set_text (self->institution_row, role->institution);
  ikrar_entry_row_set_text (self->grade_row, ikrar_grade_text (role->grade));
  ikrar_entry_row_set_text (self->number_row, number);
  ikrar_entry_row_set_text (self->represented_by_row, role->represented_by);
  ikrar_entry_row_set_text (self->represented_position_row, role->represented_position);
  update_header (self);
  return GTK_WIDGET (self);
}

static void
collect_number (IkrarRoleRow *self, IkrarEventRole *role, GArray *problems)
{
  IkrarNumber number;
  IkrarGrade grade;

  ikrar_number_row_read (self->number_row, &number);
  role->number = g_strdup (number.digits);
  if (number.severity == IKRAR_SEVERITY_ERROR)
    ikrar_entry_row_add_problem (self->number_row, _ ("This is no NIP or NIK"), problems);
  if (ikrar_grade_row_read (self->grade_row, self->number_row, &grade) ==
      IKRAR_REASON_GRADE_UNKNOWN)
    ikrar_entry_row_add_problem (self->grade_row, _ ("Write the grade like III/d or IX"), problems);
  role->grade = grade;
}

IkrarEventRole *
ikrar_role_row_collect (IkrarRoleRow *self, IkrarId event, GArray *problems)
{
  IkrarEventRole *role = g_new0 (IkrarEventRole, 1);

  g_return_val_if_fail (IKRAR_IS_ROLE_ROW (self), role);

  role->id = self->id;
  role->event_id = event;
  role->kind = self->kind;
  role->place = self->place;
  role->name = ikrar_entry_row_dup_text (self->name_row);
  role->acting = adw_combo_row_get_selected (self->acting_row);
  role->position = ikrar_entry_row_dup_text (self->position_row);
  role->institution = ikrar_entry_row_dup_text (self->institution_row);
  role->represented_by = ikrar_entry_row_dup_text (self->represented_by_row);
  role->represented_position = ikrar_entry_row_dup_text (self->represented_position_row);
  collect_number (self, role, problems);
  if (*role->name == '\0' && *role->position == '\0')
    ikrar_entry_row_add_problem (self->name_row, _ ("Give a name or a position"), problems);
  return role;
}

IkrarRoleKind
ikrar_role_row_get_kind (IkrarRoleRow *self)
{
  g_return_val_if_fail (IKRAR_IS_ROLE_ROW (self), IKRAR_ROLE_OPENER);

  return self->kind;
}
