/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/desk-words.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

/* From here on times are told in hours. */
#define MINUTES_MAX 120

static const IkrarDeskLook looks[IKRAR_N_DESK_VERDICTS] = {
  [IKRAR_DESK_WELCOME] = { "welcome", "emblem-default-symbolic", NC_ ("verdict", "Welcome") },
  [IKRAR_DESK_ALREADY] = { "already", "media-playlist-repeat-symbolic",
                           NC_ ("verdict", "Already Recorded") },
  [IKRAR_DESK_NOT_IN_EVENT] = { "unknown", "dialog-question-symbolic",
                                NC_ ("verdict", "Not on the List") },
  [IKRAR_DESK_REVOKED] = { "refused", "dialog-error-symbolic", NC_ ("verdict", "Not Valid") },
  [IKRAR_DESK_EXPIRED] = { "refused", "dialog-error-symbolic", NC_ ("verdict", "Expired") },
  [IKRAR_DESK_FORGED] = { "refused", "dialog-error-symbolic", NC_ ("verdict", "Not Genuine") },
  [IKRAR_DESK_UNREADABLE] = { "refused", "dialog-error-symbolic", NC_ ("verdict", "Not Readable") },
  [IKRAR_DESK_RETURNED] = { "welcome", "go-previous-symbolic", NC_ ("verdict", "Back Again") },
  [IKRAR_DESK_LEFT] = { "already", "go-next-symbolic", NC_ ("verdict", "Has Left") },
  [IKRAR_DESK_NOT_INSIDE] = { "unknown", "dialog-question-symbolic",
                              NC_ ("verdict", "Not Inside") },
};

static const char *const hints[IKRAR_N_DESK_VERDICTS] = {
  [IKRAR_DESK_ALREADY] = N_ ("Please go in. Presence is not counted twice."),
  [IKRAR_DESK_NOT_IN_EVENT] =
      N_ ("Not invited to this event. Find the name with F4, or record a guest with F6."),
  [IKRAR_DESK_REVOKED] = N_ ("This pass was replaced by a newer one. Find the name with F4."),
  [IKRAR_DESK_EXPIRED] = N_ ("The last day of this pass is over. Find the name with F4."),
  [IKRAR_DESK_FORGED] =
      N_ ("This code was not made by this office. Ask for the name and find it with F4."),
  [IKRAR_DESK_UNREADABLE] =
      N_ ("This is no pass, code or number. Scan again, or find the name with F4."),
  [IKRAR_DESK_RETURNED] = N_ ("Please go in. The time outside is not counted."),
  [IKRAR_DESK_LEFT] = N_ ("The time until now is counted."),
  [IKRAR_DESK_NOT_INSIDE] = N_ ("Nobody can leave who is not inside. Does the desk let in or out?"),
};

/* Sentences with the person, and without one where nobody is known. */
static const struct
{
  const char *known;
  const char *unknown;
} sentences[IKRAR_N_DESK_VERDICTS] = {
  /* Translators: %s is the name of a person, here and in the next sentences. */
  [IKRAR_DESK_WELCOME] = { N_ ("Welcome, %s. Presence is recorded."), "" },
  [IKRAR_DESK_ALREADY] = { N_ ("%s was recorded already."), "" },
  [IKRAR_DESK_NOT_IN_EVENT] = { N_ ("%s is not on the list of this event."),
                                N_ ("Not on the list of this event.") },
  [IKRAR_DESK_REVOKED] = { N_ ("The pass of %s is not valid."), N_ ("The pass is not valid.") },
  [IKRAR_DESK_EXPIRED] = { N_ ("The pass of %s has expired."), N_ ("The pass has expired.") },
  [IKRAR_DESK_FORGED] = { "", N_ ("The pass is not genuine.") },
  [IKRAR_DESK_UNREADABLE] = { "", N_ ("The code could not be read.") },
  [IKRAR_DESK_RETURNED] = { N_ ("%s is back."), "" },
  [IKRAR_DESK_LEFT] = { N_ ("%s has left."), "" },
  [IKRAR_DESK_NOT_INSIDE] = { N_ ("%s is not inside."), "" },
};

IkrarStatus
ikrar_desk_scan_status (const IkrarScan *scan)
{
  if (scan->way == IKRAR_WAY_OUT)
    return (IkrarStatus){ "unrecorded", "go-next-symbolic", C_ ("passage", "Left") };
  if (scan->way == IKRAR_WAY_IN)
    return (IkrarStatus){ "present", "go-previous-symbolic", C_ ("passage", "Back") };
  return ikrar_status_of_attendance (scan->state);
}

