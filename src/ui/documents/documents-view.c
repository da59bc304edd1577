/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "store/certificate.h"
#include "store/event-tally.h"
#include "store/event.h"
#include "store/unit.h"

#include "ui/common/notice.h"
#include "ui/documents/document-row.h"
#include "ui/documents/documents-view-private.h"
#include "ui/documents/page-cache.h"

#define REFRESH_PAUSE_MS 2000
#define ALL_KINDS ((1u << IKRAR_N_DOCUMENT_KINDS) - 1)

G_DEFINE_FINAL_TYPE (IkrarDocumentsView, ikrar_documents_view, IKRAR_TYPE_EVENT_VIEW)

/* A document that is to be made, and what became of it. */
typedef struct
{
  IkrarId event;
  IkrarDocumentKind kind;
  IkrarDocumentOptions options;
  int thumbnail_size;

  IkrarDocument *document;
  GdkTexture *thumbnail;
  GError *error;
} Build;

static void build_next (IkrarDocumentsView *self);

static void
facts_clear (IkrarDocumentsFacts *facts)
{
  g_clear_pointer (&facts->units, g_ptr_array_unref);
}

static void
facts_free (IkrarDocumentsFacts *facts)
{
  facts_clear (facts);
  g_free (facts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDocumentsFacts, facts_free)

static void
build_free (Build *build)
{
  g_clear_pointer (&build->document, ikrar_document_unref);
  g_clear_object (&build->thumbnail);
  g_clear_error (&build->error);
  g_free (build);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Build, build_free)

static gpointer
load_facts (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarId *id = input;
  g_autoptr (IkrarDocumentsFacts) facts = g_new0 (IkrarDocumentsFacts, 1);
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, *id, error);
  IkrarEventTally tally;

  if (event == NULL || !ikrar_event_tally_get (store, *id, &tally, error) ||
      !ikrar_certificate_count_due (store, *id, &facts->due, error) ||
      !ikrar_pass_layout_get_usual (store, &facts->layout, error))
    return NULL;
  facts->units = ikrar_unit_list (store, *id, error);
  facts->day = ikrar_time_today (event->start_at, event->zone);
  facts->invited = tally.attendance.invited;
  facts->certificates = tally.certificates;
  return facts->units != NULL ? g_steal_pointer (&facts) : NULL;
}

/* An error belongs to the document and is shown in its place, so it travels with it. */
static gpointer
build (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  Build *made = g_memdup2 (input, sizeof (Build));

  made->document = ikrar_document_kind_build (made->kind, store, made->event, &made->options,
                                              progress, &made->error);
  if (made->document != NULL)
    made->thumbnail = ikrar_page_render_small (made->document, 0, made->thumbnail_size);
  return made;
}

static IkrarDocumentRow *
get_row (IkrarDocumentsView *self, IkrarDocumentKind kind)
{
  return IKRAR_DOCUMENT_ROW (gtk_list_box_get_row_at_index (self->list, (int) kind));
}

static char *
describe_pages (IkrarDocument *document)
{
  guint n_pages = ikrar_document_get_n_pages (document);
  g_autofree char *number = ikrar_number_thousands (n_pages);

  /* Translators: %s is a number of pages. */
  return g_strdup_printf (ngettext ("%s page", "%s pages", n_pages), number);
}

static void
show_in_list (IkrarDocumentsView *self, const Build *made)
{
  g_autofree char *text =
      made->document != NULL ? describe_pages (made->document) : g_strdup (_ ("Cannot be made"));

  ikrar_document_row_set_preview (get_row (self, made->kind), made->thumbnail, text);
}

static void
show_document (IkrarDocumentsView *self, const Build *made)
{
  gboolean stay = self->document != NULL;

  self->outdated = FALSE;
  g_clear_pointer (&self->document, ikrar_document_unref);
  if (made->document == NULL)
    {
      ikrar_preview_pane_show_text (self->preview, "dialog-warning-symbolic",
                                    _ ("This Cannot Be Shown"), made->error->message);
      ikrar_options_pane_set_pages (self->options_pane, 0);
      return;
    }
  self->document = ikrar_document_ref (made->document);
  ikrar_preview_pane_show (self->preview, self->document, stay);
  ikrar_options_pane_set_pages (self->options_pane, ikrar_document_get_n_pages (self->document));
}

