/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"

#include "store/store.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarCertificatesOptions:
 * @participants: (array length=n_participants) (nullable): only of these, `NULL` for all
 * @n_participants: how many
 * @signing_room: whether corner ticks mark the room of an electronic signature
 *
 * Which certificates are printed, and how. All zero prints all.
 */
typedef struct
{
  const IkrarId *participants;
  guint n_participants;
  gboolean signing_room;
} IkrarCertificatesOptions;

/**
 * ikrar_certificates_new:
 * @store: a store
 * @event: id of an event
 * @options: (nullable): which ones, how
 * @progress: (nullable): who watches the reading
 * @error: return location for an error
 *
 * Makes the pages of the certificates in force of an event, A4 across, in order of their numbers.
 * Number, name, role, event and issuer are those of the certificate's face, as they were signed; a
 * certificate whose face was erased is left out. Signatories are named without titles (Permendagri
 * 1/2023, article 44).
 *
 * The PDF of exactly one certificate carries its face as subject and its code as keywords, so that
 * it can be verified without a database, see [func@verify_file].
 *
 * A thread that may wait for the disk.
 *
 * Returns: (transfer full) (nullable): the certificates, or `NULL` with a store error or
 *   `G_IO_ERROR_CANCELLED`
 */
IkrarDocument *ikrar_certificates_new (IkrarStore *store,
                                       IkrarId event,
                                       const IkrarCertificatesOptions *options,
                                       const IkrarProgress *progress,
                                       GError **error);

/**
 * ikrar_certificates_write_each:
 * @certificates: certificates
 * @folder: a folder that exists
 * @n_written: (out) (optional): how many files were written
 * @progress: (nullable): who watches; a step is a file
 * @error: return location for an error
 *
 * Writes a PDF for each certificate, named by its number, never by a person. All of them are
 * written beside, and take their places at the end.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_EMPTY` if there is no certificate, another report error
 *   or `G_IO_ERROR_CANCELLED`; then the folder is as it was
 */
gboolean ikrar_certificates_write_each (IkrarDocument *certificates,
                                        const char *folder,
                                        guint *n_written,
                                        const IkrarProgress *progress,
                                        GError **error);

G_END_DECLS
