/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include "cli/roster-update.h"

#include <glib/gi18n-lib.h>

static void
put_changes (JsonBuilder *out, const IkrarDifference *item)
{
  json_builder_set_member_name (out, "fields");
  json_builder_begin_array (out);
  for (guint i = 0; i < item->n_changes; i++)
    {
      const IkrarFieldChange *change = &item->changes[i];
      gboolean is_number = change->field == IKRAR_DIFFERENCE_NUMBER;
      g_autofree char *before = is_number ? ikrar_number_mask (change->before) : NULL;
      g_autofree char *after = is_number ? ikrar_number_mask (change->after) : NULL;

      json_builder_begin_object (out);
      ikrar_out_text (out, "field", ikrar_difference_field_word (change->field));
      ikrar_out_text (out, "before", is_number ? before : change->before);
      ikrar_out_text (out, "after", is_number ? after : change->after);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

/* Why somebody is withdrawn only if it is asked for. */
static void
put_holds (JsonBuilder *out, guint holds)
{
  static const char *const words[] = { "attended", "pledged", "certified" };

  json_builder_set_member_name (out, "holds");
  json_builder_begin_array (out);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((holds & (1u << i)) != 0)
      json_builder_add_string_value (out, words[i]);
  json_builder_end_array (out);
}

static void
put_difference (IkrarCli *cli, const IkrarDifference *item)
{
  g_autofree char *number = ikrar_number_mask (item->number);
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "kind", ikrar_difference_kind_word (item->kind));
  ikrar_out_text (out, "name", item->name);
  ikrar_out_text (out, "number", number);
  ikrar_out_text (out, "unit", item->unit);
  ikrar_out_int (out, "row", item->row);
  ikrar_out_id (out, "participant", item->participant);
  ikrar_out_bool (out, "accepted", item->accepted);
  put_changes (out, item);
  put_holds (out, item->holds);
  ikrar_out_row (cli, out);
}

void
ikrar_cli_put_differences (IkrarCli *cli, const IkrarDifferences *differences)
{
  for (guint i = 0; i < ikrar_differences_get_size (differences); i++)
    put_difference (cli, ikrar_differences_get (differences, i));
}

IkrarDifferences *
ikrar_cli_accept_differences (IkrarCli *cli,
                              IkrarWorkbook *workbook,
                              const IkrarRosterOptions *reading,
                              IkrarId event,
                              gboolean withdraw,
                              GError **error)
{
  IkrarProgress progress = ikrar_cli_progress (cli);
  IkrarDifferences *differences =
      ikrar_roster_compare (workbook, reading, cli->store, event, &progress, error);

  if (differences != NULL)
    ikrar_differences_accept_all (differences, IKRAR_DIFFERENCE_WITHDRAWN, withdraw);
  return differences;
}

IkrarExit
ikrar_cli_put_difference_counts (IkrarCli *cli, const IkrarDifferences *differences)
{
  JsonBuilder *out = ikrar_out_new ();

  if (cli->json)
    {
      json_builder_set_member_name (out, "summary");
      json_builder_begin_object (out);
    }
  for (guint kind = 0; kind < IKRAR_N_DIFFERENCE_KINDS; kind++)
    ikrar_out_int (out, ikrar_difference_kind_word (kind),
                   ikrar_differences_count (differences, kind, FALSE));
  ikrar_out_int (out, "unchanged", ikrar_differences_get_unchanged (differences));
  if (cli->json)
    json_builder_end_object (out);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
compare (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *sheet = NULL;
  g_auto (GStrv) mapping = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mapping, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autoptr (IkrarDifferences) differences = NULL;
  IkrarRosterOptions reading = { 0 };
  IkrarId event;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  workbook = ikrar_workbook_open (argv[1], error);
  if (workbook == NULL)
    return IKRAR_EXIT_NOTHING;
  reading.sheet = sheet;
  reading.mapping = (const char *const *) mapping;
  differences = ikrar_cli_accept_differences (cli, workbook, &reading, event, TRUE, error);
  if (differences == NULL)
    return IKRAR_EXIT_NOTHING;
  ikrar_cli_put_differences (cli, differences);
  return ikrar_cli_put_difference_counts (cli, differences);
}

static gboolean
put_batch (IkrarCli *cli, const IkrarImportBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autofree char *depends = NULL;
  JsonBuilder *out;

  if (batch->undone_at == 0)
    {
      if (!ikrar_import_list_dependents (cli->store, batch->id, &people, &later, error))
        return FALSE;
      depends = ikrar_import_describe_dependents (people, later);
    }
  out = ikrar_out_new ();
  ikrar_out_id (out, "id", batch->id);
  ikrar_out_text (out, "kind", batch->update ? "update" : "import");
  ikrar_out_text (out, "file", batch->file_name);
  ikrar_out_text (out, "sheet", batch->sheet);
  ikrar_out_time (out, "at", batch->imported_at, batch->zone);
  ikrar_out_text (out, "actor", batch->actor);
  ikrar_out_int (out, "rows", batch->rows);
  ikrar_out_int (out, "imported", batch->imported);
  ikrar_out_int (out, "changed", batch->changed);
  ikrar_out_int (out, "withdrawn", batch->withdrawn);
  ikrar_out_int (out, "refused", batch->refused);
  ikrar_out_time (out, "undone", batch->undone_at, batch->zone);
  ikrar_out_bool (out, "undoable", depends != NULL && *depends == '\0');
  ikrar_out_text (out, "depends", depends != NULL ? depends : "");
  ikrar_out_row (cli, out);
  return TRUE;
}

static IkrarExit
batches (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (IkrarEvent) known = NULL;
  IkrarId event;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  known = ikrar_event_get (cli->store, event, error);
  list = known != NULL ? ikrar_import_list (cli->store, event, error) : NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!put_batch (cli, g_ptr_array_index (list, i), error))
      return IKRAR_EXIT_NOTHING;
  return list != NULL ? IKRAR_EXIT_OK : IKRAR_EXIT_NOTHING;
}

const IkrarCommand ikrar_roster_update_commands[] = {
  { "roster compare", "FILE --event ID [--sheet N] [--map COL=FIELD]…",
    N_ ("Tell how a roster that comes again differs from the event's; nothing is written"),
    compare },
  { "roster batches", "--event ID",
    N_ ("List the imports of an event, and what depends on each of them"), batches },
  { NULL },
};
