/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/import-difference-private.h"
#include "store/import-listed-private.h"
#include "store/import-private.h"

G_BEGIN_DECLS

/* Of a unit that the program does not know yet: nobody of the roster is of it. */
#define IKRAR_UNIT_UNKNOWN ((IkrarId) -1)

struct _IkrarComparison
{
  IkrarStore *store;
  IkrarDifferences *differences;
  IkrarImportRegister *numbers; /* of the whole register */
  GArray *known;                /* IkrarListed: the roster */
  GArray *by_person;            /* guint: indexes of it, ordered by person */
  GHashTable *by_number;        /* number, also an earlier one -> index of it + 1 */
  GHashTable *units;            /* id -> name */
  GHashTable *written;          /* text of the file -> unit */
  GHashTable *mentioned;        /* set of keys of names whose row is at fault */
  GArray *pending;              /* IkrarListed: lines whose number nobody of the roster has */
  GArray *items[IKRAR_N_DIFFERENCE_KINDS]; /* IkrarDifference */
  GStringChunk *texts;
};

/* NULL if they are not on the roster. */
IkrarListed *_ikrar_comparison_find_person (IkrarComparison *self, IkrarId person);
/* Notes that a line is about somebody of the roster. */
void _ikrar_comparison_meet (IkrarComparison *self, IkrarListed *known, const IkrarListed *read);
void _ikrar_comparison_add_new (IkrarComparison *self, const IkrarListed *read, IkrarId person);
void _ikrar_comparison_add_withdrawn (IkrarComparison *self, const IkrarListed *known);

G_END_DECLS
