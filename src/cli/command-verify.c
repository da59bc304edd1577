/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "core/text.h"
#include "seal/verify.h"
#include "store/signing-key.h"

/* The key given; without one, those of the database, if there is one: it is not needed. */
static GArray *
collect_keys (IkrarCli *cli, const char *text, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (IkrarPublicKey));
  g_autoptr (GArray) lines = NULL;
  IkrarPublicKey key;

  if (text != NULL)
    {
      if (!ikrar_public_key_parse (text, &key, NULL, error))
        return NULL;
      g_array_append_val (keys, key);
      return g_steal_pointer (&keys);
    }
  if (g_file_test (cli->uri, G_FILE_TEST_EXISTS) &&
      ikrar_cli_open (cli, IKRAR_DB_READ_ONLY, NULL) != NULL)
    lines = ikrar_signing_key_list (cli->store, NULL);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_array_append_val (keys, g_array_index (lines, IkrarPublicKeyLine, i).public_key);
  return g_steal_pointer (&keys);
}

static IkrarVerification *
judge (const char *text, GArray *keys, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (text);
  const IkrarPublicKey *list = (const IkrarPublicKey *) keys->data;
  g_autofree char *clean = NULL;
  g_autofree char *code = NULL;

  if (g_file_test (text, G_FILE_TEST_EXISTS))
    return ikrar_verify_file (file, list, keys->len, NULL, error);
  clean = ikrar_text_clean (text);
  code = g_ascii_strup (clean, -1);
  return ikrar_verify_code (code, list, keys->len);
}

static IkrarExit
verify (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *key_text = NULL;
  const GOptionEntry options[] = {
    { "key", 0, 0, G_OPTION_ARG_STRING, &key_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (GArray) keys = NULL;
  g_autoptr (IkrarVerification) verdict = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error))
    return IKRAR_EXIT_USAGE;
  keys = collect_keys (cli, key_text, error);
  verdict = keys != NULL ? judge (argv[1], keys, error) : NULL;
  if (verdict == NULL)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_bool (out, "genuine", verdict->genuine);
  ikrar_out_text (out, "what", verdict->what);
  ikrar_out_texts (out, "facts", verdict->facts);
  ikrar_out_texts (out, "reasons", verdict->reasons);
  ikrar_out_record (cli, out);
  return verdict->genuine ? IKRAR_EXIT_OK : IKRAR_EXIT_REFUSED;
}

const IkrarCommand ikrar_verify_commands[] = {
  { "verify", "CODE|FILE [--key PUBLICKEY]",
    N_ ("Check a pass, certificate or ledger export; needs no database"), verify },
  { NULL },
};
