/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/closing-text.h"

#include <string.h>

#define FIRST_LINE "IKRAR-CLOSING/1\n"
#define CLOSED "closed"
#define REOPENED "reopened"

char *
ikrar_closing_text_encode (const IkrarClosingText *closing)
{
  GString *text = g_string_new (FIRST_LINE);

  g_string_append_printf (text, "act: %s\n", closing->closed ? CLOSED : REOPENED);
  g_string_append_printf (text, "event: %" G_GINT64_FORMAT "\n", closing->event);
  g_string_append_printf (text, "session: %" G_GINT64_FORMAT "\n", closing->session);
  g_string_append_printf (text, "takes back: %" G_GINT64_FORMAT "\n", closing->takes_back);
  g_string_append_printf (text, "invited: %u\n", closing->count.invited);
  for (guint i = 0; i < IKRAR_N_ATTENDANCES; i++)
    g_string_append_printf (text, "%s: %u\n", ikrar_attendance_code (i),
                            closing->count.by_state[i]);
  return g_string_free (text, FALSE);
}

/* The value of the next line, if it begins so. */
static char *
take_value (const char **at, const char *key)
{
  const char *end = strchr (*at, '\n');
  gsize length = strlen (key);
  char *value;

  if (end == NULL || strncmp (*at, key, length) != 0 || strncmp (*at + length, ": ", 2) != 0)
    return g_strdup ("");
  value = g_strndup (*at + length + 2, (gsize) (end - *at) - MIN (length + 2, (gsize) (end - *at)));
  *at = end + 1;
  return value;
}

static gint64
take_number (const char **at, const char *key)
{
  g_autofree char *value = take_value (at, key);

  return g_ascii_strtoll (value, NULL, 10);
}

/* Everything that is wrong shows when it is written anew. */
gboolean
ikrar_closing_text_decode (const char *text, IkrarClosingText *closing)
{
  const char *at = text;
  g_autofree char *act = NULL;
  g_autofree char *again = NULL;

  *closing = (IkrarClosingText){ 0 };
  if (!g_str_has_prefix (text, FIRST_LINE))
    return FALSE;
  at += strlen (FIRST_LINE);
  act = take_value (&at, "act");
  closing->closed = strcmp (act, CLOSED) == 0;
  closing->event = take_number (&at, "event");
  closing->session = take_number (&at, "session");
  closing->takes_back = take_number (&at, "takes back");
  closing->count.invited = (guint) take_number (&at, "invited");
  for (guint i = 0; i < IKRAR_N_ATTENDANCES; i++)
    closing->count.by_state[i] = (guint) take_number (&at, ikrar_attendance_code (i));
  again = ikrar_closing_text_encode (closing);
  return strcmp (again, text) == 0 && closing->event > 0 && closing->session > 0 &&
         closing->closed == (closing->takes_back == 0);
}
