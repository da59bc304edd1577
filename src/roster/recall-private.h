/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/import.h"
#include "store/mapping.h"

G_BEGIN_DECLS

/* What somebody said of the columns of a workbook like this one; NULL if nobody did, or if the
 * options say otherwise. @sheet is the one it is known by. FALSE with an error. */
gboolean _ikrar_mapping_recall (IkrarWorkbook *workbook,
                                const IkrarRosterOptions *options,
                                IkrarStore *store,
                                IkrarMapping **mapping,
                                guint *sheet,
                                GError **error);

/* Remembers for each sheet that was read what the options say of its columns. */
gboolean _ikrar_mapping_remember (IkrarChange *change,
                                  const IkrarLayout *layout,
                                  const char *const *entries,
                                  const char *file_name,
                                  GError **error);

G_END_DECLS
