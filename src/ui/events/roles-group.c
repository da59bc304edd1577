/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/roles-group.h"

#include <glib/gi18n-lib.h>

#include "ui/events/role-row.h"

struct _IkrarRolesGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  GtkMenuButton *add_button;

  /* Owned */
  GPtrArray *rows; /* the rows, which the group holds too */
};

G_DEFINE_FINAL_TYPE (IkrarRolesGroup, ikrar_roles_group, ADW_TYPE_PREFERENCES_GROUP)

static void
on_row_removed (IkrarRoleRow *row, IkrarRolesGroup *self)
{
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_remove (self->rows, row);
}

static GtkWidget *
add_row (IkrarRolesGroup *self, const IkrarEventRole *role)
{
  GtkWidget *row = ikrar_role_row_new (role);

  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_role (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const IkrarEventRole role = { .kind = g_variant_get_int32 (parameter) };
  GtkWidget *row = add_row (IKRAR_ROLES_GROUP (widget), &role);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
ikrar_roles_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_ROLES_GROUP);
  G_OBJECT_CLASS (ikrar_roles_group_parent_class)->dispose (object);
}

static void
ikrar_roles_group_finalize (GObject *object)
{
  g_ptr_array_unref (IKRAR_ROLES_GROUP (object)->rows);
  G_OBJECT_CLASS (ikrar_roles_group_parent_class)->finalize (object);
}

static void
ikrar_roles_group_class_init (IkrarRolesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_roles_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_roles_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/roles-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarRolesGroup, add_button);
  gtk_widget_class_install_action (widget_class, "roles.add", "i", add_role);
}

static GMenuModel *
make_kind_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int kind = 0; kind < IKRAR_N_ROLE_KINDS; kind++)
    {
      const char *word = ikrar_vocabulary_word (IKRAR_VOCABULARY_ROLE_KIND, kind);
      g_autoptr (GMenuItem) item =
          g_menu_item_new (ikrar_vocabulary_label (IKRAR_VOCABULARY_ROLE_KIND, word), NULL);

      g_menu_item_set_action_and_target (item, "roles.add", "i", kind);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
ikrar_roles_group_init (IkrarRolesGroup *self)
{
  g_autoptr (GMenuModel) menu = make_kind_menu ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->add_button, menu);
}

void
ikrar_roles_group_show (IkrarRolesGroup *self, const IkrarEventDraft *draft)
{
  g_return_if_fail (IKRAR_IS_ROLES_GROUP (self));

  for (guint i = 0; i < draft->roles->len; i++)
    add_row (self, g_ptr_array_index (draft->roles, i));
}

void
ikrar_roles_group_collect (IkrarRolesGroup *self, IkrarEventDraft *draft, GArray *problems)
{
  g_return_if_fail (IKRAR_IS_ROLES_GROUP (self));

  for (int kind = 0; kind < IKRAR_N_ROLE_KINDS; kind++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        IkrarRoleRow *row = g_ptr_array_index (self->rows, i);

        if ((int) ikrar_role_row_get_kind (row) == kind)
          g_ptr_array_add (draft->roles, ikrar_role_row_collect (row, draft->event->id, problems));
      }
}
