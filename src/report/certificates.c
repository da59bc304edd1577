/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/certificates-private.h"
#include "report/error.h"
#include "report/participant-lines-private.h"

#include "core/progress.h"

static const IkrarTextStyle empty_style = { .typeface = IKRAR_TYPEFACE_CARD, .size = 14 };

static void
record_clear (IkrarCertificatesRecord *record)
{
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  g_clear_pointer (&record->certificates, g_ptr_array_unref);
  ikrar_participant_table_unref (record->table);
  ikrar_occasion_free (record->occasion);
}

static void
certificates_clear (IkrarDocument *document)
{
  IkrarCertificates *self = (IkrarCertificates *) document;

  g_array_unref (self->pages);
  g_clear_pointer (&self->art, cairo_surface_destroy);
  ikrar_signature_block_clear (&self->signatory);
  record_clear (&self->record);
}

static const IkrarCertificatePage *
page_at (const IkrarCertificates *self, guint page)
{
  return &g_array_index (self->pages, IkrarCertificatePage, page);
}

static void
certificates_draw (IkrarDocument *document, guint page, cairo_t *cr)
{
  IkrarCertificates *self = (IkrarCertificates *) document;

  if (self->pages->len == 0)
    {
      ikrar_text_draw (document->type, cr, &empty_style, IKRAR_ALIGN_CENTER, document->width / 2,
                       document->height / 2,
                       "Belum ada sertifikat yang diterbitkan untuk kegiatan ini.");
      return;
    }
  cairo_set_source_surface (cr, self->art, 0, 0);
  cairo_paint (cr);
  ikrar_certificates_draw_page (self, cr, page_at (self, page));
}

static void
certificates_describe (IkrarDocument *document,
                       guint first,
                       guint n_pages,
                       IkrarDocumentFacts *facts)
{
  IkrarCertificates *self = (IkrarCertificates *) document;

  if (n_pages != 1 || self->pages->len == 0)
    return;
  facts->subject = g_strdup (page_at (self, first)->certificate->face);
  facts->keywords = g_strdup (page_at (self, first)->certificate->code);
}

static const IkrarDocumentClass certificates_class = {
  .size = sizeof (IkrarCertificates),
  .draw = certificates_draw,
  .describe = certificates_describe,
  .clear = certificates_clear,
};

gboolean
ikrar_certificate_face_split (const char *text, GStrv *lines, IkrarCertificateFace *face)
{
  const char **const fields[] = { &face->number, &face->name, &face->role,
                                  &face->event,  &face->date, &face->issuer };
  g_auto (GStrv) split = g_strsplit (text, "\n", -1);

  if (g_strv_length (split) < G_N_ELEMENTS (fields) + 1)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = strstr (split[i + 1], ": ");

      *fields[i] = value != NULL ? value + strlen (": ") : "";
    }
  *lines = g_steal_pointer (&split);
  return TRUE;
}

static gboolean
is_wanted (const IkrarCertificatesOptions *options, IkrarId participant)
{
  if (options->participants == NULL)
    return TRUE;
  for (guint i = 0; i < options->n_participants; i++)
    if (options->participants[i] == participant)
      return TRUE;
  return FALSE;
}

static void
choose_pages (IkrarCertificates *self, const IkrarCertificatesOptions *options)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->record.lines->len; i++)
    {
      IkrarParticipantLine *line = g_ptr_array_index (self->record.lines, i);

      g_hash_table_insert (lines, &line->id, line);
    }
  for (guint i = 0; i < self->record.certificates->len; i++)
    {
      const IkrarCertificate *certificate = g_ptr_array_index (self->record.certificates, i);
      IkrarCertificatePage page = { certificate,
                                    g_hash_table_lookup (lines, &certificate->participant_id) };

      if (certificate->revoked_at == 0 && *certificate->face != '\0' &&
          is_wanted (options, certificate->participant_id))
        g_array_append_val (self->pages, page);
    }
}

static void
record_art (IkrarCertificates *self, gboolean signing_room)
{
  const cairo_rectangle_t page = { 0, 0, self->base.width, self->base.height };
  cairo_t *cr;

  self->art = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
  cr = cairo_create (self->art);
  ikrar_typesetter_prepare (self->base.type, cr);
  ikrar_certificates_draw_art (self, cr, signing_room);
  cairo_destroy (cr);
}

