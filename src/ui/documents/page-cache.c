/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/documents/page-cache.h"

#include <math.h>

#include "ui/common/errand.h"

/* What pictures may take together; the page that is seen stays in any case. */
#define BYTES_MAX (96 * 1024 * 1024)
/* Larger pages are drawn coarser and enlarged. */
#define PIXELS_MAX (16.0 * 1024 * 1024)
#define SMALL_FACTOR 6
/* Letters stand on whole pixels: pages are drawn larger than they are shown, so that small print is
 * spaced as on paper. */
#define SHARP_FACTOR 3
#define SHARP_SCALE 4 /* pixels a point from which this is not needed */
#define FRAME_OPACITY 0.15

/* A page that was drawn. */
typedef struct
{
  guint page;
  int width;
  gsize bytes;
  GdkTexture *texture;
} Picture;

struct _IkrarPageCache
{
  GObject parent_instance;

  /* Owned */
  IkrarDocument *document;
  GQueue pictures;     /* Picture, the one looked at last first */
  GHashTable *by_page; /* links of @pictures by page */
  GArray *wishes;      /* IkrarPageWish */

  gsize bytes;
  gboolean busy; /* whether a page is being drawn */
};

G_DEFINE_FINAL_TYPE (IkrarPageCache, ikrar_page_cache, G_TYPE_OBJECT)

enum
{
  RENDERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void draw_next (IkrarPageCache *self);

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->texture);
  g_free (picture);
}

static void
forget (IkrarPageCache *self, GList *link)
{
  Picture *picture = link->data;

  self->bytes -= picture->bytes;
  g_hash_table_remove (self->by_page, GUINT_TO_POINTER (picture->page));
  g_queue_delete_link (&self->pictures, link);
  picture_free (picture);
}

static void
keep (IkrarPageCache *self, const IkrarPageWish *wish, GdkTexture *texture)
{
  GList *before = g_hash_table_lookup (self->by_page, GUINT_TO_POINTER (wish->page));
  Picture *picture = g_new0 (Picture, 1);

  if (before != NULL)
    forget (self, before);
  picture->page = wish->page;
  picture->width = wish->width;
  picture->texture = texture;
  picture->bytes = (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture) * 4;
  self->bytes += picture->bytes;
  g_queue_push_head (&self->pictures, picture);
  g_hash_table_insert (self->by_page, GUINT_TO_POINTER (wish->page), self->pictures.head);
  while (self->bytes > BYTES_MAX && self->pictures.length > 1)
    forget (self, self->pictures.tail);
}

static gboolean
is_missing (IkrarPageCache *self, const IkrarPageWish *wish)
{
  GList *link = g_hash_table_lookup (self->by_page, GUINT_TO_POINTER (wish->page));

  return link == NULL || ((const Picture *) link->data)->width != wish->width;
}

/* What a thread draws. */
typedef struct
{
  IkrarDocument *document;
  IkrarPageWish wish;
} Order;

static void
order_free (Order *order)
{
  ikrar_document_unref (order->document);
  g_free (order);
}

static void
draw (GTask *task, gpointer owner, gpointer task_data, GCancellable *cancellable)
{
  Order *order = task_data;

  g_task_return_pointer (task,
                         ikrar_page_render (order->document, order->wish.page, order->wish.width),
                         g_object_unref);
}

static void
on_drawn (gpointer owner, GTask *task)
{
  IkrarPageCache *self = owner;
  Order *order = g_task_get_task_data (task);
  GdkTexture *texture = g_task_propagate_pointer (task, NULL);

  self->busy = FALSE;
  keep (self, &order->wish, texture);
  g_signal_emit (self, signals[RENDERED], 0);
  draw_next (self);
}

static void
draw_next (IkrarPageCache *self)
{
  while (!self->busy && self->wishes->len > 0)
    {
      IkrarPageWish wish = g_array_index (self->wishes, IkrarPageWish, 0);
      Order *order;

      g_array_remove_index (self->wishes, 0);
      if (!is_missing (self, &wish))
        continue;
      order = g_new0 (Order, 1);
      order->document = ikrar_document_ref (self->document);
      order->wish = wish;
      self->busy = TRUE;
      ikrar_errand_run (self, NULL, draw, order, (GDestroyNotify) order_free, on_drawn);
    }
}

