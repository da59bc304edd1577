/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "roster/xls-box-private.h"

#include <string.h>

/* [MS-CFB] */
#define HEADER_SIZE 512
#define HEADER_ENTRIES 109
#define TABLE_ENTRIES 128
#define LIST_ENTRIES 127
#define ENTRY_SIZE 128
#define STREAM_SIZE_MIN 4096
#define SECTOR_END 0xFFFFFFFE
#define SECTOR_FREE 0xFFFFFFFF
#define SECTOR_TABLE 0xFFFFFFFD
#define SECTOR_LIST 0xFFFFFFFC
#define KIND_STREAM 2
#define KIND_ROOT 5

typedef struct
{
  const guint8 *bytes;
  gsize size;
  gsize sector;
  /* The next sector of each: of the file, and of the small streams. */
  GArray *table;
  GArray *small_table;
} Box;

static guint32
u32 (const guint8 *at)
{
  return at[0] | (guint32) at[1] << 8 | (guint32) at[2] << 16 | (guint32) at[3] << 24;
}

static guint
u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static const guint8 *
find_sector (const Box *box, guint32 sector)
{
  gsize start = ((gsize) sector + 1) * box->sector;

  return sector < SECTOR_TABLE && start + box->sector <= box->size ? box->bytes + start : NULL;
}

static void
add_numbers (GArray *numbers, const guint8 *at, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      guint32 number = u32 (at + 4 * i);

      g_array_append_val (numbers, number);
    }
}

static guint32
next_of (const GArray *table, guint32 sector)
{
  return sector < table->len ? g_array_index (table, guint32, sector) : SECTOR_END;
}

/* The sectors of the table are listed in the header, and in sectors chained from there. */
static void
read_table (Box *box)
{
  g_autoptr (GArray) sectors = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n_numbers = box->sector / 4;
  guint32 more = u32 (box->bytes + 0x44);
  const guint8 *at;

  add_numbers (sectors, box->bytes + 0x4C, HEADER_ENTRIES);
  for (gsize i = 0; i < box->size / box->sector && (at = find_sector (box, more)) != NULL; i++)
    {
      add_numbers (sectors, at, n_numbers - 1);
      more = u32 (at + 4 * (n_numbers - 1));
    }
  for (guint i = 0; i < sectors->len; i++)
    {
      at = find_sector (box, g_array_index (sectors, guint32, i));
      if (at != NULL)
        add_numbers (box->table, at, n_numbers);
    }
}

/* The bytes of a chain; it ends early if it is broken, and never goes round. */
static GByteArray *
read_chain (const Box *box, guint32 sector, gsize size)
{
  GByteArray *bytes = g_byte_array_sized_new ((guint) MIN (size, box->size));
  const guint8 *at;

  while (bytes->len < box->size && (at = find_sector (box, sector)) != NULL)
    {
      g_byte_array_append (bytes, at, (guint) box->sector);
      sector = next_of (box->table, sector);
    }
  return bytes;
}

static GByteArray *
read_small (const Box *box, const GByteArray *small, gsize piece, guint32 sector)
{
  GByteArray *bytes = g_byte_array_new ();

  while (bytes->len < small->len && (gsize) sector * piece + piece <= small->len)
    {
      g_byte_array_append (bytes, small->data + sector * piece, (guint) piece);
      sector = next_of (box->small_table, sector);
    }
  return bytes;
}

/* Names are UTF-16LE. */
static gboolean
is_named (const guint8 *entry, const char *name)
{
  for (gsize i = 0; i <= strlen (name); i++)
    if (u16 (entry + 2 * i) != (guint) name[i])
      return FALSE;
  return TRUE;
}

static const guint8 *
find_entry (const GByteArray *folder, guint8 kind, const char *name)
{
  for (gsize at = 0; at + ENTRY_SIZE <= folder->len; at += ENTRY_SIZE)
    if (folder->data[at + 0x42] == kind && (name == NULL || is_named (folder->data + at, name)))
      return folder->data + at;
  return NULL;
}

static GByteArray *
read_entry (Box *box, const GByteArray *folder, const guint8 *entry)
{
  const guint8 *root = find_entry (folder, KIND_ROOT, NULL);
  gsize size = u32 (entry + 0x78);
  GByteArray *bytes;

  if (size >= u32 (box->bytes + 0x38) || root == NULL)
    bytes = read_chain (box, u32 (entry + 0x74), size + box->sector);
  else
    {
      g_autoptr (GByteArray) small = read_chain (box, u32 (root + 0x74), 0);
      g_autoptr (GByteArray) table = read_chain (box, u32 (box->bytes + 0x3C), 0);

      add_numbers (box->small_table, table->data, table->len / 4);
      bytes = read_small (box, small, 64, u32 (entry + 0x74));
    }
  g_byte_array_set_size (bytes, (guint) MIN (size, bytes->len));
  return bytes;
}

