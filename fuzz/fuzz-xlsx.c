/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Workbooks of Excel: whole, or a sheet, its texts and its styles. */

#include "package.h"

#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const before[] = {
    "xl/workbook.xml",
    "<workbook><sheets><sheet name=\"Data\" r:id=\"r1\"/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id=\"r1\" Type=\"" TYPE "worksheet\" Target=\"sheet.xml\"/>"
    "<Relationship Id=\"r2\" Type=\"" TYPE "sharedStrings\" Target=\"strings.xml\"/>"
    "<Relationship Id=\"r3\" Type=\"" TYPE "styles\" Target=\"styles.xml\"/></Relationships>",
    NULL,
  };
  static const char *const names[] = { "xl/sheet.xml",    "xl/strings.xml",
                                       "xl/styles.xml",   "xl/_rels/workbook.xml.rels",
                                       "xl/workbook.xml", NULL };

  fuzz_read_package (data, size, before, names);
  return 0;
}
