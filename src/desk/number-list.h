/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/attendance.h"

G_BEGIN_DECLS

/**
 * IkrarMisread:
 * @IKRAR_MISREAD_UNREADABLE: it is neither a number nor a range, nor has a known state
 * @IKRAR_MISREAD_NOT_ON_LIST: numbers that the list does not have
 * @IKRAR_MISREAD_TWICE: a number that stands there twice with two states: it counts for neither
 * @IKRAR_MISREAD_AGAIN: a number that stands there twice with one state: it counts once
 * @IKRAR_MISREAD_NEEDS_NAME: a state that needs the name of another person: `W` or `R`
 * @IKRAR_MISREAD_TOO_MUCH: the text has far more numbers than the list
 *
 * What may have been typed wrong.
 */
typedef enum
{
  IKRAR_MISREAD_UNREADABLE,
  IKRAR_MISREAD_NOT_ON_LIST,
  IKRAR_MISREAD_TWICE,
  IKRAR_MISREAD_AGAIN,
  IKRAR_MISREAD_NEEDS_NAME,
  IKRAR_MISREAD_TOO_MUCH,
  IKRAR_N_MISREADS,
} IkrarMisread;

/**
 * IkrarListNumber:
 * @number: a number of the list, from 1
 * @state: what was typed of it
 *
 * One number of a list.
 */
typedef struct
{
  guint number;
  IkrarAttendance state;
} IkrarListNumber;

/**
 * IkrarListMisread:
 * @what: what is wrong
 * @text: what was typed
 * @first: the first number concerned, 0 if none
 * @last: the last one
 *
 * Something that should be looked at.
 */
typedef struct
{
  IkrarMisread what;
  char *text;
  guint first;
  guint last;
} IkrarListMisread;

/**
 * IkrarNumberList:
 * @numbers: (element-type IkrarListNumber): each number once, in the order in which they were typed
 * @misreads: (element-type IkrarListMisread): what should be looked at, in order
 *
 * The numbers of a printed list as somebody typed them.
 */
typedef struct
{
  GArray *numbers;
  GPtrArray *misreads;
} IkrarNumberList;

/**
 * ikrar_number_list_parse:
 * @text: (nullable): what was typed; valid UTF-8 or not
 * @size: how many numbers the list has
 * @state: the state of numbers that have none
 *
 * Reads numbers of a printed attendance list: `1-14 16 18 S20 I21-23 27`. They stand apart by
 * spaces, commas, semicolons or lines. A range is written with a hyphen or a dash. A state stands
 * right before or behind its number or range, by its code (docs/rules.md, Attendance) in any case:
 * `S20`, `21-23i`. Nothing is guessed: what cannot be read is a misread, and no number becomes
 * anything because it was not typed.
 *
 * Any thread.
 *
 * Returns: (transfer full): what was read
 */
IkrarNumberList *ikrar_number_list_parse (const char *text, guint size, IkrarAttendance state);

/**
 * ikrar_number_list_is_sound:
 * @list: a list
 *
 * Any thread.
 *
 * Returns: whether nothing has to be corrected before it is recorded; a number that stands there
 *   again with its state does no harm
 */
gboolean ikrar_number_list_is_sound (const IkrarNumberList *list);

/**
 * ikrar_misread_word:
 * @what: what is wrong
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word, such as `not-on-list`
 */
const char *ikrar_misread_word (IkrarMisread what);

/**
 * ikrar_list_misread_text:
 * @misread: a misread
 *
 * Any thread.
 *
 * Returns: (transfer full): what is wrong and what to do, in the user's language
 */
char *ikrar_list_misread_text (const IkrarListMisread *misread);

/**
 * ikrar_number_list_free:
 * @list: (transfer full) (nullable): a list
 *
 * Any thread.
 */
void ikrar_number_list_free (IkrarNumberList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarNumberList, ikrar_number_list_free)

G_END_DECLS
