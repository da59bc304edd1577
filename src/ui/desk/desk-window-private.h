/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/scan-repeat.h"
#include "desk/speech.h"

#include "ui/common/scanner-keys.h"
#include "ui/desk/camera-panel.h"
#include "ui/desk/desk-counts.h"
#include "ui/desk/desk-info.h"
#include "ui/desk/desk-lock.h"
#include "ui/desk/desk-sound.h"
#include "ui/desk/desk-thread.h"
#include "ui/desk/desk-window.h"
#include "ui/common/find-panel.h"
#include "ui/desk/guest-panel.h"
#include "ui/desk/person-panel.h"
#include "ui/desk/scan-list.h"
#include "ui/desk/verdict-panel.h"
#include "ui/window/link-pill.h"

G_BEGIN_DECLS

struct _IkrarDeskWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwHeaderBar *header_bar;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkImage *ready_icon;
  GtkLabel *ready_label;
  IkrarLinkPill *link_pill;
  GtkLabel *clock_label;
  GtkDropDown *session_drop;
  GtkToggleButton *camera_button;
  GtkToggleButton *way_button;
  GtkButton *mute_button;
  GtkMenuButton *menu_button;
  GMenu *desk_menu;
  GMenu *screens_menu;
  GtkButton *full_screen_button;
  GtkWidget *rehearsal_bar;
  AdwToastOverlay *toasts;
  GtkBox *main;
  IkrarVerdictPanel *panel;
  AdwClamp *side_clamp;
  GtkStack *side;
  GtkBox *scans_box;
  IkrarCameraPanel *camera;
  IkrarDeskCounts *counts;
  IkrarScanList *scans;
  IkrarFindPanel *find;
  IkrarGuestPanel *guest;
  IkrarPersonPanel *person;
  GtkWidget *keys_box;
  GtkEditable *entry;
  GtkWidget *find_key_label;
  GtkWidget *guest_key_label;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the window goes */
  GSettings *settings;
  IkrarScannerKeys *keys;
  IkrarDeskThread *thread;
  IkrarDeskSound *sound; /* NULL until the first verdict that is heard */
  IkrarSpeech *speech;   /* the same */
  IkrarDeskInfo *info;
  char *rehearsal; /* the copy that goes away with the window, NULL for the real desk */
  GtkCssProvider *scale;
  IkrarScanRepeat repeat;
  guint clock_timeout;
  guint count_timeout;
  guint ticks; /* of the clock */

  IkrarId event;
  IkrarId session;
  IkrarDeskMode mode;
  gboolean table_stale; /* whether the roster changed since it was loaded for searching */
  gboolean narrow;
};

/* Opens the desk on a copy of the database, which goes away with the window. */
void _ikrar_desk_window_rehearse (GtkWindow *parent, const char *path, IkrarId event);

/* What the window does with an answer of its thread. */
void _ikrar_desk_window_take_answer (gpointer owner, IkrarDeskAnswer *answer);

/* Side sheets: "scans" (none), "find", "guest" and "person". */
void _ikrar_desk_window_open_sheet (IkrarDeskWindow *self, const char *sheet);
gboolean _ikrar_desk_window_close_sheet (IkrarDeskWindow *self);

/* Somebody at the desk whose name is wrong, or who needs the pass on paper. */
void _ikrar_desk_window_correct (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_correct_last (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_undo_name (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_take_name (IkrarDeskWindow *self, gint64 participant, const char *name);
void _ikrar_desk_window_print_pass (IkrarDeskWindow *self, gint64 participant);
/* Opens the desk of a session anew: its thread, and what it shows. */
void _ikrar_desk_window_open_session (IkrarDeskWindow *self, IkrarId session);

/* Judges what was scanned, as the mode has it. */
void _ikrar_desk_window_scan (IkrarDeskWindow *self, const char *line);

/* Operator mode and kiosk: what the menu begins and ends, and where the program begins again. */
void _ikrar_desk_window_start_operator (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_start_kiosk (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_leave (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_follow_mode (IkrarDeskWindow *self);
void _ikrar_desk_window_begin_locked (IkrarDeskWindow *self, IkrarDeskMode mode);

/* What to do, for whoever stands at the desk; NULL for what the organiser's own people read. */
const char *_ikrar_desk_window_hint (IkrarDeskWindow *self, const IkrarDeskResult *result);

/* F11, and the choice between several screens. */
void
_ikrar_desk_window_toggle_full_screen (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_fill_screen (IkrarDeskWindow *self);
void _ikrar_desk_window_follow_screens (IkrarDeskWindow *self);

/* Windows beside the desk. */
void
_ikrar_desk_window_begin_rehearsal (GtkWidget *widget, const char *action, GVariant *parameter);
void _ikrar_desk_window_show_log (GtkWidget *widget, const char *action, GVariant *parameter);

/* In or out, as far as there is room to show it. */
void _ikrar_desk_window_show_way (IkrarDeskWindow *self);

/* Shows the panel, what stands beside it, or both. */
void _ikrar_desk_window_show_sides (IkrarDeskWindow *self);
void _ikrar_desk_window_place_camera (IkrarDeskWindow *self);

/* Follows size, state and focus of the window, and the clock. */
void _ikrar_desk_window_follow (IkrarDeskWindow *self);

G_END_DECLS
