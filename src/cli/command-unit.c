/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "store/unit-tree.h"

static gboolean
open_plain (IkrarCli *cli, int *argc, char ***argv, int least, int most, GError **error)
{
  const GOptionEntry options[] = { { NULL } };

  return ikrar_cli_parse (argc, argv, options, least, most, error) &&
         ikrar_cli_open (cli, IKRAR_DB_OPEN, error) != NULL;
}

static IkrarExit
put_entry (IkrarCli *cli, IkrarId unit, IkrarId entry)
{
  JsonBuilder *out;

  if (entry == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "id", unit);
  ikrar_out_id (out, "journal", entry);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static void
put_aliases (JsonBuilder *out, GPtrArray *aliases)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < aliases->len; i++)
    g_ptr_array_add (names, ((IkrarUnitAlias *) g_ptr_array_index (aliases, i))->name);
  ikrar_out_texts (out, "aliases", names);
}

static void
put_node (IkrarCli *cli, const IkrarUnitNode *node, gboolean tree)
{
  JsonBuilder *out = ikrar_out_new ();
  g_autofree char *indent = g_strnfill (tree && !cli->json ? 2 * node->depth : 0, ' ');
  g_autofree char *name = g_strconcat (indent, node->unit->name, NULL);

  ikrar_out_id (out, "id", node->unit->id);
  ikrar_out_text (out, "name", name);
  ikrar_out_id (out, "parent", node->unit->parent_id);
  ikrar_out_int (out, "depth", node->depth);
  ikrar_out_int (out, "people", node->people);
  ikrar_out_int (out, "people_below", node->people_below);
  ikrar_out_int (out, "participants", node->participants);
  put_aliases (out, node->aliases);
  ikrar_out_row (cli, out);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const IkrarUnitNode *first = *(const IkrarUnitNode *const *) a;
  const IkrarUnitNode *second = *(const IkrarUnitNode *const *) b;

  return strcmp (first->unit->key, second->unit->key);
}

static IkrarExit
list_units (IkrarCli *cli, int argc, char **argv, gboolean as_tree, GError **error)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (!open_plain (cli, &argc, &argv, 0, 0, error))
    return IKRAR_EXIT_NOTHING;
  nodes = ikrar_unit_tree_load (cli->store, error);
  if (nodes != NULL && !as_tree)
    g_ptr_array_sort (nodes, compare_keys);
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    put_node (cli, g_ptr_array_index (nodes, i), as_tree);
  return IKRAR_EXIT_OK;
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return list_units (cli, argc, argv, FALSE, error);
}

static IkrarExit
tree (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return list_units (cli, argc, argv, TRUE, error);
}

typedef IkrarId (*NameFunc) (IkrarStore *store, IkrarId unit, const char *name, GError **error);

/* A unit and a name. */
static IkrarExit
run_named (IkrarCli *cli, int argc, char **argv, NameFunc func, GError **error)
{
  IkrarId unit;

  if (!open_plain (cli, &argc, &argv, 2, 2, error) ||
      !ikrar_cli_find_unit (cli->store, argv[1], &unit, error))
    return IKRAR_EXIT_NOTHING;
  return put_entry (cli, unit, func (cli->store, unit, argv[2], error));
}

static IkrarExit
rename_unit (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return run_named (cli, argc, argv, ikrar_unit_rename, error);
}

static IkrarExit
alias_add (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return run_named (cli, argc, argv, ikrar_unit_add_alias, error);
}

static IkrarExit
alias_remove (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return run_named (cli, argc, argv, ikrar_unit_remove_alias, error);
}

typedef IkrarId (*PairFunc) (IkrarStore *store, IkrarId unit, IkrarId other, GError **error);

static IkrarExit
run_pair (IkrarCli *cli, int argc, char **argv, PairFunc func, GError **error)
{
  IkrarId unit;
  IkrarId other = 0;

  if (!open_plain (cli, &argc, &argv, 2, 2, error) ||
      !ikrar_cli_find_unit (cli->store, argv[1], &unit, error) ||
      (strcmp (argv[2], "-") != 0 && !ikrar_cli_find_unit (cli->store, argv[2], &other, error)))
    return IKRAR_EXIT_NOTHING;
  return put_entry (cli, unit, func (cli->store, unit, other, error));
}

static IkrarExit
move (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return run_pair (cli, argc, argv, ikrar_unit_move, error);
}

static IkrarExit
merge (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return run_pair (cli, argc, argv, ikrar_unit_merge, error);
}

const IkrarCommand ikrar_unit_commands[] = {
  { "unit list", "", N_ ("List units by name, with their other names and how many people"), list },
  { "unit tree", "", N_ ("List units below those that they belong to"), tree },
  { "unit rename", "UNIT NAME", N_ ("Give a unit another name; the one before becomes an alias"),
    rename_unit },
  { "unit alias add", "UNIT NAME", N_ ("Let another name mean a unit"), alias_add },
  { "unit alias remove", "UNIT NAME", N_ ("Take another name from a unit"), alias_remove },
  { "unit merge", "KEEP OTHER",
    N_ ("Make one unit of two; people, rosters and names follow to KEEP"), merge },
  { "unit move", "UNIT PARENT", N_ ("Put a unit below another one; - for none"), move },
  { NULL },
};
