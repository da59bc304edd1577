/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/employee-number.h"

#include "store/exchange-row-private.h"
#include "store/participant.h"
#include "store/person-merge.h"
#include "store/person-private.h"
#include "store/words-private.h"

/* Numbers given to participants whose own was taken: from here to below 2^30, which is what the
 * short code of a pass has room for. */
#define HIGH_BITS 29

/* Places of values. */
enum
{
  PERSON_NUMBER = 2,
  PERSON_NUMBER_KIND = 3,
  PERSON_REMOVED = 15,
  PARTICIPANT_NUMBER = 3,
  PARTICIPANT_PERSON = 4,
  PARTICIPANT_SERIAL = 13,
};

int
_ikrar_exchange_high_number (IkrarId participant, guint attempt)
{
  static const char domain[] = "IKRAR-NUMBER/1";
  guint8 bytes[sizeof domain + 9];
  IkrarDigest digest;
  guint32 top;

  memcpy (bytes, domain, sizeof domain);
  for (guint i = 0; i < 8; i++)
    bytes[sizeof domain + i] = (guint8) ((guint64) participant >> (56 - 8 * i));
  bytes[sizeof domain + 8] = (guint8) attempt;
  ikrar_digest_of (bytes, sizeof bytes, &digest);
  top = (guint32) digest.bytes[0] << 24 | (guint32) digest.bytes[1] << 16 |
        (guint32) digest.bytes[2] << 8 | digest.bytes[3];
  return (int) ((1u << HIGH_BITS) | top >> (32 - HIGH_BITS));
}

static gboolean
is_high (gint64 number)
{
  return number >= (1 << HIGH_BITS);
}

static gboolean
find_number (IkrarIntake *intake, gint64 number, IkrarId *holder, GError **error)
{
  return ikrar_db_get_int (intake->db, "participant_by_number", holder, error, "ii",
                           intake->report->event, number);
}

/* The first free one of those that the id gives. */
static gboolean
make_number (IkrarIntake *intake, IkrarId participant, int *number, GError **error)
{
  IkrarId holder;

  for (guint attempt = 0; attempt < 256; attempt++)
    {
      *number = _ikrar_exchange_high_number (participant, attempt);
      if (!find_number (intake, *number, &holder, error))
        return FALSE;
      if (holder == 0 || holder == participant)
        return TRUE;
    }
  return _ikrar_intake_refuse (error, _ ("No number is left for a participant."));
}

static gboolean
note_number (IkrarIntake *intake, IkrarId participant, gint64 was, int is, GError **error)
{
  g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, was);
  g_autofree char *now = g_strdup_printf ("%d", is);

  return _ikrar_intake_note (intake, "number", participant, "number", before, now, "both", error);
}

/* Changes what is not said by versions, for a participant who is here. */
static gboolean
change_here (IkrarIntake *intake, IkrarId id, int number, int serial, GError **error)
{
  g_autoptr (IkrarParticipant) participant = ikrar_participant_get (intake->store, id, error);

  if (participant == NULL)
    return FALSE;
  participant->number = number != 0 ? number : participant->number;
  participant->pass_serial = MAX (participant->pass_serial, serial);
  intake->writes++;
  intake->report->changed++;
  return ikrar_change_put (intake->change, &ikrar_participant_entity, participant, error);
}

/* Somebody here has the number of somebody who came: the smaller id keeps it. */
static gboolean
share_number (IkrarIntake *intake, IkrarExchangeRow *theirs, IkrarId holder, GError **error)
{
  gint64 wanted = theirs->values[PARTICIPANT_NUMBER].number;
  IkrarId moved = MAX (theirs->id, holder);
  int number;

  if (!make_number (intake, moved, &number, error))
    return FALSE;
  if (moved == holder)
    return change_here (intake, holder, number, 0, error) &&
           note_number (intake, holder, wanted, number, error);
  theirs->values[PARTICIPANT_NUMBER].number = number;
  return TRUE;
}

static gboolean
check_number (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  gint64 number = theirs->values[PARTICIPANT_NUMBER].number;
  IkrarId holder;

  if (number < 1 || number >= 2 << HIGH_BITS)
    return _ikrar_intake_refuse (error,
                                 _ ("The exchange file has a participant without a number."));
  return find_number (intake, number, &holder, error) &&
         (holder == 0 || holder == theirs->id || share_number (intake, theirs, holder, error));
}

