/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/attendance.h"

#include "store/store-private.h"

/* Looks at the newest marks; more than these are not made within the minutes asked for. */
gboolean
ikrar_attendance_pace (IkrarStore *store,
                       IkrarId session,
                       IkrarTime since,
                       IkrarAttendancePace *pace,
                       GError **error)
{
  g_autoptr (GHashTable) desks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "attendance_pace", error, "ii", session, since);
  IkrarStep step = IKRAR_STEP_ERROR;

  *pace = (IkrarAttendancePace){ 0 };
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarTime at = ikrar_statement_get_int (statement, 1);

      g_hash_table_add (desks, g_strdup (ikrar_statement_get_text (statement, 0)));
      pace->people++;
      pace->first_at = pace->first_at == 0 ? at : MIN (pace->first_at, at);
    }
  pace->desks = g_hash_table_size (desks);
  return step == IKRAR_STEP_DONE;
}
