/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/certificates.h"
#include "report/document-private.h"
#include "report/occasion-private.h"
#include "report/signature-block-private.h"

#include "seal/certificate-code.h"
#include "store/certificate.h"
#include "store/participant-table.h"

G_BEGIN_DECLS

/* Everything certificates show; the document owns it. */
typedef struct
{
  IkrarOccasion *occasion;
  IkrarParticipantTable *table; /* NULL if the lines are kept elsewhere */
  GPtrArray *lines;             /* const IkrarParticipantLine */
  GPtrArray *certificates;      /* IkrarCertificate, as the register has them */
} IkrarCertificatesRecord;

/* A certificate that is printed. */
typedef struct
{
  const IkrarCertificate *certificate;
  const IkrarParticipantLine *line; /* NULL if the person is no longer on the roster */
} IkrarCertificatePage;

typedef struct
{
  IkrarDocument base;
  IkrarCertificatesRecord record;
  GArray *pages; /* IkrarCertificatePage */
  IkrarSignatureBlock signatory;
  cairo_surface_t *art; /* what is the same on every certificate, drawn once */
} IkrarCertificates;

/* Takes the record over. */
IkrarDocument *ikrar_certificates_new_from_record (IkrarCertificatesRecord *record,
                                                   const IkrarCertificatesOptions *options);

void
ikrar_certificates_draw_art (IkrarCertificates *certificates, cairo_t *cr, gboolean signing_room);

void ikrar_certificates_draw_page (IkrarCertificates *certificates,
                                   cairo_t *cr,
                                   const IkrarCertificatePage *page);

/* The fields of a face; they point into @lines, which the caller frees. FALSE for no face. */
gboolean ikrar_certificate_face_split (const char *text, GStrv *lines, IkrarCertificateFace *face);

G_END_DECLS
