/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/preferences/paper-preview.h"

#include "report/office-preview.h"

#include "ui/common/errand.h"
#include "ui/documents/page-cache.h"

/* How many pixels a millimetre takes at most: the letterhead then fills the preferences' width. */
#define PIXELS_PER_POINT 1.1

/* What shall be drawn. */
typedef struct
{
  IkrarInstitution *institution;
  GBytes *logo;
  IkrarSignatory *signatory;
  int scale;
} Order;

struct _IkrarPaperPreview
{
  GtkWidget parent_instance;

  /* Owned */
  GdkTexture *texture; /* NULL until it is drawn, or if there is nothing to show */
  Order *next;         /* waits until the one that is drawn is done */
  GCancellable *cancellable;

  gboolean drawing;
};

G_DEFINE_FINAL_TYPE (IkrarPaperPreview, ikrar_paper_preview, GTK_TYPE_WIDGET)

static void draw_next (IkrarPaperPreview *self);

static void
order_free (Order *order)
{
  ikrar_institution_free (order->institution);
  g_clear_pointer (&order->logo, g_bytes_unref);
  ikrar_signatory_free (order->signatory);
  g_free (order);
}

static void
draw (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr (IkrarDocument) document =
      order->signatory != NULL
          ? ikrar_office_preview_signature (order->institution, order->signatory)
          : ikrar_office_preview_letterhead (order->institution, order->logo);
  double width;

  if (document == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  ikrar_document_get_page_size (document, 0, &width, NULL);
  g_task_return_pointer (
      task, ikrar_page_render (document, 0, (int) (width * PIXELS_PER_POINT * order->scale)),
      g_object_unref);
}

static void
on_drawn (gpointer owner, GTask *task)
{
  IkrarPaperPreview *self = owner;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (task, NULL);

  self->drawing = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_set_object (&self->texture, texture);
  gtk_widget_set_visible (GTK_WIDGET (self), texture != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  draw_next (self);
}

static void
draw_next (IkrarPaperPreview *self)
{
  if (self->drawing || self->next == NULL)
    return;
  self->drawing = TRUE;
  ikrar_errand_run (self, self->cancellable, draw, g_steal_pointer (&self->next),
                    (GDestroyNotify) order_free, on_drawn);
}

static GtkSizeRequestMode
ikrar_paper_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As wide as there is room, and then as high as the paper is: it is never squeezed. */
static void
ikrar_paper_preview_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  IkrarPaperPreview *self = IKRAR_PAPER_PREVIEW (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  int width, height;

  *minimum = *natural = 0;
  if (self->texture == NULL)
    return;
  width = gdk_texture_get_width (self->texture);
  height = gdk_texture_get_height (self->texture);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = width / scale;
  /* Where there is more room than a picture takes, GTK asks for the height of all of it. */
  else if (for_size < 0 || for_size > width / scale)
    *minimum = *natural = height / scale;
  else
    *minimum = *natural = for_size * height / width;
}

static void
ikrar_paper_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IkrarPaperPreview *self = IKRAR_PAPER_PREVIEW (widget);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (
        snapshot, self->texture,
        &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

static void
ikrar_paper_preview_dispose (GObject *object)
{
  g_cancellable_cancel (IKRAR_PAPER_PREVIEW (object)->cancellable);
  G_OBJECT_CLASS (ikrar_paper_preview_parent_class)->dispose (object);
}

static void
ikrar_paper_preview_finalize (GObject *object)
{
  IkrarPaperPreview *self = IKRAR_PAPER_PREVIEW (object);

  g_clear_pointer (&self->next, order_free);
  g_clear_object (&self->texture);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ikrar_paper_preview_parent_class)->finalize (object);
}

static void
ikrar_paper_preview_class_init (IkrarPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_paper_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_paper_preview_finalize;
  widget_class->get_request_mode = ikrar_paper_preview_get_request_mode;
  widget_class->measure = ikrar_paper_preview_measure;
  widget_class->snapshot = ikrar_paper_preview_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ikrar_paper_preview_init (IkrarPaperPreview *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ikrar_paper_preview_show (IkrarPaperPreview *self,
                          const IkrarInstitution *institution,
                          GBytes *logo,
                          const IkrarSignatory *signatory)
{
  Order *order;

  g_return_if_fail (IKRAR_IS_PAPER_PREVIEW (self));

  order = g_new0 (Order, 1);
  order->institution = ikrar_entity_copy (&ikrar_institution_entity, institution);
  order->logo = logo != NULL ? g_bytes_ref (logo) : NULL;
  order->signatory = ikrar_entity_copy (&ikrar_signatory_entity, signatory);
  order->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_clear_pointer (&self->next, order_free);
  self->next = order;
  draw_next (self);
}
