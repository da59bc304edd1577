/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/xml-private.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/limits-private.h"
#include "roster/xml-records-private.h"

#define CHUNK_SIZE 65536
/* Letters are counted in UTF-16 in a workbook; none of them takes more than three bytes here. */
#define TEXT_BYTES_MAX (3 * IKRAR_CELL_LETTERS_MAX)
/* A tag is kept whole until it ends, and looked at again with every chunk. */
#define TAG_BYTES_MAX (1024 * 1024)

gpointer
_ikrar_xml_data (IkrarXml *xml)
{
  return xml->user_data;
}

void
_ikrar_xml_gather (IkrarXml *xml)
{
  xml->gathering = TRUE;
}

void
_ikrar_xml_skip (IkrarXml *xml)
{
  xml->gathering = FALSE;
}

GString *
_ikrar_xml_text (IkrarXml *xml)
{
  return xml->text;
}

gboolean
_ikrar_xml_is_stopped (IkrarXml *xml)
{
  return xml->stopped;
}

void
_ikrar_xml_stop (IkrarXml *xml, GError *error)
{
  if (xml->stopped)
    {
      g_clear_error (&error);
      return;
    }
  xml->stopped = TRUE;
  xml->error = error;
  XML_StopParser (xml->parser, XML_FALSE);
}

void
_ikrar_xml_refuse (IkrarXml *xml, IkrarRosterError code, const char *what)
{
  _ikrar_xml_stop (xml, g_error_new (IKRAR_ROSTER_ERROR, (int) code, "%s, “%s”: %s", xml->file_name,
                                     xml->title, what));
}

gboolean
_ikrar_xml_check_text (IkrarXml *xml, const GString *text, gsize start)
{
  if (text->len - start <= IKRAR_CELL_LETTERS_MAX ||
      g_utf8_strlen (text->str + start, -1) <= IKRAR_CELL_LETTERS_MAX)
    return TRUE;
  _ikrar_xml_refuse (
      xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
      _ ("A cell holds more text than a spreadsheet allows (32,767 letters). Copy the "
         "table into a new workbook."));
  return FALSE;
}

const char *
_ikrar_xml_attribute (const char **attributes, const char *name)
{
  for (; attributes[0] != NULL; attributes += 2)
    {
      const char *colon = strchr (attributes[0], ':');

      if (strcmp (colon != NULL ? colon + 1 : attributes[0], name) == 0)
        return attributes[1];
    }
  return NULL;
}

gboolean
_ikrar_xml_flag (const char **attributes, const char *name)
{
  const char *value = _ikrar_xml_attribute (attributes, name);

  return value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
on_start (void *data, const char *name, const char **attributes)
{
  IkrarXml *xml = data;

  if (xml->stopped)
    return;
  if (++xml->depth > IKRAR_XML_DEPTH_MAX)
    {
      _ikrar_xml_refuse (
          xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
          _ ("Elements are nested deeper than in any workbook. Copy the table into a "
             "new workbook."));
      return;
    }
  xml->handlers->start (xml, local_name (name), attributes);
}

static void
on_end (void *data, const char *name)
{
  IkrarXml *xml = data;

  if (xml->stopped)
    return;
  xml->depth--;
  xml->handlers->end (xml, local_name (name));
}

static void
on_letters (void *data, const char *letters, int size)
{
  IkrarXml *xml = data;

  if (!xml->gathering || xml->stopped)
    return;
  if (xml->text->len + (gsize) size > TEXT_BYTES_MAX)
    _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
                       _ ("A cell holds more text than a spreadsheet allows (32,767 letters). Copy "
                          "the table into a new workbook."));
  else
    g_string_append_len (xml->text, letters, size);
}

static void
on_doctype (void *data, const char *name, const char *system, const char *public, int has_subset)
{
  _ikrar_xml_refuse (data, IKRAR_ROSTER_ERROR_DAMAGED,
                     _ ("The file declares a document type, which no workbook does. It may be made "
                        "to do harm: do not open it elsewhere, and ask the sender."));
}

static void
on_declaration (void *data, const char *version, const char *encoding, int standalone)
{
  IkrarXml *xml = data;

  xml->foreign = encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0;
}

static void
set_up (IkrarXml *xml)
{
  xml->text = g_string_new (NULL);
  xml->parser = XML_ParserCreate (NULL);
  XML_SetUserData (xml->parser, xml);
  XML_SetElementHandler (xml->parser, on_start, on_end);
  XML_SetCharacterDataHandler (xml->parser, on_letters);
  XML_SetXmlDeclHandler (xml->parser, on_declaration);
  XML_SetStartDoctypeDeclHandler (xml->parser, on_doctype);
}

