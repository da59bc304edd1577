/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/documents/page-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_WIDTH 120
#define MIN_HEIGHT 160
/* What the view would like, so that panes beside it fold before it gets too small. */
#define NATURAL_WIDTH 360
/* Beyond the pages that are seen, so many are drawn ahead on either side. */
#define PAGES_AHEAD 2
#define WISHES_MAX 32

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (IkrarPageView,
                               ikrar_page_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* A point of the canvas by the page it is on, so that it is found again at another scale. */
typedef struct
{
  guint page;
  double x;      /* of the canvas' width */
  double y;      /* of the page's height */
  double beside; /* pixels above or below the page: gaps do not grow */
  double view_x;
  double view_y;
} Anchor;

static double
get_value (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static Anchor
drop_anchor (IkrarPageView *self, double view_x, double view_y)
{
  double y = get_value (self->vadjustment) + view_y;
  Anchor anchor = { .view_x = view_x, .view_y = view_y };
  IkrarPageBox box;

  anchor.page = ikrar_page_layout_find (self->layout, y);
  ikrar_page_layout_get_box (self->layout, anchor.page, 0, &box);
  anchor.y = CLAMP ((y - box.y) / box.height, 0, 1);
  anchor.beside = y - box.y - anchor.y * box.height;
  anchor.x = (get_value (self->hadjustment) + view_x) / ikrar_page_layout_get_width (self->layout);
  return anchor;
}

static void
configure (GtkAdjustment *adjustment, double value, double size, double page_size)
{
  double upper = MAX (size, page_size);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page_size), 0, upper,
                              page_size * 0.1, page_size * 0.9, page_size);
}

static void
weigh_anchor (IkrarPageView *self, const Anchor *anchor)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double canvas_width = ikrar_page_layout_get_width (self->layout);
  IkrarPageBox box;

  ikrar_page_layout_get_box (self->layout, anchor->page, width, &box);
  configure (self->hadjustment, anchor->x * canvas_width - anchor->view_x, canvas_width, width);
  configure (self->vadjustment, box.y + anchor->y * box.height + anchor->beside - anchor->view_y,
             ikrar_page_layout_get_height (self->layout), height);
}

