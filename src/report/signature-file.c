/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "config.h"

#include "report/signature-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/error.h"
#include "report/svg-path-private.h"

/* Far more than a hand draws. */
#define BYTES_MAX (1024 * 1024)

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_FAILED, message);
  return FALSE;
}

static gboolean
add_path (GString *drawing, const char *data, GError **error)
{
  g_autoptr (IkrarSvgPath) path = ikrar_svg_path_parse (data);
  g_autofree char *plain = NULL;

  if (path == NULL)
    return refuse (error, _ ("It has a path that is no line drawn by a pen. Save it as plain paths "
                             "of lines and curves."));
  plain = ikrar_svg_path_format (path);
  g_string_append (drawing, plain);
  return TRUE;
}

static const char *
find_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer drawing,
          GError **error)
{
  const char *data = strcmp (element, "path") == 0 ? find_value (names, values, "d") : NULL;

  if (find_value (names, values, "transform") != NULL)
    refuse (error, _ ("Parts of it are moved or turned. Dissolve its groups, and save it again."));
  else if (data != NULL)
    add_path (drawing, data, error);
}

static gboolean
read_svg (GString *drawing, const char *text, GError **error)
{
  static const GMarkupParser parser = { .start_element = on_start };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, drawing, NULL);

  return g_markup_parse_context_parse (context, text, -1, error) &&
         g_markup_parse_context_end_parse (context, error) &&
         (drawing->len > 0 || refuse (error, _ ("There is no path in it.")));
}

char *
ikrar_signature_file_read (const char *file, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) drawing = g_string_new (NULL);
  gboolean done;
  gsize size;

  g_return_val_if_fail (file != NULL, NULL);

  if (!g_file_get_contents (file, &text, &size, error))
    return NULL;
  if (size > BYTES_MAX)
    done = refuse (error, _ ("It is larger than any signature."));
  else if (strstr (text, "<svg") != NULL)
    done = read_svg (drawing, text, error);
  else
    done = add_path (drawing, text, error);
  if (!done)
    g_prefix_error (error, _ ("%s is no signature: "), file);
  return done ? g_strdup (drawing->str) : NULL;
}
