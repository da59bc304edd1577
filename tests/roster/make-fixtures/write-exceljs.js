// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sheets on standard input, as JSON, with exceljs: node write-exceljs.js FILE.xlsx
const fs = require("fs");
const ExcelJS = require("exceljs");

const workbook = new ExcelJS.Workbook();
workbook.created = workbook.modified = new Date("2024-11-07T00:00:00Z");

function dress(cell, wanted) {
  if (wanted.rich) cell.value = { richText: wanted.rich.map((text) => ({ text })) };
  else cell.value = wanted.text;
  if (wanted.fill)
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF" + wanted.fill } };
  if (wanted.strike) cell.font = { strike: true };
  if (wanted.comment) cell.note = wanted.comment;
}

for (const sheet of JSON.parse(fs.readFileSync(0))) {
  const target = workbook.addWorksheet(sheet.name);
  sheet.rows.forEach((row, y) =>
    row.forEach((cell, x) => {
      const place = target.getCell(y + 1, x + 1);
      if (cell !== null && typeof cell === "object") dress(place, cell);
      else if (cell !== null) place.value = cell;
    }));
  for (const area of sheet.merges || []) target.mergeCells(area);
}
workbook.xlsx.writeFile(process.argv[2]);
