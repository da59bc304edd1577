/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/source-private.h"

G_BEGIN_DECLS

/* How a text file is written. */
typedef struct
{
  /* Name of the encoding, NULL for UTF-8. */
  const char *charset;
  /* Bytes of the byte order mark. */
  gsize mark;
  /* Whether UTF-8 is claimed, but broken in places. */
  gboolean broken;
} IkrarTextEncoding;

/* Finds out by looking at every byte: UTF-8, UTF-16 in either order, or else Windows-1252. */
gboolean
_ikrar_text_encoding_find (const IkrarSource *source, IkrarTextEncoding *encoding, GError **error);
/* Whether bytes are the beginning of text in one of these. */
gboolean _ikrar_text_encoding_is_text (const guint8 *bytes, gsize size);
/* Opens a stream of UTF-8 behind the mark. @bytes is where it really comes from. */
GInputStream *_ikrar_text_encoding_open (const IkrarSource *source,
                                         const IkrarTextEncoding *encoding,
                                         GInputStream **bytes,
                                         GError **error);

/* Takes the fields of one record; @number counts records from 1. FALSE stops. */
typedef gboolean (*IkrarRecordFunc) (guint number,
                                     const char *const *fields,
                                     guint n_fields,
                                     gpointer user_data,
                                     GError **error);

/* Splits separated values (RFC 4180, with every kind of line end). Text is given in pieces. */
typedef struct
{
  /* Name of the file, for messages. */
  const char *name;
  char separator;
  IkrarRecordFunc func;
  gpointer user_data;

  /* The fields of the record so far, each with its NUL but the last. */
  GString *text;
  GArray *starts;
  GPtrArray *fields;
  guint number;
  /* Letters right behind a closing quotation mark: there are none with the right separator. */
  guint n_strays;
  guint state;
  gboolean after_cr;
  gboolean stopped;
} IkrarSplitter;

void _ikrar_splitter_init (IkrarSplitter *splitter,
                           const char *name,
                           char separator,
                           IkrarRecordFunc func,
                           gpointer user_data);
void _ikrar_splitter_clear (IkrarSplitter *splitter);
/* FALSE with an error, of the function or because a limit is passed. Look at @stopped as well. */
gboolean
_ikrar_splitter_feed (IkrarSplitter *splitter, const char *text, gsize size, GError **error);
/* The text is at its end. */
gboolean _ikrar_splitter_finish (IkrarSplitter *splitter, GError **error);

/* The separator that parts the beginning of a text most evenly; @skip are the bytes of a line that
 * only names it. */
char _ikrar_splitter_guess (const char *text, gsize size, gsize *skip);

G_END_DECLS
