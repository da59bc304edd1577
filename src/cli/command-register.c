/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "store/person-duplicates.h"
#include "store/person-merge.h"
#include "store/person-number.h"

static IkrarExit
put_entry (IkrarCli *cli, const char *key, IkrarId id, IkrarId entry)
{
  JsonBuilder *out;

  if (entry == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, key, id);
  ikrar_out_id (out, "journal", entry);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

/* "phone=other": the value of the one who goes stands. */
static gboolean
parse_take (const char *text, IkrarMergeChoice *choice, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  IkrarPersonField field;

  if (g_strv_length (parts) != 2 || !ikrar_person_field_parse (parts[0], &field) ||
      (strcmp (parts[1], "keep") != 0 && strcmp (parts[1], "other") != 0))
    return ikrar_cli_usage (error,
                            _ ("--take is FIELD=keep or FIELD=other, with name, number, grade, "
                               "position, unit, sex, phone or email."));
  choice->other[field] = strcmp (parts[1], "other") == 0;
  return TRUE;
}

static gboolean
parse_takes (char **takes, IkrarMergeChoice *choice, GError **error)
{
  for (guint i = 0; takes != NULL && takes[i] != NULL; i++)
    if (!parse_take (takes[i], choice, error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_pair (char **argv, IkrarId people[2], GError **error)
{
  return ikrar_cli_parse_id (argv[1], _ ("a person"), &people[0], error) &&
         ikrar_cli_parse_id (argv[2], _ ("a person"), &people[1], error);
}

static const char *
fate_word (IkrarMergeFate fate)
{
  static const char *const words[] = { "follows", "other-goes", "keep-goes", "both" };

  return words[fate];
}

static void
put_plan_events (JsonBuilder *out, GPtrArray *events)
{
  json_builder_set_member_name (out, "events");
  json_builder_begin_array (out);
  for (guint i = 0; i < events->len; i++)
    {
      const IkrarMergeEvent *event = g_ptr_array_index (events, i);

      json_builder_begin_object (out);
      ikrar_out_id (out, "event", event->event);
      ikrar_out_text (out, "title", event->title);
      ikrar_out_text (out, "place", fate_word (event->fate));
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
put_plan (IkrarCli *cli, const IkrarMergePlan *plan, const IkrarMergeChoice *choice)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "keep", plan->keep->person->id);
  ikrar_out_id (out, "other", plan->other->person->id);
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    {
      ikrar_out_text (out, ikrar_person_field_word (i), plan->texts[i][choice->other[i]]);
      if (choice->other[i])
        {
          g_autofree char *key = g_strconcat ("take_", ikrar_person_field_word (i), NULL);

          ikrar_out_text (out, key, "other");
        }
    }
  ikrar_out_bool (out, "possible", !plan->blocked);
  ikrar_out_bool (out, "apart", plan->apart);
  put_plan_events (out, plan->events);
  ikrar_out_record (cli, out);
}

static IkrarExit
merge_planned (IkrarCli *cli, const IkrarId people[2], char **takes, gboolean dry, GError **error)
{
  g_autoptr (IkrarMergePlan) plan =
      ikrar_person_merge_plan (cli->store, people[0], people[1], error);
  IkrarMergeChoice choice;

  if (plan == NULL)
    return IKRAR_EXIT_NOTHING;
  choice = plan->choice;
  if (!parse_takes (takes, &choice, error))
    return IKRAR_EXIT_NOTHING;
  if (dry)
    {
      put_plan (cli, plan, &choice);
      return IKRAR_EXIT_OK;
    }
  return put_entry (cli, "id", people[0],
                    ikrar_person_merge (cli->store, people[0], people[1], &choice, error));
}

static IkrarExit
merge (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) takes = NULL;
  gboolean dry = FALSE;
  const GOptionEntry options[] = {
    { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &takes, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry, NULL, NULL },
    { NULL },
  };
  IkrarMergeChoice ignored;
  IkrarId people[2];

  if (!ikrar_cli_parse (&argc, &argv, options, 2, 2, error) || !parse_pair (argv, people, error) ||
      !parse_takes (takes, &ignored, error) || ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  return merge_planned (cli, people, takes, dry, error);
}

static void
put_someone (JsonBuilder *out, IkrarStore *store, const char *key, IkrarId id)
{
  g_autoptr (IkrarPersonRecord) record = ikrar_person_record_load (store, id, 0, NULL);
  g_autofree char *name = record != NULL ? ikrar_person_display (record->person) : NULL;

  json_builder_set_member_name (out, key);
  json_builder_begin_object (out);
  ikrar_out_id (out, "id", id);
  ikrar_out_text (out, "name", name);
  ikrar_out_text (out, "number", record != NULL ? record->person->number : "");
  ikrar_out_text (out, "unit", record != NULL ? record->unit : "");
  json_builder_end_object (out);
}

static IkrarExit
duplicates (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (GArray) found = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  found = ikrar_person_duplicates (cli->store, NULL, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const IkrarDuplicate *pair = &g_array_index (found, IkrarDuplicate, i);
      JsonBuilder *out = ikrar_out_new ();

      ikrar_out_text (out, "kind", ikrar_duplicate_kind_word (pair->kind));
      put_someone (out, cli->store, "first", pair->first);
      put_someone (out, cli->store, "second", pair->second);
      ikrar_out_row (cli, out);
    }
  return IKRAR_EXIT_OK;
}

static IkrarExit
apart (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  IkrarId people[2];

  if (!ikrar_cli_parse (&argc, &argv, options, 2, 2, error) || !parse_pair (argv, people, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  return put_entry (cli, "id", people[0],
                    ikrar_person_apart (cli->store, people[0], people[1], error));
}

/* A number that is not plain is refused, as for a person's present one. */
static gboolean
parse_number (const char *text, IkrarNumber *number, GError **error)
{
  g_autofree char *reason = NULL;

  ikrar_number_parse (text, IKRAR_CELL_TEXT, 0, number);
  if (number->severity != IKRAR_SEVERITY_ERROR && *number->digits != '\0')
    return TRUE;
  reason = ikrar_reason_text (number->reasons[0], IKRAR_LANGUAGE_ENGLISH, "");
  return ikrar_cli_usage (error, *reason != '\0' ? reason : _ ("This is no number of a person."));
}

static gboolean
open_number (IkrarCli *cli,
             int argc,
             char **argv,
             IkrarId *person,
             IkrarNumber *number,
             GError **error)
{
  const GOptionEntry options[] = { { NULL } };

  return ikrar_cli_parse (&argc, &argv, options, 2, 2, error) &&
         ikrar_cli_parse_id (argv[1], _ ("a person"), person, error) &&
         parse_number (argv[2], number, error) &&
         ikrar_cli_open (cli, IKRAR_DB_OPEN, error) != NULL;
}

static IkrarExit
number_add (IkrarCli *cli, int argc, char **argv, GError **error)
{
  IkrarNumber number;
  IkrarId person;

  return open_number (cli, argc, argv, &person, &number, error)
             ? put_entry (
                   cli, "id", person,
                   ikrar_person_number_add (cli->store, person, number.digits, number.kind, error))
             : IKRAR_EXIT_NOTHING;
}

static IkrarExit
number_remove (IkrarCli *cli, int argc, char **argv, GError **error)
{
  IkrarNumber number;
  IkrarId person;

  return open_number (cli, argc, argv, &person, &number, error)
             ? put_entry (cli, "id", person,
                          ikrar_person_number_remove (cli->store, person, number.digits, error))
             : IKRAR_EXIT_NOTHING;
}

const IkrarCommand ikrar_register_commands[] = {
  { "person duplicates", "", N_ ("Propose people who may be one, the strongest reason first"),
    duplicates },
  { "person merge", "KEEP OTHER [--take FIELD=keep|other ...] [--dry-run]",
    N_ ("Make one person of two; numbers, events and certificates follow to KEEP"), merge },
  { "person apart", "ID OTHER", N_ ("Say that two people are two; they are not proposed again"),
    apart },
  { "person number add", "ID NUMBER", N_ ("Add a number that a person had before"), number_add },
  { "person number remove", "ID NUMBER", N_ ("Take away an earlier number of a person"),
    number_remove },
  { NULL },
};
