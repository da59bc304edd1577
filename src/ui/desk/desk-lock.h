/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarDeskMode:
 * @IKRAR_DESK_MODE_OPEN: everything, for the organiser's own people
 * @IKRAR_DESK_MODE_OPERATOR: scan and search only
 * @IKRAR_DESK_MODE_KIOSK: guests scan their passes themselves
 *
 * What a check-in desk lets whoever sits at it do.
 */
typedef enum
{
  IKRAR_DESK_MODE_OPEN,
  IKRAR_DESK_MODE_OPERATOR,
  IKRAR_DESK_MODE_KIOSK,
} IkrarDeskMode;

/**
 * IkrarDeskLocked:
 * @mode: its mode; %IKRAR_DESK_MODE_OPEN if no desk is locked
 * @event: the event
 * @session: the session
 *
 * The desk that is locked on this computer.
 */
typedef struct
{
  IkrarDeskMode mode;
  IkrarId event;
  IkrarId session;
} IkrarDeskLocked;

/* While a desk is locked, only its window and dialogs over it are seen, the actions of the program
 * (such as Quit) are off, and a restart begins there. Main thread. */

/**
 * ikrar_desk_lock:
 * @window: the window of the desk, which has an application
 * @uri: where its database is
 * @locked: what is locked; not open
 *
 * Hides all other windows of the program, those that come later, too.
 */
void ikrar_desk_lock (GtkWindow *window, const char *uri, const IkrarDeskLocked *locked);

/**
 * ikrar_desk_unlock:
 * @window: the window of the desk
 *
 * Shows what was hidden, or the main window if there was none.
 */
void ikrar_desk_unlock (GtkWindow *window);

/**
 * ikrar_desk_lock_read:
 * @uri: where a database is
 * @locked: (out caller-allocates): the desk of it that is locked; without a PIN none is
 */
void ikrar_desk_lock_read (const char *uri, IkrarDeskLocked *locked);

G_END_DECLS
