/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <expat.h>

#include "roster/xml-private.h"

G_BEGIN_DECLS

struct _IkrarXml
{
  XML_Parser parser;
  const IkrarXmlHandlers *handlers;
  gpointer user_data;
  const char *file_name;
  const char *title;
  GString *text;
  GError *error;
  /* Bytes that the parser got. */
  guint64 fed;
  guint depth;
  gboolean gathering;
  gboolean stopped;
  /* Whether the part says that it is written in something else than UTF-8. */
  gboolean foreign;
};

/* Gives bytes to the parser. TRUE also when a handler ended the reading. */
gboolean
_ikrar_xml_feed (IkrarXml *xml, const char *bytes, gsize size, gboolean last, GError **error);

/* Where a part stands whose records are taken from its bytes. */
typedef struct
{
  enum
  {
    IKRAR_RECORDS_BEFORE,
    IKRAR_RECORDS_WITHIN,
    IKRAR_RECORDS_AFTER,
  } state;
  /* Bytes that are read but not used yet, from @at on. */
  GString *bytes;
  gsize at;
  /* How deep records lie. */
  guint depth;
} IkrarRecords;

void _ikrar_records_init (IkrarRecords *records);
void _ikrar_records_clear (IkrarRecords *records);
/* Uses the bytes that were added; @last when there are no more. */
gboolean _ikrar_records_use (IkrarRecords *records, IkrarXml *xml, gboolean last, GError **error);

G_END_DECLS
