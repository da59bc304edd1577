/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "config.h"

#include "core/pledge-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/text.h"
#include "resources/ikrar-core-resources.h"

#define DEFAULT_PATH "/id/ikrar/core/pledge/ikrar-netralitas-1.txt"

typedef enum
{
  LINE_BLANK,
  LINE_HEADING,
  LINE_POINT,
  LINE_PLAIN,
} LineKind;

typedef struct
{
  const char *name;
  gsize length;
} Field;

char *
ikrar_pledge_template_default (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ikrar_core_get_resource (), DEFAULT_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gconstpointer text;
  gsize size;

  /* It is part of the program. */
  g_assert (bytes != NULL);

  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}

/* Reads "{name}", which stands on one line. */
static gboolean
read_field (const char *text, Field *field)
{
  field->name = text + 1;
  field->length = *text == '{' ? strcspn (field->name, "{}\n") : 0;

  return field->length > 0 && field->name[field->length] == '}';
}

GStrv
ikrar_pledge_template_fields (const char *template_text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  Field field;

  g_return_val_if_fail (template_text != NULL, NULL);

  for (const char *open = strchr (template_text, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      g_autofree char *name =
          read_field (open, &field) ? g_strndup (field.name, field.length) : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (names, FALSE);
}

static LineKind
classify (const char *line, const char **content)
{
  gsize digits = strspn (line, "0123456789");
  gboolean is_heading = g_str_has_prefix (line, "# ");
  gboolean is_point = digits >= 1 && digits <= 2 && g_str_has_prefix (line + digits, ". ");

  *content = line;
  if (*line == '\0')
    return LINE_BLANK;
  if (!is_heading && !is_point)
    return LINE_PLAIN;

  *content += is_heading ? 2 : digits + 2;
  *content += strspn (*content, " ");
  return is_heading ? LINE_HEADING : LINE_POINT;
}

/* What goes in for a field, in capitals where headings are; a value has no line breaks, or it could
 * add headings and points. NULL if it has none. */
static char *
make_value (const Field *field, GHashTable *fields, gboolean in_heading)
{
  g_autofree char *name = g_strndup (field->name, field->length);
  g_autofree char *value = ikrar_text_clean (g_hash_table_lookup (fields, name));

  if (*value == '\0')
    return NULL;

  return in_heading ? g_utf8_strup (value, -1) : g_steal_pointer (&value);
}

static gboolean
append_field (GString *text,
              const char **line,
              GHashTable *fields,
              gboolean in_heading,
              GError **error)
{
  g_autofree char *value = NULL;
  Field field;

  if (!read_field (*line, &field))
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX,
                   _ ("A brace in the pledge text has no partner from “%s” on; write fields like "
                      "{tahun}"),
                   *line);
      return FALSE;
    }

  value = make_value (&field, fields, in_heading);
  if (value == NULL)
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN,
                   _ ("The pledge text has no value for “%.*s”; fill it in"), (int) field.length,
                   field.name);
      return FALSE;
    }

  g_string_append (text, value);
  *line = field.name + field.length + 1;
  return TRUE;
}

static gboolean
append_line (GString *text, const char *line, GHashTable *fields, GError **error)
{
  gboolean in_heading = g_str_has_prefix (line, "# ");

  for (;;)
    {
      gsize length = strcspn (line, "{}");

      g_string_append_len (text, line, (gssize) length);
      line += length;
      if (*line == '\0')
        return TRUE;
      if (!append_field (text, &line, fields, in_heading, error))
        return FALSE;
    }
}

/* What stands between two lines: the headings stay together, everything else is a part of its own.
 */
static const char *
choose_gap (LineKind before, LineKind after, gboolean blank_between)
{
  if (before == LINE_BLANK)
    return "";
  if (before == LINE_HEADING && after == LINE_HEADING)
    return "\n";
  if (blank_between || before == LINE_HEADING || after != LINE_PLAIN)
    return "\n\n";

  return "\n";
}

