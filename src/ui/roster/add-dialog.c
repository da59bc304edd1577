/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/add-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "store/participant.h"
#include "store/unit.h"

#include "ui/common/compat.h"
#include "ui/common/notice.h"
#include "ui/common/undo.h"
#include "ui/common/work.h"
#include "ui/roster/person-form.h"

#define FOUND_MAX 50

struct _IkrarAddDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkStack *pages;
  GtkStack *results;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  GtkWidget *back_button;
  GtkWidget *new_button;
  GtkWidget *add_button;
  IkrarPersonForm *form;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the dialog closes */
  GCancellable *searching;   /* cancelled by the next search; NULL before the first */

  IkrarId event;
};

/* What is searched. */
typedef struct
{
  IkrarId event;
  char *text;
} Search;

/* Who was found, and as whom the person takes part already. */
typedef struct
{
  IkrarPersonLine *line;
  IkrarId participant; /* 0 if not */
} Found;

/* Who is added. */
typedef struct
{
  IkrarParticipant *participant;
  IkrarPerson *person; /* NULL for somebody of the register */
  char *unit;          /* NULL to take the register's */
} Addition;

/* Who was added, and the entry that takes it back. */
typedef struct
{
  char *name;
  IkrarId journal;
} Added;

G_DEFINE_FINAL_TYPE (IkrarAddDialog, ikrar_add_dialog, ADW_TYPE_WINDOW)

static void
search_free (gpointer data)
{
  g_free (((Search *) data)->text);
  g_free (data);
}

static void
found_free (gpointer data)
{
  ikrar_person_line_free (((Found *) data)->line);
  g_free (data);
}

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  ikrar_participant_free (addition->participant);
  ikrar_person_free (addition->person);
  g_free (addition->unit);
  g_free (addition);
}

static void
added_free (gpointer data)
{
  g_free (((Added *) data)->name);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Added, added_free)

static gpointer
find_people (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Search *search = input;
  g_autoptr (GPtrArray) lines = ikrar_person_list (store, search->text, FOUND_MAX, NULL, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (found_free);

  if (lines == NULL)
    return NULL;
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      Found *found = g_new0 (Found, 1);

      found->line = g_ptr_array_index (lines, i);
      g_ptr_array_add (people, found);
    }
  for (guint i = 0; i < people->len; i++)
    {
      Found *found = g_ptr_array_index (people, i);

      if (!ikrar_participant_find_person (store, search->event, found->line->person->id,
                                          &found->participant, error))
        return NULL;
    }
  return g_steal_pointer (&people);
}

static gpointer
load_units (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  return ikrar_unit_list (store, 0, error);
}

static gpointer
add (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  Addition *addition = input;
  g_autoptr (Added) added = g_new0 (Added, 1);

  if (addition->person == NULL)
    addition->person = ikrar_person_get (store, addition->participant->person_id, error);
  if (addition->person == NULL)
    return NULL;
  added->journal = ikrar_participant_invite (store, addition->participant, addition->person,
                                             addition->unit, error);
  added->name = ikrar_person_display (addition->person);
  return added->journal != 0 ? g_steal_pointer (&added) : NULL;
}

static void
show_page (IkrarAddDialog *self, const char *page)
{
  gboolean is_new = g_str_equal (page, "new");

  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->back_button, is_new);
  gtk_widget_set_visible (self->add_button, is_new);
  gtk_widget_set_visible (self->new_button, !is_new);
  adw_window_title_set_title (self->title, is_new ? _ ("New Person") : _ ("Add Participant"));
}

static void search (IkrarAddDialog *self);

static void
on_added (gpointer owner, gpointer output, const GError *error)
{
  IkrarAddDialog *self = owner;
  g_autoptr (Added) added = output;
  g_autofree char *message = NULL;

  gtk_widget_set_sensitive (self->add_button, TRUE);
  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Person Could Not Be Added"), error);
      return;
    }
  /* Translators: %s is a name. */
  message = g_strdup_printf (_ ("%s takes part now"), added->name);
  ikrar_notice_undo (GTK_WIDGET (self->pages), message, added->journal);
  show_page (self, "find");
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
start_adding (IkrarAddDialog *self, Addition *addition)
{
  const IkrarWork work = {
    .func = add,
    .input = addition,
    .free_input = addition_free,
    .free_output = added_free,
    .done = on_added,
  };

  addition->participant->event_id = self->event;
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
on_row_button_clicked (GtkWidget *button, IkrarAddDialog *self)
{
  Addition *addition = g_new0 (Addition, 1);
  const IkrarId *person = g_object_get_data (G_OBJECT (button), "ikrar-person");

  addition->participant = g_new0 (IkrarParticipant, 1);
  addition->participant->person_id = *person;
  gtk_widget_set_sensitive (button, FALSE);
  start_adding (self, addition);
}

static char *
describe (const IkrarPersonLine *line)
{
  g_autofree char *number = ikrar_number_format (line->person->number);

  return g_strconcat (number, *number != '\0' && *line->unit != '\0' ? " · " : "", line->unit,
                      NULL);
}

static GtkWidget *
make_add_button (IkrarAddDialog *self, const IkrarPersonLine *line, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));
  /* Translators: %s is a name. */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "ikrar-person",
                          g_memdup2 (&line->person->id, sizeof line->person->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_row_button_clicked), self);
  return button;
}

