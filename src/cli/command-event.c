/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "core/text.h"
#include "report/calendar-file.h"
#include "store/event.h"
#include "store/institution.h"

/* What can be said of an event; NULL is "not said". */
typedef struct
{
  char *title;
  char *kind;
  char *start;
  char *end;
  char *zone;
  char *place;
  char *theme;
  char *basis;
  char *organizer;
  char *mode;
  char *state;
  char *note;
  char **pledge_fields;
  int lesson_hours;
  int reported;
} EventOptions;

#define NOT_SAID (-1)

static void
event_options_clear (EventOptions *options)
{
  g_free (options->title);
  g_free (options->kind);
  g_free (options->start);
  g_free (options->end);
  g_free (options->zone);
  g_free (options->place);
  g_free (options->theme);
  g_free (options->basis);
  g_free (options->organizer);
  g_free (options->mode);
  g_free (options->state);
  g_free (options->note);
  g_strfreev (options->pledge_fields);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EventOptions, event_options_clear)

static gboolean
parse_options (EventOptions *options, int *argc, char ***argv, int arguments, GError **error)
{
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, NULL, NULL },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options->start, NULL, NULL },
    { "end", 0, 0, G_OPTION_ARG_STRING, &options->end, NULL, NULL },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &options->zone, NULL, NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options->place, NULL, NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme, NULL, NULL },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &options->basis, NULL, NULL },
    { "organizer", 0, 0, G_OPTION_ARG_STRING, &options->organizer, NULL, NULL },
    { "mode", 0, 0, G_OPTION_ARG_STRING, &options->mode, NULL, NULL },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options->state, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, NULL, NULL },
    { "pledge-field", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pledge_fields, NULL, NULL },
    { "lesson-hours", 0, 0, G_OPTION_ARG_INT, &options->lesson_hours, NULL, NULL },
    { "reported", 0, 0, G_OPTION_ARG_INT, &options->reported, NULL, NULL },
    { NULL },
  };

  options->lesson_hours = options->reported = NOT_SAID;
  return ikrar_cli_parse (argc, argv, entries, arguments, arguments, error);
}

static gboolean
set_word (IkrarVocabulary vocabulary, const char *word, int *value, GError **error)
{
  if (word != NULL)
    *value = ikrar_vocabulary_find (vocabulary, word, error);
  return *value >= 0;
}

static gboolean
set_times (IkrarEvent *event, const EventOptions *options, GError **error)
{
  if (options->zone != NULL && !ikrar_zone_parse (options->zone, &event->zone, error))
    return FALSE;
  if (options->start != NULL &&
      !ikrar_time_parse_iso (options->start, event->zone, &event->start_at, error))
    return FALSE;
  return options->end == NULL ||
         ikrar_time_parse_iso (options->end, event->zone, &event->end_at, error);
}