static void
ikrar_page_cache_finalize (GObject *object)
{
  IkrarPageCache *self = IKRAR_PAGE_CACHE (object);

  g_queue_clear_full (&self->pictures, (GDestroyNotify) picture_free);
  g_hash_table_unref (self->by_page);
  g_array_unref (self->wishes);
  g_clear_pointer (&self->document, ikrar_document_unref);
  G_OBJECT_CLASS (ikrar_page_cache_parent_class)->finalize (object);
}

static void
ikrar_page_cache_class_init (IkrarPageCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_page_cache_finalize;
  signals[RENDERED] = g_signal_new ("rendered", IKRAR_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_page_cache_init (IkrarPageCache *self)
{
  g_queue_init (&self->pictures);
  self->by_page = g_hash_table_new (NULL, NULL);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (IkrarPageWish));
}

IkrarPageCache *
ikrar_page_cache_new (IkrarDocument *document)
{
  IkrarPageCache *self = g_object_new (IKRAR_TYPE_PAGE_CACHE, NULL);

  self->document = ikrar_document_ref (document);
  return self;
}

GdkTexture *
ikrar_page_cache_get (IkrarPageCache *self, guint page)
{
  GList *link;

  g_return_val_if_fail (IKRAR_IS_PAGE_CACHE (self), NULL);

  link = g_hash_table_lookup (self->by_page, GUINT_TO_POINTER (page));
  if (link == NULL)
    return NULL;
  g_queue_unlink (&self->pictures, link);
  g_queue_push_head_link (&self->pictures, link);
  return ((const Picture *) link->data)->texture;
}

void
ikrar_page_cache_want (IkrarPageCache *self, const IkrarPageWish *wishes, guint n_wishes)
{
  g_return_if_fail (IKRAR_IS_PAGE_CACHE (self));

  g_array_set_size (self->wishes, 0);
  g_array_append_vals (self->wishes, wishes, n_wishes);
  draw_next (self);
}

static cairo_surface_t *
render (IkrarDocument *document, guint page, int pixels)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  ikrar_document_get_page_size (document, page, &width, &height);
  scale = MIN (pixels / width, sqrt (PIXELS_MAX / (width * height)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, round (width * scale)),
                                        MAX (1, round (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ikrar_document_draw_page (document, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static GdkTexture *
take_surface (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static cairo_surface_t *
reduce (cairo_surface_t *large, int width, int height)
{
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, (double) width / cairo_image_surface_get_width (large),
               (double) height / cairo_image_surface_get_height (large));
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);
  return small;
}

/* A page drawn @factor times larger, then taken down to @pixels, as far as that helps. */
static cairo_surface_t *
draw_reduced (IkrarDocument *document, guint page, int pixels, int factor)
{
  double width, height, scale;
  cairo_surface_t *large, *reduced;

  ikrar_document_get_page_size (document, page, &width, &height);
  scale = pixels / width;
  if (scale > SHARP_SCALE || scale * factor * scale * factor * width * height > PIXELS_MAX)
    return render (document, page, pixels);
  large = render (document, page, pixels * factor);
  reduced = reduce (large, MAX (1, pixels), MAX (1, (int) round (height * scale)));
  cairo_surface_destroy (large);
  return reduced;
}

static void
draw_frame (cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, 0, 0, 0, FRAME_OPACITY);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, 0.5, cairo_image_surface_get_width (surface) - 1,
                   cairo_image_surface_get_height (surface) - 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

GdkTexture *
ikrar_page_render (IkrarDocument *document, guint page, int width)
{
  return take_surface (draw_reduced (document, page, width, SHARP_FACTOR));
}

GdkTexture *
ikrar_page_render_small (IkrarDocument *document, guint page, int size)
{
  double width, height;
  cairo_surface_t *surface;

  ikrar_document_get_page_size (document, page, &width, &height);
  surface =
      draw_reduced (document, page, (int) round (width * size / MAX (width, height)), SMALL_FACTOR);
  draw_frame (surface);
  return take_surface (surface);
}
