/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/file-kind-private.h"
#include "roster/limits-private.h"
#include "roster/ods-private.h"

#define OPEN_DOCUMENT "application/vnd.oasis.opendocument."
#define SPREADSHEET OPEN_DOCUMENT "spreadsheet"
#define MANIFEST "META-INF/manifest.xml"
/* The type of a file, which is a part of its own. */
#define TYPE_PART "mimetype"
#define TYPE_SIZE 128

typedef struct
{
  IkrarReader reader;
  IkrarPackage *package;
  /* Names of the cells' styles with a colour behind the text or a stroke through it. */
  GHashTable *marking;
} Ods;

typedef struct
{
  Ods *ods;
  /* Names of the styles that hide a table. */
  GHashTable *hiding;
  char *style;
  guint skipped;
  /* Rows of sheets that are shown. */
  guint n_rows;
} Listing;

static void
ignore_end (IkrarXml *xml, const char *name)
{
}

static void
on_manifest (IkrarXml *xml, const char *name, const char **attributes)
{
  gboolean *encrypted = _ikrar_xml_data (xml);

  *encrypted |= strcmp (name, "encryption-data") == 0;
}

/* What cannot be looked into is read, and refused when that fails. */
static gboolean
is_encrypted (IkrarPackage *package)
{
  static const IkrarXmlHandlers handlers = { on_manifest, ignore_end };
  gboolean encrypted = _ikrar_package_has (package, "encrypted-package");

  if (!encrypted && _ikrar_package_has (package, MANIFEST))
    _ikrar_xml_read (package, MANIFEST, MANIFEST, &handlers, &encrypted, NULL, NULL);
  return encrypted;
}

/* The type that a package gives itself, "" if it does not. */
static char *
read_type (IkrarPackage *package)
{
  g_autoptr (IkrarPart) part =
      _ikrar_package_has (package, TYPE_PART) ? _ikrar_part_open (package, TYPE_PART, NULL) : NULL;
  char *type = g_malloc0 (TYPE_SIZE + 1);

  if (part != NULL && _ikrar_part_read (part, type, TYPE_SIZE, NULL) < 0)
    *type = '\0';
  return type;
}

gboolean
_ikrar_ods_is (IkrarPackage *package)
{
  g_autofree char *type = read_type (package);

  return g_str_has_prefix (type, OPEN_DOCUMENT) ||
         (_ikrar_package_has (package, IKRAR_ODS_CONTENT) &&
          _ikrar_package_has (package, MANIFEST));
}

static void
add_sheet (Listing *listing, IkrarXml *xml, const char **attributes)
{
  const char *name = _ikrar_xml_attribute (attributes, "name");
  const char *style = _ikrar_xml_attribute (attributes, "style-name");

  if (listing->ods->reader.sheets->len >= IKRAR_SHEETS_MAX)
    _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
                       _ ("There are more sheets than in any roster. Split the workbook into "
                          "several files."));
  else
    _ikrar_reader_add_sheet (&listing->ods->reader, name != NULL ? name : "",
                             style != NULL && g_hash_table_contains (listing->hiding, style));
}

/* Sheets that begin far below are not listed at a glance. */
static void
count_row (Listing *listing, IkrarXml *xml, const char *name)
{
  IkrarReader *reader = &listing->ods->reader;

  if (!reader->glance || strcmp (name, "table-row") != 0 || reader->sheets->len == 0 ||
      g_array_index (reader->sheets, IkrarSheet, reader->sheets->len - 1).hidden ||
      ++listing->n_rows <= IKRAR_GLANCE_ROWS)
    return;
  reader->partial = TRUE;
  _ikrar_xml_stop (xml, NULL);
}

/* A style may spell out that there is no colour and no stroke. */
static gboolean
is_mark (const char *name, const char **attributes)
{
  static const char *const nothing[] = { "transparent", "none", "#ffffff" };
  const char *value = NULL;

  if (strcmp (name, "table-cell-properties") == 0)
    value = _ikrar_xml_attribute (attributes, "background-color");
  else if (strcmp (name, "text-properties") == 0)
    value = _ikrar_xml_attribute (attributes, "text-line-through-style");
  for (gsize i = 0; i < G_N_ELEMENTS (nothing) && value != NULL; i++)
    if (g_ascii_strcasecmp (value, nothing[i]) == 0)
      return FALSE;
  return value != NULL;
}

