/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "report/document.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PAGE_CACHE (ikrar_page_cache_get_type ())

/**
 * IkrarPageCache:
 *
 * Pictures of the pages of a document. Pages are drawn in a thread, one after the other, only those
 * that are wanted; those that were not looked at for long are forgotten.
 *
 * Emits `rendered` when a page is there.
 */
G_DECLARE_FINAL_TYPE (IkrarPageCache, ikrar_page_cache, IKRAR, PAGE_CACHE, GObject)

/**
 * IkrarPageWish:
 * @page: from 0
 * @width: how many pixels wide
 */
typedef struct
{
  guint page;
  int width;
} IkrarPageWish;

/**
 * ikrar_page_cache_new:
 * @document: a document
 *
 * Returns: (transfer full): a cache of its pages
 */
IkrarPageCache *ikrar_page_cache_new (IkrarDocument *document);

/**
 * ikrar_page_cache_get:
 * @cache: a cache
 * @page: from 0
 *
 * Returns: (transfer none) (nullable): the page as it was drawn last, perhaps in another size
 */
GdkTexture *ikrar_page_cache_get (IkrarPageCache *cache, guint page);

/**
 * ikrar_page_cache_want:
 * @cache: a cache
 * @wishes: (array length=n_wishes): pages, those that are seen first
 * @n_wishes: how many
 *
 * Says what is wanted now; what was wanted before and is not drawn yet is not drawn any more.
 */
void ikrar_page_cache_want (IkrarPageCache *cache, const IkrarPageWish *wishes, guint n_wishes);

/**
 * ikrar_page_render:
 * @document: a document
 * @page: from 0
 * @width: how many pixels wide
 *
 * Draws a page on white. Any thread.
 *
 * Returns: (transfer full): its picture
 */
GdkTexture *ikrar_page_render (IkrarDocument *document, guint page, int width);

/**
 * ikrar_page_render_small:
 * @document: a document
 * @page: from 0
 * @size: pixels of the longer side
 *
 * Draws a page much larger, reduces it, as tiny letters would be blots, and frames it. Any thread.
 *
 * Returns: (transfer full): its picture
 */
GdkTexture *ikrar_page_render_small (IkrarDocument *document, guint page, int size);

G_END_DECLS
