/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarPersonName:
 * @prefix: titles before the name, as papers write them ("Dr. H."), "" if none
 * @name: the name itself, as the sender wrote it but for unseen characters
 * @suffix: titles after the name ("S.E., M.Si."), "" if none
 *
 * A name taken apart. The text as written is kept elsewhere.
 */
typedef struct
{
  char *prefix;
  char *name;
  char *suffix;
} IkrarPersonName;

/**
 * ikrar_person_name_parse:
 * @text: (nullable): a name with or without titles
 *
 * Splits titles from a name by the tables of academic, religious and honorary titles in use
 * (docs/rules.md, Names and posts), accepting missing commas ("Asnawi SE MM"), run-together
 * degrees ("S.E.M.Si") and doubled points. `Dr.` (doctor) and `dr.` (physician) stay apart. Titles
 * are written in their usual form where the table knows one; the name keeps its case. No letter of
 * @text is lost, and a name is always left: a single word is one, whatever it is.
 *
 * Any thread.
 *
 * Returns: (transfer full): the parts, never `NULL`
 */
IkrarPersonName *ikrar_person_name_parse (const char *text);

/**
 * ikrar_person_name_free:
 * @name: (transfer full) (nullable): a parsed name
 *
 * Any thread.
 */
void ikrar_person_name_free (IkrarPersonName *name);

/**
 * ikrar_person_name_display:
 * @prefix: (nullable): titles before
 * @name: the name
 * @suffix: (nullable): titles after
 *
 * Joins the parts as papers print them: `Dr. H. Bustan, S.E., M.Si.`
 *
 * Any thread.
 *
 * Returns: (transfer full): the full name
 */
char *ikrar_person_name_display (const char *prefix, const char *name, const char *suffix);

/**
 * ikrar_person_name_key:
 * @name: (nullable): a name without titles
 *
 * Makes the key for comparing names: folded, and with the abbreviations of Muhammad and Abdul in
 * their many spellings brought together. Two people may share a key: it proposes, it never merges.
 *
 * Any thread.
 *
 * Returns: (transfer full): the key
 */
char *ikrar_person_name_key (const char *name);

/**
 * ikrar_person_name_may_match:
 * @key: a name as [func@person_name_key] made it
 * @other: another
 *
 * Tells two spellings of one person's name from two people, where both stand with the same number.
 * Names may be of one person if they have a word of two letters or more in common, or one that is
 * shortened to three or more (`Zul`), or one that begins alike and of which no more than every
 * third letter differs (`Yusup`); if word by word one has the other's initials (`B. S.`); or if
 * they are so when written without spaces (`Abdurrahman`). Nobody is refused for a blank name.
 *
 * Source: assumption. The ways names of one person differ (shortened, initials, old and Arabic
 * spellings, a part left out) were met in public rosters; the limits are set so that all of them
 * pass, and two people who have a name in common pass too: only wholly different names do not.
 *
 * Any thread.
 *
 * Returns: whether both may be names of one person
 */
gboolean ikrar_person_name_may_match (const char *key, const char *other);

/**
 * ikrar_person_name_initials:
 * @name: (nullable): a name without titles
 *
 * Any thread.
 *
 * Returns: (transfer full): one or two capital letters for an avatar, of the first and the last
 *   word; "" if there is no letter
 */
char *ikrar_person_name_initials (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPersonName, ikrar_person_name_free)

G_END_DECLS
