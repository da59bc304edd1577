/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarKeyLayout:
 * @IKRAR_KEY_LAYOUT_US: United States
 * @IKRAR_KEY_LAYOUT_UK: United Kingdom
 * @IKRAR_KEY_LAYOUT_GERMAN: German
 * @IKRAR_KEY_LAYOUT_FRENCH: French, where digits need Shift
 * @IKRAR_KEY_LAYOUT_ARABIC: Arabic
 * @IKRAR_KEY_LAYOUT_ARABIC_DIGITS: Arabic with its own digits
 * @IKRAR_KEY_LAYOUT_TURKISH: Turkish Q
 * @IKRAR_KEY_LAYOUT_DVORAK: Dvorak
 *
 * What the keys of a keyboard mean, as xkeyboard-config has it.
 */
typedef enum
{
  IKRAR_KEY_LAYOUT_US,
  IKRAR_KEY_LAYOUT_UK,
  IKRAR_KEY_LAYOUT_GERMAN,
  IKRAR_KEY_LAYOUT_FRENCH,
  IKRAR_KEY_LAYOUT_ARABIC,
  IKRAR_KEY_LAYOUT_ARABIC_DIGITS,
  IKRAR_KEY_LAYOUT_TURKISH,
  IKRAR_KEY_LAYOUT_DVORAK,
  IKRAR_N_KEY_LAYOUTS,
} IkrarKeyLayout;

/* Keys that give characters, counted by rows from the upper left as on a keyboard of 105 keys. */
#define IKRAR_N_KEYS 48
#define IKRAR_KEY_NONE (-1)

/**
 * ikrar_key_layout_name:
 * @layout: a layout
 *
 * Any thread.
 *
 * Returns: (transfer none): what it is called, in the language of the program
 */
const char *ikrar_key_layout_name (IkrarKeyLayout layout);

/**
 * ikrar_key_of_code:
 * @keycode: a key, as X11 and Wayland number keys
 *
 * Any thread.
 *
 * Returns: the key, %IKRAR_KEY_NONE if it gives no character
 */
int ikrar_key_of_code (guint keycode);

/**
 * ikrar_key_find:
 * @layout: a layout
 * @character: what was typed
 * @shift: (out): whether with Shift
 *
 * Any thread.
 *
 * Returns: the key that types @character, %IKRAR_KEY_NONE if none does
 */
int ikrar_key_find (IkrarKeyLayout layout, gunichar character, gboolean *shift);

/**
 * ikrar_key_character:
 * @layout: a layout
 * @key: a key
 * @shift: whether with Shift
 *
 * Any thread.
 *
 * Returns: what the key types, 0 for nothing that can be seen
 */
gunichar ikrar_key_character (IkrarKeyLayout layout, int key, gboolean shift);

/**
 * ikrar_key_symbol:
 * @layout: what a scanner takes the computer's layout for
 * @key: a key it pressed
 * @shift: whether with Shift
 *
 * Codes are of capital letters, digits and hyphens. A pressed Caps Lock, or a Shift that was lost,
 * changes nothing: where one of both signs of a key is of a code, it is that one.
 *
 * Any thread.
 *
 * Returns: the sign that was meant, in ASCII and upper case, `?` for a sign of no code
 */
char ikrar_key_symbol (IkrarKeyLayout layout, int key, gboolean shift);

G_END_DECLS
