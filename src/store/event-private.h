/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"

G_BEGIN_DECLS

/* 32 random bits that no other event has: pass codes carry them in place of the id. */
gboolean _ikrar_event_make_code (IkrarChange *change, gint64 *code, GError **error);

/* An event without a session could not take attendance. */
gboolean _ikrar_event_check_has_session (IkrarDb *db, IkrarId event, GError **error);
/* What every event has that has none of its own; not saved yet. */
IkrarEventSession *_ikrar_event_first_session (const IkrarEvent *event);

/* Refuse what must not be saved. */
gboolean _ikrar_event_check (const IkrarEvent *event, GError **error);
gboolean _ikrar_event_session_check (const IkrarEventSession *session, GError **error);
gboolean _ikrar_event_role_check (const IkrarEventRole *role, GError **error);

G_END_DECLS
