/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarRosterField:
 * @IKRAR_ROSTER_FIELD_NONE: kept as written, not read
 * @IKRAR_ROSTER_FIELD_LIST_NUMBER: number within the list
 * @IKRAR_ROSTER_FIELD_NAME: name, with or without titles; may have the employee number below it
 * @IKRAR_ROSTER_FIELD_NUMBER: employee number or national id
 * @IKRAR_ROSTER_FIELD_TITLE_BEFORE: titles before the name
 * @IKRAR_ROSTER_FIELD_TITLE_AFTER: titles after the name
 * @IKRAR_ROSTER_FIELD_GRADE: grade, also with the rank
 * @IKRAR_ROSTER_FIELD_RANK: rank in a column of its own
 * @IKRAR_ROSTER_FIELD_POSITION: post
 * @IKRAR_ROSTER_FIELD_UNIT: unit
 * @IKRAR_ROSTER_FIELD_STATUS: PNS, PPPK, honorary
 * @IKRAR_ROSTER_FIELD_KIND: participant, speaker, committee, guest
 * @IKRAR_ROSTER_FIELD_SEX: man or woman
 * @IKRAR_ROSTER_FIELD_PHONE: phone
 * @IKRAR_ROSTER_FIELD_EMAIL: mail address
 * @IKRAR_ROSTER_FIELD_SEAT: seat
 * @IKRAR_ROSTER_FIELD_GROUP: group or wave
 * @IKRAR_ROSTER_FIELD_NOTE: note
 * @IKRAR_ROSTER_FIELD_PRIVATE: personal data that no event needs; never kept, not even as written
 *   (UU 27/2022: data minimisation)
 *
 * What a column of a roster holds.
 */
typedef enum
{
  IKRAR_ROSTER_FIELD_NONE,
  IKRAR_ROSTER_FIELD_LIST_NUMBER,
  IKRAR_ROSTER_FIELD_NAME,
  IKRAR_ROSTER_FIELD_NUMBER,
  IKRAR_ROSTER_FIELD_TITLE_BEFORE,
  IKRAR_ROSTER_FIELD_TITLE_AFTER,
  IKRAR_ROSTER_FIELD_GRADE,
  IKRAR_ROSTER_FIELD_RANK,
  IKRAR_ROSTER_FIELD_POSITION,
  IKRAR_ROSTER_FIELD_UNIT,
  IKRAR_ROSTER_FIELD_STATUS,
  IKRAR_ROSTER_FIELD_KIND,
  IKRAR_ROSTER_FIELD_SEX,
  IKRAR_ROSTER_FIELD_PHONE,
  IKRAR_ROSTER_FIELD_EMAIL,
  IKRAR_ROSTER_FIELD_SEAT,
  IKRAR_ROSTER_FIELD_GROUP,
  IKRAR_ROSTER_FIELD_NOTE,
  IKRAR_ROSTER_FIELD_PRIVATE,
  IKRAR_N_ROSTER_FIELDS,
} IkrarRosterField;

/**
 * ikrar_roster_field_word:
 * @field: a field
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word for the command line and JSON, such as
 *   `list-number`
 */
const char *ikrar_roster_field_word (IkrarRosterField field);

/**
 * ikrar_roster_field_label:
 * @field: a field
 *
 * Any thread.
 *
 * Returns: (transfer none): what the window shows, in the user's language
 */
const char *ikrar_roster_field_label (IkrarRosterField field);

/**
 * ikrar_roster_field_parse:
 * @text: a stable word, or a column's head as rosters have it (`nama`, `NIP`, `Unit Kerja`)
 * @field: (out): the field
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_ROSTER_ERROR_COLUMN`, naming the stable words
 */
gboolean ikrar_roster_field_parse (const char *text, IkrarRosterField *field, GError **error);

G_END_DECLS