static gboolean
settle_participant (IkrarIntake *intake,
                    IkrarExchangeRow *ours,
                    IkrarExchangeRow *theirs,
                    GError **error)
{
  gint64 number = ours->values[PARTICIPANT_NUMBER].number;
  gint64 serial = ours->values[PARTICIPANT_SERIAL].number;
  gboolean moved = is_high (theirs->values[PARTICIPANT_NUMBER].number) && !is_high (number);

  if (moved)
    number = theirs->values[PARTICIPANT_NUMBER].number;
  if ((moved || theirs->values[PARTICIPANT_SERIAL].number > serial) &&
      !change_here (intake, ours->id, (int) number,
                    (int) MIN (theirs->values[PARTICIPANT_SERIAL].number, G_MAXUINT16), error))
    return FALSE;
  serial = MAX (serial, MIN (theirs->values[PARTICIPANT_SERIAL].number, G_MAXUINT16));
  theirs->values[PARTICIPANT_NUMBER].number = ours->values[PARTICIPANT_NUMBER].number = number;
  theirs->values[PARTICIPANT_SERIAL].number = ours->values[PARTICIPANT_SERIAL].number = serial;
  theirs->values[PARTICIPANT_PERSON].number = ours->values[PARTICIPANT_PERSON].number;
  return TRUE;
}

/* An erased person stays erased, whoever knows more. */
static gboolean
settle_person (IkrarIntake *intake,
               IkrarExchangeRow *ours,
               IkrarExchangeRow *theirs,
               GError **error)
{
  gboolean here = ours->values[PERSON_REMOVED].number != 0;
  gboolean there = theirs->values[PERSON_REMOVED].number != 0;

  theirs->skipped = here || there;
  if (here || !there)
    return TRUE;
  intake->writes++;
  intake->additions = TRUE;
  return _ikrar_person_erase (intake->change, ours->id, error) &&
         _ikrar_intake_note (intake, "erased", ours->id, "erased", "", "", "theirs", error);
}

gboolean
_ikrar_exchange_row_settle (IkrarIntake *intake,
                            IkrarExchangeRow *ours,
                            IkrarExchangeRow *theirs,
                            GError **error)
{
  if (ours->table == IKRAR_EXCHANGE_PERSON)
    return settle_person (intake, ours, theirs, error);
  if (ours->table == IKRAR_EXCHANGE_PARTICIPANT)
    return settle_participant (intake, ours, theirs, error);
  return TRUE;
}

gboolean
_ikrar_exchange_row_put (IkrarIntake *intake,
                         const IkrarExchangeRow *row,
                         gpointer built,
                         GError **error)
{
  return row->table == IKRAR_EXCHANGE_PERSON
             ? ikrar_person_put (intake->change, built, error)
             : ikrar_change_put (intake->change, row->info->entity, built, error);
}

static gboolean
exists (IkrarIntake *intake, const IkrarExchangeRow *row, gboolean *here, GError **error)
{
  gint64 id;

  if (!ikrar_db_get_int (intake->db, row->info->get, &id, error, "i", row->values[1].number))
    return FALSE;
  *here = id != 0;
  return TRUE;
}

/* By id, else by any number the person ever had. A number of somebody else's here stays theirs. */
static gboolean
match_person (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  const char *number = theirs->values[PERSON_NUMBER].text;
  IkrarId holder = 0;
  gboolean here;

  if (!exists (intake, theirs, &here, error) ||
      (*number != '\0' &&
       !ikrar_db_get_int (intake->db, "person_by_number", &holder, error, "t", number)))
    return FALSE;
  if (!here && holder != 0)
    {
      _ikrar_intake_set_own_id (intake, theirs->id, holder);
      theirs->values[1].number = theirs->id = holder;
    }
  theirs->number_is_taken = here && holder != 0 && holder != theirs->id;
  return TRUE;
}

/* Who has the number here keeps it; the one who came keeps what stands here. */
static gboolean
leave_number (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  g_autofree char *masked = ikrar_number_mask (theirs->values[PERSON_NUMBER].text);
  g_autoptr (IkrarPerson) person = ikrar_person_get (intake->store, theirs->id, error);
  char *kept = person != NULL ? g_strdup (person->number) : NULL;

  if (kept == NULL)
    return FALSE;
  if (theirs->texts == NULL)
    theirs->texts = g_ptr_array_new ();
  g_ptr_array_add (theirs->texts, kept);
  theirs->values[PERSON_NUMBER].text = kept;
  theirs->values[PERSON_NUMBER_KIND].text = _ikrar_number_kind_words (person->number_kind);
  return _ikrar_intake_note (intake, "person", theirs->id, "number", "", masked, "ours", error);
}

