/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "core/attendance.h"
#include "core/person-name.h"
#include "core/text.h"
#include "store/institution.h"
#include "store/journal.h"
#include "store/person-record.h"
#include "store/unit.h"

#define LIST_LIMIT 1000
#define HISTORY_LIMIT 100

/* What can be said of a person; NULL is "not said". */
typedef struct
{
  char *name;
  char *number;
  char *grade;
  char *position;
  char *unit;
  char *phone;
  char *email;
} PersonOptions;

static void
person_options_clear (PersonOptions *options)
{
  g_free (options->name);
  g_free (options->number);
  g_free (options->grade);
  g_free (options->position);
  g_free (options->unit);
  g_free (options->phone);
  g_free (options->email);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PersonOptions, person_options_clear)

static gboolean
parse_options (PersonOptions *options, int *argc, char ***argv, int arguments, GError **error)
{
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options->name, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options->number, NULL, NULL },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &options->grade, NULL, NULL },
    { "position", 0, 0, G_OPTION_ARG_STRING, &options->position, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options->unit, NULL, NULL },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &options->phone, NULL, NULL },
    { "email", 0, 0, G_OPTION_ARG_STRING, &options->email, NULL, NULL },
    { NULL },
  };

  return ikrar_cli_parse (argc, argv, entries, arguments, arguments, error);
}

static void
apply_name (IkrarPerson *person, const char *written)
{
  g_autoptr (IkrarPersonName) name = NULL;

  if (written == NULL)
    return;
  name = ikrar_person_name_parse (written);
  ikrar_text_replace (&person->written, written);
  ikrar_text_replace (&person->prefix, name->prefix);
  ikrar_text_replace (&person->name, name->name);
  ikrar_text_replace (&person->suffix, name->suffix);
}

static gboolean
apply_number (IkrarPerson *person, const char *written, GError **error)
{
  IkrarNumber number;
  g_autofree char *reason = NULL;

  if (written == NULL)
    return TRUE;
  ikrar_number_parse (written, IKRAR_CELL_TEXT,
                      ikrar_time_today (ikrar_time_now (), IKRAR_ZONE_WIB), &number);
  if (number.severity == IKRAR_SEVERITY_ERROR)
    {
      reason = ikrar_reason_text (number.reasons[0], IKRAR_LANGUAGE_ENGLISH, "");
      return ikrar_cli_usage (error, reason);
    }
  ikrar_text_replace (&person->number, number.digits);
  person->number_kind = number.kind;
  return TRUE;
}

static gboolean
apply_grade (IkrarPerson *person, const char *written, GError **error)
{
  IkrarGrade grade;
  IkrarReason reason;
  g_autofree char *text = NULL;

  if (written == NULL)
    return TRUE;
  reason = ikrar_grade_parse (written, person->number_kind, &grade);
  if (grade == IKRAR_GRADE_NONE && reason != IKRAR_REASON_NONE)
    {
      text = ikrar_reason_text (reason, IKRAR_LANGUAGE_ENGLISH, written);
      return ikrar_cli_usage (error, text);
    }
  person->grade = grade;
  return TRUE;
}

/* A unit that is not known yet is made with the person. */
static gboolean
apply_unit (IkrarStore *store, IkrarPerson *person, const char *written, GError **error)
{
  g_autoptr (IkrarChange) change = NULL;

  if (written == NULL)
    return TRUE;
  if (!ikrar_unit_find (store, written, &person->unit_id, error))
    return FALSE;
  if (person->unit_id != 0)
    return TRUE;
  change = ikrar_change_begin (store, "unit.add", 0, 0, written, NULL, error);
  return change != NULL && ikrar_unit_ensure (change, written, &person->unit_id, error) &&
         ikrar_change_commit (change, error);
}

static gboolean
apply (IkrarStore *store, IkrarPerson *person, const PersonOptions *options, GError **error)
{
  apply_name (person, options->name);
  ikrar_text_replace (&person->position, options->position);
  ikrar_text_replace (&person->phone, options->phone);
  ikrar_text_replace (&person->email, options->email);
  return apply_number (person, options->number, error) &&
         apply_grade (person, options->grade, error) &&
         apply_unit (store, person, options->unit, error);
}

static void
put_person (JsonBuilder *out, const IkrarPerson *person, const char *unit)
{
  g_autofree char *name = ikrar_person_display (person);

  ikrar_out_id (out, "id", person->id);
  ikrar_out_text (out, "name", name);
  ikrar_out_text (out, "number", person->number);
  ikrar_out_text (out, "number_kind", ikrar_number_kind_word (person->number_kind));
  ikrar_out_text (out, "grade", ikrar_grade_text (person->grade));
  ikrar_out_text (out, "position", person->position);
  ikrar_out_text (out, "unit", unit);
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *search = NULL;
  int limit = LIST_LIMIT;
  const GOptionEntry options[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &search, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) lines = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  lines = ikrar_person_list (cli->store, search, MAX (limit, 1), NULL, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const IkrarPersonLine *line = g_ptr_array_index (lines, i);
      JsonBuilder *out = ikrar_out_new ();

      put_person (out, line->person, line->unit);
      ikrar_out_int (out, "events", line->events);
      ikrar_out_row (cli, out);
    }
  return IKRAR_EXIT_OK;
}

