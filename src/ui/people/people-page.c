/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/people-page.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/institution.h"
#include "store/person-record.h"
#include "store/person-table.h"

#include "ui/common/notice.h"
#include "ui/people/people-list.h"
#include "ui/people/person-dialog.h"
#include "ui/people/person-view.h"
#include "ui/roster/ask-dialog.h"

/* How many changes of a person are shown. */
#define CHANGES_MAX 50

struct _IkrarPeoplePage
{
  IkrarPage parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkStack *stack;
  IkrarPeopleList *list;
  GtkWidget *person_pane;
  IkrarPersonView *view;

  /* Owned */
  IkrarPersonTable *table; /* NULL before it is read */

  IkrarId person; /* who is shown, 0 for nobody */
};

/* The register in an order. */
typedef struct
{
  IkrarPersonTable *table; /* NULL to read it */
  GPtrArray *ordered;
  IkrarPersonOrder order;
} Register;

/* Somebody's record. */
typedef struct
{
  IkrarPersonRecord *record;
  IkrarZone zone;
} Shown;

/* Who shall be erased, and why. */
typedef struct
{
  IkrarId person;
  char *reason;
} Erasure;

G_DEFINE_FINAL_TYPE (IkrarPeoplePage, ikrar_people_page, IKRAR_TYPE_PAGE)

static void
register_free (Register *people)
{
  g_clear_pointer (&people->ordered, g_ptr_array_unref);
  ikrar_person_table_unref (people->table);
  g_free (people);
}

static void
shown_free (Shown *shown)
{
  ikrar_person_record_free (shown->record);
  g_free (shown);
}

static void
erasure_free (Erasure *erasure)
{
  g_free (erasure->reason);
  g_free (erasure);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Register, register_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

static gpointer
load_people (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Register *wanted = input;
  g_autoptr (Register) people = g_new0 (Register, 1);

  people->order = wanted->order;
  people->table = wanted->table != NULL ? ikrar_person_table_ref (wanted->table)
                                        : ikrar_person_table_load (store, progress, error);
  if (people->table == NULL)
    return NULL;
  people->ordered = ikrar_person_table_order (people->table, people->order);
  return g_steal_pointer (&people);
}

static void
show_nobody (IkrarPeoplePage *self)
{
  self->person = 0;
  ikrar_people_list_choose (self->list, 0);
  ikrar_person_view_show (self->view, NULL, IKRAR_ZONE_WIB);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.erase", FALSE);
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

static void
on_people_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarPeoplePage *self = owner;
  g_autoptr (Register) people = output;
  gboolean again;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Register Cannot Be Read"), error);
      return;
    }
  /* Another order was chosen meanwhile; it is on its way. */
  if (people->order != ikrar_people_list_get_order (self->list))
    return;
  again = self->table != NULL && self->table != people->table;
  g_clear_pointer (&self->table, ikrar_person_table_unref);
  self->table = ikrar_person_table_ref (people->table);
  ikrar_people_list_show (self->list, people->table, people->ordered, again);
  gtk_stack_set_visible_child_name (self->stack, people->ordered->len > 0 ? "people" : "empty");
  gtk_widget_set_visible (self->person_pane, people->ordered->len > 0);
}

