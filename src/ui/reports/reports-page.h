/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_REPORTS_PAGE (ikrar_reports_page_get_type ())

/**
 * IkrarReportsPage:
 *
 * The numbers of one event, by unit, grade or kind: in words with their base, as a chart, as a
 * table and as files, all from one count.
 *
 * Actions: `page.save-workbook`, `page.save-csv`.
 */
G_DECLARE_FINAL_TYPE (IkrarReportsPage, ikrar_reports_page, IKRAR, REPORTS_PAGE, IkrarPage)

G_END_DECLS
