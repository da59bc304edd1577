/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/pledge-sheet.h"

#include <adwaita.h>

#include "ui/pledge/pledge-layout.h"

#define SLIDE_MS 250
#define LIT_RADIUS 18

#define WIDTH_MIN 220
#define HEIGHT_MIN 160

/* In pixels: about nine points, as small as laws are printed. */
#define LEGIBLE_SIZE 12.0

/* Dimmed text on the stage keeps a contrast of 6 to its background. */
#define DIM_ALPHA 0.62f

struct _IkrarPledgeSheet
{
  GtkWidget parent_instance;

  /* Owned */
  IkrarPledgeText *text;
  IkrarPledgeLayout *layout; /* as allocated */
  GArray *blocks;            /* IkrarPledgeBlock, as they stand or will stand */
  GArray *before;            /* the same before the light moved, NULL if it does not move */
  AdwAnimation *slide;

  int lit;
  double progress; /* of the slide, 1 at rest */
  gboolean stage;
};

enum
{
  PROP_0,
  PROP_STAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarPledgeSheet, ikrar_pledge_sheet, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
ikrar_pledge_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* On paper the text is never smaller than can be read: a window that is too low for it scrolls as a
 * whole. */
static int
measure_height (IkrarPledgeSheet *self, int width)
{
  if (self->stage || self->text == NULL || width < 0)
    return HEIGHT_MIN;
  return (int) ikrar_pledge_layout_measure (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                            self->text, width, LEGIBLE_SIZE) +
         1;
}

static void
ikrar_pledge_sheet_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH_MIN;
  else
    *minimum = *natural = measure_height (IKRAR_PLEDGE_SHEET (widget), for_size);
}

static void
place (IkrarPledgeSheet *self)
{
  g_clear_pointer (&self->blocks, g_array_unref);
  if (self->layout != NULL)
    self->blocks = ikrar_pledge_layout_place (self->layout, self->lit);
}

static void
lay_out (IkrarPledgeSheet *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->layout, ikrar_pledge_layout_free);
  if (self->text == NULL || width <= 0 || height <= 0)
    return;
  self->layout = ikrar_pledge_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                          self->text, self->stage, width, height);
  place (self);
}

static void
ikrar_pledge_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (IKRAR_PLEDGE_SHEET (widget));
}

static GdkRGBA
find_color (IkrarPledgeSheet *self, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  return color;
}

static double
slide (double from, double to, double progress)
{
  return from + (to - from) * progress;
}

static const IkrarPledgeBlock *
find_lit (GArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    if (g_array_index (blocks, IkrarPledgeBlock, i).lit)
      return &g_array_index (blocks, IkrarPledgeBlock, i);
  return NULL;
}

static void
draw_light (IkrarPledgeSheet *self, GtkSnapshot *snapshot)
{
  const IkrarPledgeBlock *to = find_lit (self->blocks);
  const IkrarPledgeBlock *from = find_lit (self->before);
  GdkRGBA color = find_color (self, "stage_lit_bg");
  GskRoundedRect box;

  if (to == NULL)
    return;
  if (from == NULL)
    from = to;
  gsk_rounded_rect_init_from_rect (
      &box,
      &GRAPHENE_RECT_INIT (0, (float) slide (from->y, to->y, self->progress), (float) to->width,
                           (float) slide (from->height, to->height, self->progress)),
      LIT_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &color, &box.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  if (layout == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* On paper everything is read, on the stage what is lit; headings are never dimmed. */
static GdkRGBA
text_color (IkrarPledgeSheet *self, const IkrarPledgeBlock *block)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  if (self->stage && !block->lit && block->part != IKRAR_PLEDGE_PART_HEADING)
    color.alpha *= DIM_ALPHA;
  return color;
}

static void
draw_block (IkrarPledgeSheet *self, GtkSnapshot *snapshot, guint index)
{
  const IkrarPledgeBlock *block = &g_array_index (self->blocks, IkrarPledgeBlock, index);
  const IkrarPledgeBlock *before =
      self->before != NULL ? &g_array_index (self->before, IkrarPledgeBlock, index) : block;
  double y = slide (before->text_y, block->text_y, self->progress);
  GdkRGBA color = text_color (self, block);
  GdkRGBA number_color = find_color (self, self->stage ? "stage_number" : "accent_color");

  if (self->stage && !block->lit)
    number_color = color;
  draw_layout (snapshot, block->number, block->number_x, y, &number_color);
  draw_layout (snapshot, block->text, block->text_x, y, &color);
}

static void
ikrar_pledge_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IkrarPledgeSheet *self = IKRAR_PLEDGE_SHEET (widget);

  if (self->blocks == NULL)
    return;
  if (self->stage)
    draw_light (self, snapshot);
  for (guint i = 0; i < self->blocks->len; i++)
    draw_block (self, snapshot, i);
}

static void
on_slide (double value, gpointer user_data)
{
  IkrarPledgeSheet *self = user_data;

  self->progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ikrar_pledge_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ikrar_pledge_sheet_parent_class)->css_changed (widget, change);
  gtk_widget_queue_allocate (widget);
}

