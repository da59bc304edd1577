/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Workbooks of LibreOffice: whole, or their content and manifest. */

#include "package.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const before[] = { "mimetype",
                                        "application/vnd.oasis.opendocument.spreadsheet", NULL };
  static const char *const names[] = { "content.xml", "META-INF/manifest.xml", "mimetype", NULL };

  fuzz_read_package (data, size, before, names);
  return 0;
}
