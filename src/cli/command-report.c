/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "report/attendance-list.h"
#include "report/certificates.h"
#include "report/pledge-sheet.h"
#include "report/tally-csv.h"
#include "report/tally-workbook.h"
#include "store/participant-table.h"

/* What a report is made of. */
typedef struct
{
  IkrarCli *cli;
  IkrarId event;
  IkrarId unit;
  gboolean public_version;
  gboolean per_unit;
  const char *path;
  const IkrarProgress *progress;
} Request;

static gboolean
write_document (const Request *request, IkrarDocument *document, GError **error)
{
  g_autoptr (IkrarDocument) owned = document;

  return owned != NULL && ikrar_document_write_pdf (owned, request->path, request->progress, error);
}

static gboolean
write_attendance (const Request *request, GError **error)
{
  const IkrarAttendanceListOptions options = {
    .unit = request->unit,
    .per_unit = request->per_unit,
    .public_version = request->public_version,
  };

  return write_document (request,
                         ikrar_attendance_list_new (request->cli->store, request->event, &options,
                                                    request->progress, error),
                         error);
}

static gboolean
write_pledge (const Request *request, GError **error)
{
  const IkrarPledgeSheetOptions options = {
    .unit = request->unit,
    .public_version = request->public_version,
  };

  return write_document (request,
                         ikrar_pledge_sheet_new (request->cli->store, request->event, &options,
                                                 request->progress, error),
                         error);
}

/* The participants of a unit; NULL with no error if all are wanted. */
static GArray *
list_unit (const Request *request, GError **error)
{
  g_autoptr (IkrarParticipantTable) table = NULL;
  GArray *ids;

  if (request->unit == 0)
    return NULL;
  table = ikrar_participant_table_load (request->cli->store, request->event, request->unit, FALSE,
                                        IKRAR_ORDER_NUMBER, request->progress, error);
  if (table == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    g_array_append_val (ids, ikrar_participant_table_line (table, i)->id);
  return ids;
}

static gboolean
write_certificates (const Request *request, GError **error)
{
  g_autoptr (GArray) ids = list_unit (request, error);
  const IkrarCertificatesOptions options = {
    .participants = ids != NULL ? (const IkrarId *) ids->data : NULL,
    .n_participants = ids != NULL ? ids->len : 0,
  };

  if (request->unit != 0 && ids == NULL)
    return FALSE;
  return write_document (request,
                         ikrar_certificates_new (request->cli->store, request->event, &options,
                                                 request->progress, error),
                         error);
}

static gboolean
write_tally_workbook (const Request *request, GError **error)
{
  return ikrar_tally_workbook_write (request->cli->store, request->event, request->unit,
                                     request->path, request->progress, error);
}

static gboolean
write_tally_csv (const Request *request, GError **error)
{
  return ikrar_tally_csv_write (request->cli->store, request->event, request->unit, request->path,
                                request->progress, error);
}

typedef struct
{
  const char *kind;
  const char *suffix;
  gboolean (*write) (const Request *request, GError **error);
  gboolean has_public;
  gboolean has_per_unit;
} Report;

static const Report reports[] = {
  { "attendance", ".pdf", write_attendance, TRUE, TRUE },
  { "pledge", ".pdf", write_pledge, TRUE, FALSE },
  { "certificate", ".pdf", write_certificates, FALSE, FALSE },
  { "tally", ".xlsx", write_tally_workbook, FALSE, FALSE },
  { "tally", ".csv", write_tally_csv, FALSE, FALSE },
};

/* An option that would do nothing is refused: names and numbers would be published by mistake. */
static gboolean
check_options (const Report *report, const Request *request, GError **error)
{
  if (request->public_version && !report->has_public)
    return ikrar_cli_usage (error, _ ("Only attendance and pledge have a public version. "
                                      "Leave --public out."));
  if (request->per_unit && !report->has_per_unit)
    return ikrar_cli_usage (error, _ ("Only attendance can begin a new list for each unit. "
                                      "Leave --per-unit out."));
  return TRUE;
}

static const Report *
find_report (const char *kind, const char *path, const Request *request, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (strcmp (reports[i].kind, kind) == 0 && g_str_has_suffix (path, reports[i].suffix))
      return check_options (&reports[i], request, error) ? &reports[i] : NULL;
  ikrar_cli_usage (error, _ ("There are these reports: attendance, pledge and certificate as "
                             ".pdf, tally as .xlsx or .csv."));
  return NULL;
}

static IkrarExit
report (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *unit_text = NULL;
  g_autofree char *path = NULL;
  IkrarProgress progress = ikrar_cli_progress (cli);
  Request request = { .cli = cli, .progress = &progress };
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit_text, NULL, NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &request.public_version, NULL, NULL },
    { "per-unit", 0, 0, G_OPTION_ARG_NONE, &request.per_unit, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  const Report *found;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &request.event, error) ||
      !ikrar_cli_check_output (cli, path, error) ||
      (found = find_report (argv[1], path, &request, error)) == NULL ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_cli_find_unit (cli->store, unit_text, &request.unit, error))
    return IKRAR_EXIT_NOTHING;
  request.path = path;
  if (!found->write (&request, error))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", path);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_report_commands[] = {
  { "report",
    "attendance|pledge|certificate|tally --event ID [--unit U] [--per-unit] [--public] -o "
    "FILE.{pdf,xlsx,csv}",
    N_ ("Write an official list, certificates or a tally"), report },
  { NULL },
};
