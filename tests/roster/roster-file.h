/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/workbook.h"

G_BEGIN_DECLS

/* Files to read, made by the tests: real zip files of hand-written XML, and texts. */

/* A part of a zip file; a list ends with a name of NULL. */
typedef struct
{
  const char *name;
  const char *text;
} RosterPart;

/* Makes an empty folder, and takes it away with all that is in it. */
char *roster_folder_new (void);
void roster_folder_free (char *folder);

/* What tests that read files begin with: an empty folder. */
typedef struct
{
  char *folder;
} RosterFixture;

void roster_set_up (RosterFixture *fixture, gconstpointer unused);
void roster_tear_down (RosterFixture *fixture, gconstpointer unused);

/* All give the path of a new file. */
char *roster_file_write (const char *folder, const char *name, gconstpointer bytes, gsize size);
char *roster_file_text (const char *folder, const char *name, const char *text);
char *roster_file_zip (const char *folder, const char *name, const RosterPart *parts);
/* A workbook with one sheet "Data", whose <worksheet> holds @sheet. The other parts may be NULL:
 * the contents of <sst>, of <styleSheet>, and attributes of <workbookPr>. */
char *roster_file_xlsx (const char *folder,
                        const char *sheet,
                        const char *strings,
                        const char *styles,
                        const char *properties);

/* Rows as text, one a line: "3 A:t:Nama C:n:12 D:d:2024-02-06". */
char *roster_file_dump (IkrarWorkbook *workbook, guint sheet, GError **error);
/* Opens what is in a file as if it was pasted. */
IkrarWorkbook *roster_file_open_bytes (const char *path, GError **error);
/* The same of a file that must be readable, and must be read alike when it is pasted. */
char *roster_file_dump_path (const char *path);

/* An IkrarSheetRowFunc that takes every row. */
gboolean roster_file_take_nothing (const IkrarSheetRow *row, gpointer user_data, GError **error);

/* Fails unless a file is refused with this code of IKRAR_ROSTER_ERROR when it is opened, or when
 * its first sheet is read; with the same words when it is pasted. */
void roster_file_assert_refused (const char *path, int code);

G_END_DECLS
