/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * ikrar_help_print:
 * @groups: (array length=n_groups): all commands
 * @n_groups: how many groups
 *
 * Writes the commands and what they do to standard output.
 */
void ikrar_help_print (const IkrarCommand *const *groups, guint n_groups);

/**
 * ikrar_help_print_manual:
 * @groups: (array length=n_groups): all commands
 * @n_groups: how many groups
 *
 * Writes the manual page, in the man macros of troff, to standard output. The build makes
 * `ikrarctl.1` of it, so that page and program cannot differ.
 */
void ikrar_help_print_manual (const IkrarCommand *const *groups, guint n_groups);

G_END_DECLS
