/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/guest.h"

#include <glib/gi18n-lib.h>

#include "core/employee-number.h"
#include "core/person-name.h"
#include "core/text.h"
#include "store/error.h"
#include "store/participant.h"
#include "store/person.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* At the door nobody can look a number up: a doubtful one is taken, an impossible one is not. */
static gboolean
read_number (const char *text, guint32 today, IkrarNumber *number, GError **error)
{
  ikrar_number_parse (text, IKRAR_CELL_TEXT, today, number);
  return number->severity != IKRAR_SEVERITY_ERROR ||
         refuse (error, _ ("This number cannot be right. Correct it, or leave it empty."));
}

/* A person of the register, or a new one of what was typed. */
static IkrarPerson *
find_person (IkrarStore *store, const IkrarGuest *guest, const IkrarNumber *number, GError **error)
{
  g_autoptr (IkrarPersonName) name = NULL;
  IkrarPerson *person;
  IkrarId id = 0;

  if (*number->digits != '\0' && !ikrar_person_find (store, number->digits, &id, error))
    return NULL;
  if (id != 0)
    return ikrar_person_get (store, id, error);
  name = ikrar_person_name_parse (guest->name);
  person = g_new0 (IkrarPerson, 1);
  person->number = g_strdup (number->digits);
  person->number_kind = number->kind;
  person->prefix = g_strdup (name->prefix);
  person->name = g_strdup (name->name);
  person->suffix = g_strdup (name->suffix);
  person->written = g_strdup (guest->name);
  return person;
}

static IkrarId
invite (IkrarStore *store, IkrarId event, IkrarPerson *person, const char *unit, GError **error)
{
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);
  g_autofree char *clean = ikrar_text_clean (unit);

  participant->event_id = event;
  participant->kind = g_strdup ("tamu");
  if (ikrar_participant_invite (store, participant, person, *clean != '\0' ? clean : NULL, error) ==
      0)
    return 0;
  return participant->id;
}

IkrarId
ikrar_guest_add (IkrarStore *store, IkrarId event, const IkrarGuest *guest, GError **error)
{
  g_autoptr (IkrarPerson) person = NULL;
  IkrarNumber number;
  IkrarId participant = 0;

  if (ikrar_text_is_blank (guest->name) && !refuse (error, _ ("Type the name of the guest.")))
    return 0;
  if (!read_number (guest->number, ikrar_time_today (ikrar_store_now (store), IKRAR_ZONE_WIB),
                    &number, error))
    return 0;
  person = find_person (store, guest, &number, error);
  if (person == NULL || (person->id != 0 && !ikrar_participant_find_person (
                                                store, event, person->id, &participant, error)))
    return 0;
  return participant != 0 ? participant : invite (store, event, person, guest->unit, error);
}

IkrarGuest *
ikrar_guest_copy (const IkrarGuest *guest)
{
  IkrarGuest *copy = g_new0 (IkrarGuest, 1);

  copy->name = g_strdup (guest->name);
  copy->unit = g_strdup (guest->unit);
  copy->number = g_strdup (guest->number);
  return copy;
}

void
ikrar_guest_free (IkrarGuest *guest)
{
  if (guest == NULL)
    return;
  g_free (guest->name);
  g_free (guest->unit);
  g_free (guest->number);
  g_free (guest);
}
