/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/checkpoint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/base64-private.h"
#include "seal/error.h"
#include "seal/note-private.h"

/* Origin, size, root, and what follows the last line end. */
#define LINES 4

gboolean
ikrar_checkpoint_origin_is_valid (const char *origin)
{
  g_return_val_if_fail (origin != NULL, FALSE);

  if (*origin == '\0' || !g_utf8_validate (origin, -1, NULL))
    return FALSE;
  for (; *origin != '\0'; origin = g_utf8_next_char (origin))
    if (g_unichar_iscntrl (g_utf8_get_char (origin)))
      return FALSE;
  return TRUE;
}

char *
ikrar_checkpoint_sign (const IkrarCheckpoint *checkpoint, IkrarSecretKey *key, const char *key_name)
{
  g_autofree char *root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (checkpoint != NULL, NULL);
  g_return_val_if_fail (
      checkpoint->origin != NULL && ikrar_checkpoint_origin_is_valid (checkpoint->origin), NULL);
  g_return_val_if_fail (checkpoint->size <= G_MAXINT64, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (key_name != NULL && ikrar_key_name_is_valid (key_name), NULL);

  root = g_base64_encode (checkpoint->root.bytes, IKRAR_DIGEST_SIZE);
  text = g_strdup_printf ("%s\n%" G_GUINT64_FORMAT "\n%s\n", checkpoint->origin, checkpoint->size,
                          root);
  return ikrar_note_sign (text, key, key_name);
}

/* Decimal digits without a leading zero. */
static gboolean
parse_size (const char *text, guint64 *size)
{
  return g_ascii_isdigit (text[0]) && (text[0] != '0' || text[1] == '\0') &&
         g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, size, NULL);
}

gboolean
ikrar_checkpoint_read_size (const char *note, guint64 *size)
{
  g_auto (GStrv) lines = g_strsplit (note, "\n", 3);

  return g_strv_length (lines) == 3 && parse_size (lines[1], size);
}

static gboolean
parse_text (const char *text, IkrarCheckpoint *checkpoint)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", LINES + 1);

  if (g_strv_length (lines) != LINES || *lines[LINES - 1] != '\0')
    return FALSE;
  if (!ikrar_checkpoint_origin_is_valid (lines[0]) || !parse_size (lines[1], &checkpoint->size) ||
      !ikrar_base64_decode_exact (lines[2], strlen (lines[2]), checkpoint->root.bytes,
                                  IKRAR_DIGEST_SIZE))
    return FALSE;
  checkpoint->origin = g_strdup (lines[0]);
  return TRUE;
}

gboolean
ikrar_checkpoint_open (const char *note,
                       const IkrarPublicKey *key,
                       const char *key_name,
                       IkrarCheckpoint *checkpoint,
                       GError **error)
{
  g_autofree char *text = NULL;
  IkrarCheckpoint found = { 0 };

  g_return_val_if_fail (note != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (checkpoint != NULL, FALSE);

  text = ikrar_note_open (note, key, key_name, error);
  if (text == NULL)
    return FALSE;
  if (!parse_text (text, &found))
    {
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                           _ ("The note is signed, but it is not a checkpoint."));
      return FALSE;
    }
  *checkpoint = found;
  return TRUE;
}

void
ikrar_checkpoint_clear (IkrarCheckpoint *checkpoint)
{
  g_return_if_fail (checkpoint != NULL);

  g_clear_pointer (&checkpoint->origin, g_free);
}
