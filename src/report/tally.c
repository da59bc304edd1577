/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/tally-private.h"

typedef gboolean (*Writer) (const IkrarTallyRecord *record,
                            const char *path,
                            const IkrarProgress *progress,
                            GError **error);

static gboolean
write_tally (Writer writer,
             IkrarStore *store,
             IkrarId event,
             const IkrarTallyOptions *options,
             const char *path,
             const IkrarProgress *progress,
             GError **error)
{
  static const IkrarTallyOptions usual = { 0 };
  IkrarTallyRecord record = { 0 };
  gboolean done;

  if (options == NULL)
    options = &usual;
  record.public_version = options->public_version;
  done = ikrar_tally_record_load (&record, store, event, options->unit, options->order, progress,
                                  error) &&
         writer (&record, path, progress, error);
  ikrar_tally_record_clear (&record);
  return done;
}

gboolean
ikrar_tally_write_workbook (IkrarStore *store,
                            IkrarId event,
                            const IkrarTallyOptions *options,
                            const char *path,
                            const IkrarProgress *progress,
                            GError **error)
{
  g_return_val_if_fail (store != NULL && path != NULL, FALSE);

  return write_tally (ikrar_tally_write_workbook_of, store, event, options, path, progress, error);
}

gboolean
ikrar_tally_write_csv (IkrarStore *store,
                       IkrarId event,
                       const IkrarTallyOptions *options,
                       const char *path,
                       const IkrarProgress *progress,
                       GError **error)
{
  g_return_val_if_fail (store != NULL && path != NULL, FALSE);

  return write_tally (ikrar_tally_write_csv_of, store, event, options, path, progress, error);
}
