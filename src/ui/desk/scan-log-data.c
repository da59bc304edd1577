/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/scan-log-data.h"

#include <string.h>

#include "report/scan-file.h"
#include "store/event.h"

void
ikrar_scan_wanted_free (IkrarScanWanted *wanted)
{
  if (wanted == NULL)
    return;
  g_free (wanted->desk);
  g_free (wanted->text);
  g_clear_object (&wanted->file);
  g_free (wanted);
}

IkrarDeskVerdict
ikrar_scan_log_data_verdict (const IkrarScanLine *line)
{
  IkrarDeskVerdict verdict = 0;

  while (verdict < IKRAR_N_DESK_VERDICTS &&
         strcmp (ikrar_desk_verdict_word (verdict), line->verdict) != 0)
    verdict++;
  return verdict;
}

gboolean
ikrar_scan_chip_has (IkrarScanChip chip, const IkrarScanLine *line)
{
  IkrarDeskVerdict verdict = ikrar_scan_log_data_verdict (line);

  if (chip == IKRAR_SCAN_CHIP_ALL)
    return TRUE;
  if (chip == IKRAR_SCAN_CHIP_REFUSED)
    return ikrar_desk_verdict_is_refusal (verdict);
  return verdict + IKRAR_SCAN_CHIP_VERDICT == chip;
}

static GPtrArray *
list (IkrarStore *store, const IkrarScanWanted *wanted, const char *verdict, GError **error)
{
  const IkrarScanFilter filter = {
    .event = wanted->event,
    .session = wanted->session,
    .desk = wanted->desk,
    .verdict = verdict,
    .text = wanted->text,
  };

  return ikrar_scan_log_list (store, &filter, G_MAXUINT, error);
}

static void
count (IkrarScanLogData *data)
{
  for (guint i = 0; i < data->lines->len; i++)
    {
      IkrarDeskVerdict verdict = ikrar_scan_log_data_verdict (g_ptr_array_index (data->lines, i));

      data->counts[IKRAR_SCAN_CHIP_ALL]++;
      if (ikrar_desk_verdict_is_refusal (verdict))
        data->counts[IKRAR_SCAN_CHIP_REFUSED]++;
      if (verdict < IKRAR_N_DESK_VERDICTS)
        data->counts[IKRAR_SCAN_CHIP_VERDICT + verdict]++;
    }
}

static gboolean
has_days (const IkrarScanLogData *data)
{
  const IkrarScanLine *newest;
  const IkrarScanLine *oldest;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (data->lines->len == 0)
    return FALSE;
  newest = g_ptr_array_index (data->lines, 0);
  oldest = g_ptr_array_index (data->lines, data->lines->len - 1);
  first = ikrar_time_format_date (oldest->at, data->zone);
  last = ikrar_time_format_date (newest->at, data->zone);
  return strcmp (first, last) != 0;
}

gpointer
ikrar_scan_log_data_load (IkrarStore *store,
                          gpointer input,
                          const IkrarProgress *progress,
                          GError **error)
{
  const IkrarScanWanted *wanted = input;
  g_autoptr (IkrarScanLogData) data = g_new0 (IkrarScanLogData, 1);
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, wanted->event, error);

  if (event == NULL)
    return NULL;
  data->zone = event->zone;
  data->sessions = ikrar_event_sessions (store, wanted->event, error);
  if (data->sessions == NULL)
    return NULL;
  data->desks = ikrar_scan_log_desks (store, wanted->event, error);
  if (data->desks == NULL)
    return NULL;
  data->lines = list (store, wanted, NULL, error);
  if (data->lines == NULL)
    return NULL;
  count (data);
  data->days = has_days (data);
  return g_steal_pointer (&data);
}

static const char *
chip_verdict (IkrarScanChip chip)
{
  if (chip == IKRAR_SCAN_CHIP_ALL)
    return NULL;
  return chip == IKRAR_SCAN_CHIP_REFUSED ? "refused"
                                         : ikrar_desk_verdict_word (chip - IKRAR_SCAN_CHIP_VERDICT);
}

gpointer
ikrar_scan_log_data_save (IkrarStore *store,
                          gpointer input,
                          const IkrarProgress *progress,
                          GError **error)
{
  const IkrarScanWanted *wanted = input;
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, wanted->event, error);
  g_autoptr (GPtrArray) lines =
      event != NULL ? list (store, wanted, chip_verdict (wanted->chip), error) : NULL;

  if (lines == NULL ||
      !ikrar_scan_file_write (lines, event->zone, g_file_peek_path (wanted->file), error))
    return NULL;
  return g_object_ref (wanted->file);
}

void
ikrar_scan_log_data_free (IkrarScanLogData *data)
{
  if (data == NULL)
    return;
  g_clear_pointer (&data->sessions, g_ptr_array_unref);
  g_clear_pointer (&data->desks, g_ptr_array_unref);
  g_clear_pointer (&data->lines, g_ptr_array_unref);
  g_free (data);
}
