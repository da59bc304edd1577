/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/address.h"

#include <string.h>

#include "store/fixture.h"

#define ROUNDS 2000

static void
assert_parts (const IkrarAddress *address, const char *const *parts)
{
  const char *const own[] = { address->servers, address->port,       address->database,
                              address->user,    address->encryption, address->ca_file,
                              address->rest };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_assert_cmpstr (own[i], ==, parts[i]);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *uri;
    const char *parts[7]; /* in the order of IkrarAddress */
    const char *built;    /* NULL for the same again */
  } cases[] = {
    { "postgresql://kantor@pg.contoh.go.id:5433/ikrar?sslmode=verify-full&sslrootcert=/etc/ca.pem",
      { "pg.contoh.go.id", "5433", "ikrar", "kantor", "verify-full", "/etc/ca.pem", "" },
      NULL },
    { "postgresql://pg1,pg2/ikrar", { "pg1,pg2", "", "ikrar", "", "", "", "" }, NULL },
    { "postgresql://pg1:5433,pg2:5433/ikrar",
      { "pg1,pg2", "5433", "ikrar", "", "", "", "" },
      NULL },
    { "postgresql://pg1:5433,pg2:5434/ikrar",
      { "pg1:5433,pg2:5434", "", "ikrar", "", "", "", "" },
      NULL },
    { "postgresql://k@[fd00::1]:5433,[fd00::2]:5433/ikrar",
      { "[fd00::1],[fd00::2]", "5433", "ikrar", "k", "", "", "" },
      NULL },
    { "postgresql://k@pg/ikrar?connect_timeout=9",
      { "pg", "", "ikrar", "k", "", "", "connect_timeout=9" },
      NULL },
    { "postgresql://dinas%20a%40b@pg/basis%2Fdata",
      { "pg", "", "basis/data", "dinas a@b", "", "", "" },
      NULL },
    { "postgres://k:rahasia@pg/ikrar",
      { "pg", "", "ikrar", "k", "", "", "" },
      "postgresql://k@pg/ikrar" },
    { "postgresql:///ikrar?host=/run/postgresql",
      { "/run/postgresql", "", "ikrar", "", "", "", "" },
      "postgresql://%2Frun%2Fpostgresql/ikrar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarAddress) address = ikrar_address_parse (cases[i].uri);
      g_autofree char *built = ikrar_address_build (address);

      assert_parts (address, cases[i].parts);
      g_assert_cmpstr (built, ==, cases[i].built != NULL ? cases[i].built : cases[i].uri);
    }
}

static void
test_not_to_be_read (void)
{
  static const char *const cases[] = { "postgresql://[::1", "postgresql://a/b?tidak=ada", "ikrar" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (ikrar_address_parse (cases[i]));
}

static void
fill (GRand *rand, char **part, const char *letters, int least)
{
  int length = g_rand_int_range (rand, least, 9);
  GString *text = g_string_new (NULL);

  while ((int) text->len < length)
    g_string_append_c (text, letters[g_rand_int_range (rand, 0, (int) strlen (letters))]);
  g_free (*part);
  *part = g_string_free (text, FALSE);
}

/* Whatever is entered comes back as it was. */
static void
test_round_trip (void)
{
  static const char any[] = "aZ09 @:/?#[]&=%+,;'\"\\-_.~<>";
  g_autoptr (GRand) rand = fixture_rand (11);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (IkrarAddress) address = ikrar_address_new ();
      g_autoptr (IkrarAddress) again = NULL;
      g_autofree char *built = NULL;

      fill (rand, &address->servers, "abc.09-", 1);
      fill (rand, &address->port, "123456789", 1);
      fill (rand, &address->database, any, 1);
      fill (rand, &address->user, any, 0);
      fill (rand, &address->encryption, "abc-", 0);
      fill (rand, &address->ca_file, any, 0);
      built = ikrar_address_build (address);
      again = ikrar_address_parse (built);
      g_assert_nonnull (again);
      g_assert_cmpstr (again->servers, ==, address->servers);
      g_assert_cmpstr (again->port, ==, address->port);
      g_assert_cmpstr (again->database, ==, address->database);
      g_assert_cmpstr (again->user, ==, address->user);
      g_assert_cmpstr (again->encryption, ==, address->encryption);
      g_assert_cmpstr (again->ca_file, ==, address->ca_file);
    }
}

static void
test_servers_as_typed (void)
{
  static const char *const cases[][2] = {
    { " pg1 , pg2 ", "postgresql://pg1:9,pg2:9/" },
    { "pg1;pg2:7", "postgresql://pg1:9,pg2:7/" },
    { "pg1 fd00::1", "postgresql://pg1:9,[fd00::1]:9/" },
    { "[fd00::1]:8", "postgresql://[fd00::1]:8/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarAddress) address = ikrar_address_new ();
      g_autofree char *built = NULL;

      g_free (address->servers);
      address->servers = g_strdup (cases[i][0]);
      g_free (address->port);
      address->port = g_strdup ("9");
      built = ikrar_address_build (address);
      g_assert_cmpstr (built, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/parts", test_parts);
  g_test_add_func ("/address/not-to-be-read", test_not_to_be_read);
  g_test_add_func ("/address/round-trip", test_round_trip);
  g_test_add_func ("/address/as-typed", test_servers_as_typed);
  return g_test_run ();
}
