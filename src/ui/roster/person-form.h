/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/participant.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PERSON_FORM (ikrar_person_form_get_type ())

/**
 * IkrarPersonForm:
 *
 * What has to be known of somebody new who takes part in an event.
 */
G_DECLARE_FINAL_TYPE (IkrarPersonForm, ikrar_person_form, IKRAR, PERSON_FORM, AdwBin)

/**
 * ikrar_person_form_start:
 * @form: a form
 * @text: what was searched for: a number or a name
 */
void ikrar_person_form_start (IkrarPersonForm *form, const char *text);

/**
 * ikrar_person_form_set_units:
 * @form: a form
 * @units: (element-type IkrarUnit): units to choose from; others can be typed
 */
void ikrar_person_form_set_units (IkrarPersonForm *form, GPtrArray *units);

/**
 * ikrar_person_form_read:
 * @form: a form
 * @participant: (out): how the person takes part
 * @unit: (out): name of the unit as it was typed
 *
 * What is wrong is shown at its field.
 *
 * Returns: (transfer full) (nullable): the person, without id; `NULL` if something is wrong
 */
IkrarPerson *
ikrar_person_form_read (IkrarPersonForm *form, IkrarParticipant **participant, char **unit);

G_END_DECLS