static GtkWidget *
make_present_mark (void)
{
  GtkWidget *label = gtk_label_new (_ ("On the roster"));

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_row (IkrarAddDialog *self, const Found *found)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = ikrar_person_display (found->line->person);
  g_autofree char *details = describe (found->line);
  GtkWidget *suffix =
      found->participant != 0 ? make_present_mark () : make_add_button (self, found->line, name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  if (found->participant == 0)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
on_found (gpointer owner, gpointer output, const GError *error)
{
  IkrarAddDialog *self = owner;
  g_autoptr (GPtrArray) people = output;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Register Cannot Be Searched"), error);
      return;
    }
  clear_list (self->list);
  for (guint i = 0; i < people->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (people, i)));
  gtk_stack_set_visible_child_name (self->results, people->len > 0 ? "list" : "nobody");
}

/* Another letter makes the search before pointless. */
static void
search (IkrarAddDialog *self)
{
  Search *input = g_new0 (Search, 1);
  const IkrarWork work = {
    .func = find_people,
    .input = input,
    .free_input = search_free,
    .free_output = (GDestroyNotify) g_ptr_array_unref,
    .done = on_found,
    .shown = TRUE,
  };

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  input->event = self->event;
  input->text = ikrar_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  ikrar_work_start (self->context, self, self->searching, &work);
}

static void
on_search_changed (IkrarAddDialog *self)
{
  search (self);
}

static void
on_search_stopped (IkrarAddDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_new_clicked (IkrarAddDialog *self)
{
  show_page (self, "new");
  ikrar_person_form_start (self->form, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
on_back_clicked (IkrarAddDialog *self)
{
  show_page (self, "find");
}

static void
on_add_clicked (IkrarAddDialog *self)
{
  Addition *addition = g_new0 (Addition, 1);

  addition->person = ikrar_person_form_read (self->form, &addition->participant, &addition->unit);
  if (addition->person == NULL)
    {
      addition_free (addition);
      return;
    }
  gtk_widget_set_sensitive (self->add_button, FALSE);
  start_adding (self, addition);
}

static void
on_units_loaded (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (GPtrArray) units = output;

  if (units != NULL)
    ikrar_person_form_set_units (IKRAR_ADD_DIALOG (owner)->form, units);
}

static void
undo_change (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarAddDialog *self = IKRAR_ADD_DIALOG (widget);

  ikrar_undo_change (GTK_WIDGET (self->pages), self->context, g_variant_get_int64 (parameter));
}

static void
ikrar_add_dialog_dispose (GObject *object)
{
  IkrarAddDialog *self = IKRAR_ADD_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_ADD_DIALOG);
  G_OBJECT_CLASS (ikrar_add_dialog_parent_class)->dispose (object);
}

static void
ikrar_add_dialog_finalize (GObject *object)
{
  g_object_unref (IKRAR_ADD_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (ikrar_add_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, title);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, results);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, new_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarAddDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
ikrar_add_dialog_class_init (IkrarAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_add_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_add_dialog_finalize;
  g_type_ensure (IKRAR_TYPE_PERSON_FORM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.undo-change", "x", undo_change);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ikrar_add_dialog_init (IkrarAddDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ikrar_compat_set_placeholder (self->search_entry, _ ("Name, number or unit"));
  show_page (self, "find");
}

void
ikrar_add_dialog_present (GtkWidget *widget, IkrarContext *context, IkrarId event)
{
  IkrarAddDialog *self =
      g_object_new (IKRAR_TYPE_ADD_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  const IkrarWork work = {
    .func = load_units,
    .free_output = (GDestroyNotify) g_ptr_array_unref,
    .done = on_units_loaded,
  };

  self->context = g_object_ref (context);
  self->event = event;
  ikrar_work_start (context, self, self->cancellable, &work);
  g_signal_connect_object (context, "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  search (self);
  gtk_window_present (GTK_WINDOW (self));
}
