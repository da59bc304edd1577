/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/stage-window.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/actions.h"
#include "ui/common/notice.h"
#include "ui/common/share-bar.h"
#include "ui/common/undo.h"
#include "ui/common/work.h"
#include "ui/pledge/pledge-info.h"
#include "ui/pledge/pledge-sheet.h"
#include "ui/pledge/recite-dialog.h"

/* How long controls stay after the pointer moved. */
#define CONTROLS_MS 3000

/* The foot is drawn for a window of this height and grows with it. */
#define DRAWN_HEIGHT 800.0
#define DRAWN_FONT_PX 14.0
#define SCALE_MIN 0.8

/* Below this width there is no room for margins and for the bar. */
#define NARROW_WIDTH 700

struct _IkrarStageWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkRevealer *controls;
  IkrarPledgeSheet *sheet;
  GtkLabel *present_label;
  GtkLabel *pledged_label;
  IkrarShareBar *bar;
  GtkLabel *part_label;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable;
  IkrarPledgeInfo *info;
  GtkCssProvider *scale;
  char *body; /* the text shown */

  IkrarId event;
  guint controls_timeout;
};

G_DEFINE_FINAL_TYPE (IkrarStageWindow, ikrar_stage_window, ADW_TYPE_WINDOW)

static void
show_part (IkrarStageWindow *self)
{
  int lit = ikrar_pledge_sheet_get_lit (self->sheet);
  guint points = ikrar_pledge_sheet_count_points (self->sheet);
  gboolean has_opening = self->info != NULL && *self->info->text->opening != '\0';
  int point = lit - has_opening;
  /* Translators: %1$d is the number of a point of the pledge, %2$u how many there are. */
  g_autofree char *text = g_strdup_printf (_ ("Point %1$d of %2$u"), point + 1, points);

  if (lit < 0)
    gtk_label_set_label (self->part_label, "");
  else if (has_opening && lit == 0)
    gtk_label_set_label (self->part_label, C_ ("pledge", "Opening"));
  else if (point >= (int) points)
    gtk_label_set_label (self->part_label, C_ ("pledge", "Closing"));
  else
    gtk_label_set_label (self->part_label, text);
}

static void
set_number (GtkLabel *label, guint number)
{
  g_autofree char *text = ikrar_number_thousands (number);

  gtk_label_set_label (label, text);
}

static void
show_counts (IkrarStageWindow *self)
{
  const IkrarPledgeCoverage *sum = &self->info->sum;

  set_number (self->present_label, sum->present);
  set_number (self->pledged_label, sum->recited + sum->signed_);
  ikrar_share_bar_set (self->bar, sum->signed_, sum->recited,
                       MAX (sum->present, sum->recited + sum->signed_));
}

/* The light stays where it is when counts change. */
static void
show_text (IkrarStageWindow *self)
{
  if (g_strcmp0 (self->body, self->info->wording->body) == 0)
    return;
  g_free (self->body);
  self->body = g_strdup (self->info->wording->body);
  ikrar_pledge_sheet_set_text (self->sheet, self->body);
  ikrar_pledge_sheet_set_lit (self->sheet, 0);
  show_part (self);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarStageWindow *self = owner;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Pledge Cannot Be Shown"), error);
      return;
    }
  ikrar_pledge_info_free (self->info);
  self->info = output;
  gtk_window_set_title (GTK_WINDOW (self), self->info->event->title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.recite", TRUE);
  show_text (self);
  show_counts (self);
}

static void
refresh (IkrarStageWindow *self)
{
  const IkrarWork work = {
    .func = ikrar_pledge_info_load,
    .input = g_memdup2 (&self->event, sizeof self->event),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_pledge_info_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarStageWindow *self = IKRAR_STAGE_WINDOW (widget);
  int last = (int) ikrar_pledge_sheet_count_parts (self->sheet) - 1;
  int lit = ikrar_pledge_sheet_get_lit (self->sheet);

  if (g_str_equal (action, "stage.next"))
    lit++;
  else if (g_str_equal (action, "stage.previous"))
    lit--;
  else
    lit = 0;
  ikrar_pledge_sheet_set_lit (self->sheet, CLAMP (lit, 0, last));
  show_part (self);
}

static void
leave_full_screen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_unfullscreen (GTK_WINDOW (widget));
}

