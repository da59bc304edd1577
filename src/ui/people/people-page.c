/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/people-page.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/event.h"
#include "store/institution.h"
#include "store/person-record.h"
#include "store/person-table.h"
#include "store/unit-tree.h"

#include "ui/common/chip-bar.h"
#include "ui/common/notice.h"
#include "ui/people/merge-view.h"
#include "ui/people/number-adder.h"
#include "ui/people/pairs-list.h"
#include "ui/people/people-list.h"
#include "ui/people/person-dialog.h"
#include "ui/people/person-view.h"
#include "ui/people/units-dialog.h"
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
  IkrarChipBar *chips;
  GtkWidget *partner_box;
  GtkLabel *partner_label;
  GtkStack *lists;
  IkrarPairsList *pairs;
  GtkWidget *person_pane;
  GtkWidget *edit_button;
  GtkWidget *person_menu_button;
  GtkStack *panes;
  IkrarPersonView *view;
  IkrarMergeView *merge;

  /* Owned */
  IkrarPersonTable *table; /* NULL before it is read */

  IkrarId person;  /* who is shown, 0 for nobody */
  IkrarId partner; /* who waits for somebody to be merged with, 0 for nobody */
};

enum
{
  CHIP_PEOPLE,
  CHIP_PAIRS,
};

/* The register in an order. */
typedef struct
{
  IkrarPersonTable *table; /* NULL to read it */
  GPtrArray *ordered;
  IkrarPersonOrder order;
  GPtrArray *nodes;   /* IkrarUnitNode; NULL if they were not read again */
  GPtrArray *events;  /* IkrarEventLine; the same */
  IkrarId event;      /* whose people are wanted, 0 for none */
  GHashTable *people; /* who is on its roster */
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
  g_clear_pointer (&people->nodes, g_ptr_array_unref);
  g_clear_pointer (&people->events, g_ptr_array_unref);
  g_clear_pointer (&people->people, g_hash_table_unref);
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

/* What there is to choose from is read with the register, and with each of its newer states. */
static gboolean
load_choices (Register *people, IkrarStore *store, gboolean again, GError **error)
{
  if (!again)
    return TRUE;
  people->nodes = ikrar_unit_tree_load (store, error);
  if (people->nodes == NULL)
    return FALSE;
  people->events = ikrar_event_list (store, error);
  return people->events != NULL;
}

static gboolean
load_event (Register *people, IkrarStore *store, GError **error)
{
  if (people->event != 0)
    people->people = ikrar_person_filter_event (store, people->event, error);
  return people->event == 0 || people->people != NULL;
}

static gpointer
load_people (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Register *wanted = input;
  g_autoptr (Register) people = g_new0 (Register, 1);

  people->order = wanted->order;
  people->table = wanted->table != NULL ? ikrar_person_table_ref (wanted->table)
                                        : ikrar_person_table_load (store, progress, error);
  people->event = wanted->event;
  if (people->table == NULL || !load_choices (people, store, wanted->table == NULL, error) ||
      !load_event (people, store, error))
    return NULL;
  people->ordered = ikrar_person_table_order (people->table, people->order);
  return g_steal_pointer (&people);
}

static void
show_pane (IkrarPeoplePage *self, gboolean merging)
{
  gtk_stack_set_visible_child_name (self->panes, merging ? "merge" : "person");
  gtk_widget_set_visible (self->edit_button, !merging);
  gtk_widget_set_visible (self->person_menu_button, !merging);
  if (!merging)
    ikrar_merge_view_close (self->merge);
}

static void
set_partner (IkrarPeoplePage *self, IkrarId person, const char *name)
{
  /* Translators: %s is the name of a person. */
  g_autofree char *text =
      g_strdup_printf (_ ("Choose who is the same person as %s"), name != NULL ? name : "");

  self->partner = person;
  gtk_label_set_label (self->partner_label, person != 0 ? text : "");
  gtk_widget_set_visible (self->partner_box, person != 0);
}

static void
enable_person (IkrarPeoplePage *self, gboolean enabled)
{
  static const char *const actions[] = { "people.edit", "people.erase", "people.add-number",
                                         "people.merge-with" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
}

static void
show_nobody (IkrarPeoplePage *self)
{
  self->person = 0;
  show_pane (self, FALSE);
  ikrar_people_list_choose (self->list, 0);
  ikrar_person_view_show (self->view, NULL, IKRAR_ZONE_WIB);
  enable_person (self, FALSE);
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

static void
on_people_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarPeoplePage *self = owner;
  g_autoptr (Register) people = output;
  IkrarPeopleFilters *filters;
  gboolean again;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Register Cannot Be Read"), error);
      return;
    }
  /* Another order was chosen meanwhile; it is on its way. */
  if (people->order != ikrar_people_list_get_order (self->list))
    return;
  filters = ikrar_people_list_get_filters (self->list);
  if (people->nodes != NULL)
    ikrar_people_filters_set_choices (filters, people->nodes, people->events);
  again = self->table != NULL && self->table != people->table;
  g_clear_pointer (&self->table, ikrar_person_table_unref);
  self->table = ikrar_person_table_ref (people->table);
  ikrar_people_list_show (self->list, people->table, people->ordered, again);
  if (people->event != 0)
    ikrar_people_filters_set_people (filters, people->event, people->people);
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
  wanted->event = ikrar_people_filters_get_event (ikrar_people_list_get_filters (self->list));
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
  enable_person (self, TRUE);
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
  ikrar_merge_view_refresh (self->merge);
  if (ikrar_chip_bar_get_selected (self->chips) == CHIP_PAIRS)
    ikrar_pairs_list_refresh (self->pairs, ikrar_page_get_context (page));
}

static void
show_merge (IkrarPeoplePage *self, IkrarId keep, IkrarId other)
{
  self->person = 0;
  set_partner (self, 0, NULL);
  ikrar_merge_view_open (self->merge, ikrar_page_get_context (IKRAR_PAGE (self)), keep, other);
  show_pane (self, TRUE);
  adw_leaflet_set_visible_child_name (self->leaflet, "person");
}

static void
on_pair_chosen (IkrarPairsList *list, gint64 first, gint64 second, IkrarPeoplePage *self)
{
  show_merge (self, first, second);
}

static void
on_chosen (IkrarPeopleList *list, gint64 person, IkrarPeoplePage *self)
{
  if (self->partner != 0 && self->partner != person)
    {
      show_merge (self, self->partner, person);
      return;
    }
  self->person = person;
  show_pane (self, FALSE);
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
on_event_wanted (IkrarPeopleList *list, IkrarPeoplePage *self)
{
  on_reordered (list, self);
}

/* The one who stays is shown where there is room, else the list that is gone through. */
static void
on_settled (IkrarMergeView *view, gint64 person, IkrarPeoplePage *self)
{
  gboolean pairs = ikrar_chip_bar_get_selected (self->chips) == CHIP_PAIRS;

  if (person == 0 || (pairs && adw_leaflet_get_folded (self->leaflet)))
    {
      show_nobody (self);
      return;
    }
  ikrar_people_list_choose (self->list, person);
  on_chosen (self->list, person, self);
}

static void
on_chip_selected (IkrarPeoplePage *self)
{
  gboolean pairs = ikrar_chip_bar_get_selected (self->chips) == CHIP_PAIRS;

  set_partner (self, 0, NULL);
  gtk_stack_set_visible_child_name (self->lists, pairs ? "pairs" : "people");
  if (pairs)
    ikrar_pairs_list_refresh (self->pairs, ikrar_page_get_context (IKRAR_PAGE (self)));
  else
    ikrar_pairs_list_stop (self->pairs);
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
merge_with (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPeoplePage *self = IKRAR_PEOPLE_PAGE (widget);

  ikrar_chip_bar_set_selected (self->chips, CHIP_PEOPLE);
  set_partner (self, self->person, ikrar_person_view_get_name (self->view));
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  ikrar_people_list_start_search (self->list);
}

static void
cancel_merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_partner (IKRAR_PEOPLE_PAGE (widget), 0, NULL);
}

static void
show_units (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_units_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (widget)));
}

