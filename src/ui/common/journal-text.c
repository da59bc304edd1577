/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/journal-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNDO_PREFIX "undo:"

/* What each action of the journal is to people. @about has the entry's detail for %s, where that
 * says more than the list it stands in. */
static const struct
{
  const char *action;
  const char *done;
  const char *about;
  const char *undone;
} sentences[] = {
  { "event.add", N_ ("Event created"), NULL, N_ ("Event taken back") },
  { "event.edit", N_ ("Event edited"), NULL, N_ ("Editing of the event undone") },
  { "event.copy", N_ ("Event copied from another one"), NULL, N_ ("Copied event taken back") },
  { "event.remove", N_ ("Event removed"), NULL, N_ ("Event brought back") },
  { "session.add", N_ ("Session added"), N_ ("Session added: %s"), N_ ("Added session undone") },
  { "session.edit", N_ ("Session changed"), N_ ("Session changed: %s"),
    N_ ("Change of a session undone") },
  { "session.remove", N_ ("Session removed"), NULL, N_ ("Removed session brought back") },
  { "session.close", N_ ("Session closed"), N_ ("Session closed: %s"),
    N_ ("Closed session opened again") },
  { "session.reopen", N_ ("Session opened again"), N_ ("Session opened again: %s"),
    N_ ("Session closed anew") },
  { "role.add", N_ ("Role added"), N_ ("Role added: %s"), N_ ("Added role undone") },
  { "role.edit", N_ ("Role changed"), N_ ("Role changed: %s"), N_ ("Change of a role undone") },
  { "role.remove", N_ ("Role removed"), NULL, N_ ("Removed role brought back") },
  { "roster.import", N_ ("Roster imported"), N_ ("Roster imported: %s"),
    N_ ("Import of a roster undone") },
  { "roster.update", N_ ("Roster updated"), N_ ("Roster updated: %s"),
    N_ ("Update of a roster undone") },
  { "participant.add", N_ ("Participant added"), N_ ("Participant added: %s"),
    N_ ("Added participant undone") },
  { "participant.edit", N_ ("Participant edited"), NULL, N_ ("Editing of a participant undone") },
  { "participant.withdraw", N_ ("Participants withdrawn"), NULL, N_ ("Withdrawal undone") },
  { "participant.invite", N_ ("Participants invited again"), NULL,
    N_ ("Repeated invitation undone") },
  { "pass.revoke", N_ ("Pass revoked"), NULL, N_ ("Revocation of a pass undone") },
  { "attendance.check-in", N_ ("Checked in"), N_ ("Checked in: %s"), N_ ("Check-in undone") },
  { "attendance.out", N_ ("Left"), N_ ("Left: %s"), N_ ("Leaving undone") },
  { "attendance.set", N_ ("Attendance set by hand"), NULL, N_ ("Attendance set back") },
  { "rule.set", N_ ("Rules of the event set"), NULL, N_ ("Rules of the event set back") },
  { "attendance.sheet", N_ ("Attendance typed in from a sheet"), NULL,
    N_ ("Attendance of a sheet taken back") },
  { "attendance.file", N_ ("Attendance taken from a file"), N_ ("Attendance taken from a file: %s"),
    N_ ("Attendance of a file taken back") },
  { "pledge.recite", N_ ("Pledge recited"), NULL, N_ ("Recital of the pledge taken back") },
  { "pledge.sign", N_ ("Pledge signed"), NULL, N_ ("Signed pledge taken back") },
  { "pledge.revoke", N_ ("Pledge revoked"), NULL, N_ ("Revocation of a pledge undone") },
  { "pledge-text.add", N_ ("Pledge text added"), N_ ("Pledge text added: %s"),
    N_ ("Added pledge text undone") },
  { "certificate.issue", N_ ("Certificates issued"), NULL, N_ ("Issued certificates revoked") },
  { "certificate.revoke", N_ ("Certificate revoked"), NULL,
    N_ ("Revocation of a certificate undone") },
  { "exception.set", N_ ("Exception for a certificate made"),
    N_ ("Exception for a certificate made: %s"), N_ ("Exception for a certificate undone") },
  { "exception.remove", N_ ("Exception for a certificate removed"), NULL,
    N_ ("Removed exception brought back") },
  { "person.add", N_ ("Person added"), NULL, N_ ("Added person undone") },
  { "person.edit", N_ ("Person edited"), NULL, N_ ("Editing of the person undone") },
  { "person.merge", N_ ("People merged"), NULL, N_ ("Merging of people undone") },
  { "person.apart", N_ ("Noted as two people"), NULL, N_ ("Note of two people taken back") },
  { "person.number-add", N_ ("Earlier number added"), NULL,
    N_ ("Added earlier number taken back") },
  { "person.number-remove", N_ ("Earlier number removed"), NULL,
    N_ ("Removed earlier number brought back") },
  { "unit.add", N_ ("Unit added"), N_ ("Unit added: %s"), N_ ("Added unit undone") },
  { "unit.rename", N_ ("Unit renamed"), N_ ("Unit renamed: %s"), N_ ("Renaming of a unit undone") },
  { "unit.alias-add", N_ ("Other name of a unit added"), N_ ("Other name of a unit added: %s"),
    N_ ("Other name of a unit taken back") },
  { "unit.alias-remove", N_ ("Other name of a unit removed"),
    N_ ("Other name of a unit removed: %s"), N_ ("Other name of a unit brought back") },
  { "unit.move", N_ ("Unit moved"), N_ ("Unit moved: %s"), N_ ("Moving of a unit undone") },
  { "unit.merge", N_ ("Units merged"), N_ ("Units merged: %s"), N_ ("Merging of units undone") },
  { "person.erase", N_ ("Person erased"), N_ ("Person erased: %s"), N_ ("Erasure undone") },
  { "institution.edit", N_ ("Institution edited"), NULL, N_ ("Editing of the institution undone") },
  { "institution.logo", N_ ("Coat of arms changed"), NULL,
    N_ ("Change of the coat of arms undone") },
  { "signatory.edit", N_ ("Signatory edited"), N_ ("Signatory edited: %s"),
    N_ ("Editing of a signatory undone") },
  { "number-series.edit", N_ ("Numbering changed"), N_ ("Numbering changed: %s"),
    N_ ("Change of the numbering undone") },
  { "setting.edit", N_ ("Setting changed"), NULL, N_ ("Change of a setting undone") },
  { "key.add", N_ ("Signing key made"), NULL, N_ ("Signing key taken back") },
  { "exchange.add", N_ ("Event taken in"), N_ ("Event taken in: %s"),
    N_ ("Event that was taken in removed") },
  { "exchange.import", N_ ("Exchanged with another database"),
    N_ ("Exchanged with another database: %s"), N_ ("Exchange undone") },
  { "exchange.deliver", N_ ("Check-ins delivered from a desk that was offline"), NULL,
    N_ ("Delivery undone") },
  { "ledger.checkpoint", N_ ("Sealed log signed"), NULL, N_ ("Signature of the log taken back") },
};

