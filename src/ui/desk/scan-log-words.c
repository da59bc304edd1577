/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/scan-log-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/desk/desk-words.h"
#include "ui/desk/scan-log-data.h"

/* The colour of a verdict at the desk, as a pill has it. */
static const char *
pill_class (const char *look)
{
  static const struct
  {
    const char *look;
    const char *pill;
  } classes[] = {
    { "welcome", "present" },
    { "already", "excused" },
    { "unknown", "represented" },
    { "refused", "absent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i].look, look) == 0)
      return classes[i].pill;
  return "unrecorded";
}

IkrarStatus
ikrar_scan_log_status (const IkrarScanLine *line)
{
  IkrarDeskVerdict verdict = ikrar_scan_log_data_verdict (line);
  IkrarDeskLook look;

  if (verdict == IKRAR_N_DESK_VERDICTS)
    return (IkrarStatus){ "unrecorded", "dialog-question-symbolic", line->verdict };
  look = ikrar_desk_look (verdict);
  return (IkrarStatus){ pill_class (look.css_class), look.icon_name, look.word };
}

/* How it was read. */
static const char *
source_word (const char *source)
{
  static const struct
  {
    const char *source;
    const char *word;
  } words[] = {
    { "scan", NC_ ("scan", "Scanner") },       { "typed", NC_ ("scan", "Typed") },
    { "name", NC_ ("scan", "Found by name") }, { "camera", NC_ ("scan", "Camera") },
    { "kiosk", NC_ ("scan", "Self-service") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].source, source) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "scan", words[i].word);
  return source;
}

static void
append_part (GString *text, const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

char *
ikrar_scan_log_detail (const IkrarScanLine *line)
{
  GString *text = g_string_new (line->unit);

  append_part (text, line->session);
  append_part (text, source_word (line->source));
  return g_string_free (text, FALSE);
}

char *
ikrar_scan_log_moment (const IkrarScanLine *line, IkrarZone zone, gboolean days)
{
  g_autofree char *date = days ? ikrar_time_format_date (line->at, zone) : NULL;
  g_autofree char *clock = ikrar_time_format_clock (line->at, zone);
  GString *text = g_string_new (date);

  append_part (text, clock);
  append_part (text, line->desk);
  if (line->undone)
    append_part (text, _ ("taken back"));
  return g_string_free (text, FALSE);
}