static double
choose_scale (IkrarPageView *self)
{
  if (self->fit == IKRAR_ZOOM_FIXED)
    return self->scale;
  return ikrar_page_layout_fit (self->layout, self->fit, gtk_widget_get_width (GTK_WIDGET (self)),
                                gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
tell_page (IkrarPageView *self)
{
  /* Translators: %1$u is a page, %2$u how many there are, %3$s the title of a document. */
  g_autofree char *label = g_strdup_printf (_ ("Page %1$u of %2$u: %3$s"), self->page + 1,
                                            ikrar_page_layout_get_n_pages (self->layout),
                                            ikrar_document_get_title (self->document));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The page that takes the upper third of the view, or the last one at the very end. */
static guint
find_page (IkrarPageView *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double y = get_value (self->vadjustment);

  if (y > 0 && y + height >= ikrar_page_layout_get_height (self->layout))
    return ikrar_page_layout_get_n_pages (self->layout) - 1;
  return ikrar_page_layout_find (self->layout, y + height / 3);
}

static void
find_range (IkrarPageView *self, guint *first, guint *last)
{
  double y = get_value (self->vadjustment);

  *first = ikrar_page_layout_find (self->layout, y);
  *last = ikrar_page_layout_find (self->layout, y + gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
add_wish (IkrarPageView *self, IkrarPageWish *wishes, guint *n_wishes, guint page)
{
  IkrarPageBox box;

  if (page >= ikrar_page_layout_get_n_pages (self->layout) || *n_wishes == WISHES_MAX)
    return;
  ikrar_page_layout_get_box (self->layout, page, 0, &box);
  wishes[*n_wishes] =
      (IkrarPageWish){ page, box.width * gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  (*n_wishes)++;
}

/* Pages that are seen come first, then those below, then those above. */
static void
want_pages (IkrarPageView *self)
{
  IkrarPageWish wishes[WISHES_MAX];
  guint n_wishes = 0;
  guint first, last;

  find_range (self, &first, &last);
  for (guint page = first; page <= last; page++)
    add_wish (self, wishes, &n_wishes, page);
  for (guint i = 1; i <= PAGES_AHEAD; i++)
    {
      add_wish (self, wishes, &n_wishes, last + i);
      if (first >= i)
        add_wish (self, wishes, &n_wishes, first - i);
    }
  ikrar_page_cache_want (self->cache, wishes, n_wishes);
}

static gboolean
on_moved (gpointer user_data)
{
  IkrarPageView *self = user_data;

  self->moved_id = 0;
  if (self->layout != NULL)
    tell_page (self);
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

/* Told later: the view also moves while it is given its size, when nobody else may change theirs.
 */
static void
queue_moved (IkrarPageView *self)
{
  if (self->moved_id == 0)
    self->moved_id = g_idle_add (on_moved, self);
}

static void
look (IkrarPageView *self)
{
  if (self->layout == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  want_pages (self);
  self->page = find_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_moved (self);
}

/* Brings the canvas to the scale it should have; a point of the view stays where it is. */
static void
rescale (IkrarPageView *self, double view_x, double view_y)
{
  Anchor anchor;

  if (self->layout == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  anchor = drop_anchor (self, view_x, view_y);
  ikrar_page_layout_set_scale (self->layout, choose_scale (self));
  weigh_anchor (self, &anchor);
  look (self);
}

static gboolean
has_seen_pages (IkrarPageView *self)
{
  guint first, last;

  find_range (self, &first, &last);
  for (guint page = first; page <= last; page++)
    if (ikrar_page_cache_get (self->cache, page) == NULL)
      return FALSE;
  return TRUE;
}

static void
on_rendered (IkrarPageView *self)
{
  if (self->before != NULL && has_seen_pages (self))
    g_clear_object (&self->before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkTexture *
find_texture (IkrarPageView *self, guint page)
{
  GdkTexture *texture = ikrar_page_cache_get (self->cache, page);

  if (texture == NULL && self->before != NULL)
    texture = ikrar_page_cache_get (self->before, page);
  return texture;
}

static void
draw_page (IkrarPageView *self, GtkSnapshot *snapshot, guint page)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.25 };
  GdkTexture *texture = find_texture (self, page);
  IkrarPageBox box;
  GskRoundedRect outline;

  ikrar_page_layout_get_box (self->layout, page, gtk_widget_get_width (GTK_WIDGET (self)), &box);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (box.x - floor (get_value (self->hadjustment)),
                           box.y - floor (get_value (self->vadjustment)), box.width, box.height),
      0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 4);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &outline.bounds);
  else
    gtk_snapshot_append_color (snapshot, &white, &outline.bounds);
}

static void
ikrar_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IkrarPageView *self = IKRAR_PAGE_VIEW (widget);
  guint first, last;

  if (self->layout == NULL)
    return;
  find_range (self, &first, &last);
  for (guint page = first; page <= last; page++)
    draw_page (self, snapshot, page);
}

static void
ikrar_page_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : MIN_HEIGHT;
}

static void
ikrar_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IkrarPageView *self = IKRAR_PAGE_VIEW (widget);

  if (self->layout == NULL)
    {
      configure (self->hadjustment, 0, 0, width);
      configure (self->vadjustment, 0, 0, height);
    }
  else
    rescale (self, 0, 0);
}

/* The scrolled window is given its place anew too: whether it needs scrollbars is settled by what
 * the view is given, and asked for at any other time it would not be settled before it is drawn. */
static void
queue_layout (IkrarPageView *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_adjustment (IkrarPageView *self, GtkAdjustment **field, GtkAdjustment *adjustment)
{
  if (*field == adjustment)
    return;
  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, look, self);
  g_set_object (field, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (look), self);
  queue_layout (self);
}

static void
ikrar_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IkrarPageView *self = IKRAR_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarPageView *self = IKRAR_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_page_view_dispose (GObject *object)
{
  IkrarPageView *self = IKRAR_PAGE_VIEW (object);

  ikrar_page_view_set_document (self, NULL, FALSE);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  /* Each of these moves the view. */
  g_clear_handle_id (&self->moved_id, g_source_remove);
  G_OBJECT_CLASS (ikrar_page_view_parent_class)->dispose (object);
}

static void
ikrar_page_view_class_init (IkrarPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_page_view_dispose;
  object_class->get_property = ikrar_page_view_get_property;
  object_class->set_property = ikrar_page_view_set_property;
  widget_class->measure = ikrar_page_view_measure;
  widget_class->size_allocate = ikrar_page_view_size_allocate;
  widget_class->snapshot = ikrar_page_view_snapshot;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[MOVED] = g_signal_new ("moved", IKRAR_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pageview");
  _ikrar_page_view_add_keys (widget_class);
}

static void
ikrar_page_view_init (IkrarPageView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  _ikrar_page_view_add_controllers (self);
}

static IkrarPageLayout *
lay_out (IkrarDocument *document)
{
  guint n_pages = ikrar_document_get_n_pages (document);
  g_autofree IkrarPageSize *sizes = g_new (IkrarPageSize, n_pages);

  for (guint i = 0; i < n_pages; i++)
    ikrar_document_get_page_size (document, i, &sizes[i].width, &sizes[i].height);
  return ikrar_page_layout_new (sizes, n_pages);
}

static void
drop_document (IkrarPageView *self, gboolean stay)
{
  if (self->cache != NULL)
    g_signal_handlers_disconnect_by_data (self->cache, self);
  g_clear_object (&self->before);
  if (stay)
    self->before = g_steal_pointer (&self->cache);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->layout, ikrar_page_layout_free);
  g_clear_pointer (&self->document, ikrar_document_unref);
}

void
ikrar_page_view_set_document (IkrarPageView *self, IkrarDocument *document, gboolean stay)
{
  double scale = ikrar_page_view_get_scale (self);
  double value = stay ? get_value (self->vadjustment) : 0;

  g_return_if_fail (IKRAR_IS_PAGE_VIEW (self));

  drop_document (self, stay);
  self->page = stay ? self->page : 0;
  if (document != NULL)
    {
      self->document = ikrar_document_ref (document);
      self->layout = lay_out (document);
      ikrar_page_layout_set_scale (self->layout, scale);
      self->page = MIN (self->page, ikrar_page_layout_get_n_pages (self->layout) - 1);
      self->cache = ikrar_page_cache_new (document);
      g_signal_connect_swapped (self->cache, "rendered", G_CALLBACK (on_rendered), self);
    }
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, value);
  queue_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_moved (self);
}

guint
ikrar_page_view_get_page (IkrarPageView *self)
{
  g_return_val_if_fail (IKRAR_IS_PAGE_VIEW (self), 0);

  return self->page;
}

guint
ikrar_page_view_get_n_pages (IkrarPageView *self)
{
  g_return_val_if_fail (IKRAR_IS_PAGE_VIEW (self), 0);

  return self->layout != NULL ? ikrar_page_layout_get_n_pages (self->layout) : 0;
}

void
ikrar_page_view_go_to (IkrarPageView *self, guint page)
{
  guint n_pages = ikrar_page_view_get_n_pages (self);
  IkrarPageBox box;

  if (n_pages == 0 || self->vadjustment == NULL)
    return;
  ikrar_page_layout_get_box (self->layout, MIN (page, n_pages - 1), 0, &box);
  gtk_adjustment_set_value (self->vadjustment, box.y - IKRAR_PAGE_GAP);
  /* The last pages may be too short to reach the top: it is this one all the same. */
  self->page = MIN (page, n_pages - 1);
  queue_moved (self);
}

IkrarZoomFit
ikrar_page_view_get_fit (IkrarPageView *self)
{
  g_return_val_if_fail (IKRAR_IS_PAGE_VIEW (self), IKRAR_ZOOM_FIT_WIDTH);

  return self->fit;
}

double
ikrar_page_view_get_scale (IkrarPageView *self)
{
  g_return_val_if_fail (IKRAR_IS_PAGE_VIEW (self), IKRAR_ZOOM_NATURAL);

  return self->layout != NULL ? ikrar_page_layout_get_scale (self->layout) : IKRAR_ZOOM_NATURAL;
}

void
ikrar_page_view_zoom (IkrarPageView *self, IkrarZoomFit fit, double scale)
{
  g_return_if_fail (IKRAR_IS_PAGE_VIEW (self));

  self->fit = fit;
  if (fit == IKRAR_ZOOM_FIXED)
    self->scale = ikrar_zoom_clamp (scale);
  rescale (self, 0, 0);
}

void
_ikrar_page_view_zoom_around (IkrarPageView *self, double scale, double view_x, double view_y)
{
  self->fit = IKRAR_ZOOM_FIXED;
  self->scale = ikrar_zoom_clamp (scale);
  rescale (self, view_x, view_y);
}
