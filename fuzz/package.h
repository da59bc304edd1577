/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What the fuzzers share. An input is taken as it is; but one of a zip format that is no zip file
 * is the text of its parts, one behind the other with a NUL between, in the order that is given:
 * random changes rarely get through a packed part. */

/* Opens bytes and reads all that there is. */
void fuzz_read (GBytes *bytes);
/* @names end with NULL; the parts @before are always there, as pairs of name and text. */
void fuzz_read_package (const uint8_t *data,
                        size_t size,
                        const char *const *before,
                        const char *const *names);

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

G_END_DECLS
