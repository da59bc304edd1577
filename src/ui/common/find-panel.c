/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/find-panel.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "core/text.h"

#include "ui/common/compat.h"
#include "ui/common/line-list.h"
#include "ui/common/participant-lines.h"
#include "ui/common/person-cell.h"
#include "ui/common/status.h"

/* More would not be read at a door; a second word finds the right one sooner. */
#define SHOWN_MAX 50

/* Where the roster is nobody's to look at: enough to find somebody who stands at the door. */
#define GUARDED_MAX 5
#define GUARDED_LETTERS 3
#define GUARDED_DIGITS 4

struct _IkrarFindPanel
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *start_label;
  GtkLabel *more_label;

  /* Owned */
  IkrarParticipantTable *table;
  IkrarLineList *found; /* IkrarParticipantLine */
  char *searched;       /* what @found answers */
  GArray *queue;        /* guint: lines shown as long as nothing is searched */

  IkrarFindShows shows;
  gboolean guarded;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarFindPanel, ikrar_find_panel, ADW_TYPE_BIN)

/* Of a number only the end is shown at the door: its front holds birth date and sex. */
static char *
describe (const IkrarParticipantLine *line)
{
  g_autofree char *masked = ikrar_number_mask (line->employee_number);

  if (*line->employee_number == '\0')
    return g_strdup (line->unit);
  return g_strdup_printf ("%s · %s", line->unit, masked);
}

/* What is usual before anything was done is not said. */
static void
show_status (IkrarFindPanel *self, IkrarPersonCell *cell, const IkrarParticipantLine *line)
{
  IkrarStatus status;
  gboolean is_usual;

  if (self->shows == IKRAR_FIND_SHOWS_PLEDGE)
    status = ikrar_status_of_pledge (line->pledge);
  else
    status = ikrar_status_of_attendance (line->state);
  is_usual = self->shows == IKRAR_FIND_SHOWS_PLEDGE ? line->pledge == IKRAR_PLEDGE_NONE
                                                    : line->state == IKRAR_ATTENDANCE_UNRECORDED;
  ikrar_person_cell_set_status (cell, is_usual ? NULL : &status, "");
}

static void
fill_row (IkrarLineItem *item, GtkListBoxRow *row)
{
  IkrarFindPanel *self = IKRAR_FIND_PANEL (g_object_get_data (G_OBJECT (row), "panel"));
  IkrarPersonCell *cell = IKRAR_PERSON_CELL (gtk_list_box_row_get_child (row));
  const IkrarParticipantLine *line = ikrar_line_item_get_line (item);
  g_autofree char *detail = NULL;

  if (line == NULL)
    return;
  detail = describe (line);
  ikrar_person_cell_set (cell, line->display, detail);
  show_status (self, cell, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->display, -1);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data (G_OBJECT (row), "panel", user_data);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), ikrar_person_cell_new ());
  g_signal_connect_object (item, "changed", G_CALLBACK (fill_row), row, 0);
  fill_row (item, GTK_LIST_BOX_ROW (row));
  return row;
}

/* How many there are of a name is nobody's business either. */
static char *
describe_more (IkrarFindPanel *self, guint n_found)
{
  g_autofree char *count = ikrar_number_thousands (n_found);

  if (self->guarded)
    return g_strdup (_ ("There are more. Type more of the name."));
  /* Translators: %s is a number. */
  return g_strdup_printf (_ ("%s found. Type more of the name."), count);
}

static void
show_found (IkrarFindPanel *self, GArray *found)
{
  guint shown_max = self->guarded ? GUARDED_MAX : SHOWN_MAX;
  g_autofree char *more = describe_more (self, found->len);
  g_autoptr (GPtrArray) lines = NULL;

  gtk_label_set_label (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), found->len > shown_max);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "none");
  lines = ikrar_participant_lines_at (self->table, found, shown_max);
  ikrar_line_list_show (self->found, lines);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* Whether a text is long enough to be meant for one person: the first word that is decides. */
static gboolean
is_enough (IkrarFindPanel *self, const char *text)
{
  guint letters = 0, digits = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      letters = g_unichar_isalpha (character) ? letters + 1 : 0;
      digits = g_unichar_isdigit (character) ? digits + 1 : 0;
      if (!self->guarded || letters >= GUARDED_LETTERS || digits >= GUARDED_DIGITS)
        return TRUE;
    }
  return FALSE;
}

