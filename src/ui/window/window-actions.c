/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/journal.h"

#include "ui/common/actions.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/desk/desk-window.h"
#include "ui/events/event-dialog.h"
#include "ui/pledge/signing-window.h"
#include "ui/pledge/stage-window.h"
#include "ui/preferences/backup-dialog.h"
#include "ui/preferences/preferences-window.h"
#include "ui/preferences/restore-dialog.h"
#include "ui/roster/import-window.h"
#include "ui/window/window-private.h"

/* Undo looks no further back than this. */
#define UNDO_DEPTH 50

static void
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_window_show_page (IKRAR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_event (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarId event;
  const char *view;

  g_variant_get (parameter, "(x&s)", &event, &view);
  ikrar_window_show_event (IKRAR_WINDOW (widget), event, view);
}

static void
show_person (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarWindow *self = IKRAR_WINDOW (widget);

  ikrar_window_show_page (self, "people");
  gtk_widget_activate_action_variant (ikrar_window_get_page (self), "people.show", parameter);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_window_go_back (IKRAR_WINDOW (widget));
}

/* Shortcuts reach the page that is shown wherever the focus is. */
static void
pass_to_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strconcat ("page.", action + strlen ("win."), NULL);

  gtk_widget_activate_action_variant (ikrar_window_get_page (IKRAR_WINDOW (widget)), name,
                                      parameter);
}

static void
edit_event (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_event_dialog_present (GTK_WINDOW (widget), ikrar_window_get_context (IKRAR_WINDOW (widget)),
                              parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
import_roster (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_import_window_present (GTK_WINDOW (widget),
                               ikrar_window_get_context (IKRAR_WINDOW (widget)),
                               g_variant_get_int64 (parameter), NULL);
}

static void
open_desk (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_desk_window_present (GTK_WINDOW (widget), ikrar_window_get_context (IKRAR_WINDOW (widget)),
                             g_variant_get_int64 (parameter));
}

static void
open_stage (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_stage_window_present (GTK_WINDOW (widget), ikrar_window_get_context (IKRAR_WINDOW (widget)),
                              g_variant_get_int64 (parameter));
}

static void
open_signing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_signing_window_present (GTK_WINDOW (widget),
                                ikrar_window_get_context (IKRAR_WINDOW (widget)),
                                g_variant_get_int64 (parameter));
}

static void
show_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarWindow *self = IKRAR_WINDOW (widget);

  if (ikrar_window_has_trouble (self))
    ikrar_preferences_window_present_database (GTK_WINDOW (self), ikrar_window_get_context (self));
  else
    ikrar_preferences_window_present (GTK_WINDOW (self), ikrar_window_get_context (self));
}

static void
back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_backup_dialog_present (GTK_WINDOW (widget),
                               ikrar_window_get_context (IKRAR_WINDOW (widget)));
}

static void
restore_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_restore_dialog_choose (GTK_WINDOW (widget),
                               ikrar_window_get_context (IKRAR_WINDOW (widget)));
}

static gpointer
undo_change (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarId *journal = input;

  ikrar_journal_undo (store, *journal, error);
  return NULL;
}

static IkrarId
find_last_change (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const IkrarJournalEntry *entry = g_ptr_array_index (entries, i);

      if (entry->undo_of == 0 && ikrar_journal_can_undo (entry))
        return entry->id;
    }
  return 0;
}

static gpointer
undo_last (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) entries = ikrar_journal_list (store, 0, UNDO_DEPTH, error);
  IkrarId last = entries != NULL ? find_last_change (entries) : 0;

  if (last != 0)
    ikrar_journal_undo (store, last, error);
  return NULL;
}

static void
on_undone (gpointer owner, gpointer output, const GError *error)
{
  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (owner), _ ("This Could Not Be Undone"), error);
  else
    ikrar_notice (ikrar_window_get_page (IKRAR_WINDOW (owner)), _ ("Undone"));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarId journal = parameter != NULL ? g_variant_get_int64 (parameter) : 0;
  const IkrarWork work = {
    .func = journal != 0 ? undo_change : undo_last,
    .input = g_memdup2 (&journal, sizeof journal),
    .free_input = g_free,
    .done = on_undone,
  };

  ikrar_work_start (ikrar_window_get_context (IKRAR_WINDOW (widget)), widget, NULL, &work);
}

void
_ikrar_window_install_actions (GtkWidgetClass *widget_class)
{
  static const IkrarAction actions[] = {
    { "win.show-page", "s", show_page },
    { "win.show-event", "(xs)", show_event },
    { "win.show-person", "x", show_person },
    { "win.back", NULL, go_back },
    { "win.new-event", NULL, edit_event },
    { "win.edit-event", "x", edit_event },
    { "win.import-roster", "x", import_roster },
    { "win.open-desk", "x", open_desk },
    { "win.open-stage", "x", open_stage },
    { "win.open-signing", "x", open_signing },
    { "win.undo", NULL, undo },
    { "win.undo-change", "x", undo },
    { "win.search", NULL, pass_to_page },
    { "win.print", NULL, pass_to_page },
    { "win.preferences", NULL, show_preferences },
    { "win.back-up", NULL, back_up },
    { "win.restore-backup", NULL, restore_backup },
  };

  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}