IkrarDocument *
ikrar_certificates_new_from_record (IkrarCertificatesRecord *record,
                                    const IkrarCertificatesOptions *options)
{
  IkrarDocument *document =
      ikrar_document_new (&certificates_class, ikrar_paper_get_height (IKRAR_PAPER_A4),
                          ikrar_paper_get_width (IKRAR_PAPER_A4));
  IkrarCertificates *self = (IkrarCertificates *) document;

  self->record = *record;
  self->pages = g_array_new (FALSE, FALSE, sizeof (IkrarCertificatePage));
  choose_pages (self, options);
  ikrar_signature_block_init (&self->signatory, record->occasion, record->occasion->head, FALSE);
  record_art (self, options->signing_room);
  document->n_pages = MAX (1, self->pages->len);
  document->title = g_strdup_printf ("Sertifikat %s", record->occasion->event->title);
  document->author = g_strdup (ikrar_occasion_get_agency (record->occasion));
  return document;
}

IkrarDocument *
ikrar_certificates_new (IkrarStore *store,
                        IkrarId event,
                        const IkrarCertificatesOptions *options,
                        const IkrarProgress *progress,
                        GError **error)
{
  static const IkrarCertificatesOptions usual = { 0 };
  IkrarCertificatesRecord record = { 0 };

  g_return_val_if_fail (store != NULL, NULL);

  record.occasion = ikrar_occasion_load (store, event, error);
  if (record.occasion != NULL)
    record.certificates = ikrar_certificate_list (store, event, error);
  if (record.certificates != NULL)
    record.table =
        ikrar_participant_table_load (store, event, 0, TRUE, IKRAR_ORDER_NUMBER, progress, error);
  if (record.table == NULL)
    {
      record_clear (&record);
      return NULL;
    }
  record.lines = ikrar_participant_lines (record.table);
  return ikrar_certificates_new_from_record (&record, options != NULL ? options : &usual);
}

/* "800.2.4/0188/BKPSDM/XI/2024" becomes "800.2.4_0188_BKPSDM_XI_2024.pdf". */
static char *
make_file_name (const IkrarCertificate *certificate)
{
  GString *name = g_string_new (NULL);

  for (const char *p = certificate->letter_number; *p != '\0'; p++)
    g_string_append_c (name, g_ascii_isalnum (*p) || strchr (".-", *p) != NULL ? *p : '_');
  if (name->len == 0 || name->str[0] == '.')
    g_string_prepend (name, "sertifikat");
  g_string_append (name, ".pdf");
  return g_string_free (name, FALSE);
}

static gboolean
write_all (IkrarCertificates *self,
           const char *folder,
           const IkrarProgress *progress,
           GError **error)
{
  gboolean done = ikrar_progress_step (progress, 0, self->pages->len, error);

  for (guint i = 0; done && i < self->pages->len; i++)
    {
      g_autofree char *name = make_file_name (page_at (self, i)->certificate);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      done = ikrar_document_write_pages (&self->base, path, i, 1, error) &&
             ikrar_progress_step (progress, i + 1, self->pages->len, error);
    }
  return done;
}

static void
move_all (IkrarCertificates *self, const char *from, const char *to)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autofree char *name = make_file_name (page_at (self, i)->certificate);
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_rename (source, target) != 0)
        g_warning ("A certificate could not be moved to its place");
    }
}

static void
remove_all (IkrarCertificates *self, const char *folder)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autofree char *name = make_file_name (page_at (self, i)->certificate);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

gboolean
ikrar_certificates_write_each (IkrarDocument *certificates,
                               const char *folder,
                               guint *n_written,
                               const IkrarProgress *progress,
                               GError **error)
{
  IkrarCertificates *self = (IkrarCertificates *) certificates;
  g_autofree char *beside = NULL;
  gboolean done;

  g_return_val_if_fail (certificates != NULL && folder != NULL, FALSE);
  g_return_val_if_fail (certificates->class == &certificates_class, FALSE);

  if (self->pages->len == 0)
    {
      g_set_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_EMPTY,
                   _ ("There is no certificate to write. Issue certificates first."));
      return FALSE;
    }
  beside = g_build_filename (folder, ".ikrar-XXXXXX", NULL);
  if (g_mkdtemp (beside) == NULL)
    {
      g_set_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_WRITE,
                   _ ("The folder “%s” cannot be written to. Choose another one."), folder);
      return FALSE;
    }
  done = write_all (self, beside, progress, error);
  if (done)
    move_all (self, beside, folder);
  remove_all (self, beside);
  if (n_written != NULL)
    *n_written = done ? self->pages->len : 0;
  return done;
}
