// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sheets on standard input, as JSON, with SheetJS: node write-sheetjs.js FILE.xlsx|.xls|…
const fs = require("fs");
const XLSX = require("xlsx");

const book = XLSX.utils.book_new();
for (const sheet of JSON.parse(fs.readFileSync(0))) {
  const target = XLSX.utils.aoa_to_sheet(sheet.rows);
  target["!merges"] = (sheet.merges || []).map(XLSX.utils.decode_range);
  XLSX.utils.book_append_sheet(book, target, sheet.name);
}
XLSX.writeFile(book, process.argv[2], { bookSST: true, compression: true });
