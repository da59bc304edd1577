/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/error.h"

#include "core/id.h"

/* The name of the domain is part of what callers may rely on. */
static void
test_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (IKRAR_CORE_ERROR), ==, "ikrar-core-error-quark");
}

static void
test_raised (void)
{
  g_autoptr (GError) error = NULL;
  IkrarId id;

  g_assert_false (ikrar_id_parse ("x", &id, &error));
  g_assert_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/domain", test_domain);
  g_test_add_func ("/error/raised", test_raised);
  return g_test_run ();
}
