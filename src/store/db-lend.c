/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/db-private.h"

typedef struct
{
  IkrarDbWork work;
  gpointer data;
} Loan;

static gpointer
run (gpointer data)
{
  g_autofree Loan *loan = data;
  GError *error = NULL;

  loan->work (loan->data, &error);
  return error;
}

void
_ikrar_db_lend (IkrarDb *db, IkrarDbWork work, gpointer data)
{
  Loan *loan = g_new (Loan, 1);

  g_assert (db->in_transaction && db->borrower == NULL);
  loan->work = work;
  loan->data = data;
  db->borrower = g_thread_new ("ikrar-store", run, loan);
}

void
_ikrar_db_settle (IkrarDb *db)
{
  GError *error;

  if (db->borrower == NULL)
    return;
  error = g_thread_join (g_steal_pointer (&db->borrower));
  if (error == NULL)
    return;
  g_clear_error (&db->borrower_error);
  db->borrower_error = error;
}

gboolean
_ikrar_db_take_back (IkrarDb *db, GError **error)
{
  _ikrar_db_settle (db);
  if (db->borrower_error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (db->borrower_error));
  return FALSE;
}
