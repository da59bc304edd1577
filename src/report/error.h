/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IKRAR_REPORT_ERROR (ikrar_report_error_quark ())

/**
 * IkrarReportError:
 * @IKRAR_REPORT_ERROR_EMPTY: there is nothing to put into the file; say what must be done first
 * @IKRAR_REPORT_ERROR_WRITE: the file could not be written; choose another place
 * @IKRAR_REPORT_ERROR_UNKNOWN: a layout or kind of that name does not exist; offer the list
 * @IKRAR_REPORT_ERROR_FAILED: a library refused; the message says what
 */
typedef enum
{
  IKRAR_REPORT_ERROR_EMPTY,
  IKRAR_REPORT_ERROR_WRITE,
  IKRAR_REPORT_ERROR_UNKNOWN,
  IKRAR_REPORT_ERROR_FAILED,
} IkrarReportError;

GQuark ikrar_report_error_quark (void);

G_END_DECLS
