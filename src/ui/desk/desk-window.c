/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/participant-table.h"
#include "store/rehearsal.h"

#include "ui/common/actions.h"
#include "ui/common/desk-name.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/desk/desk-window-private.h"
#include "ui/desk/scanner-dialog.h"
#include "ui/desk/session-drop.h"

/* Other desks write, too: how often their arrivals are counted. */
#define COUNT_INTERVAL_MS 1000

G_DEFINE_FINAL_TYPE (IkrarDeskWindow, ikrar_desk_window, ADW_TYPE_WINDOW)

/* Desk, place and session, as far as they are known. */
static char *
describe (IkrarDeskWindow *self)
{
  g_autofree char *desk = ikrar_desk_name_get ();
  g_autofree char *session = ikrar_session_title (self->info->sessions, self->session);
  const char *parts[] = { desk, self->info->event->place,
                          self->info->sessions->len > 1 ? session : "" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static void
on_session_selected (IkrarDeskWindow *self)
{
  IkrarId session =
      self->info != NULL ? ikrar_session_drop_get (self->session_drop, self->info->sessions) : 0;

  if (session == 0 || session == self->session)
    return;
  _ikrar_desk_window_open_session (self, session);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_info_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarDeskWindow *self = owner;
  g_autofree char *subtitle = NULL;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Desk Could Not Be Opened"), error);
      return;
    }
  ikrar_desk_info_free (self->info);
  self->info = output;
  self->session = self->info->session;
  subtitle = describe (self);
  gtk_label_set_label (self->title_label, self->info->event->title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), self->info->event->title);
  ikrar_session_drop_fill (self->session_drop, self->info->sessions, self->session,
                           on_session_selected, self);
  if (self->mode != IKRAR_DESK_MODE_OPEN)
    gtk_widget_set_visible (GTK_WIDGET (self->session_drop), FALSE);
  ikrar_scan_list_fill (self->scans, self->info->recent, self->info->event->zone);
}

static void
load_info (IkrarDeskWindow *self)
{
  const IkrarDeskWanted wanted = { self->event, self->session };
  const IkrarWork work = {
    .func = ikrar_desk_info_load,
    .input = g_memdup2 (&wanted, sizeof wanted),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_desk_info_free,
    .done = on_info_loaded,
    .shown = TRUE,
    .replica = self->event,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
on_way_toggled (IkrarDeskWindow *self)
{
  gboolean leaving = gtk_toggle_button_get_active (self->way_button);

  ikrar_scan_repeat_clear (&self->repeat);
  ikrar_desk_thread_set_way (self->thread, leaving ? IKRAR_WAY_OUT : IKRAR_WAY_IN);
  _ikrar_desk_window_show_way (self);
}

static void
turn_round (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkToggleButton *button = IKRAR_DESK_WINDOW (widget)->way_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

void
_ikrar_desk_window_open_session (IkrarDeskWindow *self, IkrarId session)
{
  self->session = session;
  ikrar_scan_repeat_clear (&self->repeat);
  ikrar_verdict_panel_reset (self->panel);
  ikrar_desk_thread_free (self->thread);
  self->thread = ikrar_desk_thread_new (self->context, self->event, session, self,
                                        _ikrar_desk_window_take_answer);
  on_way_toggled (self);
  load_info (self);
}

static gpointer
load_table (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  return ikrar_participant_table_load (store, *(const IkrarId *) input, 0, FALSE, IKRAR_ORDER_NAME,
                                       progress, error);
}

static void
on_table_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarDeskWindow *self = owner;
  g_autoptr (IkrarParticipantTable) table = output;

  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (self), _ ("The Roster Cannot Be Read"), error);
  else
    ikrar_find_panel_set_table (self->find, table);
}

/* The roster is read when somebody wants to search, not after every scan. */
static void
refresh_table (IkrarDeskWindow *self)
{
  const IkrarWork work = {
    .func = load_table,
    .input = g_memdup2 (&self->event, sizeof self->event),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_participant_table_unref,
    .done = on_table_loaded,
    .shown = TRUE,
    .replica = self->event,
  };

  self->table_stale = FALSE;
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static gboolean
on_count (gpointer user_data)
{
  IkrarDeskWindow *self = user_data;

  self->count_timeout = 0;
  ikrar_desk_thread_count (self->thread);
  return G_SOURCE_REMOVE;
}

static void
on_context_changed (IkrarDeskWindow *self)
{
  self->table_stale = TRUE;
  if (self->count_timeout == 0)
    self->count_timeout = g_timeout_add (COUNT_INTERVAL_MS, on_count, self);
}

void
_ikrar_desk_window_open_sheet (IkrarDeskWindow *self, const char *sheet)
{
  gtk_stack_set_visible_child_name (self->side, sheet);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
}

gboolean
_ikrar_desk_window_close_sheet (IkrarDeskWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "scans") == 0)
    return FALSE;
  gtk_stack_set_visible_child_name (self->side, "scans");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return TRUE;
}

