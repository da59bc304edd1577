/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/date.h"
#include "core/id.h"
#include "core/vocabulary.h"

G_BEGIN_DECLS

/**
 * IkrarTodoKind:
 * @IKRAR_TODO_INSTITUTION: papers have no letterhead yet
 * @IKRAR_TODO_ROSTER: an event that comes has no roster
 * @IKRAR_TODO_REFUSED: the last import of an event left rows out
 * @IKRAR_TODO_CERTIFICATES: an event is over and its certificates are not issued
 * @IKRAR_TODO_CLOSE: an event is over and still marked as running
 * @IKRAR_TODO_BACKUP: the last backup is older than a day
 * @IKRAR_TODO_PASSPHRASE: backups are not sealed
 *
 * What waits for somebody, the most urgent first.
 */
typedef enum
{
  IKRAR_TODO_INSTITUTION,
  IKRAR_TODO_ROSTER,
  IKRAR_TODO_REFUSED,
  IKRAR_TODO_CERTIFICATES,
  IKRAR_TODO_CLOSE,
  IKRAR_TODO_BACKUP,
  IKRAR_TODO_PASSPHRASE,
  IKRAR_N_TODO_KINDS,
} IkrarTodoKind;

/**
 * IkrarTodoEvent:
 * @title: borrowed
 * @file_name: (nullable): borrowed: file of its last import
 * @imported_at: when that was, 0 for never
 * @refused: rows of that file that were left out
 * @gives_certificates: whether the office issues certificates for events of this kind
 * @due: people who are present and have no certificate
 *
 * What has to be known of an event.
 */
typedef struct
{
  IkrarId id;
  const char *title;
  IkrarEventState state;
  IkrarZone zone;
  IkrarTime start_at;
  IkrarTime end_at;
  guint invited;
  const char *file_name;
  IkrarTime imported_at;
  guint refused;
  gboolean gives_certificates;
  guint due;
} IkrarTodoEvent;

/**
 * IkrarTodoFacts:
 * @events: (element-type IkrarTodoEvent)
 * @backup_at: when the last backup was made, 0 for never
 *
 * What to-dos are derived from.
 */
typedef struct
{
  IkrarTime now;
  gboolean has_institution;
  gboolean has_passphrase;
  IkrarTime backup_at;
  GArray *events;
} IkrarTodoFacts;

/**
 * IkrarTodo:
 * @event: index in the facts' events, for what concerns one
 */
typedef struct
{
  IkrarTodoKind kind;
  guint event;
} IkrarTodo;

/**
 * ikrar_todo_derive:
 * @facts: what is known
 *
 * Events that are long over, or far ahead, are left alone.
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarTodo): what waits, the most urgent first
 */
GArray *ikrar_todo_derive (const IkrarTodoFacts *facts);

G_END_DECLS
