/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/documents/print.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "store/store.h"

#include "ui/common/notice.h"

#define SETTINGS_FILE "print-settings.ini"
#define DOCUMENT_KEY "ikrar-document"
#define POINTS_PER_MM (72.0 / 25.4)
/* Sizes of paper that differ by less are the same. */
#define PAPER_TOLERANCE_MM 1.0

/* Sizes that printers know by name; any other size is named after its measures. */
static const struct
{
  double width;
  double height;
  const char *name;
} papers[] = {
  { 210, 297, GTK_PAPER_NAME_A4 },
  { 297, 420, GTK_PAPER_NAME_A3 },
  { 148, 210, GTK_PAPER_NAME_A5 },
};

static GtkPaperSize *
find_paper (double width, double height)
{
  g_autofree char *name = g_strdup_printf ("ikrar_%.0fx%.0f", width, height);
  /* Translators: a size of paper. */
  g_autofree char *label = g_strdup_printf (_ ("%1$.0f × %2$.0f mm"), width, height);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (fabs (papers[i].width - width) < PAPER_TOLERANCE_MM &&
        fabs (papers[i].height - height) < PAPER_TOLERANCE_MM)
      return gtk_paper_size_new (papers[i].name);
  return gtk_paper_size_new_custom (name, label, width, height, GTK_UNIT_MM);
}

/* Paper is described upright; a page that is wider than high lies across it. */
static void
set_up_page (GtkPageSetup *setup, IkrarDocument *document, guint page)
{
  GtkPaperSize *paper;
  double width, height;

  ikrar_document_get_page_size (document, page, &width, &height);
  paper = find_paper (MIN (width, height) / POINTS_PER_MM, MAX (width, height) / POINTS_PER_MM);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
}

static IkrarDocument *
get_document (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), DOCUMENT_KEY);
}

static void
on_request_page_setup (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       gpointer unused)
{
  set_up_page (setup, get_document (operation), page);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer unused)
{
  ikrar_document_draw_page (get_document (operation), page,
                            gtk_print_context_get_cairo_context (context));
}

static char *
get_settings_path (void)
{
  g_autofree char *database = ikrar_store_default_path ();
  g_autofree char *folder = g_path_get_dirname (database);

  return g_build_filename (folder, SETTINGS_FILE, NULL);
}

static GtkPrintSettings *
load_settings (void)
{
  g_autofree char *path = get_settings_path ();
  GtkPrintSettings *settings = gtk_print_settings_new_from_file (path, NULL);

  return settings != NULL ? settings : gtk_print_settings_new ();
}

/* What belongs to one document is not remembered. */
static void
forget_job (GtkPrintSettings *settings)
{
  static const char *const keys[] = {
    GTK_PRINT_SETTINGS_N_COPIES,        GTK_PRINT_SETTINGS_PRINT_PAGES,
    GTK_PRINT_SETTINGS_PAGE_RANGES,     GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_NUMBER_UP,       GTK_PRINT_SETTINGS_NUMBER_UP_LAYOUT,
    GTK_PRINT_SETTINGS_SCALE,           GTK_PRINT_SETTINGS_ORIENTATION,
    GTK_PRINT_SETTINGS_PAPER_FORMAT,    GTK_PRINT_SETTINGS_PAPER_WIDTH,
    GTK_PRINT_SETTINGS_PAPER_HEIGHT,    GTK_PRINT_SETTINGS_OUTPUT_URI,
    GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_print_settings_unset (settings, keys[i]);
}

static void
save_settings (GtkPrintOperation *operation)
{
  g_autoptr (GtkPrintSettings) settings =
      gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  g_autofree char *path = get_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  forget_job (settings);
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !gtk_print_settings_to_file (settings, path, &error))
    g_info ("print settings: %s", error != NULL ? error->message : folder);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *parent)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_settings (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    ikrar_notice_error (parent, _ ("This Could Not Be Printed"), error);
}

GtkPrintOperation *
ikrar_print_operation_new (IkrarDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = load_settings ();

  set_up_page (setup, document, 0);
  gtk_print_settings_set_number_up (settings, 1);
  gtk_print_settings_set_scale (settings, 100);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) ikrar_document_get_n_pages (document));
  gtk_print_operation_set_job_name (operation, ikrar_document_get_title (document));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), DOCUMENT_KEY, ikrar_document_ref (document),
                          (GDestroyNotify) ikrar_document_unref);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_request_page_setup), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), NULL);
  return operation;
}

void
ikrar_print_document (GtkWindow *parent, IkrarDocument *document)
{
  g_autoptr (GtkPrintOperation) operation = ikrar_print_operation_new (document);

  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, 0);
  /* The operation lives until it is done. */
  g_signal_connect (g_object_ref (operation), "done", G_CALLBACK (g_object_unref), NULL);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
