/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/person-number.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/person-private.h"

GPtrArray *
ikrar_person_number_list (IkrarStore *store, IkrarId person, GError **error)
{
  return ikrar_entity_list (
      &ikrar_person_number_entity,
      ikrar_db_query (ikrar_store_get_db (store), "person_number_list", error, "i", person), error);
}

static gboolean
check_free (IkrarStore *store, IkrarId person, const char *digits, GError **error)
{
  IkrarId holder;

  if (!ikrar_person_find (store, digits, &holder, error))
    return FALSE;
  if (holder == 0)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE,
                       holder == person
                           ? _ ("This person is known by that number already.")
                           : _ ("Another person of the register has this number already. If both "
                                "are one, merge them."));
  return FALSE;
}

/* The journal's line of it says no number. */
static IkrarChange *
begin (IkrarStore *store, const char *action, IkrarId person, GError **error)
{
  g_autoptr (IkrarPerson) there = ikrar_person_get (store, person, error);

  if (there == NULL || !_ikrar_person_check_there (store, there, error))
    return NULL;
  return ikrar_change_begin (store, action, 0, person, there->name, NULL, error);
}

IkrarId
ikrar_person_number_add (IkrarStore *store,
                         IkrarId person,
                         const char *digits,
                         IkrarNumberKind kind,
                         GError **error)
{
  const IkrarPersonNumber row = {
    .id = ikrar_id_new (), .number = (char *) digits, .number_kind = kind, .person_id = person
  };
  g_autoptr (IkrarChange) change = begin (store, "person.number-add", person, error);

  return change != NULL && check_free (store, person, digits, error) &&
                 ikrar_change_put (change, &ikrar_person_number_entity, &row, error) &&
                 ikrar_change_commit (change, error)
             ? ikrar_change_get_id (change)
             : 0;
}

static gboolean
drop (IkrarChange *change, IkrarId person, const char *digits, GError **error)
{
  IkrarId id;

  if (!ikrar_db_get_int (ikrar_change_get_db (change), "person_number_find", &id, error, "ti",
                         digits, person))
    return FALSE;
  if (id != 0)
    return ikrar_change_delete (change, &ikrar_person_number_entity, id, error);
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                       _ ("That is no earlier number of this person."));
  return FALSE;
}

IkrarId
ikrar_person_number_remove (IkrarStore *store, IkrarId person, const char *digits, GError **error)
{
  g_autoptr (IkrarChange) change = begin (store, "person.number-remove", person, error);

  return change != NULL && drop (change, person, digits, error) &&
                 ikrar_change_commit (change, error)
             ? ikrar_change_get_id (change)
             : 0;
}
