/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/witness.h"

#include "core/acting.h"

IkrarWitness *
ikrar_witness_new (const char *name, const char *position, const char *institution)
{
  IkrarWitness *witness = g_new0 (IkrarWitness, 1);

  witness->name = g_strdup (name);
  witness->position = g_strdup (position != NULL ? position : "");
  witness->institution = g_strdup (institution != NULL ? institution : "");
  return witness;
}

void
ikrar_witness_free (IkrarWitness *witness)
{
  if (witness == NULL)
    return;
  g_free (witness->name);
  g_free (witness->position);
  g_free (witness->institution);
  g_free (witness);
}

char *
ikrar_witness_describe (const IkrarWitness *witness)
{
  if (*witness->position == '\0' || *witness->institution == '\0')
    return g_strconcat (witness->position, witness->institution, NULL);
  return g_strdup_printf ("%s, %s", witness->position, witness->institution);
}

/* Who came instead is the one who saw it. */
static IkrarWitness *
new_of_role (const IkrarEventRole *role)
{
  g_autofree char *position = ikrar_acting_join (role->acting, role->position);

  if (role->represented_by != NULL && *role->represented_by != '\0')
    return ikrar_witness_new (role->represented_by, role->represented_position, role->institution);
  return ikrar_witness_new (role->name, position, role->institution);
}

GPtrArray *
ikrar_witnesses_of_roles (GPtrArray *roles)
{
  GPtrArray *witnesses = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_witness_free);

  for (guint i = 0; i < roles->len; i++)
    {
      const IkrarEventRole *role = g_ptr_array_index (roles, i);

      if (role->kind == IKRAR_ROLE_WITNESS)
        g_ptr_array_add (witnesses, new_of_role (role));
    }
  return witnesses;
}

IkrarWitness *
ikrar_witness_reader_of_roles (GPtrArray *roles)
{
  for (guint i = 0; i < roles->len; i++)
    {
      const IkrarEventRole *role = g_ptr_array_index (roles, i);

      if (role->kind == IKRAR_ROLE_PLEDGE_READER)
        return new_of_role (role);
    }
  return NULL;
}

IkrarWitness *
ikrar_witnesses_to_values (GPtrArray *witnesses)
{
  IkrarWitness *values = g_new0 (IkrarWitness, witnesses->len + 1);

  for (guint i = 0; i < witnesses->len; i++)
    values[i] = *(const IkrarWitness *) g_ptr_array_index (witnesses, i);
  return values;
}