/* Invalid bytes and foreign line ends go before lines are told apart. */
static GStrv
split_lines (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) unified = g_string_new (valid);

  g_string_replace (unified, "\r\n", "\n", 0);
  g_string_replace (unified, "\r", "\n", 0);
  g_string_replace (unified, "\357\273\277", "", 0);
  return g_strsplit (unified->str, "\n", -1);
}

static char *
trim_line (char *line)
{
  char *end = line + strlen (line);

  while (g_unichar_isspace (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);
  while (end > line && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *end = '\0';

  return line;
}

/* Appends all lines in the one form; FALSE with error if a field has no value. */
static gboolean
append_lines (GString *text, GStrv lines, GHashTable *fields, guint *n_points, GError **error)
{
  LineKind before = LINE_BLANK;
  gboolean blank_between = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = trim_line (lines[i]);
      const char *content;
      LineKind kind = classify (line, &content);

      blank_between = blank_between || kind == LINE_BLANK;
      if (kind == LINE_BLANK)
        continue;

      *n_points += kind == LINE_POINT ? 1 : 0;
      g_string_append (text, choose_gap (before, kind, blank_between));
      if (!append_line (text, line, fields, error))
        return FALSE;
      before = kind;
      blank_between = FALSE;
    }
  g_string_append_c (text, '\n');

  return TRUE;
}

char *
ikrar_pledge_template_render (const char *template_text, GHashTable *fields, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint n_points = 0;

  g_return_val_if_fail (template_text != NULL, NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  lines = split_lines (template_text);
  if (!append_lines (text, lines, fields, &n_points, error))
    return NULL;
  if (n_points == 0)
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX,
                   _ ("The pledge text has no points; number them “1. ”, “2. ” at the start of a "
                      "line"));
      return NULL;
    }

  return g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
}

/* Adds a line to a paragraph, or begins a new one. */
static void
append_sentence (GString *paragraph, const char *line, gboolean blank_between)
{
  if (paragraph->len > 0)
    g_string_append (paragraph, blank_between ? "\n\n" : " ");
  g_string_append (paragraph, line);
}

static void
continue_point (GPtrArray *points, const char *line)
{
  char **last = (char **) &g_ptr_array_index (points, points->len - 1);
  g_autofree char *begun = *last;

  *last = g_strjoin (" ", begun, line, NULL);
}

static GStrv
end_list (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);
  return (GStrv) g_ptr_array_free (list, FALSE);
}

/* A line that is neither heading nor point goes on with what stands right above it. */
IkrarPledgeText *
ikrar_pledge_text_parse (const char *text)
{
  g_auto (GStrv) lines = NULL;
  GPtrArray *headings = g_ptr_array_new ();
  GPtrArray *points = g_ptr_array_new ();
  GString *opening = g_string_new (NULL);
  GString *closing = g_string_new (NULL);
  LineKind before = LINE_BLANK;
  IkrarPledgeText *parts;

  g_return_val_if_fail (text != NULL, NULL);

  lines = split_lines (text);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *content;
      LineKind kind = classify (trim_line (lines[i]), &content);

      if (kind == LINE_HEADING)
        g_ptr_array_add (headings, g_strdup (content));
      else if (kind == LINE_POINT)
        g_ptr_array_add (points, g_strdup (content));
      else if (kind == LINE_PLAIN && before == LINE_POINT)
        continue_point (points, content);
      else if (kind == LINE_PLAIN)
        append_sentence (points->len > 0 ? closing : opening, content, before == LINE_BLANK);
      before = kind == LINE_PLAIN && before == LINE_POINT ? LINE_POINT : kind;
    }

  parts = g_new (IkrarPledgeText, 1);
  *parts = (IkrarPledgeText){
    .headings = end_list (headings),
    .opening = g_string_free (opening, FALSE),
    .points = end_list (points),
    .closing = g_string_free (closing, FALSE),
  };
  return parts;
}

void
ikrar_pledge_text_free (IkrarPledgeText *text)
{
  if (text == NULL)
    return;

  g_strfreev (text->headings);
  g_free (text->opening);
  g_strfreev (text->points);
  g_free (text->closing);
  g_free (text);
}
