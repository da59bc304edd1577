/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/occasion-private.h"

#include "core/employee-number.h"

/* 23 mm at 600 dots an inch. Larger pictures make files heavy and show nothing more. */
#define LOGO_PIXELS 544

typedef struct
{
  const guint8 *data;
  gsize size;
} PngReader;

static cairo_status_t
on_png_read (void *closure, unsigned char *data, unsigned int length)
{
  PngReader *reader = closure;

  if (length > reader->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->size -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
scale_down (cairo_surface_t *picture, double scale)
{
  int width = MAX (1, (int) (cairo_image_surface_get_width (picture) * scale));
  int height = MAX (1, (int) (cairo_image_surface_get_height (picture) * scale));
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return small;
}

cairo_surface_t *
ikrar_occasion_decode_logo (GBytes *png)
{
  PngReader reader;
  cairo_surface_t *picture, *small;
  int side;

  if (png == NULL)
    return NULL;
  reader.data = g_bytes_get_data (png, &reader.size);
  picture = cairo_image_surface_create_from_png_stream (on_png_read, &reader);
  if (cairo_surface_status (picture) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (picture);
      return NULL;
    }
  side = MAX (cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture));
  if (side <= LOGO_PIXELS)
    return picture;
  small = scale_down (picture, (double) LOGO_PIXELS / side);
  cairo_surface_destroy (picture);
  return small;
}

static gboolean
load_logo (IkrarOccasion *occasion, IkrarStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) png = ikrar_logo_get (store, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  occasion->logo = ikrar_occasion_decode_logo (png);
  return TRUE;
}

IkrarOccasion *
ikrar_occasion_load (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (IkrarOccasion) occasion = g_new0 (IkrarOccasion, 1);

  occasion->event = ikrar_event_get (store, event, error);
  if (occasion->event == NULL)
    return NULL;
  occasion->institution = ikrar_institution_get (store, error);
  if (occasion->institution == NULL)
    return NULL;
  occasion->head = ikrar_signatory_get (store, IKRAR_SIGNATORY_HEAD, error);
  if (occasion->head == NULL)
    return NULL;
  occasion->officer = ikrar_signatory_get (store, IKRAR_SIGNATORY_OFFICER, error);
  if (occasion->officer == NULL)
    return NULL;
  occasion->sessions = ikrar_event_sessions (store, event, error);
  if (occasion->sessions == NULL)
    return NULL;
  occasion->roles = ikrar_event_roles (store, event, error);
  if (occasion->roles == NULL || !load_logo (occasion, store, error))
    return NULL;
  return g_steal_pointer (&occasion);
}

void
ikrar_occasion_free (IkrarOccasion *occasion)
{
  if (occasion == NULL)
    return;
  ikrar_institution_free (occasion->institution);
  ikrar_signatory_free (occasion->head);
  ikrar_signatory_free (occasion->officer);
  g_clear_pointer (&occasion->logo, cairo_surface_destroy);
  ikrar_event_free (occasion->event);
  g_clear_pointer (&occasion->sessions, g_ptr_array_unref);
  g_clear_pointer (&occasion->roles, g_ptr_array_unref);
  g_free (occasion);
}

IkrarPaper
ikrar_occasion_choose_paper (const IkrarOccasion *occasion, IkrarPaper paper)
{
  return paper == IKRAR_PAPER_OFFICE ? ikrar_paper_parse (occasion->institution->paper) : paper;
}

static const char *
first_set (const char *const *texts)
{
  for (; *texts != NULL; texts++)
    if (**texts != '\0')
      return *texts;
  return NULL;
}

const char *
ikrar_occasion_get_agency (const IkrarOccasion *occasion)
{
  const IkrarInstitution *institution = occasion->institution;
  const char *const names[] = { institution->name, institution->short_name, institution->government,
                                NULL };

  return first_set (names);
}

char *
ikrar_occasion_make_place_date (const IkrarOccasion *occasion)
{
  const IkrarEvent *event = occasion->event;
  const char *city = occasion->institution->city;
  g_autofree char *date =
      ikrar_time_format_date (MAX (event->start_at, event->end_at), event->zone);

  return *city != '\0' ? g_strdup_printf ("%s, %s", city, date) : g_steal_pointer (&date);
}

char *
ikrar_occasion_make_number_line (const IkrarOccasion *occasion, const char *number)
{
  g_autofree char *digits = NULL;
  const char *label;
  IkrarNumber parsed;

  ikrar_number_parse (number, IKRAR_CELL_TEXT, 0, &parsed);
  if (*parsed.digits == '\0')
    return NULL;
  label = parsed.kind == IKRAR_NUMBER_NIP ? occasion->institution->number_label
                                          : ikrar_number_label (parsed.kind);
  digits = ikrar_number_format (parsed.digits);
  return *label != '\0' ? g_strdup_printf ("%s %s", label, digits) : g_steal_pointer (&digits);
}

void
ikrar_occasion_draw_logo (const IkrarOccasion *occasion,
                          cairo_t *cr,
                          double x,
                          double y,
                          double side)
{
  int width = cairo_image_surface_get_width (occasion->logo);
  int height = cairo_image_surface_get_height (occasion->logo);
  double scale = side / MAX (width, height);

  cairo_save (cr);
  cairo_translate (cr, x + (side - width * scale) / 2, y + (side - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, occasion->logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
