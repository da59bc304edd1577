/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a workbook from a text: "[Name]" begins a sheet, "[*Name]" a hidden one, "+A2:D2" merges
 * cells of it; each other line is a row, cells apart by semicolons, lines in a cell by "|", and "~"
 * before it hides the row. Gives the path of the new file. */
char *roster_book_write (const char *folder, const char *text);

G_END_DECLS
