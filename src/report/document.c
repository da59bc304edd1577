/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "report/document-private.h"
#include "report/error.h"
#include "report/output-file-private.h"

IkrarDocument *
ikrar_document_new (const IkrarDocumentClass *class, double width, double height)
{
  IkrarDocument *document = g_malloc0 (class->size);

  document->class = class;
  g_atomic_ref_count_init (&document->references);
  g_mutex_init (&document->lock);
  document->type = ikrar_typesetter_new ();
  document->width = IKRAR_MM (width);
  document->height = IKRAR_MM (height);
  return document;
}

IkrarDocument *
ikrar_document_ref (IkrarDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  g_atomic_ref_count_inc (&document->references);
  return document;
}

void
ikrar_document_unref (IkrarDocument *document)
{
  if (document == NULL || !g_atomic_ref_count_dec (&document->references))
    return;
  document->class->clear (document);
  ikrar_typesetter_free (document->type);
  g_mutex_clear (&document->lock);
  g_free (document->title);
  g_free (document->author);
  g_free (document);
}

const char *
ikrar_document_get_title (IkrarDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return document->title;
}

guint
ikrar_document_get_n_pages (IkrarDocument *document)
{
  g_return_val_if_fail (document != NULL, 0);

  return document->n_pages;
}

void
ikrar_document_get_page_size (IkrarDocument *document, guint page, double *width, double *height)
{
  g_return_if_fail (document != NULL && page < document->n_pages);

  if (width != NULL)
    *width = document->width;
  if (height != NULL)
    *height = document->height;
}

void
ikrar_document_draw_page (IkrarDocument *document, guint page, cairo_t *cr)
{
  g_return_if_fail (document != NULL && page < document->n_pages && cr != NULL);

  g_mutex_lock (&document->lock);
  ikrar_typesetter_trim (document->type);
  cairo_save (cr);
  ikrar_typesetter_prepare (document->type, cr);
  document->class->draw (document, page, cr);
  cairo_restore (cr);
  g_mutex_unlock (&document->lock);
}

static cairo_status_t
on_pdf_data (void *closure, const unsigned char *data, unsigned int length)
{
  return ikrar_output_file_write (closure, data, length) ? CAIRO_STATUS_SUCCESS
                                                         : CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (cairo_surface_t *surface, IkrarDocument *document, guint first, guint n_pages)
{
  IkrarDocumentFacts facts = { 0 };

  if (document->class->describe != NULL)
    document->class->describe (document, first, n_pages, &facts);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ikrar");
  if (facts.subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, facts.subject);
  if (facts.keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, facts.keywords);
  g_free (facts.subject);
  g_free (facts.keywords);
}

/* A failed write is told by the file, which knows why; it stops the drawing here. */
static gboolean
draw_pages (IkrarDocument *document,
            cairo_surface_t *surface,
            guint first,
            guint n_pages,
            const IkrarProgress *progress,
            GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean done = ikrar_progress_step (progress, 0, n_pages, error);

  for (guint i = 0; done && i < n_pages && cairo_status (cr) == CAIRO_STATUS_SUCCESS; i++)
    {
      ikrar_document_draw_page (document, first + i, cr);
      cairo_show_page (cr);
      done = ikrar_progress_step (progress, i + 1, n_pages, error);
    }
  cairo_destroy (cr);
  return done;
}

static gboolean
check_surface (cairo_surface_t *surface, GError **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_WRITE_ERROR)
    return TRUE;
  g_set_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_FAILED,
               _ ("The PDF could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
write_pages (IkrarDocument *document,
             const char *path,
             guint first,
             guint n_pages,
             const IkrarProgress *progress,
             GError **error)
{
  g_autoptr (IkrarOutputFile) file = ikrar_output_file_new (path, error);
  cairo_surface_t *surface;
  gboolean done;

  if (file == NULL)
    return FALSE;
  surface =
      cairo_pdf_surface_create_for_stream (on_pdf_data, file, document->width, document->height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (surface, document, first, n_pages);
  done = draw_pages (document, surface, first, n_pages, progress, error);
  cairo_surface_finish (surface);
  done = done && check_surface (surface, error);
  cairo_surface_destroy (surface);
  return done && ikrar_output_file_commit (file, error);
}

gboolean
ikrar_document_write_pages (IkrarDocument *document,
                            const char *path,
                            guint first,
                            guint n_pages,
                            GError **error)
{
  g_return_val_if_fail (first + n_pages <= document->n_pages, FALSE);

  return write_pages (document, path, first, n_pages, NULL, error);
}

static void
run_hook (IkrarDocument *document, void (*hook) (IkrarDocument *document))
{
  if (hook == NULL)
    return;
  g_mutex_lock (&document->lock);
  hook (document);
  g_mutex_unlock (&document->lock);
}

gboolean
ikrar_document_write_pdf (IkrarDocument *document,
                          const char *path,
                          const IkrarProgress *progress,
                          GError **error)
{
  gboolean done;

  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  run_hook (document, document->class->begin);
  done = write_pages (document, path, 0, document->n_pages, progress, error);
  run_hook (document, document->class->end);
  return done;
}