/* By id, else by who it is: one person is on a roster once. */
static gboolean
match_participant (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  IkrarVersion seen = { .at = 1 };
  IkrarId holder;
  gboolean here;
  gboolean known;

  theirs->values[PARTICIPANT_PERSON].number =
      _ikrar_intake_own_id (intake, theirs->values[PARTICIPANT_PERSON].number);
  if (!exists (intake, theirs, &here, error) ||
      !ikrar_db_get_int (intake->db, "participant_of_person", &holder, error, "ii",
                         intake->report->event, theirs->values[PARTICIPANT_PERSON].number))
    return FALSE;
  if (here || holder == 0)
    return here || check_number (intake, theirs, error);
  _ikrar_version_digest (theirs->table, theirs->values, &seen.digest);
  if (!_ikrar_version_is_known (intake->db, theirs->id, &seen, &known, error))
    return FALSE;
  if (!known &&
      !(_ikrar_version_keep (intake->db, theirs->id, &seen, error) &&
        note_number (intake, holder, theirs->values[PARTICIPANT_NUMBER].number, 0, error)))
    return FALSE;
  intake->writes += !known;
  _ikrar_intake_set_own_id (intake, theirs->id, holder);
  theirs->values[1].number = theirs->id = holder;
  theirs->values[PARTICIPANT_NUMBER].number = 1;
  return TRUE;
}

/* Who was merged here is the one person, and stays it: what another database knows of the one who
 * went is not taken over, but an erasure is. */
static gboolean
match_merged (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  gboolean erased = theirs->values[PERSON_REMOVED].number != 0;
  g_autoptr (IkrarPerson) person = NULL;
  IkrarId into;

  if (!ikrar_person_merged_into (intake->store, theirs->id, &into, error))
    return FALSE;
  if (into == 0)
    return TRUE;
  theirs->skipped = TRUE;
  _ikrar_intake_set_own_id (intake, theirs->id, into);
  person = ikrar_person_get (intake->store, into, error);
  if (person == NULL || !erased || person->removed_at != 0)
    return person != NULL;
  intake->writes++;
  intake->additions = TRUE;
  return _ikrar_person_erase (intake->change, into, error) &&
         _ikrar_intake_note (intake, "erased", into, "erased", "", "", "theirs", error);
}

static gboolean
match (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  if (theirs->table == IKRAR_EXCHANGE_PERSON)
    return match_person (intake, theirs, error) &&
           (!theirs->number_is_taken || leave_number (intake, theirs, error));
  return theirs->table != IKRAR_EXCHANGE_PARTICIPANT || match_participant (intake, theirs, error);
}

/* A participant who came with a number that somebody else keeps gets a new pass. */
static gboolean
tell_moved (IkrarIntake *intake,
            const IkrarExchangeRow *theirs,
            const IkrarExchangeValue *values,
            GError **error)
{
  if (theirs->table != IKRAR_EXCHANGE_PARTICIPANT || theirs->skipped || !theirs->is_new)
    return TRUE;
  intake->report->participants++;
  return theirs->values[PARTICIPANT_NUMBER].number == values[PARTICIPANT_NUMBER].number ||
         note_number (intake, theirs->id, values[PARTICIPANT_NUMBER].number,
                      (int) theirs->values[PARTICIPANT_NUMBER].number, error);
}

gboolean
_ikrar_intake_versioned (IkrarIntake *intake,
                         IkrarExchangeTable table,
                         const IkrarExchangeValue *values,
                         GError **error)
{
  g_auto (IkrarExchangeRow) theirs = { .table = table, .info = _ikrar_exchange_table (table) };
  guint n_values = strlen (theirs.info->types);

  memcpy (theirs.values, values, n_values * sizeof *values);
  theirs.version.at = values[0].number;
  theirs.id = values[1].number;
  if (table == IKRAR_EXCHANGE_PERSON && !match_merged (intake, &theirs, error))
    return FALSE;
  if (theirs.skipped)
    return TRUE;
  if (!match (intake, &theirs, error) || !_ikrar_exchange_row_take (intake, &theirs, error))
    return FALSE;
  intake->report->people += table == IKRAR_EXCHANGE_PERSON && theirs.is_new && !theirs.skipped;
  return tell_moved (intake, &theirs, values, error);
}
