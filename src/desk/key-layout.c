/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "config.h"

#include "desk/key-layout.h"

#include <glib/gi18n-lib.h>

/* A key that types nothing that can be seen, such as a dead accent. */
#define NOTHING "\xc2\xa0"

typedef struct
{
  const char *name;
  const char *plain; /* a character for each key */
  const char *shifted;
} Layout;

/* What xkeyboard-config 2.35 has for us, gb, de, fr, ara, ara(digits), tr and us(dvorak). */
static const Layout layouts[IKRAR_N_KEY_LAYOUTS] = {
  { N_ ("US"), "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./<",
    "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?>" },
  { N_ ("British"), "`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./\\",
    "\302\254!\"\302\243$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~ZXCVBNM<>?|" },
  { N_ ("German"),
    "\302\2401234567890\303\237\302\240qwertzuiop\303\274+asdfghjkl\303\266\303\244#yxcvbnm,.-<",
    "\302\260!\"\302\247$%&/()=?\302\240QWERTZUIOP\303\234*ASDFGHJKL\303\226\303\204'YXCVBNM;:_>" },
  { N_ ("French"),
    "\302\262&\303\251\"'(-\303\250_\303\247\303\240)=azertyuiop\302\240$qsdfghjklm\303\271*wxcvbn,;:!<",
    "~1234567890\302\260+AZERTYUIOP\302\240\302\243QSDFGHJKLM%\302\265WXCVBN?./\302\247>" },
  { N_ ("Arabic"),
    "\330\2601234567890-=\330\266\330\265\330\253\331\202\331\201\330\272\330\271\331\207\330\256\330\255\330\254\330\257\330\264\330\263\331\212\330\250\331\204\330\247\330\252\331\206\331\205\331\203\330\267\\\330\246\330\241\330\244\330\261\357\273\273\331\211\330\251\331\210\330\262\330\270|",
    "\331\221!@#$%^&*)(_+\331\216\331\213\331\217\331\214\357\273\271\330\245`\303\267\303\227\330\233<>\331\220\331\215][\357\273\267\330\243\331\200\330\214/:\"\342\200\246~\331\222}{\357\273\265\330\242',.\330\237\302\246" },
  { N_ ("Arabic with Arabic digits"),
    "\330\260\331\241\331\242\331\243\331\244\331\245\331\246\331\247\331\250\331\251\331\240-=\330\266\330\265\330\253\331\202\331\201\330\272\330\271\331\207\330\256\330\255\330\254\330\257\330\264\330\263\331\212\330\250\331\204\330\247\330\252\331\206\331\205\331\203\330\267\\\330\246\330\241\330\244\330\261\357\273\273\331\211\330\251\331\210\330\262\330\270|",
    "\331\221!@#$\331\252^&*)(_+\331\216\331\213\331\217\331\214\357\273\271\330\245`\303\267\303\227\330\233<>\331\220\331\215][\357\273\267\330\243\331\200\330\214/:\"\342\200\246~\331\222}{\357\273\265\330\242',.\330\237\302\246" },
  { N_ ("Turkish"),
    "\"1234567890*-qwertyu\304\261op\304\237\303\274asdfghjkl\305\237i,zxcvbnm\303\266\303\247.<",
    "\303\251!'^+%&/()=?_QWERTYUIOP\304\236\303\234ASDFGHJKL\305\236\304\260;ZXCVBNM\303\226\303\207:>" },
  { N_ ("Dvorak"), "`1234567890[]',.pyfgcrl/=aoeuidhtns-\\;qjkxbmwvz<",
    "~!@#$%^&*(){}\"<>PYFGCRL?+AOEUIDHTNS_|:QJKXBMWVZ>" },
};

/* The rows by the number of their first key (evdev plus 8). */
static const struct
{
  guint first;
  guint count;
} rows[] = {
  { 49, 1 }, { 10, 12 }, { 24, 12 }, { 38, 11 }, { 51, 1 }, { 52, 10 }, { 94, 1 },
};

const char *
ikrar_key_layout_name (IkrarKeyLayout layout)
{
  return _ (layouts[layout].name);
}

int
ikrar_key_of_code (guint keycode)
{
  int key = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (keycode >= rows[i].first && keycode < rows[i].first + rows[i].count)
        return key + (int) (keycode - rows[i].first);
      key += (int) rows[i].count;
    }
  return IKRAR_KEY_NONE;
}

static int
find_in (const char *row, gunichar character)
{
  for (int key = 0; *row != '\0'; row = g_utf8_next_char (row), key++)
    if (g_utf8_get_char (row) == character)
      return key;
  return IKRAR_KEY_NONE;
}

int
ikrar_key_find (IkrarKeyLayout layout, gunichar character, gboolean *shift)
{
  int plain = find_in (layouts[layout].plain, character);
  int shifted = find_in (layouts[layout].shifted, character);

  /* The key beside the left Shift often repeats what another has. */
  *shift = shifted != IKRAR_KEY_NONE && (plain == IKRAR_KEY_NONE || plain == IKRAR_N_KEYS - 1);
  if (*shift)
    return shifted;
  /* Caps Lock makes capitals of accented letters that have keys of their own. */
  return plain != IKRAR_KEY_NONE ? plain
                                 : find_in (layouts[layout].plain, g_unichar_tolower (character));
}

gunichar
ikrar_key_character (IkrarKeyLayout layout, int key, gboolean shift)
{
  const char *row = shift ? layouts[layout].shifted : layouts[layout].plain;
  gunichar character = g_utf8_get_char (g_utf8_offset_to_pointer (row, key));

  return character == g_utf8_get_char (NOTHING) ? 0 : character;
}

/* In upper case, also of the two kinds of i that Turkish has. */
static char
to_ascii (gunichar character)
{
  if (character == 0x0131 || character == 0x0130)
    return 'I';
  return character > ' ' && character < 0x7f ? g_ascii_toupper ((char) character) : '?';
}

char
ikrar_key_symbol (IkrarKeyLayout layout, int key, gboolean shift)
{
  char meant = to_ascii (ikrar_key_character (layout, key, shift));
  char other = to_ascii (ikrar_key_character (layout, key, !shift));

  if (other == '-' && meant == '_')
    return '-';
  return g_ascii_isalnum (meant) || meant == '-' || !g_ascii_isalnum (other) ? meant : other;
}
