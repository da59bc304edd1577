/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/person.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PERSON_FIELDS (ikrar_person_fields_get_type ())

/**
 * IkrarPersonFields:
 *
 * The fields that say who somebody is: name, number, grade, position and unit, judged by the rules
 * of papers. What is wrong is said at its field; what is only doubted, below them.
 */
G_DECLARE_FINAL_TYPE (IkrarPersonFields,
                      ikrar_person_fields,
                      IKRAR,
                      PERSON_FIELDS,
                      AdwPreferencesGroup)

/**
 * ikrar_person_fields_show:
 * @fields: fields
 * @person: who is edited
 * @unit: name of the unit, "" if none
 */
void
ikrar_person_fields_show (IkrarPersonFields *fields, const IkrarPerson *person, const char *unit);

/**
 * ikrar_person_fields_start:
 * @fields: fields
 * @text: what was searched for: a number or a name
 *
 * Begins somebody new.
 */
void ikrar_person_fields_start (IkrarPersonFields *fields, const char *text);

/**
 * ikrar_person_fields_set_units:
 * @fields: fields
 * @units: (element-type IkrarUnit): units to choose from; others can be typed
 */
void ikrar_person_fields_set_units (IkrarPersonFields *fields, GPtrArray *units);

/**
 * ikrar_person_fields_read:
 * @fields: fields
 * @person: filled in with what was entered; the rest of it stays
 * @unit: (out): name of the unit as it was typed
 *
 * What is wrong is shown at its field.
 *
 * Returns: whether nothing is wrong; else @person is not to be used
 */
gboolean ikrar_person_fields_read (IkrarPersonFields *fields, IkrarPerson *person, char **unit);

/**
 * ikrar_person_fields_dup_written:
 * @fields: fields
 *
 * Everything that is written in the fields, to find out whether it was changed.
 *
 * Returns: (transfer full): a line for each field
 */
char *ikrar_person_fields_dup_written (IkrarPersonFields *fields);

/**
 * ikrar_person_fields_refuse_number:
 * @fields: fields
 * @why: what is wrong with the number, short
 */
void ikrar_person_fields_refuse_number (IkrarPersonFields *fields, const char *why);

G_END_DECLS
