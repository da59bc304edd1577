/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/pledges-page.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/actions.h"
#include "ui/common/file-chooser.h"
#include "ui/common/fold-bin.h"
#include "ui/common/notice.h"
#include "ui/pledge/checkpoint-row.h"
#include "ui/pledge/coverage-list.h"
#include "ui/pledge/key-dialog.h"
#include "ui/pledge/ledger-info.h"
#include "ui/pledge/pledge-info.h"
#include "ui/pledge/seal-hero.h"
#include "ui/pledge/texts-dialog.h"
#include "ui/pledge/verify-dialog.h"

struct _IkrarPledgesPage
{
  IkrarPage parent_instance;

  /* Template widgets */
  IkrarFoldBin *fold;
  IkrarSealHero *hero;
  GtkOrientable *columns;
  GtkListBox *checkpoints;
  GtkLabel *checkpoints_label;
  IkrarCoverageList *coverage;

  /* Owned */
  IkrarLedgerInfo *info;
  GCancellable *check; /* of the check that runs, NULL if none does */

  gint64 check_began;
};

G_DEFINE_FINAL_TYPE (IkrarPledgesPage, ikrar_pledges_page, IKRAR_TYPE_PAGE)

static void
fill_checkpoints (IkrarPledgesPage *self)
{
  GPtrArray *lines = self->info->checkpoints;
  guint64 all = self->info->state.checkpoints;
  g_autofree char *number = ikrar_number_thousands ((gint64) all);
  /* Translators: %s is the number of checkpoints. */
  g_autofree char *text = g_strdup_printf (_ ("%s in all"), number);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->checkpoints, 0)) != NULL)
    gtk_list_box_remove (self->checkpoints, GTK_WIDGET (row));
  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarCheckpointLine *before =
          i + 1 < lines->len ? g_ptr_array_index (lines, i + 1) : NULL;

      gtk_list_box_append (self->checkpoints,
                           ikrar_checkpoint_row_new (g_ptr_array_index (lines, i), all - i,
                                                     before != NULL ? before->size : 0,
                                                     self->info->zone));
    }
  gtk_label_set_label (self->checkpoints_label, text);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarPledgesPage *self = owner;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Sealed Log Cannot Be Read"), error);
      return;
    }
  ikrar_ledger_info_free (self->info);
  self->info = output;
  ikrar_seal_hero_show (self->hero, self->info);
  fill_checkpoints (self);
  ikrar_coverage_list_fill (self->coverage, self->info->coverage);
}

static void
ikrar_pledges_page_refresh (IkrarPage *page)
{
  const IkrarWork work = {
    .func = ikrar_ledger_info_load,
    .free_output = (GDestroyNotify) ikrar_ledger_info_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_page_run (page, &work);
}

static gpointer
verify (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  return ikrar_ledger_verify (store, progress, error);
}

static void
end_check (IkrarPledgesPage *self)
{
  g_clear_object (&self->check);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.check", TRUE);
}

static void
on_verified (gpointer owner, gpointer output, const GError *error)
{
  IkrarPledgesPage *self = owner;
  g_autoptr (IkrarLedgerReport) report = output;

  end_check (self);
  if (error != NULL)
    {
      ikrar_seal_hero_end_progress (self->hero);
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Log Could Not Be Checked"), error);
      return;
    }
  ikrar_seal_hero_show_report (self->hero, report,
                               (g_get_monotonic_time () - self->check_began) / 1000);
}

static void
on_progress (gpointer owner, guint64 done, guint64 total)
{
  IkrarPledgesPage *self = owner;

  if (self->check != NULL)
    ikrar_seal_hero_show_progress (self->hero, total > 0 ? (double) done / total : 0);
}

static void
start_check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPledgesPage *self = IKRAR_PLEDGES_PAGE (widget);
  const IkrarWork work = {
    .func = verify,
    .free_output = (GDestroyNotify) ikrar_ledger_report_free,
    .done = on_verified,
    .progress = on_progress,
  };

  self->check = g_cancellable_new ();
  self->check_began = g_get_monotonic_time ();
  gtk_widget_action_set_enabled (widget, "page.check", FALSE);
  ikrar_seal_hero_show_progress (self->hero, 0);
  ikrar_work_start (ikrar_page_get_context (IKRAR_PAGE (self)), self, self->check, &work);
}

