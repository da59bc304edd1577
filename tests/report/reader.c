/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "reader.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
run (const char *const *command, gboolean must_succeed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &problems,
                &status, &error);
  g_assert_no_error (error);
  if (must_succeed && !g_spawn_check_wait_status (status, NULL))
    g_error ("%s failed: %s%s", command[0], output, problems);
  return output;
}

char *
reader_write (IkrarDocument *document, const char *folder)
{
  static guint n_files;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("paper-%u.pdf", n_files++);
  char *path = g_build_filename (folder, name, NULL);

  ikrar_document_write_pdf (document, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* No-break spaces are spaces to a reader. */
static char *
join_space (const char *text)
{
  GString *joined = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isspace (ch) && ch != '\f')
        g_string_append_unichar (joined, ch);
      else if (joined->len > 0 && joined->str[joined->len - 1] != ' ')
        g_string_append_c (joined, ' ');
    }
  return g_string_free (joined, FALSE);
}

char *
reader_get_text (const char *path, guint first, guint last)
{
  g_autofree char *from = g_strdup_printf ("%u", first), *to = g_strdup_printf ("%u", last);
  const char *const all[] = { "pdftotext", "-raw", path, "-", NULL };
  const char *const some[] = { "pdftotext", "-raw", "-f", from, "-l", to, path, "-", NULL };
  g_autofree char *text = run (last == 0 ? all : some, TRUE);

  return join_space (text);
}

char *
reader_get_info (const char *path, const char *key)
{
  const char *const command[] = { "pdfinfo", path, NULL };
  g_autofree char *output = run (command, TRUE);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  gsize length = strlen (key);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strncmp (lines[i], key, length) == 0 && lines[i][length] == ':')
      return g_strstrip (g_strdup (lines[i] + length + 1));
  return NULL;
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
reader_get_codes (const char *path, guint page, guint dpi)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *number = g_strdup_printf ("%u", page), *scale = g_strdup_printf ("%u", dpi);
  g_autofree char *stem = g_strconcat (path, ".page", NULL);
  g_autofree char *picture = g_strconcat (stem, ".png", NULL);
  const char *const draw[] = { "pdftoppm", "-png", "-gray",       "-r", scale, "-f", number,
                               "-l",       number, "-singlefile", path, stem,  NULL };
  const char *const scan[] = { "zbarimg",         "--raw", "--quiet", "-Sdisable",
                               "-Sqrcode.enable", picture, NULL };
  g_autofree char *drawn = run (draw, TRUE);
  g_autofree char *found = run (scan, FALSE);
  g_auto (GStrv) lines = g_strsplit (found, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (codes, g_strdup (lines[i]));
  g_ptr_array_sort (codes, compare_texts);
  g_unlink (picture);
  return codes;
}

void
reader_check_sound (const char *path)
{
  const char *const check[] = { "qpdf", "--check", path, NULL };
  const char *const fonts[] = { "pdffonts", path, NULL };
  g_autofree char *checked = run (check, TRUE);
  g_autofree char *listed = run (fonts, TRUE);
  g_auto (GStrv) lines = g_strsplit (listed, "\n", -1);
  const char *column = strstr (lines[0], "emb");

  g_assert_nonnull (column);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (!g_str_has_prefix (lines[i] + (column - lines[0]), "yes"))
      g_error ("A font is not embedded: %s", lines[i]);
}

guint
reader_count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

GPtrArray *
reader_list (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_texts);
  return names;
}
