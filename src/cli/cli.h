/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <json-glib/json-glib.h>

#include "store/store.h"

#include "core/id.h"
#include "core/progress.h"

G_BEGIN_DECLS

#define IKRAR_CLI_ERROR (ikrar_cli_error_quark ())

/**
 * IkrarCliError:
 * @IKRAR_CLI_ERROR_USAGE: the call is wrong
 * @IKRAR_CLI_ERROR_FAILED: nothing was done
 */
typedef enum
{
  IKRAR_CLI_ERROR_USAGE,
  IKRAR_CLI_ERROR_FAILED,
} IkrarCliError;

GQuark ikrar_cli_error_quark (void);

/**
 * IkrarExit:
 * @IKRAR_EXIT_OK: all done
 * @IKRAR_EXIT_REFUSED: done, but some input was refused, and is reported
 * @IKRAR_EXIT_USAGE: the call is wrong
 * @IKRAR_EXIT_NOTHING: nothing was done
 *
 * Exit status: part of the contract.
 */
typedef enum
{
  IKRAR_EXIT_OK = 0,
  IKRAR_EXIT_REFUSED = 1,
  IKRAR_EXIT_USAGE = 2,
  IKRAR_EXIT_NOTHING = 3,
} IkrarExit;

/**
 * IkrarCli:
 * @uri: the database
 * @json: whether results are JSON lines
 * @quiet: whether messages are left out
 * @store: (nullable): the database, open; see [func@cli_open]
 * @header: keys of the last row, so that a table gets one heading
 *
 * A call of the program.
 */
typedef struct
{
  char *uri;
  gboolean json;
  gboolean quiet;
  IkrarStore *store;
  char *header;
} IkrarCli;

/**
 * IkrarCommandFunc:
 * @cli: the call
 * @argc: how many arguments
 * @argv: (array length=argc): the command's own arguments, the first being its name
 * @error: return location for an error
 *
 * Returns: how it ended; with @error set, that decides
 */
typedef IkrarExit (*IkrarCommandFunc) (IkrarCli *cli, int argc, char **argv, GError **error);

/**
 * IkrarCommand:
 * @words: the words that call it, such as `event session add`
 * @arguments: what follows them
 * @summary: what it does
 * @func: does it
 */
typedef struct
{
  const char *words;
  const char *arguments;
  const char *summary;
  IkrarCommandFunc func;
} IkrarCommand;

extern const IkrarCommand ikrar_db_commands[];
extern const IkrarCommand ikrar_event_commands[];
extern const IkrarCommand ikrar_person_commands[];
extern const IkrarCommand ikrar_register_commands[];
extern const IkrarCommand ikrar_unit_commands[];
extern const IkrarCommand ikrar_roster_commands[];
extern const IkrarCommand ikrar_mapping_commands[];
extern const IkrarCommand ikrar_roster_update_commands[];
extern const IkrarCommand ikrar_participant_commands[];
extern const IkrarCommand ikrar_pass_commands[];
extern const IkrarCommand ikrar_attendance_commands[];
extern const IkrarCommand ikrar_attendance_numbers_commands[];
extern const IkrarCommand ikrar_door_commands[];
extern const IkrarCommand ikrar_attendance_match_commands[];
extern const IkrarCommand ikrar_pledge_commands[];
extern const IkrarCommand ikrar_certificate_commands[];
extern const IkrarCommand ikrar_report_commands[];
extern const IkrarCommand ikrar_ledger_commands[];
extern const IkrarCommand ikrar_verify_commands[];
extern const IkrarCommand ikrar_journal_commands[];
extern const IkrarCommand ikrar_institution_commands[];
extern const IkrarCommand ikrar_exchange_commands[];

/**
 * ikrar_cli_run:
 * @argc: how many arguments
 * @argv: (array length=argc): the arguments of the program
 *
 * Runs a call.
 *
 * Returns: the exit status
 */
int ikrar_cli_run (int argc, char **argv);

/**
 * ikrar_cli_open:
 * @cli: a call
 * @mode: how to open the database
 * @error: return location for an error
 *
 * Opens the call's database into @store. A damaged one is named together with its newest good
 * backup.
 *
 * Returns: (transfer none) (nullable): the store, or `NULL` with a store error
 */
IkrarStore *ikrar_cli_open (IkrarCli *cli, IkrarDbMode mode, GError **error);

/**
 * ikrar_cli_parse:
 * @argc: (inout): how many arguments
 * @argv: (inout): the arguments; options are taken out
 * @entries: the command's options
 * @least: how many arguments must remain
 * @most: how many may remain
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_CLI_ERROR_USAGE`
 */
gboolean ikrar_cli_parse (int *argc,
                          char ***argv,
                          const GOptionEntry *entries,
                          int least,
                          int most,
                          GError **error);

