/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/backup.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_BACKUP_ROW (ikrar_backup_row_get_type ())

/**
 * IkrarBackupRow:
 *
 * A backup beside the database: when it was made, what for, and Restore.
 */
G_DECLARE_FINAL_TYPE (IkrarBackupRow, ikrar_backup_row, IKRAR, BACKUP_ROW, AdwActionRow)

/**
 * ikrar_backup_row_new:
 * @line: a backup
 * @zone: in which zone to show when it was made
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *ikrar_backup_row_new (const IkrarBackupLine *line, IkrarZone zone);

/**
 * ikrar_backup_row_format_time:
 * @at: a moment
 * @zone: in which zone to show it
 *
 * Returns: (transfer full): its date and time
 */
char *ikrar_backup_row_format_time (IkrarTime at, IkrarZone zone);

G_END_DECLS