static gboolean
open_person (IkrarCli *cli, const char *text, IkrarPerson **person, GError **error)
{
  IkrarId id;

  if (!ikrar_cli_parse_id (text, _ ("a person"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return FALSE;
  *person = ikrar_person_get (cli->store, id, error);
  return *person != NULL;
}

static void
put_events (JsonBuilder *out, GPtrArray *events)
{
  json_builder_set_member_name (out, "events");
  json_builder_begin_array (out);
  for (guint i = 0; i < events->len; i++)
    {
      const IkrarPersonEvent *event = g_ptr_array_index (events, i);
      IkrarAttendance state = IKRAR_ATTENDANCE_UNRECORDED;

      ikrar_attendance_parse (event->state, &state, NULL);
      json_builder_begin_object (out);
      ikrar_out_id (out, "event", event->event_id);
      ikrar_out_id (out, "participant", event->participant_id);
      ikrar_out_text (out, "title", event->title);
      ikrar_out_time (out, "start", event->start_at, event->zone);
      ikrar_out_text (out, "status", ikrar_attendance_name (state));
      ikrar_out_text (out, "pledge", *event->pledge != '\0' ? event->pledge : "none");
      ikrar_out_text (out, "certificate", event->certificate);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
put_numbers (JsonBuilder *out, GPtrArray *numbers)
{
  json_builder_set_member_name (out, "numbers_before");
  json_builder_begin_array (out);
  for (guint i = 0; i < numbers->len; i++)
    {
      const IkrarPersonNumber *number = g_ptr_array_index (numbers, i);

      json_builder_begin_object (out);
      ikrar_out_text (out, "number", number->number);
      ikrar_out_text (out, "kind", ikrar_number_kind_word (number->number_kind));
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
put_sources (JsonBuilder *out, GPtrArray *sources, IkrarZone zone)
{
  json_builder_set_member_name (out, "sources");
  json_builder_begin_array (out);
  for (guint i = 0; i < sources->len; i++)
    {
      const IkrarPersonSource *source = g_ptr_array_index (sources, i);

      json_builder_begin_object (out);
      ikrar_out_text (out, "file", source->file_name);
      ikrar_out_text (out, "sheet", source->sheet);
      ikrar_out_int (out, "row", source->row);
      ikrar_out_id (out, "event", source->event_id);
      ikrar_out_time (out, "at", source->imported_at, zone);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
put_history (JsonBuilder *out, GPtrArray *journal, IkrarZone zone)
{
  json_builder_set_member_name (out, "history");
  json_builder_begin_array (out);
  for (guint i = 0; i < journal->len; i++)
    {
      const IkrarJournalEntry *entry = g_ptr_array_index (journal, i);

      json_builder_begin_object (out);
      ikrar_out_id (out, "id", entry->id);
      ikrar_out_time (out, "at", entry->at, zone);
      ikrar_out_text (out, "actor", entry->actor);
      ikrar_out_text (out, "action", entry->action);
      ikrar_out_id (out, "undone_by", entry->undone_by);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static IkrarPersonRecord *
open_record (IkrarCli *cli, const char *text, GError **error)
{
  IkrarId id;

  if (!ikrar_cli_parse_id (text, _ ("a person"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return NULL;
  return ikrar_person_record_load (cli->store, id, HISTORY_LIMIT, error);
}

static IkrarExit
show (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (IkrarPersonRecord) record = NULL;
  g_autoptr (IkrarInstitution) institution = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      (record = open_record (cli, argv[1], error)) == NULL ||
      (institution = ikrar_institution_get (cli->store, error)) == NULL)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  put_person (out, record->person, record->unit);
  ikrar_out_text (out, "phone", record->person->phone);
  ikrar_out_text (out, "email", record->person->email);
  ikrar_out_text (out, "written", record->person->written);
  put_numbers (out, record->numbers);
  put_events (out, record->events);
  put_sources (out, record->sources, institution->zone);
  put_history (out, record->journal, institution->zone);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
put_id (IkrarCli *cli, IkrarId id)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "id", id);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
add (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (PersonOptions) options = { 0 };
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

  if (!parse_options (&options, &argc, &argv, 0, error) ||
      (options.name == NULL && !ikrar_cli_usage (error, _ ("A person needs --name."))) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !apply (cli->store, person, &options, error) ||
      !ikrar_person_save (cli->store, person, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, person->id);
}

static IkrarExit
edit (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (PersonOptions) options = { 0 };
  g_autoptr (IkrarPerson) person = NULL;

  if (!parse_options (&options, &argc, &argv, 1, error) ||
      !open_person (cli, argv[1], &person, error) || !apply (cli->store, person, &options, error) ||
      !ikrar_person_save (cli->store, person, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, person->id);
}

static IkrarExit
erase (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarPerson) person = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      (reason == NULL && !ikrar_cli_usage (error, _ ("Say why with --reason R."))) ||
      !open_person (cli, argv[1], &person, error) ||
      !ikrar_person_erase (cli->store, person->id, reason, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, person->id);
}

#define PERSON_OPTIONS \
  "[--name N] [--number N] [--grade G] [--position P] [--unit U] [--phone P] [--email E]"

const IkrarCommand ikrar_person_commands[] = {
  { "person list", "[--search TEXT] [--limit N]", N_ ("List people of the register by name"),
    list },
  { "person show", "ID", N_ ("Show a person with earlier numbers, events, lists and changes"),
    show },
  { "person add", PERSON_OPTIONS, N_ ("Add a person to the register"), add },
  { "person edit", "ID " PERSON_OPTIONS, N_ ("Change a person"), edit },
  { "person erase", "ID --reason R",
    N_ ("Erase a person under the privacy law; proofs stay valid; cannot be undone"), erase },
  { NULL },
};
