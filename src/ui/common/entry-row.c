/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/entry-row.h"

#include <string.h>

#include "core/text.h"

typedef struct
{
  char *title; /* of the field, while it shows what is wrong; else NULL */
} IkrarEntryRowPrivate;

/* What is wrong with a field. */
typedef struct
{
  IkrarEntryRow *row;
  const char *why;
} Problem;

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (IkrarEntryRow, ikrar_entry_row, ADW_TYPE_ENTRY_ROW)

static IkrarEntryRowPrivate *
get_private (IkrarEntryRow *self)
{
  return ikrar_entry_row_get_instance_private (self);
}

static void
set_invalid (IkrarEntryRow *self, gboolean invalid)
{
  if (invalid)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
accept (IkrarEntryRow *self)
{
  IkrarEntryRowPrivate *priv = get_private (self);
  g_autofree char *title = g_steal_pointer (&priv->title);

  if (title == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  set_invalid (self, FALSE);
}

static void
on_left (IkrarEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
ikrar_entry_row_finalize (GObject *object)
{
  g_free (get_private (IKRAR_ENTRY_ROW (object))->title);
  G_OBJECT_CLASS (ikrar_entry_row_parent_class)->finalize (object);
}

static void
ikrar_entry_row_class_init (IkrarEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_entry_row_finalize;

  /**
   * IkrarEntryRow::left:
   *
   * The keyboard focus left the field, or Enter was pressed in it.
   */
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                    G_STRUCT_OFFSET (IkrarEntryRowClass, left), NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_entry_row_init (IkrarEntryRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_left), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (accept), NULL);
}

char *
ikrar_entry_row_dup_text (IkrarEntryRow *self)
{
  g_return_val_if_fail (IKRAR_IS_ENTRY_ROW (self), NULL);

  return ikrar_text_clean (gtk_editable_get_text (GTK_EDITABLE (self)));
}

void
ikrar_entry_row_set_text (IkrarEntryRow *self, const char *text)
{
  const char *wanted = text != NULL ? text : "";

  g_return_if_fail (IKRAR_IS_ENTRY_ROW (self));

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self)), wanted) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), wanted);
}

void
ikrar_entry_row_refuse (IkrarEntryRow *self, const char *why)
{
  IkrarEntryRowPrivate *priv;

  g_return_if_fail (IKRAR_IS_ENTRY_ROW (self));

  priv = get_private (self);
  if (priv->title == NULL)
    priv->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), why);
  set_invalid (self, TRUE);
}

gboolean
ikrar_entry_row_is_refused (IkrarEntryRow *self)
{
  g_return_val_if_fail (IKRAR_IS_ENTRY_ROW (self), FALSE);

  return get_private (self)->title != NULL;
}

void
ikrar_entry_row_add_problem (IkrarEntryRow *self, const char *why, GArray *problems)
{
  const Problem problem = { self, why };

  g_return_if_fail (IKRAR_IS_ENTRY_ROW (self));

  if (problems != NULL)
    g_array_append_val (problems, problem);
}

GArray *
ikrar_entry_row_new_problems (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Problem));
}

/* A field in a row that is folded up cannot be seen. */
static void
unfold (GtkWidget *row)
{
  GtkWidget *expander = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
}

gboolean
ikrar_entry_row_show_problems (GArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const Problem *problem = &g_array_index (problems, Problem, i);

      unfold (GTK_WIDGET (problem->row));
      ikrar_entry_row_refuse (problem->row, problem->why);
    }
  if (problems->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (g_array_index (problems, Problem, 0).row));
  return problems->len > 0;
}
