/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "core/date.h"
#include "store/person-record.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PERSON_VIEW (ikrar_person_view_get_type ())

/**
 * IkrarPersonView:
 *
 * All that is known of somebody: facts, events with attendance, pledge and certificate, and what
 * was changed. Numbers are masked until somebody asks for them.
 */
G_DECLARE_FINAL_TYPE (IkrarPersonView, ikrar_person_view, IKRAR, PERSON_VIEW, AdwBin)

/**
 * ikrar_person_view_show:
 * @view: a view
 * @record: (nullable): the record of a person, `NULL` for nobody
 * @zone: the zone in which changes are shown
 */
void
ikrar_person_view_show (IkrarPersonView *view, const IkrarPersonRecord *record, IkrarZone zone);

/**
 * ikrar_person_view_get_name:
 * @view: a view
 *
 * Returns: (transfer none): the name of who is shown, with titles; "" for nobody
 */
const char *ikrar_person_view_get_name (IkrarPersonView *view);

G_END_DECLS
