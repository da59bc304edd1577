/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarSpeech:
 *
 * Speaks through Speech Dispatcher, in a thread of its own: nobody waits for a voice. Where there
 * is none, nothing is spoken.
 */
typedef struct _IkrarSpeech IkrarSpeech;

/**
 * ikrar_speech_new:
 * @language: code of the language that is spoken, such as `id`
 *
 * Returns: (transfer full): a voice
 */
IkrarSpeech *ikrar_speech_new (const char *language);

/**
 * ikrar_speech_free:
 * @speech: (transfer full) (nullable): a voice; it falls silent, and its thread ends by itself
 */
void ikrar_speech_free (IkrarSpeech *speech);

/**
 * ikrar_speech_say:
 * @speech: a voice
 * @text: what it says, at once: what it was saying, or was going to say, is dropped
 *
 * Any thread.
 */
void ikrar_speech_say (IkrarSpeech *speech, const char *text);

G_END_DECLS