GByteArray *
_ikrar_xls_box_open (const guint8 *bytes, gsize size)
{
  Box box = { bytes, size, 0, NULL, NULL };
  g_autoptr (GByteArray) folder = NULL;
  GByteArray *book = NULL;
  const guint8 *entry;

  if (size < HEADER_SIZE || memcmp (bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) != 0 ||
      (u16 (bytes + 0x1E) != 9 && u16 (bytes + 0x1E) != 12))
    return NULL;
  box.sector = (gsize) 1 << u16 (bytes + 0x1E);
  box.table = g_array_new (FALSE, FALSE, sizeof (guint32));
  box.small_table = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_table (&box);
  folder = read_chain (&box, u32 (bytes + 0x30), 0);
  entry = find_entry (folder, KIND_STREAM, "Workbook");
  if (entry == NULL)
    entry = find_entry (folder, KIND_STREAM, "Book");
  if (entry != NULL)
    book = read_entry (&box, folder, entry);
  if (book != NULL && book->len == 0)
    g_clear_pointer (&book, g_byte_array_unref);
  g_array_unref (box.table);
  g_array_unref (box.small_table);
  return book;
}

static void
put_u32 (GByteArray *bytes, gsize at, guint32 number)
{
  number = GUINT32_TO_LE (number);
  memcpy (bytes->data + at, &number, sizeof number);
}

static void
put_entry (GByteArray *bytes, gsize at, const char *name, guint8 kind, guint32 start, guint32 size)
{
  guint8 *entry = bytes->data + at;

  for (gsize i = 0; name[i] != '\0'; i++)
    entry[2 * i] = (guint8) name[i];
  entry[0x40] = (guint8) (2 * strlen (name) + 2);
  entry[0x42] = kind;
  entry[0x43] = 1;
  put_u32 (bytes, at + 0x44, SECTOR_FREE);
  put_u32 (bytes, at + 0x48, SECTOR_FREE);
  put_u32 (bytes, at + 0x4C, kind == KIND_ROOT ? 1 : SECTOR_FREE);
  put_u32 (bytes, at + 0x74, start);
  put_u32 (bytes, at + 0x78, size);
}

/* The sectors of the table are listed in the header, and in lists of their own if there are many.
 */
static void
put_tables (GByteArray *box, guint32 first, guint32 n_tables, guint32 n_lists)
{
  guint32 list = first + n_tables;

  for (guint32 i = 0; i < HEADER_ENTRIES; i++)
    put_u32 (box, 0x4C + 4 * i, i < n_tables ? first + i : SECTOR_FREE);
  for (guint32 i = 0; i < n_lists * LIST_ENTRIES; i++)
    put_u32 (box, (list + i / LIST_ENTRIES + 1) * HEADER_SIZE + i % LIST_ENTRIES * 4,
             HEADER_ENTRIES + i < n_tables ? first + HEADER_ENTRIES + i : SECTOR_FREE);
  for (guint32 i = 1; i <= n_lists; i++)
    put_u32 (box, (list + i + 1) * HEADER_SIZE - 4, i < n_lists ? list + i : SECTOR_END);
}

static void
put_header (GByteArray *box, guint32 n_book, guint32 n_tables, guint32 n_lists)
{
  static const guint8 start[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  static const guint8 form[] = { 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0 };

  memcpy (box->data, start, sizeof start);
  memcpy (box->data + 0x18, form, sizeof form);
  put_u32 (box, 0x2C, n_tables);
  put_u32 (box, 0x30, n_book);
  put_u32 (box, 0x38, STREAM_SIZE_MIN);
  put_u32 (box, 0x3C, SECTOR_END);
  put_u32 (box, 0x44, n_lists > 0 ? n_book + 1 + n_tables : SECTOR_END);
  put_u32 (box, 0x48, n_lists);
  put_tables (box, n_book + 1, n_tables, n_lists);
}

/* What the table says of a sector: which one is next, or what else it is. */
static guint32
describe_sector (guint32 sector, guint32 n_book, guint32 n_tables, guint32 n_lists)
{
  if (sector <= n_book)
    return sector + 1 >= n_book ? SECTOR_END : sector + 1;
  if (sector <= n_book + n_tables)
    return SECTOR_TABLE;
  return sector <= n_book + n_tables + n_lists ? SECTOR_LIST : SECTOR_FREE;
}

/* The workbook's sectors come first, then one of the folder, then the table and its lists. */
GByteArray *
_ikrar_xls_box_make (const GByteArray *book)
{
  gsize sector = HEADER_SIZE;
  guint32 size = MAX (book->len, STREAM_SIZE_MIN);
  guint32 n_book = (guint32) ((size + sector - 1) / sector);
  guint32 n_lists = n_book / (TABLE_ENTRIES - 1) < HEADER_ENTRIES
                        ? 0
                        : n_book / (TABLE_ENTRIES - 1) / LIST_ENTRIES + 1;
  guint32 n_tables = (n_book + 1 + n_lists) / (TABLE_ENTRIES - 1) + 1;
  gsize table = (n_book + 2) * sector;
  GByteArray *box = g_byte_array_sized_new ((guint) (table + (n_tables + n_lists) * sector));

  g_byte_array_set_size (box, (guint) (table + (n_tables + n_lists) * sector));
  memset (box->data, 0, box->len);
  put_header (box, n_book, n_tables, n_lists);
  memcpy (box->data + sector, book->data, book->len);
  put_entry (box, (n_book + 1) * sector, "Root Entry", KIND_ROOT, SECTOR_END, 0);
  put_entry (box, (n_book + 1) * sector + ENTRY_SIZE, "Workbook", KIND_STREAM, 0, size);
  for (guint32 i = 0; i < n_tables * TABLE_ENTRIES; i++)
    put_u32 (box, table + 4 * i, describe_sector (i, n_book, n_tables, n_lists));
  return box;
}
