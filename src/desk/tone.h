/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

#define IKRAR_TONE_RATE 22050

/**
 * ikrar_tone_render:
 * @verdict: a verdict
 *
 * Makes the sound of a verdict: welcome one short rise (880 to 1175 Hz, 120 ms), already two equal
 * knocks, unknown two falling tones, refused one low tone (220 Hz, 350 ms). They differ by rhythm,
 * not by pitch alone, so that yes and no are told apart with closed eyes.
 *
 * Any thread.
 *
 * Returns: (transfer full): mono samples, 16 bit signed, native endian, at %IKRAR_TONE_RATE
 */
GBytes *ikrar_tone_render (IkrarDeskVerdict verdict);

G_END_DECLS
