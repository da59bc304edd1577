/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/pledge-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/pledge-text.h"
#include "store/pledge.h"

#include "ui/common/entry-row.h"

struct _IkrarPledgeGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  GtkListBoxRow *preview_row;
  GtkLabel *preview_label;

  /* Owned */
  GPtrArray *fields; /* of Field */
  IkrarInstitution *institution;
  char *template_text;
};

/* A field of the text and what it is if nobody says otherwise. */
typedef struct
{
  char *name;
  char *usual;
  IkrarEntryRow *row;
} Field;

static const struct
{
  const char *name;
  const char *title;
} titles[] = {
  { "instansi", N_ ("Heading") },
  { "pemilihan", N_ ("Election") },
  { "tahun", N_ ("Year of the Election") },
  { "lingkup", N_ ("Where Neutrality Is Upheld") },
};

G_DEFINE_FINAL_TYPE (IkrarPledgeGroup, ikrar_pledge_group, ADW_TYPE_PREFERENCES_GROUP)

static void
field_free (Field *field)
{
  g_free (field->name);
  g_free (field->usual);
  g_free (field);
}

static const char *
find_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].name, name) == 0)
      return _ (titles[i].title);
  return name;
}

static char *
dup_value (const Field *field)
{
  char *text = ikrar_entry_row_dup_text (field->row);

  if (*text != '\0')
    return text;
  g_free (text);
  return g_strdup (field->usual);
}

/* The text as people read it: the marks of heading lines are for programs. */
static char *
strip_marks (const char *text)
{
  g_autoptr (GString) stripped = g_string_new ("\n");

  g_string_append (stripped, text);
  g_string_replace (stripped, "\n# ", "\n", 0);
  return g_strdup (g_strstrip (stripped->str));
}

static void
update_preview (IkrarPledgeGroup *self)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);

      g_hash_table_insert (values, field->name, dup_value (field));
    }
  text = ikrar_pledge_template_render (self->template_text, values, &error);
  shown = strip_marks (text != NULL ? text : error->message);
  gtk_label_set_label (self->preview_label, shown);
}

static void
ikrar_pledge_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PLEDGE_GROUP);
  G_OBJECT_CLASS (ikrar_pledge_group_parent_class)->dispose (object);
}

static void
ikrar_pledge_group_finalize (GObject *object)
{
  IkrarPledgeGroup *self = IKRAR_PLEDGE_GROUP (object);

  g_ptr_array_unref (self->fields);
  ikrar_institution_free (self->institution);
  g_free (self->template_text);
  G_OBJECT_CLASS (ikrar_pledge_group_parent_class)->finalize (object);
}

static void
ikrar_pledge_group_class_init (IkrarPledgeGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_pledge_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_pledge_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/pledge-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgeGroup, preview_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgeGroup, preview_label);
}

static void
ikrar_pledge_group_init (IkrarPledgeGroup *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The values of an event that sets none itself. */
static GHashTable *
make_usual (IkrarPledgeGroup *self, const IkrarEvent *event)
{
  /* As long as no day is set, it is this year's pledge. */
  const IkrarEvent bare = {
    .start_at = event->start_at != 0 ? event->start_at : ikrar_time_now (),
    .zone = event->zone,
  };

  return ikrar_pledge_fields_complete (&bare, self->institution);
}

static void
add_field (IkrarPledgeGroup *self, const char *name, const char *usual, const char *value)
{
  Field *field = g_new0 (Field, 1);

  field->name = g_strdup (name);
  field->usual = g_strdup (usual != NULL ? usual : "");
  field->row =
      g_object_new (IKRAR_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", find_title (name), NULL);
  ikrar_entry_row_set_text (field->row, value != NULL ? value : field->usual);
  g_signal_connect_object (field->row, "changed", G_CALLBACK (update_preview), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (field->row));
  g_ptr_array_add (self->fields, field);
}

/* The text stands below its fields. */
static void
move_preview_last (IkrarPledgeGroup *self)
{
  g_object_ref (self->preview_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->preview_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->preview_row));
  g_object_unref (self->preview_row);
}

void
ikrar_pledge_group_show (IkrarPledgeGroup *self,
                         const IkrarEvent *event,
                         const IkrarInstitution *institution,
                         const char *template_text)
{
  g_auto (GStrv) names = ikrar_pledge_template_fields (template_text);
  g_autoptr (GHashTable) values = ikrar_pledge_fields_parse (event->pledge_fields);
  g_autoptr (GHashTable) usual = NULL;

  g_return_if_fail (IKRAR_IS_PLEDGE_GROUP (self));

  self->institution = ikrar_entity_copy (&ikrar_institution_entity, institution);
  self->template_text = g_strdup (template_text);
  usual = make_usual (self, event);
  for (guint i = 0; names[i] != NULL; i++)
    add_field (self, names[i], g_hash_table_lookup (usual, names[i]),
               g_hash_table_lookup (values, names[i]));
  move_preview_last (self);
  update_preview (self);
}

void
ikrar_pledge_group_set_event (IkrarPledgeGroup *self, const IkrarEvent *event)
{
  g_autoptr (GHashTable) usual = NULL;

  g_return_if_fail (IKRAR_IS_PLEDGE_GROUP (self));

  if (event->start_at == 0)
    return;
  usual = make_usual (self, event);
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *text = ikrar_entry_row_dup_text (field->row);
      g_autofree char *old = g_steal_pointer (&field->usual);
      const char *value = g_hash_table_lookup (usual, field->name);

      field->usual = g_strdup (value != NULL ? value : "");
      if (strcmp (text, old) == 0)
        ikrar_entry_row_set_text (field->row, field->usual);
    }
}

char *
ikrar_pledge_group_dup_fields (IkrarPledgeGroup *self)
{
  GString *lines = g_string_new (NULL);

  g_return_val_if_fail (IKRAR_IS_PLEDGE_GROUP (self), g_string_free (lines, FALSE));

  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *text = ikrar_entry_row_dup_text (field->row);

      if (*text != '\0' && strcmp (text, field->usual) != 0)
        g_string_append_printf (lines, "%s=%s\n", field->name, text);
    }
  return g_string_free (lines, FALSE);
}