static gboolean
apply (IkrarEvent *event, const EventOptions *options, GError **error)
{
  int mode = event->mode;
  int state = event->state;
  g_autofree char *fields =
      options->pledge_fields != NULL ? g_strjoinv ("\n", options->pledge_fields) : NULL;

  ikrar_text_replace (&event->title, options->title);
  ikrar_text_replace (&event->kind, options->kind);
  ikrar_text_replace (&event->place, options->place);
  ikrar_text_replace (&event->theme, options->theme);
  ikrar_text_replace (&event->legal_basis, options->basis);
  ikrar_text_replace (&event->organizer, options->organizer);
  ikrar_text_replace (&event->note, options->note);
  ikrar_text_replace (&event->pledge_fields, fields);
  if (options->lesson_hours != NOT_SAID)
    event->lesson_hours = options->lesson_hours;
  if (options->reported != NOT_SAID)
    event->reported = options->reported;
  if (!set_word (IKRAR_VOCABULARY_EVENT_MODE, options->mode, &mode, error) ||
      !set_word (IKRAR_VOCABULARY_EVENT_STATE, options->state, &state, error))
    return FALSE;
  event->mode = mode;
  event->state = state;
  return set_times (event, options, error);
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
  g_auto (EventOptions) options = { 0 };
  g_autoptr (IkrarEvent) event = g_new0 (IkrarEvent, 1);
  g_autoptr (IkrarInstitution) institution = NULL;

  if (!parse_options (&options, &argc, &argv, 0, error))
    return IKRAR_EXIT_USAGE;
  if (options.title == NULL || options.start == NULL)
    {
      ikrar_cli_usage (error, _ ("An event needs --title and --start."));
      return IKRAR_EXIT_USAGE;
    }
  if (ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  institution = ikrar_institution_get (cli->store, error);
  if (institution == NULL)
    return IKRAR_EXIT_NOTHING;
  event->zone = institution->zone;
  event->kind = g_strdup ("sosialisasi");
  event->state = IKRAR_EVENT_PLANNED;
  if (!apply (event, &options, error) || !ikrar_event_save (cli->store, event, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, event->id);
}

static gboolean
open_event (IkrarCli *cli, const char *text, IkrarEvent **event, GError **error)
{
  IkrarId id;

  if (!ikrar_cli_parse_id (text, _ ("an event"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return FALSE;
  *event = ikrar_event_get (cli->store, id, error);
  return *event != NULL;
}

static IkrarExit
edit (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (EventOptions) options = { 0 };
  g_autoptr (IkrarEvent) event = NULL;

  if (!parse_options (&options, &argc, &argv, 1, error) ||
      !open_event (cli, argv[1], &event, error) || !apply (event, &options, error) ||
      !ikrar_event_save (cli->store, event, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, event->id);
}

static void
put_event (JsonBuilder *out, const IkrarEvent *event)
{
  ikrar_out_id (out, "id", event->id);
  ikrar_out_text (out, "title", event->title);
  ikrar_out_text (out, "kind", event->kind);
  ikrar_out_time (out, "start", event->start_at, event->zone);
  ikrar_out_time (out, "end", event->end_at, event->zone);
  ikrar_out_text (out, "zone", ikrar_zone_word (event->zone));
  ikrar_out_text (out, "place", event->place);
  ikrar_out_text (out, "mode", ikrar_vocabulary_word (IKRAR_VOCABULARY_EVENT_MODE, event->mode));
  ikrar_out_text (out, "state", ikrar_vocabulary_word (IKRAR_VOCABULARY_EVENT_STATE, event->state));
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (GPtrArray) lines = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  lines = ikrar_event_list (cli->store, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const IkrarEventLine *line = g_ptr_array_index (lines, i);
      JsonBuilder *out = ikrar_out_new ();

      put_event (out, line->event);
      ikrar_out_int (out, "invited", line->invited);
      ikrar_out_int (out, "present", line->present);
      ikrar_out_int (out, "pledged", line->pledged);
      ikrar_out_row (cli, out);
    }
  return IKRAR_EXIT_OK;
}

static void
put_sessions (JsonBuilder *out, GPtrArray *sessions, IkrarZone zone)
{
  json_builder_set_member_name (out, "sessions");
  json_builder_begin_array (out);
  for (guint i = 0; i < sessions->len; i++)
    {
      const IkrarEventSession *session = g_ptr_array_index (sessions, i);

      json_builder_begin_object (out);
      ikrar_out_id (out, "id", session->id);
      ikrar_out_text (out, "title", session->title);
      ikrar_out_time (out, "start", session->start_at, zone);
      ikrar_out_time (out, "end", session->end_at, zone);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
put_roles (JsonBuilder *out, GPtrArray *roles)
{
  json_builder_set_member_name (out, "roles");
  json_builder_begin_array (out);
  for (guint i = 0; i < roles->len; i++)
    {
      const IkrarEventRole *role = g_ptr_array_index (roles, i);

      json_builder_begin_object (out);
      ikrar_out_id (out, "id", role->id);
      ikrar_out_text (out, "kind", ikrar_vocabulary_word (IKRAR_VOCABULARY_ROLE_KIND, role->kind));
      ikrar_out_text (out, "name", role->name);
      ikrar_out_text (out, "acting", ikrar_acting_text (role->acting));
      ikrar_out_text (out, "position", role->position);
      ikrar_out_text (out, "institution", role->institution);
      ikrar_out_text (out, "represented_by", role->represented_by);
      ikrar_out_text (out, "represented_position", role->represented_position);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static IkrarExit
show (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !open_event (cli, argv[1], &event, error))
    return IKRAR_EXIT_NOTHING;
  sessions = ikrar_event_sessions (cli->store, event->id, error);
  if (sessions == NULL)
    return IKRAR_EXIT_NOTHING;
  roles = ikrar_event_roles (cli->store, event->id, error);
  if (roles == NULL)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  put_event (out, event);
  ikrar_out_text (out, "theme", event->theme);
  ikrar_out_text (out, "basis", event->legal_basis);
  ikrar_out_text (out, "organizer", event->organizer);
  ikrar_out_int (out, "lesson_hours", event->lesson_hours);
  ikrar_out_int (out, "reported", event->reported);
  ikrar_out_text (out, "note", event->note);
  put_sessions (out, sessions, event->zone);
  put_roles (out, roles);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
copy (IkrarCli *cli, int argc, char **argv, GError **error)
{
  gboolean participants = FALSE;
  const GOptionEntry options[] = {
    { "participants", 0, 0, G_OPTION_ARG_NONE, &participants, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  IkrarId id;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !open_event (cli, argv[1], &event, error))
    return IKRAR_EXIT_NOTHING;
  id = ikrar_event_copy (cli->store, event->id, participants, error);
  return id != 0 ? put_id (cli, id) : IKRAR_EXIT_NOTHING;
}

static IkrarExit
remove_event (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (IkrarEvent) event = NULL;
  JsonBuilder *out;
  IkrarId journal;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !open_event (cli, argv[1], &event, error))
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_event_remove (cli->store, event->id, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
add_session (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  const GOptionEntry options[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, NULL, NULL },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start, NULL, NULL },
    { "end", 0, 0, G_OPTION_ARG_STRING, &end, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  IkrarEventSession session = { 0 };

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      (title == NULL && !ikrar_cli_usage (error, _ ("A session needs --title."))) ||
      !open_event (cli, argv[1], &event, error))
    return IKRAR_EXIT_NOTHING;
  session.event_id = event->id;
  session.title = title;
  if ((start != NULL && !ikrar_time_parse_iso (start, event->zone, &session.start_at, error)) ||
      (end != NULL && !ikrar_time_parse_iso (end, event->zone, &session.end_at, error)) ||
      !ikrar_event_session_save (cli->store, &session, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, session.id);
}

static IkrarExit
add_role (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *name = NULL;
  g_autofree char *position = NULL;
  g_autofree char *institution = NULL;
  g_autofree char *represented_by = NULL;
  g_autofree char *represented_position = NULL;
  const GOptionEntry options[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "position", 0, 0, G_OPTION_ARG_STRING, &position, NULL, NULL },
    { "institution", 0, 0, G_OPTION_ARG_STRING, &institution, NULL, NULL },
    { "represented-by", 0, 0, G_OPTION_ARG_STRING, &represented_by, NULL, NULL },
    { "represented-position", 0, 0, G_OPTION_ARG_STRING, &represented_position, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  g_autofree char *rest = NULL;
  IkrarEventRole role = { 0 };
  int value = 0;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      ((kind == NULL || name == NULL) &&
       !ikrar_cli_usage (error, _ ("A role needs --kind and --name."))) ||
      !open_event (cli, argv[1], &event, error) ||
      !set_word (IKRAR_VOCABULARY_ROLE_KIND, kind, &value, error))
    return IKRAR_EXIT_NOTHING;
  role.event_id = event->id;
  role.kind = value;
  role.acting = ikrar_acting_split (position, &rest);
  role.name = name;
  role.position = rest;
  role.institution = institution;
  role.represented_by = represented_by;
  role.represented_position = represented_position;
  return ikrar_event_role_save (cli->store, &role, error) ? put_id (cli, role.id)
                                                          : IKRAR_EXIT_NOTHING;
}

static IkrarExit
write_calendar (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *file = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_check_output (cli, file, error) || !open_event (cli, argv[1], &event, error) ||
      !ikrar_calendar_file_write (cli->store, event->id, file, error))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", file);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

#define EVENT_OPTIONS                                                                            \
  "[--theme T] [--basis B] [--organizer O] [--mode luring|daring|hibrida] "                      \
  "[--state draft|planned|running|done|cancelled] [--lesson-hours N] [--reported N] [--note N] " \
  "[--pledge-field NAME=VALUE]…"

const IkrarCommand ikrar_event_commands[] = {
  { "event add",
    "--title T --kind K --start ISO --end ISO --zone WIB|WITA|WIT --place P " EVENT_OPTIONS,
    N_ ("Make an event"), add },
  { "event list", "", N_ ("List the events, newest first"), list },
  { "event show", "ID", N_ ("Show an event with its sessions and roles"), show },
  { "event edit", "ID [--title T] … as for add", N_ ("Change an event"), edit },
  { "event copy", "ID [--participants]", N_ ("Make a draft from an event"), copy },
  { "event remove", "ID", N_ ("Take an event out of the lists; can be undone"), remove_event },
  { "event session add", "ID --title T [--start ISO] [--end ISO]",
    N_ ("Add a session in which attendance is taken"), add_session },
  { "event role add",
    "ID --kind opener|speaker|moderator|pledge-reader|witness --name N [--position P] "
    "[--institution I] [--represented-by N] [--represented-position P]",
    N_ ("Say who opened, spoke, moderated, read or witnessed"), add_role },
  { "event calendar", "ID -o FILE.ics", N_ ("Write a calendar file"), write_calendar },
  { NULL },
};
