/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

/* JSON for the vectors file, one value a line. Keys are plain ASCII; 64-bit numbers are written as
 * text, since many readers keep only 53 bits of a number. */

#include <glib.h>

typedef struct
{
  GString *text;
  guint depth;
  gboolean begun; /* Something stands before in the present list or object. */
} Json;

static inline void
json_key (Json *json, const char *key)
{
  g_string_append_printf (json->text, "%s\n%*s", json->begun ? "," : "", 2 * (int) json->depth, "");
  if (key != NULL)
    g_string_append_printf (json->text, "\"%s\": ", key);
  json->begun = TRUE;
}

static inline void
json_open (Json *json, const char *key, char bracket)
{
  json_key (json, key);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->begun = FALSE;
}

static inline void
json_close (Json *json, char bracket)
{
  json->depth--;
  g_string_append_printf (json->text, "\n%*s%c", 2 * (int) json->depth, "", bracket);
  json->begun = TRUE;
}

static inline void
json_text (Json *json, const char *key, const char *value)
{
  json_key (json, key);
  g_string_append_c (json->text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json->text, "\\%c", *p);
      else if ((guchar) *p < ' ')
        g_string_append_printf (json->text, "\\u%04x", *p);
      else
        g_string_append_c (json->text, *p);
    }
  g_string_append_c (json->text, '"');
}

static inline void
json_number (Json *json, const char *key, guint32 value)
{
  json_key (json, key);
  g_string_append_printf (json->text, "%u", value);
}

static inline void
json_long (Json *json, const char *key, gint64 value)
{
  json_key (json, key);
  g_string_append_printf (json->text, "\"%" G_GINT64_FORMAT "\"", value);
}

static inline void
json_hex (Json *json, const char *key, gconstpointer data, gsize size)
{
  const guint8 *bytes = data;

  json_key (json, key);
  g_string_append_c (json->text, '"');
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (json->text, "%02x", bytes[i]);
  g_string_append_c (json->text, '"');
}
