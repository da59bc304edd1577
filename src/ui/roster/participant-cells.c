/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/participant-cells.h"

#include <glib/gi18n-lib.h>

#include "ui/common/line-row.h"
#include "ui/common/pill.h"
#include "ui/common/two-line-cell.h"

#define NAME_CHARS 18
#define POST_CHARS 14
#define TIME_CHARS 5

/* How the cells of a column are made and filled. */
typedef struct
{
  GtkWidget *(*make) (void);
  void (*fill) (GtkWidget *cell, const IkrarParticipantLine *line, IkrarZone zone);
} Look;

/* What the cells of a column have in common. */
typedef struct
{
  const Look *look;
  IkrarParticipantsModel *model;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->model);
  g_free (column);
}

IkrarStatus
ikrar_participant_line_status (const IkrarParticipantLine *line)
{
  if (line->withdrawn)
    return (IkrarStatus){ "unrecorded", "action-unavailable-symbolic",
                          C_ ("participant", "Withdrawn") };
  return ikrar_status_of_attendance (line->state);
}

char *
ikrar_participant_line_number (const IkrarParticipantLine *line)
{
  g_autofree char *number = ikrar_number_format (line->employee_number);
  const char *grade = ikrar_grade_text (line->grade);

  return g_strconcat (number, *number != '\0' && *grade != '\0' ? " · " : "", grade, NULL);
}

char *
ikrar_participant_line_clock (const IkrarParticipantLine *line, IkrarZone zone)
{
  IkrarAttendanceGroup group = ikrar_attendance_group (line->state);

  if (line->state_at != 0 &&
      (group == IKRAR_ATTENDANCE_GROUP_PRESENT || group == IKRAR_ATTENDANCE_GROUP_REPRESENTED))
    return ikrar_time_format_clock (line->state_at, zone);
  return g_strdup ("–");
}

static GtkWidget *
make_name (void)
{
  return ikrar_two_line_cell_new (NAME_CHARS);
}

static void
fill_name (GtkWidget *cell, const IkrarParticipantLine *line, IkrarZone zone)
{
  g_autofree char *number = ikrar_participant_line_number (line);

  ikrar_two_line_cell_set (IKRAR_TWO_LINE_CELL (cell), line->display, number);
}

static GtkWidget *
make_post (void)
{
  return ikrar_two_line_cell_new (POST_CHARS);
}

/* Without a position the unit takes the first line: nothing hangs below a gap. */
static void
fill_post (GtkWidget *cell, const IkrarParticipantLine *line, IkrarZone zone)
{
  gboolean has_position = *line->position != '\0';

  ikrar_two_line_cell_set (IKRAR_TWO_LINE_CELL (cell), has_position ? line->position : line->unit,
                           has_position ? line->unit : "");
}

static char *
describe_stand_in (const IkrarParticipantLine *line)
{
  if (*line->stand_in == '\0')
    return NULL;
  return g_strdup_printf (line->state == IKRAR_ATTENDANCE_REPRESENTED
                              /* Translators: %s is a name. */
                              ? _ ("Represented by %s")
                              /* Translators: %s is a name. */
                              : _ ("Standing in for %s"),
                          line->stand_in);
}

static gboolean
on_state_tooltip (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (cell), "ikrar-stand-in");

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static GtkWidget *
make_state (void)
{
  GtkWidget *cell = ikrar_pill_new ();

  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_state_tooltip), NULL);
  return cell;
}

/* A tooltip is asked for when it is wanted: setting one asks the display where the pointer is, each
 * time. */
static void
fill_state (GtkWidget *cell, const IkrarParticipantLine *line, IkrarZone zone)
{
  IkrarStatus status = ikrar_participant_line_status (line);

  ikrar_pill_set (IKRAR_PILL (cell), status.css_class, status.icon_name, status.label);
  g_object_set_data_full (G_OBJECT (cell), "ikrar-stand-in", describe_stand_in (line), g_free);
}

static GtkWidget *
make_time (void)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), TIME_CHARS);
  gtk_widget_add_css_class (cell, "num");
  return cell;
}

static void
fill_time (GtkWidget *cell, const IkrarParticipantLine *line, IkrarZone zone)
{
  g_autofree char *clock = ikrar_participant_line_clock (line, zone);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), clock);
}

static GtkWidget *
make_pledge (void)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (cell), gtk_image_new ());
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_widget_add_css_class (cell, "pledge-cell");
  return cell;
}

static void
fill_pledge (GtkWidget *cell, const IkrarParticipantLine *line, IkrarZone zone)
{
  IkrarStatus status = ikrar_status_of_pledge (line->pledge);
  GtkWidget *image = gtk_widget_get_first_child (cell);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), status.icon_name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (image)), status.label);
  if (line->pledge == IKRAR_PLEDGE_NONE)
    gtk_widget_remove_css_class (cell, "pledged");
  else
    gtk_widget_add_css_class (cell, "pledged");
}

static const Look looks[IKRAR_N_PARTICIPANT_CELLS] = {
  [IKRAR_PARTICIPANT_CELL_NAME] = { make_name, fill_name },
  [IKRAR_PARTICIPANT_CELL_POST] = { make_post, fill_post },
  [IKRAR_PARTICIPANT_CELL_STATE] = { make_state, fill_state },
  [IKRAR_PARTICIPANT_CELL_TIME] = { make_time, fill_time },
  [IKRAR_PARTICIPANT_CELL_PLEDGE] = { make_pledge, fill_pledge },
};

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  gtk_list_item_set_child (item, column->look->make ());
}

static void
fill (GtkListItem *item, Column *column)
{
  const IkrarParticipantLine *line = ikrar_line_row_update (item);

  if (line != NULL)
    column->look->fill (gtk_list_item_get_child (item), line,
                        ikrar_participants_model_get_zone (column->model));
}

/* An item on the screen may get another line: what is bound to it is filled anew. */
static void
on_line_changed (IkrarLineItem *line, GtkListItem *item)
{
  fill (item, g_object_get_data (G_OBJECT (item), "ikrar-column"));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  g_object_set_data (G_OBJECT (item), "ikrar-column", column);
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (on_line_changed), item);
  fill (item, column);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_line_changed, item);
}

static void
on_check_toggled (GtkCheckButton *check, GtkListItem *item)
{
  Column *column = g_object_get_data (G_OBJECT (item), "ikrar-column");
  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (ikrar_participants_model_get_selection (column->model));
  guint position = gtk_list_item_get_position (item);
  gboolean active = gtk_check_button_get_active (check);

  if (position == GTK_INVALID_LIST_POSITION || active == gtk_list_item_get_selected (item))
    return;
  if (active)
    gtk_selection_model_select_item (selection, position, FALSE);
  else
    gtk_selection_model_unselect_item (selection, position);
}

static void
on_check_setup (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_focusable (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Select"), -1);
  g_object_set_data (G_OBJECT (item), "ikrar-column", column);
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled), item);
  gtk_list_item_set_child (item, check);
}

GtkListItemFactory *
ikrar_participant_cell_factory_new (IkrarParticipantCell cell, IkrarParticipantsModel *model)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);

  column->look = &looks[cell];
  column->model = g_object_ref (model);
  if (cell == IKRAR_PARTICIPANT_CELL_CHECK)
    {
      g_signal_connect_data (factory, "setup", G_CALLBACK (on_check_setup), column, column_free, 0);
      return factory;
    }
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), column);
  return factory;
}
