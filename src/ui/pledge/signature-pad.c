/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/signature-pad.h"

#include <glib/gi18n-lib.h>

#include "ui/pledge/signature-path.h"

/* In units of the box: where one signs, as on paper. */
#define LINE_Y 300
#define LINE_MARGIN 100
#define CROSS_SIZE 9
#define NAME_Y 312
#define PEN_WIDTH 5.0
#define NAME_SIZE 24.0

#define CORNER_RADIUS 18
#define DASH_WIDTH 2

struct _IkrarSignaturePad
{
  GtkWidget parent_instance;

  /* Owned */
  GPtrArray *strokes; /* GArray of IkrarInkPoint */
  char *signer;

  gboolean drawing; /* whether the pen is down, in the last stroke */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarSignaturePad, ikrar_signature_pad, GTK_TYPE_WIDGET)

static void
changed (IkrarSignaturePad *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static double
unit (IkrarSignaturePad *self)
{
  return (double) gtk_widget_get_width (GTK_WIDGET (self)) / IKRAR_SIGNATURE_WIDTH;
}

static void
add_point (IkrarSignaturePad *self, double x, double y)
{
  GArray *stroke = g_ptr_array_index (self->strokes, self->strokes->len - 1);

  if (ikrar_signature_stroke_add (stroke, x / unit (self), y / unit (self)))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_begin (IkrarSignaturePad *self, double x, double y)
{
  g_ptr_array_add (self->strokes, ikrar_signature_stroke_new ());
  self->drawing = TRUE;
  add_point (self, x, y);
}

static void
on_drag_update (IkrarSignaturePad *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  if (self->drawing && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    add_point (self, x + dx, y + dy);
}

static void
on_drag_end (IkrarSignaturePad *self)
{
  self->drawing = FALSE;
  changed (self);
}

/* The box is as wide as it gets and keeps its proportions. */
static GtkSizeRequestMode
ikrar_signature_pad_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ikrar_signature_pad_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  int width = for_size >= 0 ? for_size : 250;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 250;
      *natural = 600;
    }
  else
    *minimum = *natural = width * IKRAR_SIGNATURE_HEIGHT / IKRAR_SIGNATURE_WIDTH;
}

static void
draw_frame (IkrarSignaturePad *self, cairo_t *cr, const GdkRGBA *color)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - DASH_WIDTH;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - DASH_WIDTH;
  const double dashes[] = { 4, 4 };

  cairo_save (cr);
  cairo_translate (cr, DASH_WIDTH / 2.0, DASH_WIDTH / 2.0);
  cairo_new_path (cr);
  cairo_arc (cr, width - CORNER_RADIUS, CORNER_RADIUS, CORNER_RADIUS, -G_PI / 2, 0);
  cairo_arc (cr, width - CORNER_RADIUS, height - CORNER_RADIUS, CORNER_RADIUS, 0, G_PI / 2);
  cairo_arc (cr, CORNER_RADIUS, height - CORNER_RADIUS, CORNER_RADIUS, G_PI / 2, G_PI);
  cairo_arc (cr, CORNER_RADIUS, CORNER_RADIUS, CORNER_RADIUS, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, DASH_WIDTH);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The line and the cross that say where to sign. */
static void
draw_line (cairo_t *cr, const GdkRGBA *color)
{
  double x = LINE_MARGIN + CROSS_SIZE;
  double y = LINE_Y - 3 * CROSS_SIZE;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, LINE_MARGIN, LINE_Y);
  cairo_line_to (cr, IKRAR_SIGNATURE_WIDTH - LINE_MARGIN, LINE_Y);
  cairo_move_to (cr, x - CROSS_SIZE, y - CROSS_SIZE);
  cairo_line_to (cr, x + CROSS_SIZE, y + CROSS_SIZE);
  cairo_move_to (cr, x + CROSS_SIZE, y - CROSS_SIZE);
  cairo_line_to (cr, x - CROSS_SIZE, y + CROSS_SIZE);
  cairo_stroke (cr);
}

