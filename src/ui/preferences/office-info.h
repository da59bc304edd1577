/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/pass-layout.h"

#include "store/backup.h"
#include "store/institution.h"

G_BEGIN_DECLS

#define IKRAR_N_SIGNATORIES 2

/**
 * IkrarOfficeInfo:
 * @institution: the office
 * @signatories: who signs, by role minus one
 * @logo: (nullable): the coat of arms
 * @layout: how passes are laid out
 * @keys: the institution's public keys, a line each; "" if there is none yet
 * @seals_backups: whether backups are sealed to a passphrase
 * @size: bytes of the database and what belongs to it
 * @backups: (element-type IkrarBackupLine): automatic and other backups beside the database, the
 *   newest first
 *
 * What the preferences show of a database.
 */
typedef struct
{
  IkrarInstitution *institution;
  IkrarSignatory *signatories[IKRAR_N_SIGNATORIES];
  GBytes *logo;
  IkrarPassLayout layout;
  char *keys;
  gboolean seals_backups;
  guint64 size;
  GPtrArray *backups;
} IkrarOfficeInfo;

/**
 * ikrar_office_info_load:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is in the database, or `NULL` with a store error
 */
IkrarOfficeInfo *ikrar_office_info_load (IkrarStore *store, GError **error);

/**
 * ikrar_office_info_free:
 * @info: (transfer full) (nullable): what was loaded
 */
void ikrar_office_info_free (IkrarOfficeInfo *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarOfficeInfo, ikrar_office_info_free)

G_END_DECLS