static void
search (IkrarFindPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) found = NULL;

  g_free (self->searched);
  self->searched = g_strdup (text);
  if (self->table != NULL && !ikrar_text_is_blank (text) && is_enough (self, text))
    found = ikrar_participant_table_search (self->table, text, 0, 0);
  else if (!self->guarded && self->table != NULL && self->queue != NULL && self->queue->len > 0)
    found = g_array_ref (self->queue);
  if (found != NULL)
    show_found (self, found);
  else
    {
      g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

      ikrar_line_list_show (self->found, nobody);
      gtk_stack_set_visible_child_name (self->stack, "start");
    }
}

static void
choose (IkrarFindPanel *self, GtkListBoxRow *row)
{
  const IkrarParticipantLine *line =
      row != NULL ? ikrar_line_list_get_line (self->found, gtk_list_box_row_get_index (row)) : NULL;

  if (line != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, line->id);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, IkrarFindPanel *self)
{
  choose (self, row);
}

/* GtkSearchEntry waits a moment before it searches; Enter does not. */
static void
on_entry_activated (IkrarFindPanel *self)
{
  if (g_strcmp0 (self->searched, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    search (self);
  choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
move_selection (IkrarFindPanel *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

/* The arrow keys go through the list while the focus stays where one types. */
static gboolean
on_key_pressed (IkrarFindPanel *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return FALSE;
  move_selection (self, keyval == GDK_KEY_Down ? 1 : -1);
  return TRUE;
}

static void
ikrar_find_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_FIND_PANEL);
  G_OBJECT_CLASS (ikrar_find_panel_parent_class)->dispose (object);
}

static void
ikrar_find_panel_finalize (GObject *object)
{
  IkrarFindPanel *self = IKRAR_FIND_PANEL (object);

  g_object_unref (self->found);
  ikrar_participant_table_unref (self->table);
  g_free (self->searched);
  g_clear_pointer (&self->queue, g_array_unref);
  G_OBJECT_CLASS (ikrar_find_panel_parent_class)->finalize (object);
}

static void
ikrar_find_panel_class_init (IkrarFindPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_find_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_find_panel_finalize;

  /**
   * IkrarFindPanel::chosen:
   * @participant: id of a participant
   *
   * Somebody was chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/find-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarFindPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarFindPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarFindPanel, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarFindPanel, start_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarFindPanel, more_label);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
ikrar_find_panel_init (IkrarFindPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = ikrar_line_list_new ();
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->found), create_row, self, NULL);
  ikrar_compat_set_placeholder (self->entry, _ ("Name, number or unit"));
}

void
ikrar_find_panel_set_table (IkrarFindPanel *self, IkrarParticipantTable *table)
{
  IkrarParticipantTable *before;

  g_return_if_fail (IKRAR_IS_FIND_PANEL (self));

  before = self->table;
  self->table = ikrar_participant_table_ref (table);
  g_clear_pointer (&self->queue, g_array_unref);
  search (self);
  /* Its lines were shown until now. */
  ikrar_participant_table_unref (before);
}

void
ikrar_find_panel_set_shows (IkrarFindPanel *self, IkrarFindShows shows)
{
  g_return_if_fail (IKRAR_IS_FIND_PANEL (self));

  self->shows = shows;
}

void
ikrar_find_panel_set_queue (IkrarFindPanel *self, GArray *queue)
{
  g_return_if_fail (IKRAR_IS_FIND_PANEL (self));

  g_clear_pointer (&self->queue, g_array_unref);
  self->queue = queue != NULL ? g_array_ref (queue) : NULL;
  search (self);
}

void
ikrar_find_panel_set_guarded (IkrarFindPanel *self, gboolean guarded)
{
  g_return_if_fail (IKRAR_IS_FIND_PANEL (self));

  self->guarded = guarded;
  gtk_label_set_label (
      self->start_label,
      guarded
          ? _ ("Type at least three letters of the name, or the last four digits of the "
               "number.")
          : _ ("Type three letters of the name, or the last four digits of the number. Enter chooses "
               "the first one found."));
  search (self);
}

void
ikrar_find_panel_start (IkrarFindPanel *self)
{
  g_return_if_fail (IKRAR_IS_FIND_PANEL (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
