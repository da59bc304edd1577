/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/backup-content.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/number-word.h"
#include "seal/backup-box.h"
#include "store/institution.h"
#include "store/journal.h"

#define HEAD_SIZE 8

static gboolean
looks_sealed (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  char head[HEAD_SIZE] = { 0 };

  return input != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (input), head, sizeof head, NULL, NULL, NULL) &&
         ikrar_backup_is_sealed (head, sizeof head);
}

static gboolean
read_content (IkrarBackupContent *content, IkrarStore *store, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (IkrarInstitution) office = ikrar_institution_get (store, error);
  g_autoptr (GPtrArray) journal = NULL;

  if (office == NULL || !ikrar_db_get_int (db, "event_count", &content->events, error, "") ||
      !ikrar_db_get_int (db, "person_count", &content->people, error, ""))
    return FALSE;
  journal = ikrar_journal_list (store, 0, 1, error);
  if (journal == NULL)
    return FALSE;
  content->zone = office->zone;
  if (journal->len > 0)
    content->changed_at = ((const IkrarJournalEntry *) g_ptr_array_index (journal, 0))->at;
  return TRUE;
}

IkrarBackupContent *
ikrar_backup_content_load (const char *path)
{
  IkrarBackupContent *content = g_new0 (IkrarBackupContent, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarStore) store = NULL;
  GStatBuf file;

  if (g_stat (path, &file) != 0)
    return content;
  content->exists = TRUE;
  content->size = file.st_size;
  content->sealed = looks_sealed (path);
  if (content->sealed)
    return content;
  store = ikrar_store_open (path, IKRAR_DB_READ_ONLY, &error);
  if (store == NULL || !read_content (content, store, &error))
    content->problem = g_strdup (error->message);
  return content;
}

static char *
describe_counts (const IkrarBackupContent *content)
{
  g_autofree char *events_number = ikrar_number_thousands (content->events);
  g_autofree char *people_number = ikrar_number_thousands (content->people);
  /* Translators: %s is a number of events. */
  g_autofree char *events =
      g_strdup_printf (ngettext ("%s event", "%s events", (gulong) content->events), events_number);
  /* Translators: %s is a number of people. */
  g_autofree char *people = g_strdup_printf (
      ngettext ("%s person", "%s people", (gulong) content->people), people_number);

  return g_strdup_printf ("%s, %s", events, people);
}

char *
ikrar_backup_content_describe (const IkrarBackupContent *content)
{
  g_autofree char *counts = NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (!content->exists)
    return g_strdup (_ ("There is no database"));
  if (content->sealed)
    return g_strdup (_ ("Sealed: what is in it shows when the passphrase is given"));
  if (content->problem != NULL)
    return g_strdup (content->problem);
  counts = describe_counts (content);
  if (content->changed_at == 0)
    return g_steal_pointer (&counts);
  day = ikrar_time_format_date (content->changed_at, content->zone);
  clock = ikrar_time_format_clock (content->changed_at, content->zone);
  /* Translators: %1$s says how many events and people, %2$s is a date, %3$s a time. */
  return g_strdup_printf (_ ("%1$s · last changed %2$s, %3$s"), counts, day, clock);
}

void
ikrar_backup_content_free (IkrarBackupContent *content)
{
  if (content == NULL)
    return;
  g_free (content->problem);
  g_free (content);
}
