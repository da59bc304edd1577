/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/documents/preview-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/number-word.h"

#include "ui/documents/page-view.h"

/* A wait shorter than this is not worth a spinner. */
#define SPINNER_DELAY_MS 500

struct _IkrarPreviewPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  IkrarPageView *pages;
  GtkSpinner *spinner;
  AdwStatusPage *text_page;
  GtkWidget *bar;
  GtkEditable *page_entry;
  GtkLabel *count_label;
  GtkMenuButton *zoom_button;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;

  guint spinner_id; /* time-out after which the spinner is shown */
};

G_DEFINE_FINAL_TYPE (IkrarPreviewPane, ikrar_preview_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS,
};

enum
{
  CANCELLED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static int
get_percent (IkrarPreviewPane *self)
{
  return (int) round (ikrar_page_view_get_scale (self->pages) / IKRAR_ZOOM_NATURAL * 100);
}

/* Actions may ask before the pane is built and after it is gone. */
static char *
get_zoom (IkrarPreviewPane *self)
{
  if (self->pages == NULL)
    return g_strdup ("fit-width");
  switch (ikrar_page_view_get_fit (self->pages))
    {
    case IKRAR_ZOOM_FIT_WIDTH:
      return g_strdup ("fit-width");
    case IKRAR_ZOOM_FIT_PAGE:
      return g_strdup ("fit-page");
    case IKRAR_ZOOM_FIXED:
    default:
      return g_strdup_printf ("%d", get_percent (self));
    }
}

static void
set_zoom (IkrarPreviewPane *self, const char *zoom)
{
  if (g_strcmp0 (zoom, "fit-width") == 0)
    ikrar_page_view_zoom (self->pages, IKRAR_ZOOM_FIT_WIDTH, 0);
  else if (g_strcmp0 (zoom, "fit-page") == 0)
    ikrar_page_view_zoom (self->pages, IKRAR_ZOOM_FIT_PAGE, 0);
  else if (zoom != NULL)
    ikrar_page_view_zoom (self->pages, IKRAR_ZOOM_FIXED,
                          g_ascii_strtod (zoom, NULL) / 100 * IKRAR_ZOOM_NATURAL);
}

static void
show_page_number (IkrarPreviewPane *self)
{
  guint n_pages = ikrar_page_view_get_n_pages (self->pages);
  g_autofree char *number = g_strdup_printf ("%u", ikrar_page_view_get_page (self->pages) + 1);
  g_autofree char *total = ikrar_number_thousands (n_pages);
  /* Translators: stands behind the number of the page: “3 of 14”. */
  g_autofree char *count = g_strdup_printf (_ ("of %s"), total);

  gtk_editable_set_text (self->page_entry, number);
  gtk_label_set_label (self->count_label, count);
}

static gboolean
has_pages (IkrarPreviewPane *self)
{
  return self->pages != NULL && ikrar_page_view_get_n_pages (self->pages) > 0;
}

/* The pages may outlive the pane for a moment. */
static void
on_moved (IkrarPreviewPane *self)
{
  g_autofree char *percent = NULL;
  guint page, n_pages;

  if (!has_pages (self))
    return;
  page = ikrar_page_view_get_page (self->pages);
  n_pages = ikrar_page_view_get_n_pages (self->pages);
  percent = g_strdup_printf ("%d%%", get_percent (self));
  show_page_number (self);
  gtk_menu_button_set_label (self->zoom_button, percent);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", page + 1 < n_pages);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
on_page_entered (IkrarPreviewPane *self)
{
  guint64 page = g_ascii_strtoull (gtk_editable_get_text (self->page_entry), NULL, 10);

  if (page > 0)
    ikrar_page_view_go_to (self->pages, (guint) MIN (page, G_MAXUINT) - 1);
  show_page_number (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
}

static void
on_page_entry_left (IkrarPreviewPane *self)
{
  if (has_pages (self))
    show_page_number (self);
}

static void
on_cancel_clicked (IkrarPreviewPane *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
go_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPreviewPane *self = IKRAR_PREVIEW_PANE (widget);

  ikrar_page_view_go_to (self->pages, MAX (1, ikrar_page_view_get_page (self->pages)) - 1);
}

static void
go_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPreviewPane *self = IKRAR_PREVIEW_PANE (widget);

  ikrar_page_view_go_to (self->pages, ikrar_page_view_get_page (self->pages) + 1);
}

static void
zoom_by_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPreviewPane *self = IKRAR_PREVIEW_PANE (widget);
  int direction = g_str_equal (action, "preview.zoom-in") ? 1 : -1;

  ikrar_page_view_zoom (self->pages, IKRAR_ZOOM_FIXED,
                        ikrar_zoom_step (ikrar_page_view_get_scale (self->pages), direction));
}

static gboolean
on_waited (gpointer user_data)
{
  IkrarPreviewPane *self = user_data;

  self->spinner_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "wait");
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
show_child (IkrarPreviewPane *self, const char *child)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, child);
  gtk_widget_set_visible (self->bar, g_str_equal (child, "pages"));
}

