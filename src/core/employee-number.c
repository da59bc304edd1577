/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/employee-number.h"

#include <string.h>

static const struct
{
  const char *word;
  const char *label;
} kinds[] = {
  [IKRAR_NUMBER_NONE] = { "none", "" },
  [IKRAR_NUMBER_NIP] = { "nip", "NIP" },
  [IKRAR_NUMBER_NI_PPPK] = { "ni-pppk", "NI PPPK" },
  [IKRAR_NUMBER_NIK] = { "nik", "NIK" },
  [IKRAR_NUMBER_NUPTK] = { "nuptk", "NUPTK" },
  [IKRAR_NUMBER_OLD_NIP] = { "old-nip", "NIP" },
  [IKRAR_NUMBER_NRP] = { "nrp", "NRP" },
  [IKRAR_NUMBER_NRK] = { "nrk", "NRK" },
  [IKRAR_NUMBER_UNKNOWN] = { "unknown", "Nomor" },
};

const char *
ikrar_number_kind_word (IkrarNumberKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), "unknown");

  return kinds[kind].word;
}

IkrarNumberKind
ikrar_number_kind_from_word (const char *word)
{
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (word, kinds[i].word) == 0)
      return (IkrarNumberKind) i;

  return IKRAR_NUMBER_UNKNOWN;
}

const char *
ikrar_number_label (IkrarNumberKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), "");

  return kinds[kind].label;
}

char *
ikrar_number_format (const char *digits)
{
  g_return_val_if_fail (digits != NULL, NULL);

  if (strlen (digits) != 18)
    return g_strdup (digits);

  return g_strdup_printf ("%.8s %.6s %.1s %.3s", digits, digits + 8, digits + 14, digits + 15);
}

char *
ikrar_number_mask (const char *digits)
{
  gsize length;
  GString *mask;

  g_return_val_if_fail (digits != NULL, NULL);

  length = strlen (digits);
  mask = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    if (i + 4 < length)
      g_string_append (mask, "•");
    else
      g_string_append_c (mask, digits[i]);

  return g_string_free (mask, FALSE);
}