static void
cancel_check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPledgesPage *self = IKRAR_PLEDGES_PAGE (widget);

  g_cancellable_cancel (self->check);
  end_check (self);
  ikrar_seal_hero_end_progress (self->hero);
}

static void
copy_root (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPledgesPage *self = IKRAR_PLEDGES_PAGE (widget);
  g_autofree char *root = NULL;

  if (self->info == NULL)
    return;
  root = ikrar_digest_hex (&self->info->state.root);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), root);
  ikrar_notice (widget, _ ("Root copied"));
}

static gpointer
seal (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  ikrar_ledger_checkpoint (store, NULL, error);
  return NULL;
}

static void
on_sealed (gpointer owner, gpointer output, const GError *error)
{
  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Checkpoint Could Not Be Signed"), error);
      return;
    }
  ikrar_notice (owner, _ ("Checkpoint signed"));
  ikrar_page_refresh (owner);
}

static void
seal_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const IkrarWork work = { .func = seal, .done = on_sealed };

  ikrar_page_run (IKRAR_PAGE (widget), &work);
}

static gpointer
export_log (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  ikrar_ledger_export (store, input, progress, error);
  return g_object_ref (input);
}

static void
on_exported (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (GFile) file = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Log Could Not Be Saved"), error);
  else
    ikrar_notice_file (owner, _ ("Log saved, without names and numbers"), file);
}

static void
on_export_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  const IkrarWork work = {
    .func = export_log,
    .input = g_object_ref (file),
    .free_input = g_object_unref,
    .free_output = g_object_unref,
    .done = on_exported,
  };

  ikrar_page_run (IKRAR_PAGE (widget), &work);
}

static void
ask_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_save (widget, _ ("Export Log"), "catatan-tersegel.txt", on_export_chosen,
                           NULL);
}

static void
show_key (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPledgesPage *self = IKRAR_PLEDGES_PAGE (widget);
  g_autofree char *key = self->info != NULL ? ikrar_ledger_info_key_text (self->info) : NULL;

  if (key != NULL)
    ikrar_key_dialog_present (widget, key);
}

static void
show_texts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_texts_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (widget)));
}

static void
show_verify (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPledgesPage *self = IKRAR_PLEDGES_PAGE (widget);

  if (self->info != NULL)
    ikrar_verify_dialog_present (widget, self->info->keys);
}

static void
on_narrow_changed (IkrarPledgesPage *self)
{
  gboolean narrow = ikrar_fold_bin_get_narrow (self->fold);

  gtk_orientable_set_orientation (self->columns,
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !narrow);
  ikrar_seal_hero_set_folded (self->hero, narrow);
}

static void
ikrar_pledges_page_dispose (GObject *object)
{
  IkrarPledgesPage *self = IKRAR_PLEDGES_PAGE (object);

  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PLEDGES_PAGE);
  G_OBJECT_CLASS (ikrar_pledges_page_parent_class)->dispose (object);
}

static void
ikrar_pledges_page_finalize (GObject *object)
{
  ikrar_ledger_info_free (IKRAR_PLEDGES_PAGE (object)->info);
  G_OBJECT_CLASS (ikrar_pledges_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const IkrarAction actions[] = {
    { "page.check", NULL, start_check },     { "page.cancel-check", NULL, cancel_check },
    { "page.copy-root", NULL, copy_root },   { "page.seal-now", NULL, seal_now },
    { "page.export-log", NULL, ask_export }, { "page.show-key", NULL, show_key },
    { "page.show-texts", NULL, show_texts }, { "page.verify", NULL, show_verify },
  };

  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}

static void
ikrar_pledges_page_class_init (IkrarPledgesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_pledges_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_pledges_page_finalize;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_pledges_page_refresh;
  g_type_ensure (IKRAR_TYPE_SEAL_HERO);
  g_type_ensure (IKRAR_TYPE_COVERAGE_LIST);
  g_type_ensure (IKRAR_TYPE_FOLD_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/pledges-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgesPage, fold);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgesPage, hero);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgesPage, columns);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgesPage, checkpoints);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgesPage, checkpoints_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPledgesPage, coverage);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  install_actions (widget_class);
}

static void
ikrar_pledges_page_init (IkrarPledgesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