static void
find_by_name (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);

  if (self->table_stale)
    refresh_table (self);
  _ikrar_desk_window_open_sheet (self, "find");
  ikrar_find_panel_start (self->find);
}

static void
add_guest (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);

  _ikrar_desk_window_open_sheet (self, "guest");
  ikrar_guest_panel_start (self->guest);
}

static void
toggle_sound (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GSettings *settings = IKRAR_DESK_WINDOW (widget)->settings;

  g_settings_set_boolean (settings, "desk-sound", !g_settings_get_boolean (settings, "desk-sound"));
}

static void
check_scanner (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_scanner_dialog_present (GTK_WINDOW (widget));
}

static void
toggle_camera (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);
  gboolean on = !ikrar_camera_panel_get_on (self->camera);

  ikrar_camera_panel_set_on (self->camera, on);
  gtk_toggle_button_set_active (self->camera_button, on);
}

/* Back one step: what was typed, the sheet, the verdict, full screen. Never out of the window. */
static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);

  if (ikrar_scanner_keys_clear (self->keys) || _ikrar_desk_window_close_sheet (self) ||
      ikrar_verdict_panel_reset (self->panel) || self->mode != IKRAR_DESK_MODE_OPEN)
    return;
  gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
undo_scan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_desk_thread_undo (IKRAR_DESK_WINDOW (widget)->thread, g_variant_get_int64 (parameter));
}

static void
undo_last (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);
  IkrarScanRow *row = ikrar_scan_list_get_last (self->scans);

  if (row != NULL)
    ikrar_desk_thread_undo (self->thread, ikrar_scan_row_get_journal (row));
}

void
_ikrar_desk_window_scan (IkrarDeskWindow *self, const char *line)
{
  if (self->mode == IKRAR_DESK_MODE_KIOSK)
    ikrar_desk_thread_scan_alone (self->thread, line);
  else
    ikrar_desk_thread_scan (self->thread, line);
}

static void
on_scanned (IkrarDeskWindow *self, const char *line)
{
  if (ikrar_scan_repeat_is_one (&self->repeat, line, g_get_monotonic_time ()))
    return;
  /* A guest whose name is being typed waits until the next one is in. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "guest") != 0)
    _ikrar_desk_window_close_sheet (self);
  _ikrar_desk_window_scan (self, line);
}

/* The camera sees whoever waits while somebody types into a sheet: what was typed stays. */
static void
on_camera_scanned (IkrarDeskWindow *self, const char *text)
{
  if (ikrar_scan_repeat_is_one (&self->repeat, text, g_get_monotonic_time ()))
    return;
  _ikrar_desk_window_scan (self, text);
}

static void
on_found (IkrarDeskWindow *self, gint64 participant)
{
  _ikrar_desk_window_close_sheet (self);
  ikrar_desk_thread_admit (self->thread, participant);
}

static void
on_guest_entered (IkrarDeskWindow *self, const IkrarGuest *guest)
{
  ikrar_desk_thread_add_guest (self->thread, guest);
}

static void
on_submit (IkrarDeskWindow *self)
{
  ikrar_scanner_keys_submit (self->keys);
}

static void
ikrar_desk_window_dispose (GObject *object)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->clock_timeout, g_source_remove);
  g_clear_handle_id (&self->count_timeout, g_source_remove);
  g_clear_pointer (&self->thread, ikrar_desk_thread_free);
  g_clear_pointer (&self->sound, ikrar_desk_sound_free);
  g_clear_pointer (&self->speech, ikrar_speech_free);
  g_clear_object (&self->keys);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DESK_WINDOW);
  if (self->rehearsal != NULL)
    ikrar_context_close (self->context);
  ikrar_rehearsal_discard (self->rehearsal);
  g_clear_pointer (&self->rehearsal, g_free);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_object (&self->scale);
  G_OBJECT_CLASS (ikrar_desk_window_parent_class)->dispose (object);
}

