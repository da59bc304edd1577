/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

/**
 * IkrarInstitution:
 * @government: first line of the letterhead, such as `Pemerintah Kabupaten Contoh`
 * @name: the agency, such as `Badan Kepegawaian dan Pengembangan Sumber Daya Manusia`
 * @short_name: such as `BKPSDM`; fills `{unit}` in letter numbers
 * @city: where papers are dated
 * @zone: zone of new events
 * @paper: `F4` or `A4`, for lists and letters
 * @number_label: `NIP` or `NIP.`, as the office prints it
 * @logo_id: the coat of arms, an attachment; 0 if none
 *
 * The office that uses this database: one row, id 1.
 */
typedef struct
{
  IkrarId id;
  char *government;
  char *name;
  char *short_name;
  char *address;
  char *contact;
  char *city;
  IkrarZone zone;
  char *paper;
  char *number_label;
  IkrarId logo_id;
} IkrarInstitution;

/**
 * IkrarSignatoryRole:
 * @IKRAR_SIGNATORY_HEAD: signs certificates, and "Mengetahui" on lists
 * @IKRAR_SIGNATORY_OFFICER: keeps the attendance list
 */
typedef enum
{
  IKRAR_SIGNATORY_HEAD = 1,
  IKRAR_SIGNATORY_OFFICER = 2,
} IkrarSignatoryRole;

/**
 * IkrarSignatory:
 * @id: the role
 * @acting: `Plt.` and its like, or ""
 * @on_behalf: `a.n.` line before the position, such as `a.n. Bupati Contoh`, or ""
 * @grade: IkrarGrade
 *
 * Who signs papers.
 */
typedef struct
{
  IkrarId id;
  char *prefix;
  char *name;
  char *suffix;
  char *position;
  char *acting;
  char *on_behalf;
  int grade;
  char *number;
} IkrarSignatory;

extern const IkrarEntity ikrar_institution_entity;
extern const IkrarEntity ikrar_signatory_entity;

/**
 * ikrar_institution_get:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the office, with usual values where nothing was set yet, or
 *   `NULL` with a store error
 */
IkrarInstitution *ikrar_institution_get (IkrarStore *store, GError **error);

/**
 * ikrar_institution_save:
 * @store: a store
 * @institution: the office
 * @error: return location for an error
 *
 * Returns: id of the journal entry, or 0 with a store error
 */
IkrarId
ikrar_institution_save (IkrarStore *store, const IkrarInstitution *institution, GError **error);

/**
 * ikrar_institution_free:
 * @institution: (transfer full) (nullable): an office
 */
void ikrar_institution_free (IkrarInstitution *institution);

/**
 * ikrar_signatory_get:
 * @store: a store
 * @role: which one
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the signatory, empty if not set yet, or `NULL` with a store
 *   error
 */
IkrarSignatory *ikrar_signatory_get (IkrarStore *store, IkrarSignatoryRole role, GError **error);

/**
 * ikrar_signatory_save:
 * @store: a store
 * @signatory: the signatory
 * @error: return location for an error
 *
 * Returns: id of the journal entry, or 0 with a store error
 */
IkrarId ikrar_signatory_save (IkrarStore *store, const IkrarSignatory *signatory, GError **error);

/**
 * ikrar_signatory_free:
 * @signatory: (transfer full) (nullable): a signatory
 */
void ikrar_signatory_free (IkrarSignatory *signatory);

/**
 * ikrar_logo_get:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the coat of arms as a PNG file's bytes; `NULL` without
 *   @error set if there is none
 */
GBytes *ikrar_logo_get (IkrarStore *store, GError **error);

/**
 * ikrar_logo_set:
 * @store: a store
 * @png: (nullable): a PNG file of at most 8 MiB and 4096 by 4096 pixels; `NULL` removes it
 * @error: return location for an error
 *
 * Returns: id of the journal entry, or 0 with `IKRAR_STORE_ERROR_INVALID` if it is no such picture
 *   or another store error
 */
IkrarId ikrar_logo_set (IkrarStore *store, GBytes *png, GError **error);

/**
 * ikrar_setting_get:
 * @store: a store
 * @name: name of a setting of this database
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its value, "" if it is not set; `NULL` with a store error
 */
char *ikrar_setting_get (IkrarStore *store, const char *name, GError **error);

/**
 * ikrar_setting_set:
 * @store: a store
 * @name: name of a setting of this database
 * @value: its value
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_setting_set (IkrarStore *store, const char *name, const char *value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarInstitution, ikrar_institution_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSignatory, ikrar_signatory_free)

G_END_DECLS
