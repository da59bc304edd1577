/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_SERVER_GROUP (ikrar_server_group_get_type ())

/**
 * IkrarServerGroup:
 *
 * The fields of the address of a shared database, and its password. Emits `changed` when something
 * else is entered.
 */
G_DECLARE_FINAL_TYPE (IkrarServerGroup,
                      ikrar_server_group,
                      IKRAR,
                      SERVER_GROUP,
                      AdwPreferencesGroup)

/**
 * ikrar_server_group_show:
 * @group: a group
 * @uri: (nullable): the address to begin with, `NULL` for the usual one
 */
void ikrar_server_group_show (IkrarServerGroup *group, const char *uri);

/**
 * ikrar_server_group_dup_uri:
 * @group: a group
 *
 * Returns: (transfer full) (nullable): the address that is entered, without its password; `NULL` if
 *   something is missing
 */
char *ikrar_server_group_dup_uri (IkrarServerGroup *group);

/**
 * ikrar_server_group_dup_password:
 * @group: a group
 *
 * Returns: (transfer full) (nullable): the password that is entered, `NULL` if none is
 */
char *ikrar_server_group_dup_password (IkrarServerGroup *group);

G_END_DECLS