static void
on_built (gpointer owner, gpointer output, const GError *error)
{
  IkrarDocumentsView *self = owner;
  g_autoptr (Build) made = output;

  g_clear_object (&self->building);
  if (made != NULL)
    {
      show_in_list (self, made);
      if (made->kind == self->kind)
        show_document (self, made);
    }
  _ikrar_documents_view_update_deeds (self);
  build_next (self);
}

/* Says what there is instead of pages; FALSE if there are pages to be made. */
static gboolean
has_only_text (IkrarDocumentsView *self, IkrarDocumentKind kind)
{
  return !ikrar_document_kind_has_pages (kind) ||
         (kind == IKRAR_DOCUMENT_CERTIFICATES && self->facts.certificates == 0);
}

static void
show_text (IkrarDocumentsView *self, IkrarDocumentKind kind)
{
  gboolean tally = kind == IKRAR_DOCUMENT_TALLY;

  ikrar_document_row_set_preview (get_row (self, kind), NULL,
                                  tally ? _ ("Workbook, CSV") : _ ("None issued yet"));
  if (kind != self->kind)
    return;
  g_clear_pointer (&self->document, ikrar_document_unref);
  ikrar_options_pane_set_pages (self->options_pane, 0);
  if (tally)
    ikrar_preview_pane_show_text (
        self->preview, "x-office-spreadsheet-symbolic", _ ("Tally as a Workbook"),
        _ ("A sheet with a line for each unit, one with a line for each person, and one that says "
           "what everything means. Numbers add up to those invited."));
  else
    ikrar_preview_pane_show_text (
        self->preview, "application-certificate-symbolic", _ ("No Certificates Yet"),
        _ ("They are issued to those who are present, each with a number and a code that can be "
           "verified."));
}

static void
start_build (IkrarDocumentsView *self, IkrarDocumentKind kind)
{
  Build *wanted = g_new0 (Build, 1);
  const IkrarWork work = {
    .func = build,
    .input = wanted,
    .free_input = g_free,
    .free_output = (GDestroyNotify) build_free,
    .done = on_built,
  };

  wanted->event = ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self));
  wanted->kind = kind;
  wanted->options = self->options[kind];
  wanted->thumbnail_size = IKRAR_THUMBNAIL_SIZE * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  if (kind == self->kind && self->document == NULL)
    ikrar_preview_pane_show_wait (self->preview);
  self->building = g_cancellable_new ();
  ikrar_work_start (ikrar_page_get_context (IKRAR_PAGE (self)), self, self->building, &work);
}

/* The document that is looked at comes first, then the others, for their thumbnails. */
static void
build_next (IkrarDocumentsView *self)
{
  while (self->building == NULL && self->stale != 0 && self->loaded)
    {
      gboolean shown = (self->stale & (1u << self->kind)) != 0;
      IkrarDocumentKind kind =
          shown ? self->kind : (IkrarDocumentKind) g_bit_nth_lsf (self->stale, -1);

      self->stale &= ~(1u << kind);
      if (has_only_text (self, kind))
        show_text (self, kind);
      else
        start_build (self, kind);
    }
  if (self->building == NULL)
    ikrar_throttle_finish (&self->throttle);
  _ikrar_documents_view_update_deeds (self);
}

/* Whatever is being made is no longer wanted; nobody is told of it. */
static void
stop_building (IkrarDocumentsView *self)
{
  g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
}

static void
build_shown (IkrarDocumentsView *self)
{
  stop_building (self);
  self->stale |= 1u << self->kind;
  build_next (self);
}

/* A sheet that was chosen by hand stays. */
static void
take_layout (IkrarDocumentsView *self, IkrarPassLayout layout)
{
  IkrarDocumentOptions *options = &self->options[IKRAR_DOCUMENT_PASSES];

  if (options->layout != self->facts.layout || layout == options->layout)
    return;
  options->layout = layout;
  if (self->kind == IKRAR_DOCUMENT_PASSES)
    ikrar_options_pane_show (self->options_pane, self->kind, options);
}

