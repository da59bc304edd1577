/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "offer.h"

#include <string.h>

static GdkContentProvider *
read_offer (const char *offer)
{
  const char *equals = strrchr (offer, '=');
  g_autofree char *type = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  g_assert_nonnull (equals);
  type = g_strndup (offer, (gsize) (equals - offer));
  g_assert_true (g_file_get_contents (equals + 1, &data, &size, NULL));
  bytes = g_bytes_new_take (data, size);
  return gdk_content_provider_new_for_bytes (type, bytes);
}

GdkContentProvider *
offer_read (int argc, char **argv)
{
  g_autofree GdkContentProvider **offers = g_new0 (GdkContentProvider *, (gsize) argc);

  for (int i = 1; i < argc; i++)
    offers[i - 1] = read_offer (argv[i]);
  return gdk_content_provider_new_union (offers, (gsize) argc - 1);
}
