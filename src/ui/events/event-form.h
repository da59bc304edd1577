/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event-draft.h"
#include "store/institution.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EVENT_FORM (ikrar_event_form_get_type ())

/**
 * IkrarEventForm:
 *
 * All that is entered about an event.
 */
G_DECLARE_FINAL_TYPE (IkrarEventForm, ikrar_event_form, IKRAR, EVENT_FORM, AdwPreferencesPage)

/**
 * ikrar_event_form_show:
 * @form: a form that shows nothing yet
 * @draft: the event
 * @institution: the office
 * @pledge_template: the pledge text with fields
 */
void ikrar_event_form_show (IkrarEventForm *form,
                            const IkrarEventDraft *draft,
                            const IkrarInstitution *institution,
                            const char *pledge_template);

/**
 * ikrar_event_form_collect:
 * @form: a form
 *
 * Gives what is entered, or shows at each field what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the event, `NULL` if something is wrong
 */
IkrarEventDraft *ikrar_event_form_collect (IkrarEventForm *form);

/**
 * ikrar_event_form_is_changed:
 * @form: a form
 *
 * Returns: whether something is entered that would be lost
 */
gboolean ikrar_event_form_is_changed (IkrarEventForm *form);

G_END_DECLS
