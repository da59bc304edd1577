/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/papers-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/paper.h"

#include "ui/common/entry-row.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/preferences/office-edit.h"

struct _IkrarPapersPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  AdwComboRow *paper_row;
  AdwComboRow *layout_row;
  AdwComboRow *zone_row;
  IkrarEntryRow *label_row;

  /* Owned */
  IkrarContext *context;
  char *label; /* as it is saved; NULL until it is known */

  gboolean showing; /* whether what changes was not chosen */
};

G_DEFINE_FINAL_TYPE (IkrarPapersPage, ikrar_papers_page, ADW_TYPE_PREFERENCES_PAGE)

#define FIELD(field) G_STRUCT_OFFSET (IkrarInstitution, field)

/* As the rows list them. */
static const char *const papers[] = { "F4", "A4" };
static const IkrarZone zones[] = { IKRAR_ZONE_WIB, IKRAR_ZONE_WITA, IKRAR_ZONE_WIT };

static void
on_paper_selected (IkrarPapersPage *self)
{
  IkrarOfficeEdit *edit;

  if (self->showing)
    return;
  edit = ikrar_office_edit_new (0, _ ("Paper of lists and letters changed"));
  ikrar_office_edit_set_text (edit, FIELD (paper),
                              papers[adw_combo_row_get_selected (self->paper_row)]);
  ikrar_office_edit_save (edit, GTK_WIDGET (self), self->context);
}

static void
on_zone_selected (IkrarPapersPage *self)
{
  IkrarOfficeEdit *edit;

  if (self->showing)
    return;
  edit = ikrar_office_edit_new (0, _ ("Time zone of new events changed"));
  ikrar_office_edit_set_int (edit, FIELD (zone),
                             (int) zones[adw_combo_row_get_selected (self->zone_row)]);
  ikrar_office_edit_save (edit, GTK_WIDGET (self), self->context);
}

static void
on_label_left (IkrarPapersPage *self)
{
  g_autofree char *text = ikrar_entry_row_dup_text (self->label_row);
  IkrarOfficeEdit *edit;

  if (self->label == NULL || strcmp (text, self->label) == 0)
    return;
  edit = ikrar_office_edit_new (0, _ ("Label before an NIP changed"));
  ikrar_office_edit_set_text (edit, FIELD (number_label), text);
  ikrar_office_edit_save (edit, GTK_WIDGET (self), self->context);
}

/* A layout on its way to the database, and the one before. */
typedef struct
{
  IkrarPassLayout wanted;
  IkrarPassLayout before;
} Layouts;

static gpointer
set_layout (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  Layouts *layouts = g_memdup2 (input, sizeof (Layouts));

  if (ikrar_pass_layout_get_usual (store, &layouts->before, error) &&
      layouts->before != layouts->wanted)
    ikrar_pass_layout_set_usual (store, layouts->wanted, error);
  return layouts;
}

/* A setting is not in the journal with what stood before: Undo sets it back. */
static void
on_layout_set (gpointer owner, gpointer output, const GError *error)
{
  g_autofree Layouts *layouts = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Preferences Could Not Be Saved"), error);
  else if (layouts->before != layouts->wanted)
    ikrar_notice_undo_by (owner, _ ("Sheet of event passes changed"), "preferences.set-layout",
                          g_variant_new_int32 ((gint32) layouts->before));
}

static void
start_set_layout (IkrarPapersPage *self, IkrarPassLayout layout)
{
  const Layouts layouts = { layout, layout };
  const IkrarWork work = {
    .func = set_layout,
    .input = g_memdup2 (&layouts, sizeof layouts),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_layout_set,
  };

  ikrar_work_start (self->context, self, NULL, &work);
}

static void
on_layout_selected (IkrarPapersPage *self)
{
  if (!self->showing)
    start_set_layout (self, adw_combo_row_get_selected (self->layout_row));
}

void
ikrar_papers_page_set_layout (IkrarPapersPage *self, IkrarPassLayout layout)
{
  g_return_if_fail (IKRAR_IS_PAPERS_PAGE (self));

  adw_combo_row_set_selected (self->layout_row, layout);
}

static void
ikrar_papers_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PAPERS_PAGE);
  g_clear_object (&IKRAR_PAPERS_PAGE (object)->context);
  G_OBJECT_CLASS (ikrar_papers_page_parent_class)->dispose (object);
}

static void
ikrar_papers_page_finalize (GObject *object)
{
  g_free (IKRAR_PAPERS_PAGE (object)->label);
  G_OBJECT_CLASS (ikrar_papers_page_parent_class)->finalize (object);
}

static void
ikrar_papers_page_class_init (IkrarPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_papers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_papers_page_finalize;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPapersPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPapersPage, layout_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPapersPage, zone_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPapersPage, label_row);
  gtk_widget_class_bind_template_callback (widget_class, on_paper_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_zone_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_label_left);
}

static void
ikrar_papers_page_init (IkrarPapersPage *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_label (IkrarPapersPage *self, const char *label)
{
  g_autofree char *typed = ikrar_entry_row_dup_text (self->label_row);

  if (self->label == NULL || strcmp (typed, self->label) == 0)
    ikrar_entry_row_set_text (self->label_row, label);
  g_free (self->label);
  self->label = g_strdup (label);
}

void
ikrar_papers_page_show (IkrarPapersPage *self, IkrarContext *context, const IkrarOfficeInfo *info)
{
  g_return_if_fail (IKRAR_IS_PAPERS_PAGE (self));

  g_set_object (&self->context, context);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->paper_row,
                              ikrar_paper_parse (info->institution->paper) == IKRAR_PAPER_A4);
  adw_combo_row_set_selected (self->layout_row, info->layout);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (zones[i] == info->institution->zone)
      adw_combo_row_set_selected (self->zone_row, i);
  show_label (self, info->institution->number_label);
  self->showing = FALSE;
}
