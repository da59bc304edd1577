/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/certificate.h"

G_BEGIN_DECLS

/* Revokes the certificates of a journal entry that are in force. Their numbers stay used. */
gboolean _ikrar_certificate_undo (IkrarChange *change, IkrarId journal, GError **error);

G_END_DECLS
