/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "seal/key.h"

G_BEGIN_DECLS

/**
 * IkrarVerification:
 * @genuine: whether what is claimed holds
 * @what: (transfer none): stable word: `pass`, `certificate`, `ledger`, `unknown`
 * @facts: (element-type utf8): what is proven, a translated sentence each; empty if not @genuine
 * @reasons: (element-type utf8): why it is not genuine, or what the proof does not cover, a
 *   translated sentence each; never empty
 *
 * What a stranger may conclude from a code or file, without a database.
 */
typedef struct
{
  gboolean genuine;
  const char *what;
  GPtrArray *facts;
  GPtrArray *reasons;
} IkrarVerification;

/**
 * ikrar_verify_code:
 * @code: a pass or certificate code, without ends; anything else gives `unknown`
 * @keys: (array length=n_keys): public keys to try
 * @n_keys: how many; without any nothing is genuine
 *
 * Any thread.
 *
 * Returns: (transfer full): the verdict
 */
IkrarVerification *ikrar_verify_code (const char *code, const IkrarPublicKey *keys, guint n_keys);

/**
 * ikrar_verify_file:
 * @file: a ledger export, or a certificate PDF made by Ikrar
 * @keys: (array length=n_keys): public keys to try; for a ledger the first one is the trusted key
 * @n_keys: how many, may be 0
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads at most 64 MiB of a PDF and looks only for Ikrar's own metadata in it: the face text
 * ([func@certificate_face_encode]) as `/Subject` and the code as `/Keywords` of a plain Info
 * dictionary. Either of them twice, as an incremental update would leave it, is not genuine. The
 * face is proven; that the page shows the same is for the reader to compare, and the verdict says
 * so. A file of several certificates has no such metadata: their codes must be scanned.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the verdict, or `NULL` with an error of reading the file
 */
IkrarVerification *ikrar_verify_file (GFile *file,
                                      const IkrarPublicKey *keys,
                                      guint n_keys,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * ikrar_verification_free:
 * @verdict: (transfer full) (nullable): a verdict
 */
void ikrar_verification_free (IkrarVerification *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarVerification, ikrar_verification_free)

G_END_DECLS
