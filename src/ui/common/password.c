/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/password.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "store/address.h"

/* A login is the same one whatever encryption leads to it. */
static const SecretSchema schema = {
  "id.ikrar.Ikrar.Database",
  SECRET_SCHEMA_NONE,
  { { "login", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

static char *
name_login (const char *uri)
{
  g_autoptr (IkrarAddress) address = ikrar_address_parse (uri);

  return address != NULL ? ikrar_address_name (address) : g_strdup (uri);
}

char *
ikrar_password_look_up (const char *uri, GError **error)
{
  g_autofree char *login = name_login (uri);
  char *kept = secret_password_lookup_sync (&schema, NULL, error, "login", login, NULL);
  char *password = g_strdup (kept);

  secret_password_free (kept);
  return password;
}

gboolean
ikrar_password_keep (const char *uri, const char *password, GError **error)
{
  g_autofree char *login = name_login (uri);
  /* Translators: %s is a login such as user@server/database; shown by the keyring. */
  g_autofree char *label = g_strdup_printf (_ ("Shared database of Ikrar: %s"), login);

  return secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, password, NULL,
                                     error, "login", login, NULL);
}
