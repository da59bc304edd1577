/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/common/compat.h"
#include "ui/common/language.h"
#include "ui/common/notice.h"
#include "ui/desk/desk-window-private.h"
#include "ui/desk/desk-words.h"

static void
sound (IkrarDeskWindow *self, IkrarDeskVerdict verdict)
{
  if (!g_settings_get_boolean (self->settings, "desk-sound"))
    return;
  if (self->sound == NULL)
    self->sound = ikrar_desk_sound_new ();
  ikrar_desk_sound_play (self->sound, verdict);
}

/* What waits to be spoken gives way: a voice behind the queue would name the wrong person. */
static void
speak (IkrarDeskWindow *self, const char *text)
{
  if (!g_settings_get_boolean (self->settings, "desk-speech"))
    return;
  if (self->speech == NULL)
    self->speech =
        ikrar_speech_new (ikrar_language_get () == IKRAR_LANGUAGE_INDONESIAN ? "id" : "en");
  ikrar_speech_say (self->speech, text);
}

static void
take_verdict (IkrarDeskWindow *self, const IkrarDeskAnswer *answer)
{
  const IkrarVerdictShown shown = {
    .result = &answer->result,
    .at = answer->at,
    .zone = self->info != NULL ? self->info->event->zone : IKRAR_ZONE_WIB,
    .present = ikrar_attendance_count_group (&answer->count, IKRAR_ATTENDANCE_GROUP_PRESENT),
    .has_pledge = self->info != NULL && self->info->has_pledge,
    .hint = _ikrar_desk_window_hint (self, &answer->result),
  };
  g_autofree char *spoken = ikrar_desk_spoken (&answer->result);

  ikrar_verdict_panel_show (self->panel, &shown);
  ikrar_scan_list_prepend (self->scans,
                           ikrar_scan_row_new (&answer->result, answer->at, shown.zone));
  sound (self, answer->result.verdict);
  speak (self, spoken);
}

static void
take_undo (IkrarDeskWindow *self, const IkrarDeskAnswer *answer)
{
  IkrarScanRow *row = ikrar_scan_list_find (self->scans, answer->journal);
  g_autofree char *message = NULL;

  ikrar_scan_repeat_clear (&self->repeat);
  ikrar_verdict_panel_reset (self->panel);
  if (row == NULL)
    return;
  /* Translators: %s is the name of a person. */
  message =
      g_strdup_printf (_ ("The presence of %s was taken back."), ikrar_scan_row_get_name (row));
  ikrar_scan_row_set_undone (row);
  ikrar_compat_announce (GTK_WIDGET (self), message);
  speak (self, message);
}

/* Nobody goes in unrecorded without the operator knowing it. */
static void
take_error (IkrarDeskWindow *self, const IkrarDeskAnswer *answer)
{
  if (answer->job == IKRAR_DESK_JOB_GUEST)
    ikrar_guest_panel_show_error (self->guest, answer->error->message);
  else if (answer->job == IKRAR_DESK_JOB_UNDO)
    ikrar_notice_error (GTK_WIDGET (self), _ ("This Could Not Be Undone"), answer->error);
  else if (answer->job >= IKRAR_DESK_JOB_COUNT)
    ikrar_notice (GTK_WIDGET (self->panel), answer->error->message);
  else
    {
      ikrar_scan_repeat_clear (&self->repeat);
      ikrar_verdict_panel_show_error (self->panel, answer->error->message);
      sound (self, IKRAR_DESK_FORGED);
      speak (self, _ ("Not Recorded"));
    }
}

void
_ikrar_desk_window_take_answer (gpointer owner, IkrarDeskAnswer *answer)
{
  IkrarDeskWindow *self = owner;

  if (answer->error != NULL)
    {
      take_error (self, answer);
      return;
    }
  ikrar_context_set_waiting (self->context, answer->door.waiting);
  ikrar_desk_counts_set (self->counts, &answer->count);
  ikrar_desk_counts_set_forecast (self->counts, &answer->forecast);
  if (answer->job == IKRAR_DESK_JOB_GUEST)
    _ikrar_desk_window_close_sheet (self);
  if (answer->job <= IKRAR_DESK_JOB_GUEST)
    take_verdict (self, answer);
  else if (answer->job == IKRAR_DESK_JOB_UNDO)
    take_undo (self, answer);
}
