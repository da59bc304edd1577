/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/camera-view.h"

#include "camera/code-reader.h"

/* Parts of the view's height. */
#define MARK_INSET 0.12
#define MARK_LENGTH 0.16

#define MARK_WIDTH 3
#define OUTLINE_WIDTH 5

struct _IkrarCameraView
{
  GtkWidget parent_instance;

  /* Owned */
  IkrarCameraFrame *frame;
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (IkrarCameraView, ikrar_camera_view, GTK_TYPE_WIDGET)

static const GdkRGBA mark_colour = { 1, 1, 1, 0.7f };
static const GdkRGBA outline_colour = { 0.34f, 0.78f, 0.6f, 1 };

/* The frame's place in the view: all of it, as large as fits. */
static void
place (IkrarCameraView *self, graphene_rect_t *rect)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (width / self->frame->width, height / self->frame->height);
  double w = scale * self->frame->width, h = scale * self->frame->height;

  graphene_rect_init (rect, (float) ((width - w) / 2), (float) ((height - h) / 2), (float) w,
                      (float) h);
}

static void
draw_mark (cairo_t *cr, double x, double y, double dx, double dy)
{
  cairo_move_to (cr, x + dx, y);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x, y + dy);
}

static void
draw_marks (cairo_t *cr, const graphene_rect_t *rect)
{
  double inset = MARK_INSET * rect->size.height, length = MARK_LENGTH * rect->size.height;
  double side = rect->size.height - 2 * inset;
  double left = rect->origin.x + (rect->size.width - side) / 2, top = rect->origin.y + inset;

  cairo_set_line_width (cr, MARK_WIDTH);
  gdk_cairo_set_source_rgba (cr, &mark_colour);
  draw_mark (cr, left, top, length, length);
  draw_mark (cr, left + side, top, -length, length);
  draw_mark (cr, left, top + side, length, -length);
  draw_mark (cr, left + side, top + side, -length, -length);
  cairo_stroke (cr);
}

static void
draw_outline (cairo_t *cr, const IkrarCode *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (code->corners); i++)
    cairo_line_to (cr, code->corners[i][0], code->corners[i][1]);
  cairo_close_path (cr);
}

/* Corners are in pixels of the frame, which is mirrored; the pen is as wide in any frame. */
static void
draw_outlines (cairo_t *cr, const IkrarCameraFrame *frame, const graphene_rect_t *rect)
{
  double scale = rect->size.width / frame->width;

  cairo_save (cr);
  cairo_translate (cr, rect->origin.x + rect->size.width, rect->origin.y);
  cairo_scale (cr, -scale, scale);
  for (guint i = 0; i < frame->codes->len; i++)
    draw_outline (cr, g_ptr_array_index (frame->codes, i));
  cairo_restore (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, OUTLINE_WIDTH);
  gdk_cairo_set_source_rgba (cr, &outline_colour);
  cairo_stroke (cr);
}

static void
ikrar_camera_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IkrarCameraView *self = IKRAR_CAMERA_VIEW (widget);
  graphene_rect_t rect, whole;
  cairo_t *cr;

  if (self->frame == NULL)
    return;
  place (self, &rect);
  graphene_rect_init (&whole, 0, 0, rect.size.width, rect.size.height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (rect.origin.x + rect.size.width, rect.origin.y));
  gtk_snapshot_scale (snapshot, -1, 1);
  gtk_snapshot_append_texture (snapshot, self->texture, &whole);
  gtk_snapshot_restore (snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  if (self->frame->codes->len > 0)
    draw_outlines (cr, self->frame, &rect);
  else
    draw_marks (cr, &rect);
  cairo_destroy (cr);
}

static void
ikrar_camera_view_finalize (GObject *object)
{
  IkrarCameraView *self = IKRAR_CAMERA_VIEW (object);

  ikrar_camera_frame_unref (self->frame);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (ikrar_camera_view_parent_class)->finalize (object);
}

static void
ikrar_camera_view_class_init (IkrarCameraViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ikrar_camera_view_finalize;
  widget_class->snapshot = ikrar_camera_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ikrar_camera_view_init (IkrarCameraView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ikrar_camera_view_set_frame (IkrarCameraView *self, IkrarCameraFrame *frame)
{
  g_return_if_fail (IKRAR_IS_CAMERA_VIEW (self));

  ikrar_camera_frame_unref (self->frame);
  self->frame = frame != NULL ? ikrar_camera_frame_ref (frame) : NULL;
  g_clear_object (&self->texture);
  if (frame != NULL)
    self->texture = gdk_memory_texture_new ((int) frame->width, (int) frame->height,
                                            GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, frame->pixels,
                                            (gsize) frame->width * 4);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
