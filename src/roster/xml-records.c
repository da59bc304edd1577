/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"
#define _GNU_SOURCE

#include "roster/xml-records-private.h"

#include <string.h>

/* A longer record is none that a program writes for a person. */
#define RECORD_BYTES_MAX (1024 * 1024)

void
_ikrar_records_init (IkrarRecords *records)
{
  records->state = IKRAR_RECORDS_BEFORE;
  records->bytes = g_string_new (NULL);
  records->at = 0;
}

void
_ikrar_records_clear (IkrarRecords *records)
{
  g_string_free (records->bytes, TRUE);
}

static gsize
left (const IkrarRecords *records)
{
  return records->bytes->len - records->at;
}

static const char *
here (const IkrarRecords *records)
{
  return records->bytes->str + records->at;
}

static gboolean
feed (IkrarRecords *records, IkrarXml *xml, gsize size, GError **error)
{
  gboolean success = size == 0 || _ikrar_xml_feed (xml, here (records), size, FALSE, error);

  records->at += size;
  return success;
}

/* Looks for the element that holds the records. Tag by tag: when the parser tells of its beginning,
 * the parser has had nothing of what comes behind it. */
static gboolean
use_before (IkrarRecords *records, IkrarXml *xml, GError **error)
{
  while (left (records) > 0 && records->state == IKRAR_RECORDS_BEFORE && !xml->stopped)
    {
      const char *end = memchr (here (records), '>', left (records));
      gsize size = end != NULL ? (gsize) (end + 1 - here (records)) : left (records);

      if (!feed (records, xml, size, error))
        return FALSE;
      if (!xml->handlers->is_open (xml))
        continue;
      records->state = xml->foreign ? IKRAR_RECORDS_AFTER : IKRAR_RECORDS_WITHIN;
      records->depth = xml->depth;
    }
  return TRUE;
}

static void
skip_space (IkrarRecords *records)
{
  while (left (records) > 0 && strchr (" \t\r\n", *here (records)) != NULL)
    records->at++;
}

/* The size of what can only be one record, 0 if more bytes are needed to know. Anything else ends
 * the records. */
static gsize
find_record (IkrarRecords *records, IkrarXml *xml, gboolean last)
{
  gsize start_size = strlen (xml->handlers->record_start);
  gsize end_size = strlen (xml->handlers->record_end);
  const char *end;

  skip_space (records);
  if (left (records) < start_size && !last)
    return 0;
  if (left (records) < start_size ||
      memcmp (here (records), xml->handlers->record_start, start_size) != 0)
    {
      records->state = IKRAR_RECORDS_AFTER;
      return 0;
    }
  end = memmem (here (records), left (records), xml->handlers->record_end, end_size);
  if (end != NULL)
    return (gsize) (end + end_size - here (records));
  if (last || left (records) > RECORD_BYTES_MAX)
    records->state = IKRAR_RECORDS_AFTER;
  return 0;
}

static gboolean
use_within (IkrarRecords *records, IkrarXml *xml, gboolean last, GError **error)
{
  while (records->state == IKRAR_RECORDS_WITHIN && !xml->stopped)
    {
      gsize size = find_record (records, xml, last);
      gsize taken = size > 0 ? xml->handlers->take (xml, here (records), size) : 0;

      if (size == 0)
        return TRUE;
      records->at += taken;
      if (taken == 0 && !feed (records, xml, size, error))
        return FALSE;
      /* What looked like the end of the record was within a comment or the like. */
      if (xml->depth != records->depth)
        records->state = IKRAR_RECORDS_AFTER;
    }
  return TRUE;
}

gboolean
_ikrar_records_use (IkrarRecords *records, IkrarXml *xml, gboolean last, GError **error)
{
  if (records->state == IKRAR_RECORDS_BEFORE && !use_before (records, xml, error))
    return FALSE;
  if (records->state == IKRAR_RECORDS_WITHIN && !use_within (records, xml, last, error))
    return FALSE;
  if (records->state == IKRAR_RECORDS_AFTER && !xml->stopped &&
      !feed (records, xml, left (records), error))
    return FALSE;
  g_string_erase (records->bytes, 0, (gssize) records->at);
  records->at = 0;
  return TRUE;
}