/* Reads the register, or orders the one there is. */
static void
start_people (IkrarPeoplePage *self, IkrarPersonTable *table)
{
  Register *wanted = g_new0 (Register, 1);
  const IkrarWork work = {
    .func = load_people,
    .input = wanted,
    .free_input = (GDestroyNotify) register_free,
    .free_output = (GDestroyNotify) register_free,
    .done = on_people_loaded,
    .shown = TRUE,
  };

  wanted->order = ikrar_people_list_get_order (self->list);
  wanted->table = table != NULL ? ikrar_person_table_ref (table) : NULL;
  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static gpointer
load_person (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (store, error);
  g_autoptr (Shown) shown = g_new0 (Shown, 1);

  if (institution == NULL)
    return NULL;
  shown->zone = institution->zone;
  shown->record = ikrar_person_record_load (store, *(const IkrarId *) input, CHANGES_MAX, error);
  return shown->record != NULL ? g_steal_pointer (&shown) : NULL;
}

static void
on_person_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarPeoplePage *self = owner;
  g_autoptr (Shown) shown = output;

  if (error != NULL)
    {
      if (!g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
        ikrar_notice_error (owner, _ ("This Person Cannot Be Shown"), error);
      show_nobody (self);
      return;
    }
  if (shown->record->person->id != self->person)
    return;
  ikrar_person_view_show (self->view, shown->record, shown->zone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.edit", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.erase", TRUE);
}

static void
start_person (IkrarPeoplePage *self)
{
  const IkrarWork work = {
    .func = load_person,
    .input = g_memdup2 (&self->person, sizeof self->person),
    .free_input = g_free,
    .free_output = (GDestroyNotify) shown_free,
    .done = on_person_loaded,
    .shown = TRUE,
  };

  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
ikrar_people_page_refresh (IkrarPage *page)
{
  IkrarPeoplePage *self = IKRAR_PEOPLE_PAGE (page);

  start_people (self, NULL);
  if (self->person != 0)
    start_person (self);
}

static void
on_chosen (IkrarPeopleList *list, gint64 person, IkrarPeoplePage *self)
{
  self->person = person;
  adw_leaflet_set_visible_child_name (self->leaflet, "person");
  start_person (self);
}

static void
on_reordered (IkrarPeopleList *list, IkrarPeoplePage *self)
{
  if (self->table != NULL)
    start_people (self, self->table);
}

static void
show_person (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPeoplePage *self = IKRAR_PEOPLE_PAGE (widget);

  ikrar_people_list_choose (self->list, g_variant_get_int64 (parameter));
  on_chosen (self->list, g_variant_get_int64 (parameter), self);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_nobody (IKRAR_PEOPLE_PAGE (widget));
}

static void
add_person (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_person_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (widget)), 0);
}

static void
edit_person (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_person_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (widget)),
                               IKRAR_PEOPLE_PAGE (widget)->person);
}

static gpointer
erase (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Erasure *erasure = input;

  ikrar_person_erase (store, erasure->person, erasure->reason, error);
  return NULL;
}

static void
on_erased (gpointer owner, gpointer output, const GError *error)
{
  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Person Could Not Be Erased"), error);
      return;
    }
  show_nobody (owner);
  ikrar_notice (owner, _ ("Person erased; the erasure is sealed"));
}

static void
on_erasure_confirmed (GtkWidget *widget, const char *reason, const char *unused, gpointer user_data)
{
  Erasure *erasure = g_new0 (Erasure, 1);
  const IkrarWork work = {
    .func = erase,
    .input = erasure,
    .free_input = (GDestroyNotify) erasure_free,
    .done = on_erased,
  };

  erasure->person = IKRAR_PEOPLE_PAGE (widget)->person;
  erasure->reason = g_strdup (reason);
  ikrar_page_run (IKRAR_PAGE (widget), &work);
}

static void
ask_to_erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const IkrarAskQuestion question = {
    .heading = _ ("Erase This Person?"),
    .body = _ ("Name, numbers, contact and positions go from the register, the journal and the "
               "sealed log, on request under Law 27/2022. Counts and proofs stay valid. This "
               "cannot be undone; backups made before keep the person until they are rotated."),
    .verb = _ ("_Erase"),
    .first = _ ("Basis of the Request, Without Personal Data"),
    .destructive = TRUE,
  };

  ikrar_ask_dialog_present (widget, &question, on_erasure_confirmed, NULL);
}

static void
start_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPeoplePage *self = IKRAR_PEOPLE_PAGE (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  ikrar_people_list_start_search (self->list);
}

static void
ikrar_people_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PEOPLE_PAGE);
  G_OBJECT_CLASS (ikrar_people_page_parent_class)->dispose (object);
}

static void
ikrar_people_page_finalize (GObject *object)
{
  ikrar_person_table_unref (IKRAR_PEOPLE_PAGE (object)->table);
  G_OBJECT_CLASS (ikrar_people_page_parent_class)->finalize (object);
}

/* Whether the list stands at the end of the window, where it is closed. */
static gboolean
is_last_pane (gpointer unused, gboolean folded, gboolean person_shown)
{
  return folded || !person_shown;
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.show", "x", show_person);
  gtk_widget_class_install_action (widget_class, "people.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_person);
  gtk_widget_class_install_action (widget_class, "people.edit", NULL, edit_person);
  gtk_widget_class_install_action (widget_class, "people.erase", NULL, ask_to_erase);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, start_search);
}

static void
ikrar_people_page_class_init (IkrarPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_people_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_people_page_finalize;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_people_page_refresh;
  g_type_ensure (IKRAR_TYPE_PEOPLE_LIST);
  g_type_ensure (IKRAR_TYPE_PERSON_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, person_pane);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, view);
  gtk_widget_class_bind_template_callback (widget_class, is_last_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_reordered);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_start);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_stop);
  install_actions (widget_class);
}

static void
ikrar_people_page_init (IkrarPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_nobody (self);
}
