/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/progress.h"

#define STRIDE 256

gboolean
ikrar_progress_step (const IkrarProgress *progress, guint64 done, guint64 total, GError **error)
{
  if (progress == NULL || (done % STRIDE != 0 && done != total))
    return TRUE;
  if (progress->report != NULL)
    progress->report (done, total, progress->user_data);
  return !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
}
