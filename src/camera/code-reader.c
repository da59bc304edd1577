/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "camera/code-reader.h"

#include <string.h>
#include <zbar.h>

/* Codes that are light on dark are rare, and every look takes time. */
#define INVERTED_EVERY 4

struct _IkrarCodeReader
{
  zbar_image_scanner_t *scanner;
  GByteArray *copy; /* of the frame, at half its size or inverted */
  guint n_empty;    /* frames in which there was nothing */
};

void
ikrar_code_free (IkrarCode *code)
{
  if (code == NULL)
    return;
  g_free (code->text);
  g_free (code);
}

IkrarCodeReader *
ikrar_code_reader_new (void)
{
  IkrarCodeReader *reader = g_new0 (IkrarCodeReader, 1);

  reader->scanner = zbar_image_scanner_create ();
  zbar_image_scanner_set_config (reader->scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (reader->scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  reader->copy = g_byte_array_new ();
  return reader;
}

void
ikrar_code_reader_free (IkrarCodeReader *reader)
{
  if (reader == NULL)
    return;
  zbar_image_scanner_destroy (reader->scanner);
  g_byte_array_unref (reader->copy);
  g_free (reader);
}

/* One line of text, whatever bytes a symbol had. */
static char *
tidy (const char *data, gsize length)
{
  char *text = g_utf8_make_valid (data, (gssize) MIN (length, IKRAR_CODE_MAX));

  if (strlen (text) > IKRAR_CODE_MAX)
    *g_utf8_find_prev_char (text, text + IKRAR_CODE_MAX + 1) = '\0';
  for (char *place = text; *place != '\0'; place++)
    if (g_ascii_iscntrl (*place))
      *place = ' ';
  return text;
}

static IkrarCode *
make_code (const zbar_symbol_t *symbol, int scale)
{
  IkrarCode *code = g_new0 (IkrarCode, 1);

  code->text = tidy (zbar_symbol_get_data (symbol), zbar_symbol_get_data_length (symbol));
  for (guint i = 0; i < MIN (zbar_symbol_get_loc_size (symbol), 4); i++)
    {
      code->corners[i][0] = scale * zbar_symbol_get_loc_x (symbol, i);
      code->corners[i][1] = scale * zbar_symbol_get_loc_y (symbol, i);
    }
  return code;
}

static void
look (IkrarCodeReader *reader,
      int scale,
      const guint8 *gray,
      guint width,
      guint height,
      GPtrArray *codes)
{
  zbar_image_t *image = zbar_image_create ();

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, width, height);
  zbar_image_set_data (image, gray, (gulong) width * height, NULL);
  if (zbar_scan_image (reader->scanner, image) > 0)
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
         symbol = zbar_symbol_next (symbol))
      if (zbar_symbol_get_type (symbol) == ZBAR_QRCODE)
        g_ptr_array_add (codes, make_code (symbol, scale));
  zbar_image_destroy (image);
}

static void
halve (IkrarCodeReader *reader, const guint8 *gray, guint width, guint height)
{
  g_byte_array_set_size (reader->copy, (width / 2) * (height / 2));
  for (guint y = 0; y < height / 2; y++)
    {
      const guint8 *above = gray + (gsize) 2 * y * width, *below = above + width;
      guint8 *out = reader->copy->data + (gsize) y * (width / 2);

      for (guint x = 0; x < width / 2; x++)
        out[x] =
            (guint8) ((above[2 * x] + above[2 * x + 1] + below[2 * x] + below[2 * x + 1] + 2) / 4);
    }
}

static void
invert (IkrarCodeReader *reader, const guint8 *gray, guint width, guint height)
{
  g_byte_array_set_size (reader->copy, width * height);
  for (guint i = 0; i < reader->copy->len; i++)
    reader->copy->data[i] = (guint8) ~gray[i];
}

GPtrArray *
ikrar_code_reader_read (IkrarCodeReader *reader, const guint8 *gray, guint width, guint height)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_code_free);

  look (reader, 1, gray, width, height, codes);
  if (codes->len > 0 || width < 2 || height < 2)
    return codes;
  halve (reader, gray, width, height);
  look (reader, 2, reader->copy->data, width / 2, height / 2, codes);
  if (codes->len > 0 || reader->n_empty++ % INVERTED_EVERY != 0)
    return codes;
  invert (reader, gray, width, height);
  look (reader, 1, reader->copy->data, width, height, codes);
  return codes;
}