static void
add_number (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_number_adder_ask (widget, ikrar_page_get_context (IKRAR_PAGE (widget)),
                          IKRAR_PEOPLE_PAGE (widget)->person);
}

static void
start_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPeoplePage *self = IKRAR_PEOPLE_PAGE (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  ikrar_chip_bar_set_selected (self->chips, CHIP_PEOPLE);
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
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, partner_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, partner_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, lists);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, pairs);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, person_pane);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, person_menu_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, panes);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, view);
  gtk_widget_class_bind_template_child (widget_class, IkrarPeoplePage, merge);
  gtk_widget_class_bind_template_callback (widget_class, is_last_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_pair_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_reordered);
  gtk_widget_class_bind_template_callback (widget_class, on_event_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_selected);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_start);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_stop);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.show", "x", show_person);
  gtk_widget_class_install_action (widget_class, "people.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_person);
  gtk_widget_class_install_action (widget_class, "people.edit", NULL, edit_person);
  gtk_widget_class_install_action (widget_class, "people.erase", NULL, ask_to_erase);
  gtk_widget_class_install_action (widget_class, "people.add-number", NULL, add_number);
  gtk_widget_class_install_action (widget_class, "people.merge-with", NULL, merge_with);
  gtk_widget_class_install_action (widget_class, "people.merge-cancel", NULL, cancel_merge);
  gtk_widget_class_install_action (widget_class, "people.units", NULL, show_units);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, start_search);
}

static void
ikrar_people_page_class_init (IkrarPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_people_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_people_page_finalize;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_people_page_refresh;
  g_type_ensure (IKRAR_TYPE_CHIP_BAR);
  g_type_ensure (IKRAR_TYPE_MERGE_VIEW);
  g_type_ensure (IKRAR_TYPE_PAIRS_LIST);
  g_type_ensure (IKRAR_TYPE_PEOPLE_LIST);
  g_type_ensure (IKRAR_TYPE_PERSON_VIEW);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
ikrar_people_page_init (IkrarPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ikrar_chip_bar_add (self->chips, "system-users-symbolic", _ ("Everybody"));
  ikrar_chip_bar_add (self->chips, "edit-copy-symbolic", _ ("Duplicates"));
  show_nobody (self);
}
