/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/pledge-people.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/compat.h"
#include "ui/common/line-list.h"
#include "ui/common/participant-lines.h"
#include "ui/common/person-cell.h"
#include "ui/common/status.h"

/* Chips in the order of the bar. */
static const IkrarPledgeState chip_states[] = {
  IKRAR_PLEDGE_SIGNED,
  IKRAR_PLEDGE_RECITED,
  IKRAR_PLEDGE_NONE,
};

struct _IkrarPledgePeople
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkSearchEntry *entry;
  GtkToggleButton *chips[G_N_ELEMENTS (chip_states)];
  GtkWidget *privacy_note;
  GtkStack *stack;
  GtkListView *list;

  /* Owned */
  IkrarParticipantTable *table;
  IkrarLineList *found; /* IkrarParticipantLine */

  IkrarZone zone;
  gboolean folded;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarPledgePeople, ikrar_pledge_people, ADW_TYPE_BIN)

/* Bits (1 << IkrarPledgeState) of the chips that are pressed; none means all. */
static guint
wanted_states (IkrarPledgePeople *self)
{
  guint states = 0;

  for (guint i = 0; i < G_N_ELEMENTS (chip_states); i++)
    if (gtk_toggle_button_get_active (self->chips[i]))
      states |= 1u << chip_states[i];
  return states;
}

static void
keep_wanted (IkrarPledgePeople *self, GArray *found, guint states)
{
  guint kept = 0;

  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);

      if ((states & (1u << ikrar_participant_table_line (self->table, index)->pledge)) != 0)
        g_array_index (found, guint, kept++) = index;
    }
  g_array_set_size (found, kept);
}

static void
search (IkrarPledgePeople *self)
{
  guint states = wanted_states (self);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  gtk_widget_set_visible (self->privacy_note, states == 1u << IKRAR_PLEDGE_NONE);
  if (self->table == NULL)
    return;
  found = ikrar_participant_table_search (self->table,
                                          gtk_editable_get_text (GTK_EDITABLE (self->entry)), 0, 0);
  if (states != 0)
    keep_wanted (self, found, states);
  lines = ikrar_participant_lines_at (self->table, found, G_MAXUINT);
  ikrar_line_list_show (self->found, lines);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "none");
}

static void
label_chips (IkrarPledgePeople *self)
{
  IkrarAttendanceCount count;
  guint pledges[IKRAR_N_PLEDGE_STATES];

  ikrar_participant_table_count (self->table, 0, &count, pledges);
  for (guint i = 0; i < G_N_ELEMENTS (chip_states); i++)
    {
      IkrarStatus status = ikrar_status_of_pledge (chip_states[i]);
      g_autofree char *number = ikrar_number_thousands (pledges[chip_states[i]]);
      g_autofree char *label = g_strdup_printf ("%s %s", status.label, number);

      gtk_button_set_label (GTK_BUTTON (self->chips[i]), label);
    }
}

static void
on_setup (IkrarPledgePeople *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cell = ikrar_person_cell_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("action-unavailable-symbolic");

  g_object_bind_property (self, "folded", cell, "folded", G_BINDING_SYNC_CREATE);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Revoke Pledge…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.revoke");
  gtk_box_append (GTK_BOX (box), cell);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
fill_button (GtkWidget *button, const IkrarParticipantLine *line)
{
  gboolean may_revoke = line->pledge != IKRAR_PLEDGE_NONE;
  /* Translators: %s is the name of a person. */
  g_autofree char *name = g_strdup_printf (_ ("Revoke the Pledge of %s"), line->display);

  /* It keeps its room, so that the states stand in one column. */
  gtk_widget_set_opacity (button, may_revoke ? 1 : 0);
  gtk_widget_set_can_target (button, may_revoke);
  gtk_widget_set_focusable (button, may_revoke);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_HIDDEN, !may_revoke,
                               -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", line->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_row (IkrarPledgePeople *self, GtkListItem *item)
{
  GtkWidget *cell = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const IkrarParticipantLine *line = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  g_autofree char *clock = NULL;
  IkrarStatus status;

  if (line == NULL)
    return;
  status = ikrar_status_of_pledge (line->pledge);
  clock =
      line->pledge_at != 0 ? ikrar_time_format_clock (line->pledge_at, self->zone) : g_strdup ("");
  ikrar_person_cell_set (IKRAR_PERSON_CELL (cell), line->display, line->unit);
  ikrar_person_cell_set_status (IKRAR_PERSON_CELL (cell), &status, clock);
  fill_button (gtk_widget_get_next_sibling (cell), line);
}

static void
on_line_changed (GtkListItem *item)
{
  GtkWidget *self =
      gtk_widget_get_ancestor (gtk_list_item_get_child (item), IKRAR_TYPE_PLEDGE_PEOPLE);

  if (self != NULL)
    fill_row (IKRAR_PLEDGE_PEOPLE (self), item);
}

static void
on_bind (IkrarPledgePeople *self, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (on_line_changed),
                            item);
  fill_row (self, item);
}

static void
on_unbind (IkrarPledgePeople *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_line_changed, item);
}

static void
ikrar_pledge_people_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, IKRAR_PLEDGE_PEOPLE (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_pledge_people_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    IKRAR_PLEDGE_PEOPLE (object)->folded = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_pledge_people_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PLEDGE_PEOPLE);
  G_OBJECT_CLASS (ikrar_pledge_people_parent_class)->dispose (object);
}

static void
ikrar_pledge_people_finalize (GObject *object)
{
  IkrarPledgePeople *self = IKRAR_PLEDGE_PEOPLE (object);

  g_object_unref (self->found);
  ikrar_participant_table_unref (self->table);
  G_OBJECT_CLASS (ikrar_pledge_people_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char *const chips[] = { "signed_chip", "recited_chip", "none_chip" };

  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/pledge-people.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgePeople, entry);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    gtk_widget_class_bind_template_child_full (widget_class, chips[i], FALSE,
                                               G_STRUCT_OFFSET (IkrarPledgePeople, chips) +
                                                   (gssize) (i * sizeof (GtkToggleButton *)));
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgePeople, privacy_note);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgePeople, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgePeople, list);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ikrar_pledge_people_class_init (IkrarPledgePeopleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ikrar_pledge_people_dispose;
  object_class->finalize = ikrar_pledge_people_finalize;
  object_class->get_property = ikrar_pledge_people_get_property;
  object_class->set_property = ikrar_pledge_people_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_pledge_people_init (IkrarPledgePeople *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->found = ikrar_line_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  ikrar_compat_set_placeholder (self->entry, _ ("Name, number or unit"));
}

void
ikrar_pledge_people_show (IkrarPledgePeople *self, IkrarParticipantTable *table, IkrarZone zone)
{
  IkrarParticipantTable *before;

  g_return_if_fail (IKRAR_IS_PLEDGE_PEOPLE (self));

  before = self->table;
  self->table = ikrar_participant_table_ref (table);
  self->zone = zone;
  label_chips (self);
  search (self);
  /* Its lines were shown until now. */
  ikrar_participant_table_unref (before);
}

void
ikrar_pledge_people_start_search (IkrarPledgePeople *self)
{
  g_return_if_fail (IKRAR_IS_PLEDGE_PEOPLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