IkrarDeskLook
ikrar_desk_look (IkrarDeskVerdict verdict)
{
  IkrarDeskLook look = looks[verdict];

  look.word = g_dpgettext2 (GETTEXT_PACKAGE, "verdict", look.word);
  return look;
}

const char *
ikrar_desk_hint (const IkrarDeskResult *result)
{
  if (result->verdict == IKRAR_DESK_WELCOME)
    return result->card->participant->position;
  if (result->verdict == IKRAR_DESK_REVOKED && result->card != NULL &&
      result->card->participant->withdrawn_at != 0)
    return _ ("Withdrew from this event. Ask the organiser.");
  return _ (hints[result->verdict]);
}

char *
ikrar_desk_sentence (const IkrarDeskResult *result)
{
  const char *known = sentences[result->verdict].known;

  if (result->card == NULL || *known == '\0')
    return g_strdup (_ (sentences[result->verdict].unknown));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (known), result->card->bare_name);
#pragma GCC diagnostic pop
}

char *
ikrar_desk_spoken (const IkrarDeskResult *result)
{
  const char *word = ikrar_desk_look (result->verdict).word;
  const char *seat = result->card != NULL ? result->card->participant->seat : "";

  if (result->card == NULL)
    return g_strdup_printf ("%s.", word);
  if (result->verdict != IKRAR_DESK_WELCOME || *seat == '\0')
    return g_strdup_printf ("%s. %s.", word, result->card->bare_name);
  /* Translators: spoken at the door: %1$s is a verdict, %2$s a name, %3$s a seat such as C 14. */
  return g_strdup_printf (_ ("%1$s. %2$s. Seat %3$s."), word, result->card->bare_name, seat);
}

/* Long times are told in hours: nobody plans by the minute then. */
static char *
describe_minutes (guint minutes)
{
  guint hours = minutes / 60 + (minutes % 60 >= 30);

  if (minutes < MINUTES_MAX)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  return g_strdup_printf (ngettext ("%u hour", "%u hours", hours), hours);
}

char *
ikrar_desk_forecast (const IkrarForecast *forecast)
{
  g_autofree char *now = describe_minutes (forecast->minutes);
  g_autofree char *more = describe_minutes (forecast->minutes_more);
  guint desks = forecast->desks;

  if (!forecast->known || forecast->minutes == 0)
    return g_strdup ("");
  /* Translators: in what time everybody is in: %1$u is a number of desks, %2$s and %3$s times. */
  return g_strdup_printf (ngettext ("At %1$u desk: %2$s\nOne more desk: %3$s",
                                    "At %1$u desks: %2$s\nOne more desk: %3$s", desks),
                          desks, now, more);
}

char *
ikrar_desk_pace (const IkrarForecast *forecast)
{
  g_autofree char *number = ikrar_number_thousands ((guint) MAX (forecast->per_minute + 0.5, 1.0));

  /* Translators: %s is how many people come in a minute; short. */
  return forecast->per_minute > 0 ? g_strdup_printf (_ ("%s/min"), number) : g_strdup ("");
}

char *
ikrar_desk_ago (IkrarTime at, IkrarTime now)
{
  int minutes = (int) MAX ((now - at) / 60000, 0);

  if (minutes == 0)
    return g_strdup (_ ("Just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", minutes), minutes);
  return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", minutes / 60), minutes / 60);
}

char *
ikrar_desk_summary (const IkrarDeskResult *result, IkrarTime at, IkrarZone zone)
{
  g_autofree char *now = ikrar_time_format_clock (at, zone);
  g_autofree char *first = ikrar_time_format_clock (result->at, zone);

  if (result->verdict == IKRAR_DESK_WELCOME && *result->card->participant->seat != '\0')
    /* Translators: %1 is a time, %2 a seat such as C 14. */
    return g_strdup_printf (_ ("Present %1$s, seat %2$s"), now, result->card->participant->seat);
  if (result->verdict == IKRAR_DESK_WELCOME)
    return g_strdup_printf (_ ("Present %s"), now);
  if (result->verdict == IKRAR_DESK_ALREADY)
    return g_strdup_printf (_ ("Already recorded, first %s"), first);
  /* Translators: %1 is a verdict such as Expired, %2 a time. */
  return g_strdup_printf (_ ("%1$s, %2$s"), ikrar_desk_look (result->verdict).word, now);
}
