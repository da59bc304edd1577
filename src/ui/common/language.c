/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

IkrarLanguage
ikrar_language_get (void)
{
  /* Translators: the code of your language, such as `id`. */
  return strcmp (C_ ("language code", "en"), "id") == 0 ? IKRAR_LANGUAGE_INDONESIAN
                                                        : IKRAR_LANGUAGE_ENGLISH;
}
