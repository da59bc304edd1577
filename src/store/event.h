/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

#include "core/acting.h"
#include "core/vocabulary.h"

G_BEGIN_DECLS

/**
 * IkrarEvent:
 * @code: 32-bit number that pass codes carry; made by [func@event_save]
 * @kind: a word of %IKRAR_VOCABULARY_EVENT_KIND, or the office's own
 * @organizer: "" for the institution itself
 * @zone: zone of its times
 * @end_at: 0 for an open end
 * @lesson_hours: lesson hours (JP) on certificates, 0 to leave them out
 * @reported: people reported as a sum by other offices, kept apart from names
 * @pledge_text_id: the pledge text in use, 0 for the newest
 * @pledge_fields: the text's fields, `name=value` lines
 * @removed_at: when it was removed, 0 if it stands
 */
typedef struct
{
  IkrarId id;
  gint64 code;
  char *kind;
  char *title;
  char *theme;
  char *legal_basis;
  char *organizer;
  char *place;
  IkrarZone zone;
  IkrarTime start_at;
  IkrarTime end_at;
  IkrarEventMode mode;
  IkrarEventState state;
  int lesson_hours;
  int reported;
  char *note;
  IkrarId pledge_text_id;
  char *pledge_fields;
  IkrarTime removed_at;
} IkrarEvent;

/**
 * IkrarEventSession:
 *
 * A part of an event in which attendance is taken. Every event has at least one.
 */
typedef struct
{
  IkrarId id;
  IkrarId event_id;
  int position;
  char *title;
  IkrarTime start_at;
  IkrarTime end_at;
} IkrarEventSession;

/**
 * IkrarEventRole:
 * @name: who was invited to it, with titles
 * @acting: in what capacity the post is held
 * @position: the post
 * @institution: of which body
 * @grade: IkrarGrade, for signature blocks; 0 if unknown
 * @number: for signature blocks; "" if unknown
 * @represented_by: who came instead, with titles; "" if nobody
 * @represented_position: the post of who came instead
 *
 * Who opened, spoke, moderated, read the pledge or witnessed it.
 */
typedef struct
{
  IkrarId id;
  IkrarId event_id;
  IkrarRoleKind kind;
  int place;
  char *name;
  IkrarActing acting;
  char *position;
  char *institution;
  int grade;
  char *number;
  char *represented_by;
  char *represented_position;
} IkrarEventRole;

/**
 * IkrarEventLine:
 * @event: the event
 * @invited: participants who have not withdrawn
 * @present: of them present
 * @pledged: of them with a pledge in force
 *
 * A line of the event list.
 */
typedef struct
{
  IkrarEvent *event;
  guint invited;
  guint present;
  guint pledged;
} IkrarEventLine;

extern const IkrarEntity ikrar_event_entity;
extern const IkrarEntity ikrar_event_session_entity;
extern const IkrarEntity ikrar_event_role_entity;

/**
 * ikrar_event_get_end:
 * @event: an event
 *
 * Any thread.
 *
 * Returns: when it ends; where that is open, the last minute of the day it starts
 */
IkrarTime ikrar_event_get_end (const IkrarEvent *event);

/**
 * ikrar_event_last_day:
 * @event: an event
 *
 * Any thread.
 *
 * Returns: the day number of [func@time_day_number] of the event's last day
 */
guint16 ikrar_event_last_day (const IkrarEvent *event);

/**
 * ikrar_event_get:
 * @store: a store
 * @id: id of an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the event, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND`
 * (also if it was removed) or another store error
 */
IkrarEvent *ikrar_event_get (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_event_list:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarEventLine) (nullable): all events, newest first, or
 *   `NULL` with a store error
 */
GPtrArray *ikrar_event_list (IkrarStore *store, GError **error);

/**
 * ikrar_event_save:
 * @store: a store
 * @event: an event; an id of 0 makes a new one with one session, and is filled in
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_INVALID` (no title, no start, end before start),
 *   `IKRAR_STORE_ERROR_NOT_FOUND` for an id that is not there, or another store error
 */
gboolean ikrar_event_save (IkrarStore *store, IkrarEvent *event, GError **error);

/**
 * ikrar_event_remove:
 * @store: a store
 * @id: id of an event
 * @error: return location for an error
 *
 * Takes an event out of every list. Undone by [func@journal_undo]; nothing of it is deleted.
 *
 * Returns: id of the journal entry, 0 with a store error
 */
IkrarId ikrar_event_remove (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_event_copy:
 * @store: a store
 * @id: id of an event
 * @with_participants: whether the roster is copied too
 * @error: return location for an error
 *
 * Makes a draft with the same particulars, sessions and roles.
 *
 * Returns: id of the new event, 0 with a store error
 */
IkrarId
ikrar_event_copy (IkrarStore *store, IkrarId id, gboolean with_participants, GError **error);

/**
 * ikrar_event_sessions:
 * @store: a store
 * @event: id of an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarEventSession) (nullable): its sessions in order, or
 *   `NULL` with a store error
 */
GPtrArray *ikrar_event_sessions (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_event_session_save:
 * @store: a store
 * @session: a session; an id of 0 makes a new one at the end, and is filled in
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_INVALID` without a title, `IKRAR_STORE_ERROR_NOT_FOUND`
 *   for an id that is not there, or another store error
 */
gboolean ikrar_event_session_save (IkrarStore *store, IkrarEventSession *session, GError **error);

/**
 * ikrar_event_session_remove:
 * @store: a store
 * @id: id of a session
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CONFLICT` if attendance was taken in it or it is the
 *   only one, or another store error
 */
gboolean ikrar_event_session_remove (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_event_roles:
 * @store: a store
 * @event: id of an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarEventRole) (nullable): its roles in order of kind and
 *   place, or `NULL` with a store error
 */
GPtrArray *ikrar_event_roles (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_event_role_save:
 * @store: a store
 * @role: a role; an id of 0 makes a new one at the end, and is filled in
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_INVALID` without a name and position,
 *   `IKRAR_STORE_ERROR_NOT_FOUND` for an id that is not there, or another store error
 */
gboolean ikrar_event_role_save (IkrarStore *store, IkrarEventRole *role, GError **error);

/**
 * ikrar_event_role_remove:
 * @store: a store
 * @id: id of a role
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_event_role_remove (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_event_free:
 * @event: (transfer full) (nullable): an event
 */
void ikrar_event_free (IkrarEvent *event);

/**
 * ikrar_event_session_free:
 * @session: (transfer full) (nullable): a session
 */
void ikrar_event_session_free (IkrarEventSession *session);

/**
 * ikrar_event_role_free:
 * @role: (transfer full) (nullable): a role
 */
void ikrar_event_role_free (IkrarEventRole *role);

/**
 * ikrar_event_line_free:
 * @line: (transfer full) (nullable): a line
 */
void ikrar_event_line_free (IkrarEventLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarEvent, ikrar_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarEventSession, ikrar_event_session_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarEventRole, ikrar_event_role_free)

G_END_DECLS