/**
 * ikrar_cli_parse_id:
 * @text: (nullable): an id
 * @what: what it is the id of, for the message
 * @id: (out): the id
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_CLI_ERROR_USAGE` if it is missing or no id
 */
gboolean ikrar_cli_parse_id (const char *text, const char *what, IkrarId *id, GError **error);

/**
 * ikrar_cli_find_unit:
 * @store: a store
 * @text: (nullable): a unit's id or name
 * @id: (out): the unit, 0 if @text is `NULL`
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_CLI_ERROR_FAILED` if there is no such unit, or a store error
 */
gboolean ikrar_cli_find_unit (IkrarStore *store, const char *text, IkrarId *id, GError **error);

/**
 * ikrar_cli_check_participant:
 * @cli: a call with an open database
 * @event: an event
 * @participant: a participant
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_CLI_ERROR_FAILED` if the participant is of another event, or a store
 *   error
 */
gboolean
ikrar_cli_check_participant (IkrarCli *cli, IkrarId event, IkrarId participant, GError **error);

/**
 * ikrar_cli_usage:
 * @error: return location for an error
 * @message: what is wrong with the call
 *
 * Sets `IKRAR_CLI_ERROR_USAGE`.
 *
 * Returns: `FALSE`
 */
gboolean ikrar_cli_usage (GError **error, const char *message);

/**
 * ikrar_cli_check_output:
 * @cli: a call
 * @path: (nullable): where the call says that a file is to be written
 * @error: return location for an error
 *
 * Looks before anything is done whether a file can be written there, and whether it is none of the
 * database's own files.
 *
 * Returns: `FALSE` with `IKRAR_CLI_ERROR_USAGE` if there is no path, or `IKRAR_CLI_ERROR_FAILED`
 */
gboolean ikrar_cli_check_output (IkrarCli *cli, const char *path, GError **error);

/**
 * ikrar_cli_tell:
 * @cli: a call
 * @message: a message for people, on stderr
 */
void ikrar_cli_tell (IkrarCli *cli, const char *message);

/**
 * ikrar_cli_progress:
 * @cli: a call
 *
 * Returns: a watcher that shows progress on a terminal
 */
IkrarProgress ikrar_cli_progress (IkrarCli *cli);

/**
 * ikrar_out_new:
 *
 * Begins a result.
 *
 * Returns: (transfer full): a builder within its object
 */
JsonBuilder *ikrar_out_new (void);

/**
 * ikrar_out_text:
 * @out: a result
 * @key: a key
 * @value: (nullable): a value; `NULL` counts as ""
 */
void ikrar_out_text (JsonBuilder *out, const char *key, const char *value);

/**
 * ikrar_out_int:
 * @out: a result
 * @key: a key
 * @value: a value
 */
void ikrar_out_int (JsonBuilder *out, const char *key, gint64 value);

/**
 * ikrar_out_bool:
 * @out: a result
 * @key: a key
 * @value: a value
 */
void ikrar_out_bool (JsonBuilder *out, const char *key, gboolean value);

/**
 * ikrar_out_id:
 * @out: a result
 * @key: a key
 * @id: an id, written as text; 0 as ""
 */
void ikrar_out_id (JsonBuilder *out, const char *key, IkrarId id);

/**
 * ikrar_out_time:
 * @out: a result
 * @key: a key
 * @time: a moment, written as ISO 8601; 0 as ""
 * @zone: its zone
 */
void ikrar_out_time (JsonBuilder *out, const char *key, IkrarTime time, IkrarZone zone);

/**
 * ikrar_out_texts:
 * @out: a result
 * @key: a key
 * @values: (element-type utf8): a list of texts
 */
void ikrar_out_texts (JsonBuilder *out, const char *key, GPtrArray *values);

/**
 * ikrar_out_row:
 * @cli: a call
 * @out: (transfer full): a result
 *
 * Writes a line of a list: a JSON line, or for people the values apart by tabs under a heading.
 */
void ikrar_out_row (IkrarCli *cli, JsonBuilder *out);

/**
 * ikrar_out_record:
 * @cli: a call
 * @out: (transfer full): a result
 *
 * Writes a single result: a JSON line, or for people a line for each key.
 */
void ikrar_out_record (IkrarCli *cli, JsonBuilder *out);

/**
 * ikrar_out_key:
 * @cli: a call with an open database
 * @event: an event for its pass key, 0 for the institution's key
 * @error: return location for an error
 *
 * Writes the public key that others verify with, as `verify --key` takes it.
 *
 * Returns: the status of the call
 */
IkrarExit ikrar_out_key (IkrarCli *cli, IkrarId event, GError **error);

G_END_DECLS
