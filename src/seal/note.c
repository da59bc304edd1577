/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/note-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/base64-private.h"
#include "seal/error.h"
#include "seal/key-private.h"

/* An em dash and a space begin a signature line. */
#define SIGNATURE_MARK "\xe2\x80\x94 "
#define SIGNATURES_MAX 100
#define SIGNED_SIZE (IKRAR_KEY_HASH_SIZE + IKRAR_SIGNATURE_SIZE)

typedef enum
{
  LINE_BROKEN,
  LINE_OF_OTHERS,
  LINE_GOOD,
  LINE_FORGED,
} LineVerdict;

char *
ikrar_note_sign (const char *text, IkrarSecretKey *key, const char *name)
{
  guint8 value[SIGNED_SIZE];
  g_autofree char *base64 = NULL;

  ikrar_key_hash (ikrar_secret_key_get_public (key), name, value);
  ikrar_secret_key_sign (key, "", text, strlen (text), value + IKRAR_KEY_HASH_SIZE);
  base64 = g_base64_encode (value, sizeof value);
  return g_strconcat (text, "\n", SIGNATURE_MARK, name, " ", base64, "\n", NULL);
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < ' ' && *text != '\n')
      return TRUE;
  return FALSE;
}

static LineVerdict
judge_signature (const char *name,
                 const guint8 *value,
                 gsize size,
                 const char *text,
                 const IkrarPublicKey *key)
{
  guint8 hash[IKRAR_KEY_HASH_SIZE];

  ikrar_key_hash (key, name, hash);
  if (memcmp (value, hash, IKRAR_KEY_HASH_SIZE) != 0)
    return LINE_OF_OTHERS;
  if (size != SIGNED_SIZE)
    return LINE_FORGED;
  return ikrar_public_key_verify (key, "", text, strlen (text), value + IKRAR_KEY_HASH_SIZE)
             ? LINE_GOOD
             : LINE_FORGED;
}

static LineVerdict
judge_line (const char *line, const char *text, const IkrarPublicKey *key, const char *expected)
{
  g_auto (GStrv) parts = NULL;
  g_autofree guint8 *value = g_malloc (strlen (line));
  gsize size;

  if (!g_str_has_prefix (line, SIGNATURE_MARK))
    return LINE_BROKEN;
  parts = g_strsplit (line + strlen (SIGNATURE_MARK), " ", 2);
  if (g_strv_length (parts) != 2 || !ikrar_key_name_is_valid (parts[0]))
    return LINE_BROKEN;
  if (!ikrar_base64_decode (parts[1], strlen (parts[1]), value, strlen (line), &size) ||
      size <= IKRAR_KEY_HASH_SIZE)
    return LINE_BROKEN;
  if (expected != NULL && strcmp (parts[0], expected) != 0)
    return LINE_OF_OTHERS;
  return judge_signature (parts[0], value, size, text, key);
}

/* The worst of the lines' verdicts counts, but a good one outweighs those of others. */
static LineVerdict
judge_lines (char **lines, const char *text, const IkrarPublicKey *key, const char *name)
{
  LineVerdict whole = LINE_OF_OTHERS;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      LineVerdict verdict =
          i == SIGNATURES_MAX ? LINE_BROKEN : judge_line (lines[i], text, key, name);

      if (verdict == LINE_BROKEN)
        return LINE_BROKEN;
      if (verdict != LINE_OF_OTHERS && whole != LINE_FORGED)
        whole = verdict;
    }
  return whole;
}

/* Takes the note apart at its last empty line. */
static gboolean
split_note (const char *note, char **text, GStrv *lines)
{
  const char *gap;
  g_autofree char *signatures = NULL;

  if (strnlen (note, IKRAR_NOTE_SIZE_MAX + 1) > IKRAR_NOTE_SIZE_MAX ||
      !g_utf8_validate (note, -1, NULL) || has_control (note) || !g_str_has_suffix (note, "\n"))
    return FALSE;
  gap = g_strrstr (note, "\n\n");
  if (gap == NULL || gap[2] == '\0')
    return FALSE;
  signatures = g_strndup (gap + 2, strlen (gap + 2) - 1);
  *text = g_strndup (note, (gsize) (gap + 1 - note));
  *lines = g_strsplit (signatures, "\n", -1);
  return TRUE;
}

char *
ikrar_note_open (const char *note, const IkrarPublicKey *key, const char *name, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  LineVerdict verdict = LINE_BROKEN;

  if (split_note (note, &text, &lines))
    verdict = judge_lines (lines, text, key, name);
  switch (verdict)
    {
    case LINE_GOOD:
      return g_steal_pointer (&text);
    case LINE_OF_OTHERS:
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE,
                           _ ("The given key has not signed this."));
      return NULL;
    case LINE_FORGED:
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE,
                           _ ("The signature of the given key is wrong: text or signature were "
                              "changed."));
      return NULL;
    case LINE_BROKEN:
    default:
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                           _ ("This is not a signed note."));
      return NULL;
    }
}
