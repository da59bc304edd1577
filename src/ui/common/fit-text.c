/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/fit-text.h"

/* Narrower than this nothing can be read; wider is up to the place it is given. */
#define WIDTH_MIN 48

struct _IkrarFitText
{
  GtkWidget parent_instance;

  /* Owned */
  char *text;
  PangoLayout *layout; /* as allocated */

  int lines;
  float yalign;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_LINES,
  PROP_YALIGN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarFitText, ikrar_fit_text, GTK_TYPE_WIDGET)

/* From the size that CSS gives down to what can still be read across a table. */
static const double scales[] = { 1.0, 0.9, 0.8, 0.72, 0.64, 0.56, 0.5 };

static void
set_scale (PangoLayout *layout, double scale)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
}

static gboolean
fits (IkrarFitText *self, PangoLayout *layout, int width)
{
  int text_width;

  pango_layout_get_pixel_size (layout, &text_width, NULL);
  return pango_layout_get_line_count (layout) <= self->lines && text_width <= width;
}

static PangoLayout *
fit (IkrarFitText *self, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      set_scale (layout, scales[i]);
      if (fits (self, layout, width))
        return layout;
    }
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -self->lines);
  return layout;
}

/* Room for all lines at full size, whatever the text: nothing moves when it changes. */
static void
measure_height (IkrarFitText *self, int *minimum, int *natural)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");

  pango_layout_get_pixel_size (layout, NULL, minimum);
  *minimum *= self->lines;
  *natural = *minimum;
}

static void
ikrar_fit_text_measure (GtkWidget *widget,
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
    measure_height (IKRAR_FIT_TEXT (widget), minimum, natural);
}

static void
ikrar_fit_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IkrarFitText *self = IKRAR_FIT_TEXT (widget);

  g_clear_object (&self->layout);
  self->layout = fit (self, width);
}

static void
ikrar_fit_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IkrarFitText *self = IKRAR_FIT_TEXT (widget);
  int height;

  if (self->layout == NULL)
    return;
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              (gtk_widget_get_height (widget) - height) * self->yalign,
                              self->layout);
}

static void
ikrar_fit_text_finalize (GObject *object)
{
  IkrarFitText *self = IKRAR_FIT_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (ikrar_fit_text_parent_class)->finalize (object);
}

static void
ikrar_fit_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IkrarFitText *self = IKRAR_FIT_TEXT (object);

  if (id == PROP_TEXT)
    g_value_set_string (value, self->text);
  else if (id == PROP_LINES)
    g_value_set_int (value, self->lines);
  else if (id == PROP_YALIGN)
    g_value_set_float (value, self->yalign);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_fit_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarFitText *self = IKRAR_FIT_TEXT (object);

  if (id == PROP_TEXT)
    ikrar_fit_text_set_text (self, g_value_get_string (value));
  else if (id == PROP_LINES)
    self->lines = g_value_get_int (value);
  else if (id == PROP_YALIGN)
    self->yalign = g_value_get_float (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_fit_text_class_init (IkrarFitTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ikrar_fit_text_finalize;
  object_class->get_property = ikrar_fit_text_get_property;
  object_class->set_property = ikrar_fit_text_set_property;
  widget_class->measure = ikrar_fit_text_measure;
  widget_class->size_allocate = ikrar_fit_text_size_allocate;
  widget_class->snapshot = ikrar_fit_text_snapshot;

  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINES] =
      g_param_spec_int ("lines", NULL, NULL, 1, 10, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_YALIGN] = g_param_spec_float ("yalign", NULL, NULL, 0.0f, 1.0f, 0.5f,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "fittext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ikrar_fit_text_init (IkrarFitText *self)
{
  self->lines = 1;
  self->yalign = 0.5f;
  self->text = g_strdup ("");
}

void
ikrar_fit_text_set_text (IkrarFitText *self, const char *text)
{
  g_return_if_fail (IKRAR_IS_FIT_TEXT (self));

  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