static void
start_style (Listing *listing, const char *name, const char **attributes)
{
  const char *display = _ikrar_xml_attribute (attributes, "display");

  if (strcmp (name, "style") == 0)
    {
      g_free (listing->style);
      listing->style = g_strdup (_ikrar_xml_attribute (attributes, "name"));
    }
  else if (strcmp (name, "table-properties") == 0 && listing->style != NULL && display != NULL &&
           strcmp (display, "false") == 0)
    g_hash_table_add (listing->hiding, g_strdup (listing->style));
  else if (listing->style != NULL && is_mark (name, attributes) &&
           g_hash_table_size (listing->ods->marking) < IKRAR_STYLES_MAX)
    g_hash_table_add (listing->ods->marking, g_strdup (listing->style));
}

static gboolean
is_way (const char *name)
{
  static const char *const ways[] = { "document-content", "body", "spreadsheet", "automatic-styles",
                                      "style" };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strcmp (name, ways[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
on_start (IkrarXml *xml, const char *name, const char **attributes)
{
  Listing *listing = _ikrar_xml_data (xml);

  if (listing->skipped > 0)
    {
      listing->skipped++;
      count_row (listing, xml, name);
      return;
    }
  start_style (listing, name, attributes);
  if (strcmp (name, "table") == 0)
    add_sheet (listing, xml, attributes);
  if (!is_way (name))
    listing->skipped = 1;
}

static void
on_end (IkrarXml *xml, const char *name)
{
  Listing *listing = _ikrar_xml_data (xml);

  listing->skipped -= listing->skipped > 0;
}

static gboolean
list_sheets (Ods *ods, GError **error)
{
  static const IkrarXmlHandlers handlers = { on_start, on_end };
  g_autoptr (GHashTable) hiding = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Listing listing = { ods, hiding, NULL, 0, 0 };
  gboolean success = _ikrar_xml_read (ods->package, IKRAR_ODS_CONTENT, IKRAR_ODS_CONTENT, &handlers,
                                      &listing, NULL, error);

  g_free (listing.style);
  if (!success || ods->reader.sheets->len > 0)
    return success;
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET,
               _ ("%s has no sheet with cells. Choose the workbook with the roster."),
               _ikrar_package_get_name (ods->package));
  return FALSE;
}

/* Texts and presentations of LibreOffice are packed alike. */
static gboolean
check_type (IkrarPackage *package, GError **error)
{
  g_autofree char *type = read_type (package);
  const char *name = _ikrar_package_get_name (package);

  if (is_encrypted (package))
    return _ikrar_file_kind_refuse (IKRAR_FILE_ENCRYPTED, name, error);
  if (*type != '\0' && !g_str_has_prefix (type, SPREADSHEET))
    return _ikrar_file_kind_refuse (
        g_str_has_prefix (type, OPEN_DOCUMENT) ? IKRAR_FILE_DOCUMENT : IKRAR_FILE_OPEN_DOCUMENT,
        name, error);
  return TRUE;
}

static const char *
title_of (Ods *ods, guint sheet)
{
  return g_array_index (ods->reader.sheets, IkrarSheet, sheet).name;
}

static gboolean
read_sheet (IkrarReader *reader,
            guint sheet,
            IkrarSheetRowFunc func,
            gpointer user_data,
            const IkrarProgress *progress,
            GError **error)
{
  Ods *ods = (Ods *) reader;

  return _ikrar_ods_sheet_read (reader, ods->package, ods->marking, sheet, func, user_data,
                                progress, error);
}

static gboolean
read_merges (IkrarReader *reader, guint sheet, GArray *merges, GError **error)
{
  Ods *ods = (Ods *) reader;

  return _ikrar_ods_merges_read (ods->package, title_of (ods, sheet), sheet,
                                 reader->glance ? IKRAR_GLANCE_ROWS : IKRAR_SHEET_ROWS_MAX, merges,
                                 &reader->partial, error);
}

static void
free_ods (IkrarReader *reader)
{
  _ikrar_reader_clear (reader);
  _ikrar_package_free (((Ods *) reader)->package);
  g_hash_table_unref (((Ods *) reader)->marking);
  g_free (reader);
}

IkrarReader *
_ikrar_ods_open (IkrarPackage *package, gboolean glance, GError **error)
{
  static const IkrarReaderFormat format = { read_sheet, read_merges, free_ods };
  Ods *ods = g_new0 (Ods, 1);

  _ikrar_reader_init (&ods->reader, &format);
  ods->package = package;
  ods->marking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ods->reader.glance = glance;
  if (check_type (package, error) && list_sheets (ods, error))
    return &ods->reader;
  free_ods (&ods->reader);
  return NULL;
}
