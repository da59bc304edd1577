/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "config.h"

#include "desk/correction.h"

#include <glib/gi18n-lib.h>

#include "core/person-name.h"
#include "core/text.h"
#include "store/change.h"
#include "store/error.h"

static IkrarPerson *
get_person (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarParticipant) participant = ikrar_participant_get (store, id, error);

  return participant != NULL ? ikrar_person_get (store, participant->person_id, error) : NULL;
}

static void
set_name (IkrarPerson *person, const char *written)
{
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (written);

  ikrar_text_replace (&person->prefix, name->prefix);
  ikrar_text_replace (&person->name, name->name);
  ikrar_text_replace (&person->suffix, name->suffix);
  ikrar_text_replace (&person->written, written);
}

IkrarId
ikrar_correction_save (IkrarStore *store, IkrarId participant, const char *written, GError **error)
{
  g_autoptr (IkrarPerson) person = get_person (store, participant, error);
  g_autoptr (IkrarChange) change = NULL;
  g_autofree char *clean = ikrar_text_clean (written);

  if (person == NULL)
    return 0;
  set_name (person, clean);
  if (ikrar_text_is_blank (person->name) || person->removed_at != 0)
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                           _ ("Type the name of the person."));
      return 0;
    }
  change = ikrar_change_begin (store, "person.edit", 0, person->id, person->name, NULL, error);
  if (change == NULL || !ikrar_person_put (change, person, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}
