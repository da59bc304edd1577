/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A longer text is cut: no code of the desk is as long, and whatever else is held before a camera
 * is only refused. */
#define IKRAR_CODE_MAX 512

/**
 * IkrarCode:
 * @text: what the symbol says: valid UTF-8 in one line, at most %IKRAR_CODE_MAX bytes
 * @corners: x and y of its corners in the frame, in order around it
 *
 * A QR symbol in a frame.
 */
typedef struct
{
  char *text;
  int corners[4][2];
} IkrarCode;

/**
 * ikrar_code_free:
 * @code: (transfer full) (nullable): a code
 *
 * Any thread.
 */
void ikrar_code_free (IkrarCode *code);

/**
 * IkrarCodeReader:
 *
 * Finds QR symbols in frames, and no other kind of symbol: each kind more is one more way in for
 * whoever makes a hostile picture. One thread at a time.
 */
typedef struct _IkrarCodeReader IkrarCodeReader;

/**
 * ikrar_code_reader_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): a reader
 */
IkrarCodeReader *ikrar_code_reader_new (void);

/**
 * ikrar_code_reader_free:
 * @reader: (transfer full) (nullable): a reader
 */
void ikrar_code_reader_free (IkrarCodeReader *reader);

/**
 * ikrar_code_reader_read:
 * @reader: a reader
 * @gray: (array): brightness, a byte a pixel, rows from the top without gaps
 * @width: pixels in a row
 * @height: rows
 *
 * Looks at the frame as it is; where nothing is found, at half its size, which finds symbols held
 * so near that their modules are ten pixels and more (zbar gets worse there); where there is still
 * nothing, at half its size inverted, for light codes on dark screens. Mirrored symbols are read
 * anyway.
 *
 * Returns: (transfer container) (element-type IkrarCode): what was found, perhaps nothing
 */
GPtrArray *
ikrar_code_reader_read (IkrarCodeReader *reader, const guint8 *gray, guint width, guint height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarCodeReader, ikrar_code_reader_free)

G_END_DECLS
