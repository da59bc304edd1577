/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"

#include "store/institution.h"

G_BEGIN_DECLS

/**
 * ikrar_office_preview_letterhead:
 * @institution: the office
 * @logo: (nullable): its coat of arms, a PNG picture
 *
 * Makes a strip of paper with nothing but the letterhead, as every paper of the office bears it.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): a document of one page, `NULL` if the office has no name yet
 */
IkrarDocument *ikrar_office_preview_letterhead (const IkrarInstitution *institution, GBytes *logo);

/**
 * ikrar_office_preview_signature:
 * @institution: the office
 * @signatory: who signs
 *
 * Makes a strip of paper with nothing but the block that @signatory signs in.
 *
 * Any thread.
 *
 * Returns: (transfer full): a document of one page
 */
IkrarDocument *ikrar_office_preview_signature (const IkrarInstitution *institution,
                                               const IkrarSignatory *signatory);

G_END_DECLS
