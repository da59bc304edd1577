/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IKRAR_BALLAST_SIZE:
 *
 * Bytes kept free for hard times. Measured: with 16 MiB a program that ran into a full disk goes
 * on; SQLite's journal alone may hold 4 MiB that the database has no room for.
 */
#define IKRAR_BALLAST_SIZE (16 * 1024 * 1024)

/**
 * ikrar_ballast_path:
 * @database: path of a database
 *
 * Any thread.
 *
 * Returns: (transfer full): where its ballast is, `<database>.ballast`
 */
char *ikrar_ballast_path (const char *database);

/**
 * ikrar_ballast_keep:
 * @database: path of a database
 *
 * Makes the ballast, a file of %IKRAR_BALLAST_SIZE without content, unless it is there already or
 * the disk has little room: then it would make things worse. That it could not be made is no error.
 *
 * Any thread.
 */
void ikrar_ballast_keep (const char *database);

/**
 * ikrar_ballast_drop:
 * @database: path of a database
 *
 * Gives the room of the ballast back. The engine does so when it finds the disk full: the change
 * that ran into it fails and is told, the next one succeeds.
 *
 * Any thread.
 *
 * Returns: whether there was one
 */
gboolean ikrar_ballast_drop (const char *database);

G_END_DECLS
