/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarAddress:
 * @servers: names or numbers, separated by commas, each with a port of its own or not
 * @port: the port of those that have none, "" for the usual one
 * @database: name of the database
 * @user: name of the login
 * @encryption: PostgreSQL's word for it, such as `verify-full`; "" if nothing is said
 * @ca_file: file of the authority that signs the server's certificate, "" for the usual one
 * @rest: what else the address says, `name=value&…`, kept as it is
 *
 * The address of a shared database in its parts, as a person enters them. It has no password.
 */
typedef struct
{
  char *servers;
  char *port;
  char *database;
  char *user;
  char *encryption;
  char *ca_file;
  char *rest;
} IkrarAddress;

/**
 * ikrar_address_new:
 *
 * Returns: (transfer full): an address with nothing in it
 */
IkrarAddress *ikrar_address_new (void);

/**
 * ikrar_address_parse:
 * @uri: the address of a shared database
 *
 * Returns: (transfer full) (nullable): its parts, `NULL` if it cannot be read
 */
IkrarAddress *ikrar_address_parse (const char *uri);

/**
 * ikrar_address_build:
 * @address: the parts
 *
 * Returns: (transfer full): the address, `postgresql://…`
 */
char *ikrar_address_build (const IkrarAddress *address);

/**
 * ikrar_address_name:
 * @address: the parts
 *
 * Returns: (transfer full): whose login to which database it is, whatever way leads there:
 *   `user@server:port/database`
 */
char *ikrar_address_name (const IkrarAddress *address);

/**
 * ikrar_address_free:
 * @address: (transfer full) (nullable): the parts
 */
void ikrar_address_free (IkrarAddress *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarAddress, ikrar_address_free)

G_END_DECLS