static void
ikrar_desk_window_finalize (GObject *object)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (object);

  g_object_unref (self->cancellable);
  ikrar_desk_info_free (self->info);
  ikrar_scan_repeat_clear (&self->repeat);
  G_OBJECT_CLASS (ikrar_desk_window_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (IKRAR_TYPE_VERDICT_PANEL);
  g_type_ensure (IKRAR_TYPE_DESK_COUNTS);
  g_type_ensure (IKRAR_TYPE_CAMERA_PANEL);
  g_type_ensure (IKRAR_TYPE_SCAN_LIST);
  g_type_ensure (IKRAR_TYPE_FIND_PANEL);
  g_type_ensure (IKRAR_TYPE_GUEST_PANEL);
  g_type_ensure (IKRAR_TYPE_PERSON_PANEL);
  g_type_ensure (IKRAR_TYPE_LINK_PILL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/desk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, ready_icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, ready_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, link_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, clock_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, session_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, camera_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, way_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, mute_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, desk_menu);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, screens_menu);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, full_screen_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, rehearsal_bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, main);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, side_clamp);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, side);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, scans_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, camera);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, scans);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, find);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, guest);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, person);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, keys_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, find_key_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskWindow, guest_key_label);
  gtk_widget_class_bind_template_callback (widget_class, on_session_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_camera_scanned);
  gtk_widget_class_bind_template_callback (widget_class, on_way_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_found);
  gtk_widget_class_bind_template_callback (widget_class, on_guest_entered);
  gtk_widget_class_bind_template_callback (widget_class, _ikrar_desk_window_take_name);
  gtk_widget_class_bind_template_callback (widget_class, _ikrar_desk_window_print_pass);
  gtk_widget_class_bind_template_callback (widget_class, on_submit);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const IkrarAction actions[] = {
    { "desk.find", NULL, find_by_name },
    { "desk.guest", NULL, add_guest },
    { "desk.full-screen", NULL, _ikrar_desk_window_toggle_full_screen },
    { "desk.camera", NULL, toggle_camera },
    { "desk.mute", NULL, toggle_sound },
    { "desk.turn-round", NULL, turn_round },
    { "desk.back", NULL, go_back },
    { "desk.scanner", NULL, check_scanner },
    { "desk.rehearse", NULL, _ikrar_desk_window_begin_rehearsal },
    { "desk.scan-log", NULL, _ikrar_desk_window_show_log },
    { "desk.operator", NULL, _ikrar_desk_window_start_operator },
    { "desk.kiosk", NULL, _ikrar_desk_window_start_kiosk },
    { "desk.leave", NULL, _ikrar_desk_window_leave },
    { "desk.undo-scan", "x", undo_scan },
    { "desk.correct", "x", _ikrar_desk_window_correct },
    { "desk.correct-last", NULL, _ikrar_desk_window_correct_last },
    { "desk.undo-name", "(xx)", _ikrar_desk_window_undo_name },
    { "win.undo", NULL, undo_last },
  };

  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}

static void
ikrar_desk_window_class_init (IkrarDeskWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_desk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_desk_window_finalize;
  ensure_types ();
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_desk_window_init (IkrarDeskWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new ("id.ikrar.Ikrar");
  self->table_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keys = ikrar_scanner_keys_new (GTK_WIDGET (self), self->entry);
  g_signal_connect_object (self->keys, "scanned", G_CALLBACK (on_scanned), self, G_CONNECT_SWAPPED);
  _ikrar_desk_window_follow (self);
}

/* The real one, which a rehearsal is not. */
static GtkWindow *
find_open (GtkApplication *application, IkrarId event)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (IKRAR_IS_DESK_WINDOW (link->data) && IKRAR_DESK_WINDOW (link->data)->event == event &&
        IKRAR_DESK_WINDOW (link->data)->rehearsal == NULL)
      return link->data;
  return NULL;
}

static IkrarDeskWindow *
create (GtkApplication *application, IkrarContext *context, IkrarId event)
{
  IkrarDeskWindow *self = g_object_new (IKRAR_TYPE_DESK_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  self->event = event;
  g_object_set (self->link_pill, "context", context, NULL);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static IkrarDeskWindow *
open_window (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  IkrarDeskWindow *self = create (gtk_window_get_application (parent), context, event);

  _ikrar_desk_window_open_session (self, 0);
  return self;
}

void
_ikrar_desk_window_rehearse (GtkWindow *parent, const char *path, IkrarId event)
{
  g_autoptr (IkrarContext) context = ikrar_context_new (path);
  IkrarDeskWindow *self = open_window (parent, context, event);

  self->rehearsal = g_strdup (path);
  gtk_widget_show (self->rehearsal_bar);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rehearsal");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.rehearse", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.operator", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.kiosk", FALSE);
  gtk_window_present (GTK_WINDOW (self));
}

void
ikrar_desk_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  GtkApplication *application = gtk_window_get_application (parent);
  GtkWindow *open = application != NULL ? find_open (application, event) : NULL;

  gtk_window_present (open != NULL ? open : GTK_WINDOW (open_window (parent, context, event)));
}

gboolean
ikrar_desk_window_present_locked (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (IKRAR_IS_DESK_WINDOW (link->data) &&
        IKRAR_DESK_WINDOW (link->data)->mode != IKRAR_DESK_MODE_OPEN)
      {
        gtk_window_present (link->data);
        return TRUE;
      }
  return FALSE;
}

gboolean
ikrar_desk_window_resume (GtkApplication *application, IkrarContext *context)
{
  IkrarDeskLocked locked;
  IkrarDeskWindow *self;

  ikrar_desk_lock_read (ikrar_context_get_uri (context), &locked);
  if (locked.mode == IKRAR_DESK_MODE_OPEN)
    return FALSE;
  self = create (application, context, locked.event);
  self->session = locked.session;
  _ikrar_desk_window_begin_locked (self, locked.mode);
  gtk_window_present (GTK_WINDOW (self));
  return TRUE;
}
