/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IKRAR_ROSTER_ERROR (ikrar_roster_error_quark ())

/**
 * IkrarRosterError:
 * @IKRAR_ROSTER_ERROR_UNREADABLE: the file is not there or may not be read; choose it again
 * @IKRAR_ROSTER_ERROR_NOT_SPREADSHEET: the file is something else; ask for the spreadsheet
 * @IKRAR_ROSTER_ERROR_FORMAT: a spreadsheet of a kind that is not read; save it as .xlsx
 * @IKRAR_ROSTER_ERROR_ENCRYPTED: the file has a password; remove it
 * @IKRAR_ROSTER_ERROR_DAMAGED: the file is cut short or broken; ask for it again
 * @IKRAR_ROSTER_ERROR_TOO_LARGE: a limit that no roster reaches is passed; the message names it
 * @IKRAR_ROSTER_ERROR_NO_SHEET: there is no such sheet, or none to read; choose another
 * @IKRAR_ROSTER_ERROR_NO_HEADER: no column of names was found; say which column holds them
 * @IKRAR_ROSTER_ERROR_COLUMN: a mapping names a column or a field that does not exist
 *
 * What a caller can do about a roster file that is refused.
 */
typedef enum
{
  IKRAR_ROSTER_ERROR_UNREADABLE,
  IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
  IKRAR_ROSTER_ERROR_FORMAT,
  IKRAR_ROSTER_ERROR_ENCRYPTED,
  IKRAR_ROSTER_ERROR_DAMAGED,
  IKRAR_ROSTER_ERROR_TOO_LARGE,
  IKRAR_ROSTER_ERROR_NO_SHEET,
  IKRAR_ROSTER_ERROR_NO_HEADER,
  IKRAR_ROSTER_ERROR_COLUMN,
} IkrarRosterError;

GQuark ikrar_roster_error_quark (void);

G_END_DECLS
