/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "roster/mapping-file.h"
#include "store/meaning.h"

/* Two mappings whose shapes begin with so many letters are told apart by more of them. */
#define SHAPE_LEAST 8

static gboolean
open_plain (IkrarCli *cli, int *argc, char ***argv, int arguments, GError **error)
{
  const GOptionEntry options[] = { { NULL } };

  return ikrar_cli_parse (argc, argv, options, arguments, arguments, error) &&
         ikrar_cli_open (cli, IKRAR_DB_OPEN, error) != NULL;
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) mappings = NULL;

  if (!open_plain (cli, &argc, &argv, 0, error))
    return IKRAR_EXIT_NOTHING;
  mappings = ikrar_mapping_list (cli->store, error);
  if (mappings == NULL)
    return IKRAR_EXIT_NOTHING;
  for (guint i = 0; i < mappings->len; i++)
    {
      const IkrarMapping *mapping = mappings->pdata[i];
      g_auto (GStrv) columns = g_strsplit (mapping->mapping, "\n", -1);
      g_autoptr (GPtrArray) texts = g_ptr_array_new ();
      JsonBuilder *out = ikrar_out_new ();

      for (guint k = 0; columns[k] != NULL; k++)
        g_ptr_array_add (texts, columns[k]);
      ikrar_out_text (out, "shape", mapping->shape);
      ikrar_out_text (out, "file", mapping->file_name);
      ikrar_out_time (out, "used_at", mapping->used_at, IKRAR_ZONE_WIB);
      ikrar_out_texts (out, "columns", texts);
      ikrar_out_row (cli, out);
    }
  return IKRAR_EXIT_OK;
}

static void
put_count (IkrarCli *cli, guint count, IkrarId journal)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_int (out, "mappings", count);
  if (journal != 0)
    ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
}

static IkrarExit
export_all (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
                                   { NULL } };
  g_autoptr (GPtrArray) mappings = NULL;

  if (!ikrar_cli_parse (&argc, &argv, entries, 0, 0, error) ||
      !ikrar_cli_check_output (cli, path, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  mappings = ikrar_mapping_list (cli->store, error);
  if (mappings == NULL || !ikrar_mapping_file_write (mappings, path, error))
    return IKRAR_EXIT_NOTHING;
  put_count (cli, mappings->len, 0);
  return IKRAR_EXIT_OK;
}

static IkrarExit
import (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) mappings = NULL;
  IkrarId journal;

  if (!open_plain (cli, &argc, &argv, 1, error))
    return IKRAR_EXIT_NOTHING;
  mappings = ikrar_mapping_file_read (argv[1], error);
  if (mappings == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_mapping_learn (cli->store, mappings, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  put_count (cli, mappings->len, journal);
  return IKRAR_EXIT_OK;
}

/* The only mapping whose shape begins like this. */
static const char *
find_shape (const GPtrArray *mappings, const char *text, GError **error)
{
  const char *found = NULL;

  for (guint i = 0; i < mappings->len; i++)
    {
      const char *shape = ((const IkrarMapping *) mappings->pdata[i])->shape;

      if (strlen (text) < SHAPE_LEAST || !g_str_has_prefix (shape, text))
        continue;
      if (found != NULL)
        break;
      found = shape;
    }
  if (found == NULL)
    g_set_error (
        error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
        _ ("No columns are remembered for the shape “%s”. “roster mapping list” shows those "
           "that are; give at least 8 letters of one."),
        text);
  return found;
}

static IkrarExit
forget (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) mappings = NULL;
  const char *shape;
  IkrarId journal;

  if (!open_plain (cli, &argc, &argv, 1, error))
    return IKRAR_EXIT_NOTHING;
  mappings = ikrar_mapping_list (cli->store, error);
  if (mappings == NULL || (shape = find_shape (mappings, argv[1], error)) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_mapping_forget (cli->store, shape, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  put_count (cli, mappings->len - 1, journal);
  return IKRAR_EXIT_OK;
}

static void
put_meaning (const char *field, const char *written, const char *meaning, gpointer user_data)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "field", field);
  ikrar_out_text (out, "written", written);
  ikrar_out_text (out, "meaning", meaning);
  ikrar_out_row (user_data, out);
}

static IkrarExit
list_meanings (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return open_plain (cli, &argc, &argv, 0, error) &&
                 ikrar_meaning_each (cli->store, put_meaning, cli, error)
             ? IKRAR_EXIT_OK
             : IKRAR_EXIT_NOTHING;
}

static IkrarExit
forget_meaning (IkrarCli *cli, int argc, char **argv, GError **error)
{
  IkrarId journal;
  JsonBuilder *out;

  if (!open_plain (cli, &argc, &argv, 2, error))
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_meaning_forget (cli->store, argv[1], argv[2], error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_mapping_commands[] = {
  { "roster mapping list", "", N_ ("List what is remembered of the columns of rosters"), list },
  { "roster mapping export", "-o FILE.json",
    N_ ("Write what is remembered of columns, for another office"), export_all },
  { "roster mapping import", "FILE.json", N_ ("Remember what another office exported"), import },
  { "roster mapping forget", "SHAPE", N_ ("Forget the columns of rosters of one shape"), forget },
  { "roster meaning list", "",
    N_ ("List what is remembered of words; those of units are their other names"), list_meanings },
  { "roster meaning forget", "FIELD WRITTEN", N_ ("Forget what a word means"), forget_meaning },
  { NULL },
};
