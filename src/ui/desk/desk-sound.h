/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

/**
 * IkrarDeskSound:
 *
 * Sounds verdicts, on a thread of its own: opening an audio device may take long, or there is none,
 * and the door does not wait for it.
 */
typedef struct _IkrarDeskSound IkrarDeskSound;

/**
 * ikrar_desk_sound_new:
 *
 * Returns: (transfer full): a sound; nothing is opened before the first verdict
 */
IkrarDeskSound *ikrar_desk_sound_new (void);

/**
 * ikrar_desk_sound_play:
 * @sound: a sound
 * @verdict: a verdict
 *
 * Sounds a verdict. One that could not be sounded yet gives way to the newest.
 */
void ikrar_desk_sound_play (IkrarDeskSound *sound, IkrarDeskVerdict verdict);

/**
 * ikrar_desk_sound_free:
 * @sound: (transfer full) (nullable): a sound
 */
void ikrar_desk_sound_free (IkrarDeskSound *sound);

G_END_DECLS