static char *
fill_in (const char *sentence, const char *detail)
{
  GString *text = g_string_new (sentence);

  g_string_replace (text, "%s", detail, 1);
  return g_string_free (text, FALSE);
}

char *
ikrar_journal_text (const IkrarJournalEntry *entry)
{
  gboolean undone = g_str_has_prefix (entry->action, UNDO_PREFIX);
  const char *action = entry->action + (undone ? strlen (UNDO_PREFIX) : 0);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (strcmp (sentences[i].action, action) != 0)
        continue;
      if (undone)
        return g_strdup (_ (sentences[i].undone));
      if (sentences[i].about != NULL && *entry->detail != '\0')
        return fill_in (_ (sentences[i].about), entry->detail);
      return g_strdup (_ (sentences[i].done));
    }
  return g_strdup (entry->action);
}

char *
ikrar_journal_text_origin (const IkrarJournalEntry *entry, IkrarZone zone)
{
  g_autofree char *day = ikrar_time_format_date (entry->at, zone);
  g_autofree char *clock = ikrar_time_format_clock (entry->at, zone);

  if (*entry->desk == '\0')
    /* Translators: %1$s is a date, %2$s a time, %3$s who did it. */
    return g_strdup_printf (_ ("%1$s, %2$s · %3$s"), day, clock, entry->actor);
  /* Translators: %1$s is a date, %2$s a time, %3$s who did it, %4$s the name of a desk. */
  return g_strdup_printf (_ ("%1$s, %2$s · %3$s at %4$s"), day, clock, entry->actor, entry->desk);
}
