/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/unit-tree.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UNIT_EDITOR (ikrar_unit_editor_get_type ())

/**
 * IkrarUnitWish:
 * @IKRAR_UNIT_RENAME: give it a name
 * @IKRAR_UNIT_MOVE: put it below a unit
 * @IKRAR_UNIT_ADD_ALIAS: let a name mean it
 * @IKRAR_UNIT_REMOVE_ALIAS: take a name from it
 * @IKRAR_UNIT_MERGE: merge a unit into it
 *
 * What may be wanted of a unit.
 */
typedef enum
{
  IKRAR_UNIT_RENAME,
  IKRAR_UNIT_MOVE,
  IKRAR_UNIT_ADD_ALIAS,
  IKRAR_UNIT_REMOVE_ALIAS,
  IKRAR_UNIT_MERGE,
} IkrarUnitWish;

/**
 * IkrarUnitEditor:
 *
 * A unit with its names and its place among the others.
 *
 * Signals: `wanted`, with an [enum@UnitWish], the id of the other unit it is about as int64 (0 for
 * none), and the name it is about.
 */
G_DECLARE_FINAL_TYPE (IkrarUnitEditor, ikrar_unit_editor, IKRAR, UNIT_EDITOR, AdwBin)

/**
 * ikrar_unit_editor_show:
 * @editor: an editor
 * @node: a unit
 * @nodes: (element-type IkrarUnitNode): all of them
 *
 * What is being typed stays if the unit was shown before.
 */
void ikrar_unit_editor_show (IkrarUnitEditor *editor, const IkrarUnitNode *node, GPtrArray *nodes);

G_END_DECLS
