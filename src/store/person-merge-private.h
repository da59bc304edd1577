/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

/* Who was merged (id) is whom now. */
typedef struct
{
  IkrarId id;
  IkrarId into_id;
} IkrarPersonMerged;

/* Two of whom somebody said that they are two: the smaller id first. */
typedef struct
{
  IkrarId id;
  IkrarId first_id;
  IkrarId second_id;
} IkrarPersonApart;

extern const IkrarEntity ikrar_person_merged_entity;
extern const IkrarEntity ikrar_person_apart_entity;

/* Refuses if somebody pledged or received a certificate since, with a place that would go back. */
gboolean _ikrar_person_merge_check_undo (IkrarDb *db, IkrarId journal, GError **error);

G_END_DECLS
