/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/appearance.h"

#include <adwaita.h>

/* As the setting counts them. */
static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                          ADW_COLOR_SCHEME_FORCE_DARK };

static void
on_changed (GSettings *settings)
{
  int scheme = g_settings_get_enum (settings, "appearance");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme]);
}

void
ikrar_appearance_follow (GSettings *settings)
{
  g_signal_connect (settings, "changed::appearance", G_CALLBACK (on_changed), NULL);
  on_changed (settings);
}