static void
ikrar_pledge_sheet_dispose (GObject *object)
{
  IkrarPledgeSheet *self = IKRAR_PLEDGE_SHEET (object);

  if (self->slide != NULL)
    adw_animation_skip (self->slide);
  g_clear_object (&self->slide);
  G_OBJECT_CLASS (ikrar_pledge_sheet_parent_class)->dispose (object);
}

static void
ikrar_pledge_sheet_finalize (GObject *object)
{
  IkrarPledgeSheet *self = IKRAR_PLEDGE_SHEET (object);

  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  ikrar_pledge_layout_free (self->layout);
  ikrar_pledge_text_free (self->text);
  G_OBJECT_CLASS (ikrar_pledge_sheet_parent_class)->finalize (object);
}

static void
ikrar_pledge_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    g_value_set_boolean (value, IKRAR_PLEDGE_SHEET (object)->stage);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_pledge_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    IKRAR_PLEDGE_SHEET (object)->stage = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_pledge_sheet_class_init (IkrarPledgeSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_pledge_sheet_dispose;
  object_class->finalize = ikrar_pledge_sheet_finalize;
  object_class->get_property = ikrar_pledge_sheet_get_property;
  object_class->set_property = ikrar_pledge_sheet_set_property;
  widget_class->get_request_mode = ikrar_pledge_sheet_get_request_mode;
  widget_class->measure = ikrar_pledge_sheet_measure;
  widget_class->size_allocate = ikrar_pledge_sheet_size_allocate;
  widget_class->snapshot = ikrar_pledge_sheet_snapshot;
  widget_class->css_changed = ikrar_pledge_sheet_css_changed;
  properties[PROP_STAGE] =
      g_param_spec_boolean ("stage", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "pledgesheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ikrar_pledge_sheet_init (IkrarPledgeSheet *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_slide, self, NULL);

  self->lit = -1;
  self->progress = 1;
  self->slide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SLIDE_MS, target);
}

void
ikrar_pledge_sheet_set_text (IkrarPledgeSheet *self, const char *body)
{
  g_return_if_fail (IKRAR_IS_PLEDGE_SHEET (self));

  ikrar_pledge_text_free (self->text);
  self->text = ikrar_pledge_text_parse (body);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, body, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
ikrar_pledge_sheet_count_parts (IkrarPledgeSheet *self)
{
  g_return_val_if_fail (IKRAR_IS_PLEDGE_SHEET (self), 0);

  if (self->text == NULL)
    return 0;
  return ikrar_pledge_sheet_count_points (self) + (*self->text->opening != '\0') +
         (*self->text->closing != '\0');
}

guint
ikrar_pledge_sheet_count_points (IkrarPledgeSheet *self)
{
  g_return_val_if_fail (IKRAR_IS_PLEDGE_SHEET (self), 0);

  return self->text != NULL ? g_strv_length (self->text->points) : 0;
}

void
ikrar_pledge_sheet_set_lit (IkrarPledgeSheet *self, int part)
{
  g_return_if_fail (IKRAR_IS_PLEDGE_SHEET (self));

  if (part == self->lit)
    return;
  self->lit = part;
  g_clear_pointer (&self->before, g_array_unref);
  self->before = g_steal_pointer (&self->blocks);
  place (self);
  adw_animation_reset (self->slide);
  adw_animation_play (self->slide);
}

int
ikrar_pledge_sheet_get_lit (IkrarPledgeSheet *self)
{
  g_return_val_if_fail (IKRAR_IS_PLEDGE_SHEET (self), -1);

  return self->lit;
}
