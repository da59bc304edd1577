/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "cli/cli.h"
#include "roster/import.h"
#include "store/event.h"

G_BEGIN_DECLS

/**
 * ikrar_cli_accept_differences:
 * @cli: a call with an open database
 * @workbook: a workbook
 * @reading: how to read it
 * @event: an event
 * @withdraw: whether those who are missing in the file are withdrawn; who attended, pledged or got
 *   a certificate never is
 * @error: return location for an error
 *
 * Compares a roster that comes again with an event, and accepts what differs.
 *
 * Returns: (transfer full) (nullable): the differences, or `NULL` with an error of
 *   [func@roster_compare]
 */
IkrarDifferences *ikrar_cli_accept_differences (IkrarCli *cli,
                                                IkrarWorkbook *workbook,
                                                const IkrarRosterOptions *reading,
                                                IkrarId event,
                                                gboolean withdraw,
                                                GError **error);

/**
 * ikrar_cli_put_differences:
 * @cli: a call
 * @differences: differences
 *
 * Writes a line for each of them.
 */
void ikrar_cli_put_differences (IkrarCli *cli, const IkrarDifferences *differences);

/**
 * ikrar_cli_put_difference_counts:
 * @cli: a call
 * @differences: differences
 *
 * Writes how many of each kind there are.
 *
 * Returns: the status of the call
 */
IkrarExit ikrar_cli_put_difference_counts (IkrarCli *cli, const IkrarDifferences *differences);

G_END_DECLS
