/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The letters of a title in small, such as "msi" for "M.Si.". */
#define IKRAR_TITLE_KEY_SIZE 12

typedef enum
{
  IKRAR_TITLE_USE_ANY,        /* also without a point: "H Ahmad" */
  IKRAR_TITLE_USE_WITH_POINT, /* without one it is an initial or part of the name: "R Ayu" */
  IKRAR_TITLE_USE_FOLLOWING,  /* only after another title: "Kol. (Purn.)" */
} IkrarTitleUse;

typedef struct
{
  const char *form; /* as papers write it */
  IkrarTitleUse use;
} IkrarTitleBefore;

/* Titles before and after a name, in the order of their keys; of several with one key the most
 * usual stands first. */
extern const IkrarTitleBefore ikrar_titles_before[];
extern const gsize ikrar_n_titles_before;
extern const char *const ikrar_titles_after[];
extern const gsize ikrar_n_titles_after;

/* Makes the key; FALSE if the text has something else than letters, points and brackets around
 * them, or is too long for a title. */
gboolean ikrar_title_key (const char *text, gsize length, char key[IKRAR_TITLE_KEY_SIZE]);

/* Whether a point stands between two letters. */
gboolean ikrar_title_has_inner_point (const char *text, gsize length);

/* The title before a name that is meant by text, NULL if none is. A point inside text must stand
 * where the title has one: "Dr.H." is not "drh.". */
const IkrarTitleBefore *ikrar_title_find_before (const char *key, const char *text, gsize length);

/* Whether a title after a name has this key, and the one written with its points where text has
 * them, NULL if there is none. */
gboolean ikrar_title_is_after (const char *key);
const char *ikrar_title_find_after (const char *key, const char *text, gsize length);

/* The same, if text leaves out some of the points: "AMd.Keb" is "A.Md.Keb.". */
const char *ikrar_title_complete (const char *key, const char *text, gsize length);

/* Whether the key also is a given name or a nickname, so that capitals alone do not make it a
 * title. */
gboolean ikrar_title_is_name_too (const char *key);

G_END_DECLS
