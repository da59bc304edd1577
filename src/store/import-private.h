/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/import.h"

G_BEGIN_DECLS

/* Takes a batch back within a change. */
gboolean _ikrar_import_undo (IkrarChange *change, IkrarId batch, GError **error);

/* Whether a person has no number. */
gboolean _ikrar_import_is_unnumbered (const IkrarPerson *person);
/* Whether the register's name may be of the person whose name has this key. */
gboolean _ikrar_import_may_match (const IkrarPerson *known, const char *name_key);
/* Somebody without a number with this name key, of this unit, on the event's roster below a number:
 * @person is 0 if there is none, @name has titles. */
gboolean _ikrar_import_find_namesake (IkrarDb *db,
                                      IkrarId event,
                                      const char *name_key,
                                      IkrarId unit,
                                      gint64 below,
                                      IkrarId *person,
                                      char **name,
                                      GError **error);

G_END_DECLS
