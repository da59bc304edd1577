/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/record.h"

#include "store/db.h"

G_BEGIN_DECLS

/* What the application's own tables say beside the sealed log: the papers are printed from them. */
typedef struct
{
  GHashTable *wordings; /* id -> Wording */
  GHashTable *acts;     /* id -> Act */
  GHashTable *closings; /* id -> place in the log */
  GHashTable *revoked;  /* set of the certificates whose revocation is sealed */

  /* What the row being looked at shows of each personal field, by tag; NULL if it shows nothing. */
  const char *shown[IKRAR_RECORD_COMMITMENTS_MAX];
} IkrarEvidence;

/* Called for what does not fit: the index of the record, -1 if none can be named. */
typedef void (*IkrarEvidenceNote) (gpointer user_data, gint64 index, const char *message);

/* Loads what many records refer to. */
gboolean _ikrar_evidence_load (IkrarEvidence *evidence, IkrarDb *db, GError **error);

void _ikrar_evidence_clear (IkrarEvidence *evidence);

/* Compares the record at a place of the log with its row of ledger_verify_records. */
void _ikrar_evidence_check (IkrarEvidence *evidence,
                            IkrarStatement *statement,
                            guint64 index,
                            const IkrarRecord *record,
                            IkrarEvidenceNote note,
                            gpointer user_data);

/* After the last record: what stands in the tables without a record, or was altered without any. */
gboolean _ikrar_evidence_finish (IkrarEvidence *evidence,
                                 IkrarDb *db,
                                 IkrarEvidenceNote note,
                                 gpointer user_data,
                                 GError **error);

G_END_DECLS
