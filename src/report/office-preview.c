/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/office-preview.h"

#include "report/document-private.h"
#include "report/letterhead-private.h"
#include "report/occasion-private.h"
#include "report/signature-block-private.h"

/* Millimetres. */
#define MARGIN 6
#define TEXT_WIDTH 175
#define SIGNATURE_WIDTH 80

static const IkrarSignatureLook signature_look = { .typeface = IKRAR_TYPEFACE_LIST,
                                                   .size = 11,
                                                   .leading = 1.25,
                                                   .width = SIGNATURE_WIDTH,
                                                   .align = IKRAR_ALIGN_CENTER,
                                                   .underlined = TRUE };

/* A strip of paper: only what the letterhead or the block needs of an occasion is there. */
typedef struct
{
  IkrarDocument base;
  IkrarOccasion occasion;
  IkrarSignatureBlock block;
} Strip;

static void
clear (IkrarDocument *document)
{
  Strip *self = (Strip *) document;

  ikrar_institution_free (self->occasion.institution);
  g_clear_pointer (&self->occasion.logo, cairo_surface_destroy);
  ikrar_signature_block_clear (&self->block);
}

static void
draw_letterhead (IkrarDocument *document, guint page, cairo_t *cr)
{
  ikrar_letterhead_draw (document->type, cr, &((Strip *) document)->occasion, IKRAR_MM (MARGIN),
                         document->width - IKRAR_MM (MARGIN), IKRAR_MM (MARGIN));
}

static double
first_baseline (void)
{
  return IKRAR_MM (MARGIN) + signature_look.size;
}

static double
name_baseline (Strip *self)
{
  return first_baseline () +
         ikrar_signature_block_get_head (&self->block, &signature_look, self->base.type) +
         IKRAR_MM (IKRAR_SIGNATURE_ROOM);
}

static void
draw_signature (IkrarDocument *document, guint page, cairo_t *cr)
{
  Strip *self = (Strip *) document;

  ikrar_signature_block_draw (&self->block, &signature_look, document->type, cr,
                              document->width / 2, first_baseline (), name_baseline (self));
}

static const IkrarDocumentClass letterhead_class = { .size = sizeof (Strip),
                                                     .draw = draw_letterhead,
                                                     .clear = clear };
static const IkrarDocumentClass signature_class = { .size = sizeof (Strip),
                                                    .draw = draw_signature,
                                                    .clear = clear };

static Strip *
new_strip (const IkrarDocumentClass *class, double width, const IkrarInstitution *institution)
{
  Strip *self = (Strip *) ikrar_document_new (class, width + 2 * MARGIN, 2 * MARGIN);

  self->occasion.institution = ikrar_entity_copy (&ikrar_institution_entity, institution);
  self->base.n_pages = 1;
  self->base.title = g_strdup ("Contoh");
  self->base.author = g_strdup (ikrar_occasion_get_agency (&self->occasion));
  return self;
}

IkrarDocument *
ikrar_office_preview_letterhead (const IkrarInstitution *institution, GBytes *logo)
{
  Strip *self = new_strip (&letterhead_class, TEXT_WIDTH, institution);
  double height;

  self->occasion.logo = ikrar_occasion_decode_logo (logo);
  height =
      ikrar_letterhead_draw (self->base.type, NULL, &self->occasion, 0, IKRAR_MM (TEXT_WIDTH), 0);
  if (height > 0)
    {
      self->base.height += height;
      return &self->base;
    }
  ikrar_document_unref (&self->base);
  return NULL;
}

IkrarDocument *
ikrar_office_preview_signature (const IkrarInstitution *institution,
                                const IkrarSignatory *signatory)
{
  Strip *self = new_strip (&signature_class, SIGNATURE_WIDTH, institution);

  ikrar_signature_block_init (&self->block, &self->occasion, signatory, TRUE);
  self->base.height = name_baseline (self) +
                      ikrar_signature_block_get_foot (&self->block, &signature_look) +
                      IKRAR_MM (MARGIN);
  return &self->base;
}
