/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/chart-area.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/number-word.h"

/* Labels are set in the size of small text. */
#define LABEL_SIZE 0.9
#define POINTS_PER_INCH 72.0
#define DEFAULT_DPI 96.0

typedef enum
{
  CHART_NONE,
  CHART_ARRIVALS,
  CHART_COVERAGE,
  CHART_ATTENDANCE,
} ChartKind;

struct _IkrarChartArea
{
  GtkDrawingArea parent_instance;

  /* Owned */
  IkrarTypesetter *type; /* made for @family */
  char *family;
  gint64 *times;
  GStringChunk *words;
  GArray *coverage;   /* IkrarCoverageBar, its labels in @words */
  GArray *attendance; /* IkrarAttendanceBar, its labels in @words */

  ChartKind kind;
  IkrarArrivalChart arrivals;
};

G_DEFINE_FINAL_TYPE (IkrarChartArea, ikrar_chart_area, GTK_TYPE_DRAWING_AREA)

static double
get_label_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : DEFAULT_DPI) / POINTS_PER_INCH;
  return size * LABEL_SIZE;
}

/* A typesetter keeps to one family: another font of the desktop needs another one. */
static IkrarTypesetter *
get_type (IkrarChartArea *self)
{
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  const char *family = pango_font_description_get_family (font);

  if (self->type != NULL && g_strcmp0 (self->family, family) == 0)
    return self->type;
  g_clear_pointer (&self->type, ikrar_typesetter_free);
  g_free (self->family);
  self->family = g_strdup (family);
  self->type = ikrar_typesetter_new ();
  if (family != NULL)
    ikrar_typesetter_set_screen_family (self->type, family);
  return self->type;
}

static void
init_style (IkrarChartArea *self, IkrarChartStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  ikrar_chart_style_init (style, get_type (self), get_label_size (GTK_WIDGET (self)),
                          adw_style_manager_get_dark (manager));
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer unused)
{
  IkrarChartArea *self = IKRAR_CHART_AREA (area);
  const IkrarChartBox box = { 0, 0, width, height };
  IkrarChartStyle style;

  init_style (self, &style);
  ikrar_typesetter_prepare (style.type, cr);
  if (self->kind == CHART_ARRIVALS)
    ikrar_chart_draw_arrivals (cr, &style, &box, &self->arrivals);
  else if (self->kind == CHART_COVERAGE)
    ikrar_chart_draw_coverage (cr, &style, &box, (const IkrarCoverageBar *) self->coverage->data,
                               self->coverage->len);
  else if (self->kind == CHART_ATTENDANCE)
    ikrar_chart_draw_attendance (cr, &style, &box,
                                 (const IkrarAttendanceBar *) self->attendance->data,
                                 self->attendance->len);
}

static void
fit_height (IkrarChartArea *self)
{
  IkrarChartStyle style;
  double height = 0;

  init_style (self, &style);
  if (self->kind == CHART_COVERAGE)
    height = ikrar_chart_get_bars_height (&style, self->coverage->len, FALSE);
  else if (self->kind == CHART_ATTENDANCE)
    height = ikrar_chart_get_bars_height (&style, self->attendance->len, TRUE);
  if (height > 0)
    gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), (int) height + 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear (IkrarChartArea *self)
{
  g_clear_pointer (&self->times, g_free);
  g_string_chunk_clear (self->words);
  g_array_set_size (self->coverage, 0);
  g_array_set_size (self->attendance, 0);
  self->kind = CHART_NONE;
}

static const char *
keep (IkrarChartArea *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->words, text) : NULL;
}

