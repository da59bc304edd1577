/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/import.h"

G_BEGIN_DECLS

/* Takes a batch back within a change. */
gboolean _ikrar_import_undo (IkrarChange *change, IkrarId batch, GError **error);

G_END_DECLS