static void
on_recited (GtkWidget *widget, IkrarId journal, guint pledged)
{
  g_autofree char *number = ikrar_number_thousands (pledged);
  g_autofree char *message = g_strdup_printf (
      ngettext ("%s person pledged by reciting", "%s people pledged by reciting", pledged), number);

  ikrar_notice_undo (widget, message, journal);
}

static void
recite (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarStageWindow *self = IKRAR_STAGE_WINDOW (widget);

  if (self->info != NULL)
    ikrar_recite_dialog_present (GTK_WIDGET (self->sheet), self->context, self->info, on_recited);
}

static void
undo_change (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarStageWindow *self = IKRAR_STAGE_WINDOW (widget);

  ikrar_undo_change (GTK_WIDGET (self->sheet), self->context, g_variant_get_int64 (parameter));
}

static gboolean
on_controls_timeout (gpointer user_data)
{
  IkrarStageWindow *self = user_data;

  self->controls_timeout = 0;
  gtk_revealer_set_reveal_child (self->controls, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

/* On the projector nothing but the pledge is seen as long as nobody moves the pointer. */
static void
on_pointer_moved (IkrarStageWindow *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_revealer_set_reveal_child (self->controls, TRUE);
  g_clear_handle_id (&self->controls_timeout, g_source_remove);
  self->controls_timeout = g_timeout_add (CONTROLS_MS, on_controls_timeout, self);
}

static void
on_surface_resized (IkrarStageWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  double scale = MAX (gdk_surface_get_height (surface) / DRAWN_HEIGHT, SCALE_MIN);
  gboolean narrow = gdk_surface_get_width (surface) < NARROW_WIDTH;
  g_autofree char *css =
      g_strdup_printf ("window.stage { font-size: %dpx; }", (int) (DRAWN_FONT_PX * scale + 0.5));

  gtk_css_provider_load_from_data (self->scale, css, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->part_label), narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
on_realize (IkrarStageWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  g_signal_connect_object (surface, "notify::height", G_CALLBACK (on_surface_resized), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (on_surface_resized), self,
                           G_CONNECT_SWAPPED);
}

static void
ikrar_stage_window_dispose (GObject *object)
{
  IkrarStageWindow *self = IKRAR_STAGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->controls_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_STAGE_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->scale);
  G_OBJECT_CLASS (ikrar_stage_window_parent_class)->dispose (object);
}

static void
ikrar_stage_window_finalize (GObject *object)
{
  IkrarStageWindow *self = IKRAR_STAGE_WINDOW (object);

  g_object_unref (self->cancellable);
  ikrar_pledge_info_free (self->info);
  g_free (self->body);
  G_OBJECT_CLASS (ikrar_stage_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/stage-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarStageWindow, controls);
  gtk_widget_class_bind_template_child (widget_class, IkrarStageWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, IkrarStageWindow, present_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarStageWindow, pledged_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarStageWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarStageWindow, part_label);
  gtk_widget_class_bind_template_callback (widget_class, on_pointer_moved);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const IkrarAction actions[] = {
    { "stage.next", NULL, move },
    { "stage.previous", NULL, move },
    { "stage.first", NULL, move },
    { "stage.full-screen", NULL, ikrar_action_toggle_full_screen },
    { "stage.back", NULL, leave_full_screen },
    { "stage.recite", NULL, recite },
    { "win.undo-change", "x", undo_change },
  };

  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}

static void
ikrar_stage_window_class_init (IkrarStageWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_stage_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_stage_window_finalize;
  g_type_ensure (IKRAR_TYPE_PLEDGE_SHEET);
  g_type_ensure (IKRAR_TYPE_SHARE_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_stage_window_init (IkrarStageWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->scale = gtk_css_provider_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->scale),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.recite", FALSE);
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), NULL);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_pointer_moved), NULL);
}

static GtkWindow *
find_open (GtkApplication *application, IkrarId event)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (IKRAR_IS_STAGE_WINDOW (link->data) && IKRAR_STAGE_WINDOW (link->data)->event == event)
      return link->data;
  return NULL;
}

void
ikrar_stage_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  GtkApplication *application = gtk_window_get_application (parent);
  GtkWindow *open = application != NULL ? find_open (application, event) : NULL;
  IkrarStageWindow *self;

  if (open != NULL)
    {
      gtk_window_present (open);
      return;
    }
  self = g_object_new (IKRAR_TYPE_STAGE_WINDOW, "application", application, NULL);
  self->context = g_object_ref (context);
  self->event = event;
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