static void
describe (IkrarChartArea *self, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
describe_arrivals (IkrarChartArea *self)
{
  const IkrarArrivalChart *chart = &self->arrivals;
  g_autofree char *came = ikrar_number_thousands (chart->n_times);
  g_autofree char *invited = ikrar_number_thousands (chart->invited);
  g_autofree char *first =
      chart->n_times > 0 ? ikrar_time_format_clock (chart->times[0], chart->zone) : NULL;
  g_autofree char *last =
      chart->n_times > 0 ? ikrar_time_format_clock (chart->times[chart->n_times - 1], chart->zone)
                         : NULL;
  g_autofree char *text =
      chart->n_times > 0
          /* Translators: %1$s and %2$s are numbers of people, %3$s and %4$s times of day. */
          ? g_strdup_printf (_ ("%1$s of %2$s came, the first at %3$s, the last at %4$s"), came,
                             invited, first, last)
          : g_strdup_printf (_ ("Nobody of %s came yet"), invited);

  describe (self, text);
}

static void
describe_coverage (IkrarChartArea *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->coverage->len; i++)
    {
      const IkrarCoverageBar *bar = &g_array_index (self->coverage, IkrarCoverageBar, i);

      g_string_append_printf (
          /* Translators: %1$s is a unit, the numbers are people. */
          text, _ ("%1$s: %2$u signed, %3$u recited, of %4$u\n"), bar->label, bar->signed_,
          bar->recited, bar->base);
    }
  describe (self, text->str);
}

static void
describe_attendance (IkrarChartArea *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->attendance->len; i++)
    {
      const IkrarAttendanceBar *bar = &g_array_index (self->attendance, IkrarAttendanceBar, i);
      guint present = ikrar_attendance_count_group (&bar->count, IKRAR_ATTENDANCE_GROUP_PRESENT);

      g_string_append_printf (
          /* Translators: %1$s is a unit or a grade, the numbers are people. */
          text, _ ("%1$s: %2$u of %3$u present\n"), bar->label, present, bar->count.invited);
    }
  describe (self, text->str);
}

/* The font may be another one. */
static void
ikrar_chart_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ikrar_chart_area_parent_class)->css_changed (widget, change);
  fit_height (IKRAR_CHART_AREA (widget));
}

static void
ikrar_chart_area_finalize (GObject *object)
{
  IkrarChartArea *self = IKRAR_CHART_AREA (object);

  g_clear_pointer (&self->type, ikrar_typesetter_free);
  g_free (self->family);
  g_free (self->times);
  g_string_chunk_free (self->words);
  g_array_unref (self->coverage);
  g_array_unref (self->attendance);
  G_OBJECT_CLASS (ikrar_chart_area_parent_class)->finalize (object);
}

static void
ikrar_chart_area_class_init (IkrarChartAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ikrar_chart_area_finalize;
  widget_class->css_changed = ikrar_chart_area_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ikrar_chart_area_init (IkrarChartArea *self)
{
  self->words = g_string_chunk_new (512);
  self->coverage = g_array_new (FALSE, FALSE, sizeof (IkrarCoverageBar));
  self->attendance = g_array_new (FALSE, FALSE, sizeof (IkrarAttendanceBar));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw, NULL, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
ikrar_chart_area_show_arrivals (IkrarChartArea *self, const IkrarArrivalChart *chart)
{
  g_return_if_fail (IKRAR_IS_CHART_AREA (self));

  clear (self);
  self->kind = CHART_ARRIVALS;
  self->times = g_memdup2 (chart->times, chart->n_times * sizeof *chart->times);
  self->arrivals = *chart;
  self->arrivals.times = self->times;
  self->arrivals.start_label = keep (self, chart->start_label);
  self->arrivals.invited_label = keep (self, chart->invited_label);
  describe_arrivals (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ikrar_chart_area_show_coverage (IkrarChartArea *self, const IkrarCoverageBar *bars, guint n_bars)
{
  g_return_if_fail (IKRAR_IS_CHART_AREA (self));

  clear (self);
  self->kind = CHART_COVERAGE;
  for (guint i = 0; i < n_bars; i++)
    {
      IkrarCoverageBar bar = bars[i];

      bar.label = keep (self, bar.label);
      g_array_append_val (self->coverage, bar);
    }
  describe_coverage (self);
  fit_height (self);
}

void
ikrar_chart_area_show_attendance (IkrarChartArea *self,
                                  const IkrarAttendanceBar *bars,
                                  guint n_bars)
{
  g_return_if_fail (IKRAR_IS_CHART_AREA (self));

  clear (self);
  self->kind = CHART_ATTENDANCE;
  for (guint i = 0; i < n_bars; i++)
    {
      IkrarAttendanceBar bar = bars[i];

      bar.label = keep (self, bar.label);
      g_array_append_val (self->attendance, bar);
    }
  describe_attendance (self);
  fit_height (self);
}