static void
take_facts (IkrarDocumentsView *self, IkrarDocumentsFacts *facts)
{
  take_layout (self, facts->layout);
  facts_clear (&self->facts);
  self->facts = *facts;
  facts->units = NULL;
  self->loaded = TRUE;
  ikrar_options_pane_set_units (self->options_pane, self->facts.units);
  ikrar_options_pane_set_due (self->options_pane, self->facts.due);
  gtk_stack_set_visible_child_name (self->stack, self->facts.invited > 0 ? "documents" : "empty");
}

static void
on_facts_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarDocumentsView *self = owner;
  g_autoptr (IkrarDocumentsFacts) facts = output;

  if (facts == NULL)
    {
      ikrar_throttle_finish (&self->throttle);
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Documents Cannot Be Read"), error);
      return;
    }
  take_facts (self, facts);
  if (self->facts.invited > 0)
    self->stale = ALL_KINDS;
  stop_building (self);
  build_next (self);
}

static void
start_refresh (gpointer user_data)
{
  IkrarWork work = {
    .func = load_facts,
    .free_output = (GDestroyNotify) facts_free,
    .done = on_facts_loaded,
    .shown = TRUE,
  };

  ikrar_event_view_run (user_data, &work);
}

static void
ikrar_documents_view_refresh (IkrarPage *page)
{
  if (ikrar_event_view_get_event (IKRAR_EVENT_VIEW (page)) != 0)
    ikrar_throttle_request (&IKRAR_DOCUMENTS_VIEW (page)->throttle);
}

/* Units are those of the event before. */
static void
ikrar_documents_view_event_changed (IkrarEventView *view)
{
  IkrarDocumentsView *self = IKRAR_DOCUMENTS_VIEW (view);

  stop_building (self);
  ikrar_throttle_reset (&self->throttle);
  g_clear_pointer (&self->document, ikrar_document_unref);
  self->loaded = FALSE;
  self->stale = 0;
  for (guint i = 0; i < IKRAR_N_DOCUMENT_KINDS; i++)
    {
      self->options[i].unit = 0;
      ikrar_document_row_set_preview (get_row (self, i), NULL, "");
    }
  ikrar_options_pane_show (self->options_pane, self->kind, &self->options[self->kind]);
  _ikrar_documents_view_update_deeds (self);
}

static void
on_options_changed (IkrarDocumentsView *self)
{
  ikrar_options_pane_read (self->options_pane, &self->options[self->kind]);
  self->outdated = TRUE;
  build_shown (self);
}

