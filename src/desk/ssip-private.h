/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A connection to Speech Dispatcher in its own protocol (SSIP): lines both ways, each answered with
 * a code. One thread. */
typedef struct _IkrarSsip IkrarSsip;

/* Connects to @address, which is what SPEECHD_ADDRESS says; NULL for where Speech Dispatcher
 * usually listens, and there it is started if it does not run. NULL with a GIOError. */
IkrarSsip *_ikrar_ssip_open (const char *address, const char *language, GError **error);

void _ikrar_ssip_free (IkrarSsip *ssip);

/* Ends what this connection says, and what waits. */
gboolean _ikrar_ssip_cancel (IkrarSsip *ssip, GError **error);

gboolean _ikrar_ssip_speak (IkrarSsip *ssip, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSsip, _ikrar_ssip_free)

G_END_DECLS