static gboolean
fail_syntax (IkrarXml *xml, GError **error)
{
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_DAMAGED,
               _ ("%s is damaged: “%s” breaks off or is garbled. Open it in Excel or LibreOffice, "
                  "let it be repaired, and save it again."),
               xml->file_name, xml->title);
  return FALSE;
}

static gboolean
check_tag (IkrarXml *xml, GError **error)
{
  XML_Index done = XML_GetCurrentByteIndex (xml->parser);

  if (done < 0 || xml->fed - (guint64) done <= CHUNK_SIZE + TAG_BYTES_MAX)
    return TRUE;
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
               _ ("%s: “%s” has a tag longer than any workbook's. Copy the table into a new "
                  "workbook."),
               xml->file_name, xml->title);
  return FALSE;
}

gboolean
_ikrar_xml_feed (IkrarXml *xml, const char *bytes, gsize size, gboolean last, GError **error)
{
  xml->fed += size;
  if (XML_Parse (xml->parser, bytes, (int) size, last) == XML_STATUS_OK)
    return last || check_tag (xml, error);
  return xml->stopped || fail_syntax (xml, error);
}

struct _IkrarXmlReading
{
  IkrarXml xml;
  IkrarRecords records;
  IkrarPart *part;
};

/* Reads a chunk and uses it; @size is 0 when there are no more. */
static gboolean
read_chunk (IkrarXml *xml, IkrarPart *part, IkrarRecords *records, gsize *size, GError **error)
{
  gsize before = records->bytes->len;
  gssize n_read;

  g_string_set_size (records->bytes, before + CHUNK_SIZE);
  n_read = _ikrar_part_read (part, records->bytes->str + before, CHUNK_SIZE, error);
  if (n_read < 0)
    return FALSE;
  g_string_set_size (records->bytes, before + (gsize) n_read);
  *size = (gsize) n_read;
  return _ikrar_records_use (records, xml, n_read == 0, error) &&
         (n_read > 0 || xml->stopped || _ikrar_xml_feed (xml, "", 0, TRUE, error));
}

gboolean
_ikrar_xml_advance (IkrarXmlReading *reading, gsize *size, GError **error)
{
  IkrarXml *xml = &reading->xml;

  *size = 0;
  if (!xml->stopped && !read_chunk (xml, reading->part, &reading->records, size, error))
    return FALSE;
  if (xml->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&xml->error));
  return FALSE;
}

IkrarXmlReading *
_ikrar_xml_begin (IkrarPackage *package,
                  const char *name,
                  const char *title,
                  const IkrarXmlHandlers *handlers,
                  gpointer user_data,
                  GError **error)
{
  IkrarPart *part = _ikrar_part_open (package, name, error);
  IkrarXmlReading *reading;

  if (part == NULL)
    return NULL;
  reading = g_new0 (IkrarXmlReading, 1);
  reading->part = part;
  reading->xml.handlers = handlers;
  reading->xml.user_data = user_data;
  reading->xml.title = title;
  reading->xml.file_name = _ikrar_package_get_name (package);
  set_up (&reading->xml);
  _ikrar_records_init (&reading->records);
  if (handlers->take == NULL)
    reading->records.state = IKRAR_RECORDS_AFTER;
  return reading;
}

void
_ikrar_xml_end (IkrarXmlReading *reading)
{
  if (reading == NULL)
    return;
  _ikrar_records_clear (&reading->records);
  g_clear_error (&reading->xml.error);
  XML_ParserFree (reading->xml.parser);
  g_string_free (reading->xml.text, TRUE);
  _ikrar_part_free (reading->part);
  g_free (reading);
}

gboolean
_ikrar_xml_read (IkrarPackage *package,
                 const char *name,
                 const char *title,
                 const IkrarXmlHandlers *handlers,
                 gpointer user_data,
                 const IkrarProgress *progress,
                 GError **error)
{
  IkrarXmlReading *reading = _ikrar_xml_begin (package, name, title, handlers, user_data, error);
  gboolean success = reading != NULL;
  guint64 total = reading != NULL ? _ikrar_part_get_size (reading->part) : 0;
  guint64 done = 0;
  gsize size = 1;

  while (success && size > 0 && !reading->xml.stopped)
    {
      success = _ikrar_xml_advance (reading, &size, error);
      done += size;
      success = success && ikrar_progress_step (progress, MIN (done, total), total, error);
    }
  _ikrar_xml_end (reading);
  return success;
}
