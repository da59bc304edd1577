/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "cli/cli.h"
#include "roster/import.h"

G_BEGIN_DECLS

/**
 * IkrarRosterCall:
 * @path: the roster
 * @event: the event, 0 if none was given
 * @rejects: (nullable): where the refused rows go
 * @dry_run: whether an import only says what it would do
 * @update: whether a list that comes again is compared and applied
 * @withdraw: whether an update withdraws who is missing
 * @options: how the roster is read; its texts and fixes belong to the call
 *
 * What `roster check` and `roster import` were told.
 */
typedef struct
{
  const char *path;
  IkrarId event;
  char *rejects;
  gboolean dry_run;
  gboolean update;
  gboolean withdraw;
  gboolean strange;
  IkrarRosterOptions options;

  char *event_text;
  char *sheet;
  char **mapping;
  char **fix;
  char **skip;
  char **meaning;
  IkrarRosterFixes *fixes;
} IkrarRosterCall;

/**
 * ikrar_roster_call_parse:
 * @cli: a call
 * @call: (out caller-allocates): what it says; clear it in any case
 * @argc: how many arguments
 * @argv: (array length=argc): the command's arguments
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_CLI_ERROR`
 */
gboolean ikrar_roster_call_parse (IkrarCli *cli,
                                  IkrarRosterCall *call,
                                  int argc,
                                  char **argv,
                                  GError **error);

/**
 * ikrar_roster_call_correct:
 * @call: a call
 * @workbook: its workbook
 * @error: return location for an error
 *
 * Reads what is to be corrected, now that the sheets are known.
 *
 * Returns: `FALSE` with `IKRAR_CLI_ERROR_USAGE` or `IKRAR_ROSTER_ERROR`
 */
gboolean ikrar_roster_call_correct (IkrarRosterCall *call, IkrarWorkbook *workbook, GError **error);

/**
 * ikrar_roster_call_clear:
 * @call: a call
 */
void ikrar_roster_call_clear (IkrarRosterCall *call);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarRosterCall, ikrar_roster_call_clear)

/**
 * IkrarRosterListing:
 * @cli: the call of the program
 * @workbook: the workbook whose rows are listed
 * @before: an id made before an import; who is younger came with it and is no candidate
 *
 * Where the lines of a check or an import go.
 */
typedef struct
{
  IkrarCli *cli;
  IkrarWorkbook *workbook;
  IkrarId before;
} IkrarRosterListing;

/**
 * ikrar_roster_listing_put_row:
 * @row: a row
 * @listing: a %IkrarRosterListing
 *
 * Writes what became of a row: an [callback@RosterRowFunc].
 */
void ikrar_roster_listing_put_row (const IkrarRosterRow *row, gpointer listing);

/**
 * ikrar_roster_listing_put_summary:
 * @listing: a listing
 * @call: the call
 * @result: what was found
 *
 * Returns: the status of the call
 */
IkrarExit ikrar_roster_listing_put_summary (const IkrarRosterListing *listing,
                                            const IkrarRosterCall *call,
                                            const IkrarRosterResult *result);

G_END_DECLS
