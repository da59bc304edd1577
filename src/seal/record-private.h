/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/record.h"

G_BEGIN_DECLS

#define IKRAR_FIELD_TAG_FIRST 0x20
#define IKRAR_FIELD_TAG_LAST (IKRAR_FIELD_TAG_FIRST + IKRAR_RECORD_COMMITMENTS_MAX - 1)

/**
 * ikrar_commitment_make:
 * @commitment: (out): the commitment
 * @tag: which field
 * @salt: (array fixed-size=16): the salt; random except in test vectors
 * @value: the value, valid UTF-8
 *
 * Any thread.
 */
void ikrar_commitment_make (IkrarCommitment *commitment,
                            IkrarFieldTag tag,
                            const guint8 salt[IKRAR_SALT_SIZE],
                            const char *value);

G_END_DECLS