static void
ikrar_preview_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ZOOM)
    g_value_take_string (value, get_zoom (IKRAR_PREVIEW_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_preview_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ZOOM)
    set_zoom (IKRAR_PREVIEW_PANE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_preview_pane_dispose (GObject *object)
{
  g_clear_handle_id (&IKRAR_PREVIEW_PANE (object)->spinner_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PREVIEW_PANE);
  G_OBJECT_CLASS (ikrar_preview_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, pages);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, text_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, page_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, progress_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPreviewPane, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entry_left);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
ikrar_preview_pane_class_init (IkrarPreviewPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_preview_pane_dispose;
  object_class->get_property = ikrar_preview_pane_get_property;
  object_class->set_property = ikrar_preview_pane_set_property;
  properties[PROP_ZOOM] =
      g_param_spec_string ("zoom", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CANCELLED] = g_signal_new ("cancelled", IKRAR_TYPE_PREVIEW_PANE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "preview.previous-page", NULL, go_previous);
  gtk_widget_class_install_action (widget_class, "preview.next-page", NULL, go_next);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_by_step);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_by_step);
  gtk_widget_class_install_property_action (widget_class, "preview.zoom", "zoom");
}

static void
ikrar_preview_pane_init (IkrarPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_preview_pane_show (IkrarPreviewPane *self, IkrarDocument *document, gboolean stay)
{
  g_return_if_fail (IKRAR_IS_PREVIEW_PANE (self));

  ikrar_page_view_set_document (self->pages, document, stay);
  show_child (self, "pages");
}

void
ikrar_preview_pane_show_wait (IkrarPreviewPane *self)
{
  g_return_if_fail (IKRAR_IS_PREVIEW_PANE (self));

  if (self->spinner_id == 0)
    self->spinner_id = g_timeout_add (SPINNER_DELAY_MS, on_waited, self);
}

void
ikrar_preview_pane_show_text (IkrarPreviewPane *self,
                              const char *icon_name,
                              const char *title,
                              const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (IKRAR_IS_PREVIEW_PANE (self));

  ikrar_page_view_set_document (self->pages, NULL, FALSE);
  adw_status_page_set_icon_name (self->text_page, icon_name);
  adw_status_page_set_title (self->text_page, title);
  adw_status_page_set_description (self->text_page, escaped);
  show_child (self, "text");
}

void
ikrar_preview_pane_show_progress (IkrarPreviewPane *self,
                                  const char *text,
                                  guint64 done,
                                  guint64 total)
{
  g_return_if_fail (IKRAR_IS_PREVIEW_PANE (self));

  gtk_revealer_set_reveal_child (self->progress_revealer, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->progress_label, text);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

void
ikrar_preview_pane_focus_page (IkrarPreviewPane *self)
{
  g_return_if_fail (IKRAR_IS_PREVIEW_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->page_entry));
}
