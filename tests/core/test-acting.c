/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/acting.h"

#include "core/text.h"
#include "support.h"

static const struct
{
  const char *position;
  IkrarActing acting;
  const char *rest;
} cases[] = {
  { "Plt. Kepala BKPSDM", IKRAR_ACTING_PLT, "Kepala BKPSDM" },
  { "PLT. Kepala BKPSDM", IKRAR_ACTING_PLT, "Kepala BKPSDM" },
  { "Plt Sekretaris", IKRAR_ACTING_PLT, "Sekretaris" },
  { "Plt.Sekretaris", IKRAR_ACTING_PLT, "Sekretaris" },
  { "plt.. Camat", IKRAR_ACTING_PLT, "Camat" },
  { "Plt.\302\240Camat", IKRAR_ACTING_PLT, "Camat" },
  { "Pelaksana Tugas Kepala Dinas", IKRAR_ACTING_PLT, "Kepala Dinas" },
  { "Plh. Sekda", IKRAR_ACTING_PLH, "Sekda" },
  { "Pelaksana Harian Sekda", IKRAR_ACTING_PLH, "Sekda" },
  { "Pj. Wali Kota", IKRAR_ACTING_PJ, "Wali Kota" },
  { "PJ WALI KOTA", IKRAR_ACTING_PJ, "WALI KOTA" },
  { "Penjabat Bupati", IKRAR_ACTING_PJ, "Bupati" },
  { "Pjs. Bupati", IKRAR_ACTING_PJS, "Bupati" },
  { "Penjabat Sementara Bupati", IKRAR_ACTING_PJS, "Bupati" },
  { "  Pjs.   Bupati  ", IKRAR_ACTING_PJS, "Bupati" },
  { "Plt.", IKRAR_ACTING_PLT, "" },
  { "Kepala BKPSDM", IKRAR_ACTING_NONE, "Kepala BKPSDM" },
  { "Pelaksana", IKRAR_ACTING_NONE, "Pelaksana" },
  { "Pjok", IKRAR_ACTING_NONE, "Pjok" },
  { "Guru PJOK", IKRAR_ACTING_NONE, "Guru PJOK" },
  { "", IKRAR_ACTING_NONE, "" },
  { NULL, IKRAR_ACTING_NONE, "" },
};

static void
test_split (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rest = NULL;

      g_assert_cmpint (ikrar_acting_split (cases[i].position, &rest), ==, cases[i].acting);
      g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

static void
test_join (void)
{
  static const struct
  {
    IkrarActing acting;
    const char *position;
    const char *joined;
  } joins[] = {
    { IKRAR_ACTING_NONE, "Camat", "Camat" },
    { IKRAR_ACTING_PLT, "Camat", "Plt. Camat" },
    { IKRAR_ACTING_PLH, "Camat", "Plh. Camat" },
    { IKRAR_ACTING_PJ, "Bupati", "Pj. Bupati" },
    { IKRAR_ACTING_PJS, "Bupati", "Pjs. Bupati" },
    { IKRAR_ACTING_PLT, NULL, "Plt." },
    { IKRAR_ACTING_PLT, "", "Plt." },
    { IKRAR_ACTING_NONE, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      g_autofree char *joined = ikrar_acting_join (joins[i].acting, joins[i].position);

      g_assert_cmpstr (joined, ==, joins[i].joined);
    }
}

/* What is joined comes apart again. */
static void
test_round_trip (void)
{
  for (IkrarActing acting = IKRAR_ACTING_NONE; acting <= IKRAR_ACTING_PJS; acting++)
    {
      g_autofree char *joined = ikrar_acting_join (acting, "Kepala Dinas");
      g_autofree char *rest = NULL;

      g_assert_cmpint (ikrar_acting_split (joined, &rest), ==, acting);
      g_assert_cmpstr (rest, ==, "Kepala Dinas");
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *bytes = random_bytes (rand, 24);
      g_autofree char *clean = ikrar_text_clean (bytes);
      g_autofree char *rest = NULL;

      ikrar_acting_split (bytes, &rest);
      g_assert_true (g_str_has_suffix (clean, rest));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acting/split", test_split);
  g_test_add_func ("/acting/join", test_join);
  g_test_add_func ("/acting/round-trip", test_round_trip);
  g_test_add_func ("/acting/random", test_random);
  return g_test_run ();
}
