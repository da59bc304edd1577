/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/preferences/office-info.h"

#include <glib/gstdio.h>

#include "ui/pledge/ledger-info.h"

static char *
load_keys (IkrarStore *store, GError **error)
{
  g_autoptr (IkrarLedgerInfo) info = g_new0 (IkrarLedgerInfo, 1);

  if (!ikrar_ledger_get_state (store, &info->state, error))
    return NULL;
  info->keys = ikrar_signing_key_list (store, error);
  return info->keys != NULL ? ikrar_ledger_info_key_text (info) : NULL;
}

/* What SQLite has not moved into the file yet counts too. */
static guint64
measure (const char *path)
{
  static const char *const suffixes[] = { "", "-wal" };
  guint64 size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      GStatBuf file;

      if (g_stat (name, &file) == 0)
        size += file.st_size;
    }
  return size;
}

static gboolean
load_people (IkrarOfficeInfo *info, IkrarStore *store, GError **error)
{
  for (guint i = 0; i < IKRAR_N_SIGNATORIES; i++)
    {
      info->signatories[i] = ikrar_signatory_get (store, i + 1, error);
      if (info->signatories[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_logo (IkrarOfficeInfo *info, IkrarStore *store, GError **error)
{
  g_autoptr (GError) local = NULL;

  info->logo = ikrar_logo_get (store, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

IkrarOfficeInfo *
ikrar_office_info_load (IkrarStore *store, GError **error)
{
  g_autoptr (IkrarOfficeInfo) info = g_new0 (IkrarOfficeInfo, 1);
  const char *path = ikrar_store_get_base (store);

  info->institution = ikrar_institution_get (store, error);
  if (info->institution == NULL || !load_people (info, store, error) ||
      !load_logo (info, store, error) || !ikrar_pass_layout_get_usual (store, &info->layout, error))
    return NULL;
  info->keys = load_keys (store, error);
  if (info->keys == NULL)
    return NULL;
  info->seals_backups = ikrar_backup_has_passphrase (store);
  info->size = measure (path);
  info->backups = ikrar_backup_list (path);
  return g_steal_pointer (&info);
}

void
ikrar_office_info_free (IkrarOfficeInfo *info)
{
  if (info == NULL)
    return;
  ikrar_institution_free (info->institution);
  for (guint i = 0; i < IKRAR_N_SIGNATORIES; i++)
    ikrar_signatory_free (info->signatories[i]);
  g_clear_pointer (&info->logo, g_bytes_unref);
  g_clear_pointer (&info->backups, g_ptr_array_unref);
  g_free (info->keys);
  g_free (info);
}
