/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>
#include <stdio.h>
#include <unistd.h>

/* How many KiB of the process are in memory now. */
static inline int
get_resident (void)
{
  g_autofree char *text = NULL;
  int pages = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%*d %d", &pages), ==, 1);
  return pages * (int) (sysconf (_SC_PAGESIZE) / 1024);
}