static void
draw_stroke (cairo_t *cr, GArray *stroke)
{
  const IkrarInkPoint *first = &g_array_index (stroke, IkrarInkPoint, 0);

  cairo_move_to (cr, first->x, first->y);
  if (stroke->len == 1)
    cairo_line_to (cr, first->x, first->y);
  for (guint i = 0; i + 1 < stroke->len; i++)
    {
      IkrarSignatureCurve curve = ikrar_signature_stroke_curve (stroke, i);

      cairo_curve_to (cr, curve.control[0].x, curve.control[0].y, curve.control[1].x,
                      curve.control[1].y, curve.end.x, curve.end.y);
    }
}

static void
draw_ink (IkrarSignaturePad *self, cairo_t *cr, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, PEN_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->strokes->len; i++)
    draw_stroke (cr, g_ptr_array_index (self->strokes, i));
  cairo_stroke (cr);
}

static void
draw_signer (IkrarSignaturePad *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->signer);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (
      attributes, pango_attr_size_new_absolute ((int) (NAME_SIZE * unit (self) * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (NAME_Y * unit (self))));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
ikrar_signature_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IkrarSignaturePad *self = IKRAR_SIGNATURE_PAD (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA ink, pale;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  pale = ink;
  pale.alpha *= 0.35f;
  draw_frame (self, cr, &pale);
  cairo_scale (cr, unit (self), unit (self));
  draw_line (cr, &pale);
  draw_ink (self, cr, &ink);
  cairo_destroy (cr);
  pale.alpha = 0.7f;
  if (self->signer != NULL)
    draw_signer (self, snapshot, &pale);
}

static void
ikrar_signature_pad_finalize (GObject *object)
{
  IkrarSignaturePad *self = IKRAR_SIGNATURE_PAD (object);

  g_ptr_array_unref (self->strokes);
  g_free (self->signer);
  G_OBJECT_CLASS (ikrar_signature_pad_parent_class)->finalize (object);
}

static void
ikrar_signature_pad_class_init (IkrarSignaturePadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ikrar_signature_pad_finalize;
  widget_class->get_request_mode = ikrar_signature_pad_get_request_mode;
  widget_class->measure = ikrar_signature_pad_measure;
  widget_class->snapshot = ikrar_signature_pad_snapshot;

  /**
   * IkrarSignaturePad::changed:
   *
   * A stroke was drawn or taken away.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "signaturepad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ikrar_signature_pad_init (IkrarSignaturePad *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (drag), TRUE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Signature Pad"), -1);
}

void
ikrar_signature_pad_set_signer (IkrarSignaturePad *self, const char *name)
{
  g_return_if_fail (IKRAR_IS_SIGNATURE_PAD (self));

  g_free (self->signer);
  self->signer = g_strdup (name);
  ikrar_signature_pad_clear (self);
}

void
ikrar_signature_pad_clear (IkrarSignaturePad *self)
{
  g_return_if_fail (IKRAR_IS_SIGNATURE_PAD (self));

  self->drawing = FALSE;
  g_ptr_array_set_size (self->strokes, 0);
  changed (self);
}

void
ikrar_signature_pad_undo_stroke (IkrarSignaturePad *self)
{
  g_return_if_fail (IKRAR_IS_SIGNATURE_PAD (self));

  if (self->drawing || self->strokes->len == 0)
    return;
  g_ptr_array_remove_index (self->strokes, self->strokes->len - 1);
  changed (self);
}

guint
ikrar_signature_pad_count_strokes (IkrarSignaturePad *self)
{
  g_return_val_if_fail (IKRAR_IS_SIGNATURE_PAD (self), 0);

  return self->strokes->len;
}

char *
ikrar_signature_pad_get_path (IkrarSignaturePad *self)
{
  g_return_val_if_fail (IKRAR_IS_SIGNATURE_PAD (self), NULL);

  return ikrar_signature_path (self->strokes);
}
