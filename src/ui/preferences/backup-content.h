/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/**
 * IkrarBackupContent:
 * @exists: whether there is a file at all
 * @sealed: whether it needs a passphrase to be looked at
 * @problem: (nullable): why it cannot be used, as a sentence
 * @events: how many events are in it
 * @people: how many people
 * @changed_at: when it was changed last, 0 if never
 * @zone: in which zone to show that
 * @size: bytes
 *
 * What a database or a backup of one holds, as far as it can be told without a passphrase.
 */
typedef struct
{
  gboolean exists;
  gboolean sealed;
  char *problem;
  gint64 events;
  gint64 people;
  IkrarTime changed_at;
  IkrarZone zone;
  guint64 size;
} IkrarBackupContent;

/**
 * ikrar_backup_content_load:
 * @path: a database or a backup
 *
 * Looks into it without writing. Any thread.
 *
 * Returns: (transfer full): what it holds
 */
IkrarBackupContent *ikrar_backup_content_load (const char *path);

/**
 * ikrar_backup_content_describe:
 * @content: what a backup holds
 *
 * Returns: (transfer full): a line or two for people
 */
char *ikrar_backup_content_describe (const IkrarBackupContent *content);

/**
 * ikrar_backup_content_free:
 * @content: (transfer full) (nullable): what a backup holds
 */
void ikrar_backup_content_free (IkrarBackupContent *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarBackupContent, ikrar_backup_content_free)

G_END_DECLS
