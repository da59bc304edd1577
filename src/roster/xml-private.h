/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"
#include "roster/error.h"
#include "roster/package-private.h"

G_BEGIN_DECLS

/* Reads an XML part of a package as a stream of elements. Names come without their prefix: some
 * programs write <x:row>. A document type is refused, and with it all that entities can do. */
typedef struct _IkrarXml IkrarXml;

typedef struct
{
  void (*start) (IkrarXml *xml, const char *name, const char **attributes);
  void (*end) (IkrarXml *xml, const char *name);
  /* Of a part that is one long list of records: how a record begins and ends, such as "<row" and
   * "</row>"; NULL for others. */
  const char *record_start;
  const char *record_end;
  /* Whether records come next: the element that holds them was just begun and not ended. */
  gboolean (*is_open) (IkrarXml *xml);
  /* Takes a record written in the plain way that nearly all programs use, straight from its bytes,
   * which is many times faster. Gives the bytes taken, or 0 in any doubt at all: then nothing was
   * done, and the record goes through the parser like everything else. */
  gsize (*take) (IkrarXml *xml, const char *text, gsize size);
} IkrarXmlHandlers;

/* @title names the part in messages, such as the name of a sheet. */
gboolean _ikrar_xml_read (IkrarPackage *package,
                          const char *part,
                          const char *title,
                          const IkrarXmlHandlers *handlers,
                          gpointer user_data,
                          const IkrarProgress *progress,
                          GError **error);

/* The same, chunk by chunk: a reading that goes only as far as it is wanted. The texts given have
 * to outlive it. */
typedef struct _IkrarXmlReading IkrarXmlReading;

IkrarXmlReading *_ikrar_xml_begin (IkrarPackage *package,
                                   const char *part,
                                   const char *title,
                                   const IkrarXmlHandlers *handlers,
                                   gpointer user_data,
                                   GError **error);
/* Reads a chunk; @size is what it held, 0 at the end. */
gboolean _ikrar_xml_advance (IkrarXmlReading *reading, gsize *size, GError **error);
void _ikrar_xml_end (IkrarXmlReading *reading);

/* For handlers: the data given with them; */
gpointer _ikrar_xml_data (IkrarXml *xml);
/* letters from now on are gathered, */
void _ikrar_xml_gather (IkrarXml *xml);
/* or skipped again; */
void _ikrar_xml_skip (IkrarXml *xml);
/* what was gathered since it was cleared; */
GString *_ikrar_xml_text (IkrarXml *xml);
/* ends the reading, without an error or with this one (transfer full); */
void _ikrar_xml_stop (IkrarXml *xml, GError *error);
/* ends the reading because a limit is passed; @what is a translated sentence. */
void _ikrar_xml_refuse (IkrarXml *xml, IkrarRosterError code, const char *what);
/* refuses a text that is longer than a cell can be, from @start on. */
gboolean _ikrar_xml_check_text (IkrarXml *xml, const GString *text, gsize start);
/* Whether the reading was ended. */
gboolean _ikrar_xml_is_stopped (IkrarXml *xml);

/* The value of an attribute by its name without prefix, or NULL. */
const char *_ikrar_xml_attribute (const char **attributes, const char *name);
gboolean _ikrar_xml_flag (const char **attributes, const char *name);

G_END_DECLS
