/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A pass is held before the camera for many frames, and is one scan: a code passes once, and again
 * only when it was out of sight for two seconds. One thread at a time. */
typedef struct _IkrarCodeGate IkrarCodeGate;

#define IKRAR_CODE_GATE_US (2 * G_USEC_PER_SEC)

IkrarCodeGate *_ikrar_code_gate_new (void);
void _ikrar_code_gate_free (IkrarCodeGate *gate);

/* Whether @text, seen at @now in microseconds, counts as a scan. */
gboolean _ikrar_code_gate_pass (IkrarCodeGate *gate, const char *text, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarCodeGate, _ikrar_code_gate_free)

G_END_DECLS