static void
show_kind (IkrarDocumentsView *self, IkrarDocumentKind kind)
{
  self->kind = kind;
  self->outdated = FALSE;
  g_clear_pointer (&self->document, ikrar_document_unref);
  gtk_label_set_label (self->title_label, ikrar_document_kind_get_title (kind));
  ikrar_options_pane_show (self->options_pane, kind, &self->options[kind]);
  ikrar_options_pane_set_pages (self->options_pane, 0);
  if (self->loaded)
    build_shown (self);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, IkrarDocumentsView *self)
{
  if (row != NULL && ikrar_document_row_get_kind (IKRAR_DOCUMENT_ROW (row)) != self->kind)
    show_kind (self, ikrar_document_row_get_kind (IKRAR_DOCUMENT_ROW (row)));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, IkrarDocumentsView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_cancelled (IkrarDocumentsView *self)
{
  _ikrar_documents_view_cancel_saving (self);
}

static gboolean
follow_fold (gpointer user_data)
{
  IkrarDocumentsView *self = user_data;

  self->fold_id = 0;
  gtk_widget_set_visible (self->bar, adw_flap_get_folded (self->flap));
  gtk_widget_set_visible (self->back_button, adw_leaflet_get_folded (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* Folds happen while sizes are given out, when no size may change. */
static void
on_folded (IkrarDocumentsView *self)
{
  if (self->fold_id == 0)
    self->fold_id = g_idle_add (follow_fold, self);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (IKRAR_DOCUMENTS_VIEW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
import_roster (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.import-roster", "x",
                              ikrar_event_view_get_event (IKRAR_EVENT_VIEW (widget)));
}

/* Shortcuts work wherever the focus is in the view. */
static void
pass_to_preview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *preview = GTK_WIDGET (IKRAR_DOCUMENTS_VIEW (widget)->preview);

  if (g_str_equal (action, "view.go-to-page"))
    ikrar_preview_pane_focus_page (IKRAR_PREVIEW_PANE (preview));
  else if (g_str_equal (action, "view.fit-width"))
    gtk_widget_activate_action (preview, "preview.zoom", "s", "fit-width");
  else
    gtk_widget_activate_action (
        preview, g_str_equal (action, "view.zoom-in") ? "preview.zoom-in" : "preview.zoom-out",
        NULL);
}

static void
ikrar_documents_view_unroot (GtkWidget *widget)
{
  _ikrar_documents_view_cancel_saving (IKRAR_DOCUMENTS_VIEW (widget));
  stop_building (IKRAR_DOCUMENTS_VIEW (widget));
  GTK_WIDGET_CLASS (ikrar_documents_view_parent_class)->unroot (widget);
}

static void
ikrar_documents_view_dispose (GObject *object)
{
  IkrarDocumentsView *self = IKRAR_DOCUMENTS_VIEW (object);

  stop_building (self);
  ikrar_throttle_reset (&self->throttle);
  g_clear_handle_id (&self->fold_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DOCUMENTS_VIEW);
  G_OBJECT_CLASS (ikrar_documents_view_parent_class)->dispose (object);
}

static void
ikrar_documents_view_finalize (GObject *object)
{
  IkrarDocumentsView *self = IKRAR_DOCUMENTS_VIEW (object);

  facts_clear (&self->facts);
  g_clear_pointer (&self->document, ikrar_document_unref);
  G_OBJECT_CLASS (ikrar_documents_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
  } actions[] = {
    { "view.back", go_back, 0 },
    { "view.import-roster", import_roster, 0 },
    { "view.zoom-in", pass_to_preview, GDK_KEY_plus },
    { "view.zoom-in", pass_to_preview, GDK_KEY_equal },
    { "view.zoom-in", pass_to_preview, GDK_KEY_KP_Add },
    { "view.zoom-out", pass_to_preview, GDK_KEY_minus },
    { "view.zoom-out", pass_to_preview, GDK_KEY_KP_Subtract },
    { "view.fit-width", pass_to_preview, GDK_KEY_0 },
    { "view.fit-width", pass_to_preview, GDK_KEY_KP_0 },
    { "view.go-to-page", pass_to_preview, GDK_KEY_g },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (i == 0 || !g_str_equal (actions[i].name, actions[i - 1].name))
        gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, GDK_CONTROL_MASK,
                                             actions[i].name, NULL);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_PREVIEW_PANE);
  g_type_ensure (IKRAR_TYPE_OPTIONS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/documents-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, flap);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, preview);
  gtk_widget_class_bind_template_child (widget_class, IkrarDocumentsView, options_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_options_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
}

static void
ikrar_documents_view_class_init (IkrarDocumentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_documents_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_documents_view_finalize;
  widget_class->unroot = ikrar_documents_view_unroot;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_documents_view_refresh;
  IKRAR_EVENT_VIEW_CLASS (klass)->event_changed = ikrar_documents_view_event_changed;
  bind_template (widget_class);
  install_actions (widget_class);
  _ikrar_documents_view_install_deeds (widget_class);
}

static void
ikrar_documents_view_init (IkrarDocumentsView *self)
{
  ikrar_throttle_init (&self->throttle, REFRESH_PAUSE_MS, start_refresh, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < IKRAR_N_DOCUMENT_KINDS; i++)
    gtk_list_box_append (self->list, ikrar_document_row_new (i));
  self->kind = IKRAR_N_DOCUMENT_KINDS;
  gtk_list_box_select_row (self->list,
                           GTK_LIST_BOX_ROW (get_row (self, IKRAR_DOCUMENT_ATTENDANCE)));
}
