/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "ui/preferences/office-info.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SIGNATORY_GROUP (ikrar_signatory_group_get_type ())

/**
 * IkrarSignatoryGroup:
 *
 * One who signs papers, with the block as it will be printed.
 */
G_DECLARE_FINAL_TYPE (IkrarSignatoryGroup,
                      ikrar_signatory_group,
                      IKRAR,
                      SIGNATORY_GROUP,
                      AdwPreferencesGroup)

/**
 * ikrar_signatory_group_show:
 * @group: a group
 * @role: who it is
 * @context: the database
 * @info: what is in it; what was typed and is not saved yet stays
 */
void ikrar_signatory_group_show (IkrarSignatoryGroup *group,
                                 IkrarSignatoryRole role,
                                 IkrarContext *context,
                                 const IkrarOfficeInfo *info);

G_END_DECLS
