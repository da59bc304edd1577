/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/pin-guard.h"

#include "seal/pin.h"

#define HASH_KEY "desk-pin"
#define WRONG_KEY "desk-pin-wrong"
#define WRONG_TYPE "(ux)"

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_wrong (GSettings *settings, guint wrong)
{
  g_settings_set (settings, WRONG_KEY, WRONG_TYPE, wrong, wrong > 0 ? now () : 0);
}

gboolean
ikrar_pin_guard_is_set (GSettings *settings)
{
  g_autofree char *hash = g_settings_get_string (settings, HASH_KEY);

  return *hash != '\0';
}

gboolean
ikrar_pin_guard_set (GSettings *settings, const char *pin, GError **error)
{
  g_autofree char *hash = ikrar_pin_hash (pin, error);

  if (hash == NULL)
    return FALSE;
  g_settings_set_string (settings, HASH_KEY, hash);
  set_wrong (settings, 0);
  return TRUE;
}

gboolean
ikrar_pin_guard_try (GSettings *settings, const char *pin)
{
  g_autofree char *hash = g_settings_get_string (settings, HASH_KEY);
  guint wrong;
  gint64 at;

  if (!ikrar_pin_is_usable (pin) || ikrar_pin_guard_get_wait (settings) > 0)
    return FALSE;
  if (ikrar_pin_fits (pin, hash))
    {
      set_wrong (settings, 0);
      return TRUE;
    }
  g_settings_get (settings, WRONG_KEY, WRONG_TYPE, &wrong, &at);
  set_wrong (settings, MIN (wrong, G_MAXUINT - 1) + 1);
  return FALSE;
}

/* A clock that was set back makes nobody wait longer. */
guint
ikrar_pin_guard_get_wait (GSettings *settings)
{
  guint wrong;
  gint64 at, wait;

  g_settings_get (settings, WRONG_KEY, WRONG_TYPE, &wrong, &at);
  wait = ikrar_pin_wait (wrong);
  return (guint) CLAMP (at + wait - now (), 0, wait);
}
