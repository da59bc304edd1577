/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/error.h"

G_DEFINE_QUARK (ikrar - report - error - quark, ikrar_report_error)
