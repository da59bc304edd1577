/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/journal.h"

#include "store/fixture.h"
#include "store/institution.h"

static IkrarJournalEntry *
newest (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ikrar_journal_list (fixture->store, 0, 1, &error);

  g_assert_no_error (error);
  return g_ptr_array_steal_index (entries, 0);
}

static void
test_what_can_be_undone (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *action;
    gboolean can_undo;
  } cases[] = {
    { "event.edit", TRUE },      { "participant.withdraw", TRUE }, { "roster.import", TRUE },
    { "undo:event.edit", TRUE }, { "undo:roster.import", FALSE },  { "person.erase", FALSE },
    { "key.add", FALSE },        { "ledger.checkpoint", FALSE },   { "setting.edit", FALSE },
    { "pledge.revoke", FALSE },  { "certificate.revoke", FALSE },  { "pledge-text.add", FALSE },
    { "pledge.sign", TRUE },     { "certificate.issue", TRUE },    { "attendance.set", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarJournalEntry entry = { .action = (char *) cases[i].action };

      g_assert_cmpint (ikrar_journal_can_undo (&entry), ==, cases[i].can_undo);
      entry.undone_by = 1;
      g_assert_false (ikrar_journal_can_undo (&entry));
    }
}

static void
test_what_is_undone_is_so_no_more (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarJournalEntry) entry = NULL;
  g_autoptr (IkrarJournalEntry) after = NULL;

  fixture_add_person (fixture, "", "Wulan");
  entry = newest (fixture);
  g_assert_true (ikrar_journal_can_undo (entry));
  ikrar_journal_undo (fixture->store, entry->id, &error);
  g_assert_no_error (error);
  after = ikrar_journal_get (fixture->store, entry->id, &error);
  g_assert_no_error (error);
  g_assert_false (ikrar_journal_can_undo (after));
}

static void
test_a_setting_stays (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarJournalEntry) entry = NULL;

  g_assert_true (ikrar_setting_set (fixture->store, "x", "y", &error));
  entry = newest (fixture);
  g_assert_false (ikrar_journal_can_undo (entry));
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry->id, &error), ==, 0);
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/journal/what-can-be-undone", test_what_can_be_undone);
  fixture_test ("/store/journal/undone-is-so-no-more", test_what_is_undone_is_so_no_more);
  fixture_test ("/store/journal/a-setting-stays", test_a_setting_stays);
  return g_test_run ();
}
