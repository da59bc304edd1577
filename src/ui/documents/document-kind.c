/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/documents/document-kind.h"

#include <glib/gi18n-lib.h>

#include "report/attendance-list.h"
#include "report/certificates.h"
#include "report/error.h"
#include "report/passes.h"

typedef IkrarDocument *(*Build) (IkrarStore *store,
                                 IkrarId event,
                                 const IkrarDocumentOptions *options,
                                 const IkrarProgress *progress,
                                 GError **error);

static IkrarDocument *
build_passes (IkrarStore *store,
              IkrarId event,
              const IkrarDocumentOptions *options,
              const IkrarProgress *progress,
              GError **error)
{
  const IkrarPassesOptions chosen = {
    .layout = options->layout,
    .order = options->order,
    .unit = options->unit,
    .small_modules = options->small_modules,
    .skip = options->skip,
  };

  return ikrar_passes_new (store, event, &chosen, progress, error);
}

static IkrarDocument *
build_attendance (IkrarStore *store,
                  IkrarId event,
                  const IkrarDocumentOptions *options,
                  const IkrarProgress *progress,
                  GError **error)
{
  const IkrarAttendanceListOptions chosen = {
    .paper = options->paper,
    .order = options->order,
    .unit = options->unit,
    .per_unit = options->per_unit,
    .public_version = options->public_version,
    .times = options->times,
    .plain = options->plain,
  };

  return ikrar_attendance_list_new (store, event, &chosen, progress, error);
}

static IkrarDocument *
build_pledge (IkrarStore *store,
              IkrarId event,
              const IkrarDocumentOptions *options,
              const IkrarProgress *progress,
              GError **error)
{
  const IkrarPledgeSheetOptions chosen = {
    .paper = options->paper,
    .annex = options->annex,
    .order = options->order,
    .unit = options->unit,
    .public_version = options->public_version,
    .plain = options->plain,
  };

  return ikrar_pledge_sheet_new (store, event, &chosen, progress, error);
}

/* Those of a unit who have a certificate. */
static GArray *
list_unit (IkrarStore *store,
           IkrarId event,
           IkrarId unit,
           const IkrarProgress *progress,
           GError **error)
{
  g_autoptr (IkrarParticipantTable) table =
      ikrar_participant_table_load (store, event, unit, FALSE, IKRAR_ORDER_NUMBER, progress, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));

  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table); i++)
    if (*ikrar_participant_table_line (table, i)->certificate != '\0')
      g_array_append_val (ids, ikrar_participant_table_line (table, i)->id);
  if (table == NULL)
    return NULL;
  if (ids->len > 0)
    return g_steal_pointer (&ids);
  g_set_error_literal (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_EMPTY,
                       _ ("Nobody of this unit has a certificate."));
  return NULL;
}

static IkrarDocument *
build_certificates (IkrarStore *store,
                    IkrarId event,
                    const IkrarDocumentOptions *options,
                    const IkrarProgress *progress,
                    GError **error)
{
  IkrarCertificatesOptions chosen = { .signing_room = options->signing_room };
  g_autoptr (GArray) ids = NULL;

  if (options->unit != 0)
    {
      ids = list_unit (store, event, options->unit, progress, error);
      if (ids == NULL)
        return NULL;
      chosen.participants = (const IkrarId *) ids->data;
      chosen.n_participants = ids->len;
    }
  return ikrar_certificates_new (store, event, &chosen, progress, error);
}

static const struct
{
  const char *title;
  const char *icon_name;
  const char *file_name;
  guint options;
  Build build; /* NULL if it has no pages */
  gboolean has_workbook;
} kinds[IKRAR_N_DOCUMENT_KINDS] = {
  [IKRAR_DOCUMENT_PASSES] = { N_ ("Passes"), "ikrar-qr-symbolic", "kartu-peserta",
                              IKRAR_DOCUMENT_OPTION_UNIT | IKRAR_DOCUMENT_OPTION_ORDER |
                                  IKRAR_DOCUMENT_OPTION_LAYOUT | IKRAR_DOCUMENT_OPTION_SKIP |
                                  IKRAR_DOCUMENT_OPTION_SMALL_MODULES,
                              build_passes, FALSE },
  [IKRAR_DOCUMENT_ATTENDANCE] = { N_ ("Attendance List"), "checkbox-checked-symbolic",
                                  "daftar-hadir",
                                  IKRAR_DOCUMENT_OPTION_UNIT | IKRAR_DOCUMENT_OPTION_ORDER |
                                      IKRAR_DOCUMENT_OPTION_PAPER | IKRAR_DOCUMENT_OPTION_PER_UNIT |
                                      IKRAR_DOCUMENT_OPTION_PUBLIC | IKRAR_DOCUMENT_OPTION_TIMES |
                                      IKRAR_DOCUMENT_OPTION_PLAIN,
                                  build_attendance, TRUE },
  [IKRAR_DOCUMENT_PLEDGE] = { N_ ("Pledge Sheet"), "ikrar-pledge-symbolic", "naskah-ikrar",
                              IKRAR_DOCUMENT_OPTION_UNIT | IKRAR_DOCUMENT_OPTION_ORDER |
                                  IKRAR_DOCUMENT_OPTION_PAPER | IKRAR_DOCUMENT_OPTION_ANNEX |
                                  IKRAR_DOCUMENT_OPTION_PUBLIC | IKRAR_DOCUMENT_OPTION_PLAIN,
                              build_pledge, FALSE },
  [IKRAR_DOCUMENT_CERTIFICATES] = { N_ ("Certificates"), "application-certificate-symbolic",
                                    "sertifikat",
                                    IKRAR_DOCUMENT_OPTION_UNIT | IKRAR_DOCUMENT_OPTION_SIGNING_ROOM,
                                    build_certificates, FALSE },
  [IKRAR_DOCUMENT_TALLY] = { N_ ("Tally"), "x-office-spreadsheet-symbolic", "rekap-kehadiran",
                             IKRAR_DOCUMENT_OPTION_UNIT, NULL, TRUE },
};

const char *
ikrar_document_kind_get_title (IkrarDocumentKind kind)
{
  return _ (kinds[kind].title);
}

const char *
ikrar_document_kind_get_icon_name (IkrarDocumentKind kind)
{
  return kinds[kind].icon_name;
}

guint
ikrar_document_kind_get_options (IkrarDocumentKind kind)
{
  return kinds[kind].options;
}

gboolean
ikrar_document_kind_has_pages (IkrarDocumentKind kind)
{
  return kinds[kind].build != NULL;
}

gboolean
ikrar_document_kind_has_workbook (IkrarDocumentKind kind)
{
  return kinds[kind].has_workbook;
}

char *
ikrar_document_kind_propose_name (IkrarDocumentKind kind, guint32 day, const char *suffix)
{
  return g_strdup_printf ("%s-%u.%s", kinds[kind].file_name, day, suffix);
}

IkrarDocument *
ikrar_document_kind_build (IkrarDocumentKind kind,
                           IkrarStore *store,
                           IkrarId event,
                           const IkrarDocumentOptions *options,
                           const IkrarProgress *progress,
                           GError **error)
{
  g_return_val_if_fail (kinds[kind].build != NULL, NULL);

  return kinds[kind].build (store, event, options, progress, error);
}
