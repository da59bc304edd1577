/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/desk.h"
#include "desk/forecast.h"
#include "store/attendance.h"
#include "ui/common/status.h"

G_BEGIN_DECLS

/**
 * IkrarDeskLook:
 * @css_class: colour of the panel: `welcome`, `already`, `unknown` or `refused`
 * @icon_name: its icon
 * @word: the verdict in a word or two, in the user's language
 *
 * How a verdict is shown. Word and icon carry the meaning, colour and lightness repeat it.
 */
typedef struct
{
  const char *css_class;
  const char *icon_name;
  const char *word;
} IkrarDeskLook;

/**
 * ikrar_desk_look:
 * @verdict: a verdict
 *
 * Returns: how it is shown
 */
IkrarDeskLook ikrar_desk_look (IkrarDeskVerdict verdict);

/**
 * ikrar_desk_scan_status:
 * @scan: a mark of the last ones
 *
 * Returns: how it is shown: its state, or which way somebody went
 */
IkrarStatus ikrar_desk_scan_status (const IkrarScan *scan);

/**
 * ikrar_desk_hint:
 * @result: an answer of the desk
 *
 * Returns: (transfer none): what to do, in a sentence
 */
const char *ikrar_desk_hint (const IkrarDeskResult *result);

/**
 * ikrar_desk_sentence:
 * @result: an answer of the desk
 *
 * Returns: (transfer full): the verdict as somebody would say it, for assistive technology
 */
char *ikrar_desk_sentence (const IkrarDeskResult *result);

/**
 * ikrar_desk_spoken:
 * @result: an answer of the desk
 *
 * Returns: (transfer full): what a voice says of it: the verdict, the name, and on the way in the
 *   seat; short, since the next person is there already
 */
char *ikrar_desk_spoken (const IkrarDeskResult *result);

/**
 * ikrar_desk_forecast:
 * @forecast: a forecast
 *
 * Returns: (transfer full): in how many minutes everybody is in, at the desks there are and at one
 *   more; "" if that is not known or everybody is in
 */
char *ikrar_desk_forecast (const IkrarForecast *forecast);

/**
 * ikrar_desk_pace:
 * @forecast: a forecast
 *
 * Returns: (transfer full): how many people a minute come in, "" if nobody did lately
 */
char *ikrar_desk_pace (const IkrarForecast *forecast);

/**
 * ikrar_desk_ago:
 * @at: a moment
 * @now: the present moment
 *
 * Returns: (transfer full): such as `3 minutes ago`
 */
char *ikrar_desk_ago (IkrarTime at, IkrarTime now);

/**
 * ikrar_desk_summary:
 * @result: an answer of the desk
 * @at: when it was given
 * @zone: zone of the event
 *
 * Returns: (transfer full): a line for the list of last scans, such as `Present 08.06, seat C 14`
 */
char *ikrar_desk_summary (const IkrarDeskResult *result, IkrarTime at, IkrarZone zone);

G_END_DECLS
