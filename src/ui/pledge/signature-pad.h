/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_SIGNATURE_PAD (ikrar_signature_pad_get_type ())

/**
 * IkrarSignaturePad:
 *
 * A box to sign in with a pen, a finger or a mouse. Pressure and timing are not recorded.
 *
 * CSS nodes: `signaturepad`; its colour is the ink's.
 *
 * Signals: `changed`: a stroke was drawn or taken away.
 */
G_DECLARE_FINAL_TYPE (IkrarSignaturePad, ikrar_signature_pad, IKRAR, SIGNATURE_PAD, GtkWidget)

/**
 * ikrar_signature_pad_set_signer:
 * @pad: a pad
 * @name: who signs
 *
 * Begins a new signature.
 */
void ikrar_signature_pad_set_signer (IkrarSignaturePad *pad, const char *name);

/**
 * ikrar_signature_pad_clear:
 * @pad: a pad
 */
void ikrar_signature_pad_clear (IkrarSignaturePad *pad);

/**
 * ikrar_signature_pad_undo_stroke:
 * @pad: a pad
 */
void ikrar_signature_pad_undo_stroke (IkrarSignaturePad *pad);

/**
 * ikrar_signature_pad_count_strokes:
 * @pad: a pad
 *
 * Returns: how many strokes there are
 */
guint ikrar_signature_pad_count_strokes (IkrarSignaturePad *pad);

/**
 * ikrar_signature_pad_get_path:
 * @pad: a pad
 *
 * Returns: (transfer full): SVG path data, "" if there is no signature yet
 */
char *ikrar_signature_pad_get_path (IkrarSignaturePad *pad);

G_END_DECLS
