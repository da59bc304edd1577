/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "core/pledge-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

#include "store/error.h"
#include "store/event.h"
#include "store/institution.h"
#include "store/pledge-private.h"

#define DEFAULT_NAME "Ikrar netralitas"

void
ikrar_pledge_template_free (IkrarPledgeTemplate *text)
{
  if (text == NULL)
    return;
  g_free (text->name);
  g_free (text->template_text);
  g_free (text);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPledgeTemplate, ikrar_pledge_template_free)

void
ikrar_pledge_wording_free (IkrarPledgeWording *wording)
{
  if (wording == NULL)
    return;
  g_free (wording->body);
  g_free (wording);
}

static IkrarPledgeTemplate *
read_template (IkrarStatement *statement)
{
  IkrarPledgeTemplate *text = g_new0 (IkrarPledgeTemplate, 1);

  text->id = ikrar_statement_get_int (statement, 0);
  text->name = g_strdup (ikrar_statement_get_text (statement, 1));
  text->version = ikrar_statement_get_int (statement, 2);
  text->template_text = g_strdup (ikrar_statement_get_text (statement, 3));
  return text;
}

static GPtrArray *
read_templates (IkrarStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) texts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_pledge_template_free);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (texts, read_template (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

/* The version after the last one of this name, told within the change that adds it. */
static gboolean
insert_template (IkrarChange *change,
                 IkrarId id,
                 const char *name,
                 gint64 last_version,
                 const char *template_text,
                 GError **error)
{
  return ikrar_db_run (ikrar_change_get_db (change), "pledge_text_insert", error, "ititi", id, name,
                       last_version + 1, template_text, ikrar_change_get_time (change)) &&
         ikrar_change_commit (change, error);
}

static gboolean
get_last_version (IkrarStore *store, const char *name, gint64 *version, GError **error)
{
  return ikrar_db_get_int (ikrar_store_get_db (store), "pledge_text_last_version", version, error,
                           "t", name);
}

/* The customary text is version 1 of every database; another program may just have added it. */
static gboolean
ensure_default (IkrarStore *store, GError **error)
{
  g_autoptr (IkrarChange) change = NULL;
  g_autofree char *template_text = NULL;
  IkrarId id = ikrar_id_new ();
  gint64 version;

  if (!get_last_version (store, DEFAULT_NAME, &version, error))
    return FALSE;
  if (version > 0)
    return TRUE;
  change = ikrar_change_begin (store, "pledge-text.add", 0, id, DEFAULT_NAME, NULL, error);
  if (change == NULL || !get_last_version (store, DEFAULT_NAME, &version, error))
    return FALSE;
  template_text = ikrar_pledge_template_default ();
  return version > 0 || insert_template (change, id, DEFAULT_NAME, 0, template_text, error);
}

GPtrArray *
ikrar_pledge_template_list (IkrarStore *store, GError **error)
{
  if (!ensure_default (store, error))
    return NULL;
  return read_templates (ikrar_db_query (ikrar_store_get_db (store), "pledge_text_list", error, ""),
                         error);
}

IkrarId
ikrar_pledge_template_add (IkrarStore *store,
                           const char *name,
                           const char *template_text,
                           GError **error)
{
  g_autoptr (IkrarPledgeText) parts = ikrar_pledge_text_parse (template_text);
  g_autoptr (IkrarChange) change = NULL;
  IkrarId id = ikrar_id_new ();
  gint64 version;

  if (ikrar_text_is_blank (name) || parts->points[0] == NULL)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                   _ ("A pledge text needs a name and at least one numbered point."));
      return 0;
    }
  if (!ensure_default (store, error))
    return 0;
  change = ikrar_change_begin (store, "pledge-text.add", 0, id, name, NULL, error);
  if (change == NULL || !get_last_version (store, name, &version, error) ||
      !insert_template (change, id, name, version, template_text, error))
    return 0;
  return id;
}

GHashTable *
ikrar_pledge_fields_parse (const char *fields)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) lines = g_strsplit (fields != NULL ? fields : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      g_hash_table_insert (values, ikrar_text_clean (lines[i]), ikrar_text_clean (equals + 1));
    }
  return values;
}

static void
set_default (GHashTable *values, const char *name, char *value)
{
  const char *known = g_hash_table_lookup (values, name);

  if (known != NULL && *known != '\0')
    g_free (value);
  else
    g_hash_table_insert (values, g_strdup (name), value);
}

GHashTable *
ikrar_pledge_fields_complete (const IkrarEvent *event, const IkrarInstitution *institution)
{
  GHashTable *values = ikrar_pledge_fields_parse (event->pledge_fields);
  IkrarMoment moment;

  ikrar_time_split (event->start_at, event->zone, &moment);
  set_default (
      values, "instansi",
      g_strdup (*institution->government != '\0' ? institution->government : institution->name));
  set_default (values, "pemilihan", g_strdup ("Pemilu dan Pemilihan"));
  set_default (values, "tahun", g_strdup_printf ("%d", moment.year));
  set_default (values, "lingkup", g_strdup ("instansi masing-masing"));
  return values;
}

static IkrarPledgeTemplate *
get_template (IkrarStore *store, IkrarId id, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GPtrArray) texts = NULL;

  texts = read_templates (id != 0 ? ikrar_db_query (db, "pledge_text_get", error, "i", id)
                                  : ikrar_db_query (db, "pledge_text_newest", error, ""),
                          error);
  if (texts == NULL)
    return NULL;
  if (texts->len > 0)
    return g_ptr_array_steal_index (texts, 0);
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
               _ ("There is no such pledge text."));
  return NULL;
}

static gboolean
find (IkrarDb *db, IkrarId event, IkrarPledgeWording *wording, GError **error)
{
  return ikrar_db_get_int (db, "pledge_wording_find", &wording->id, error, "ib", event,
                           wording->digest.bytes, (gsize) IKRAR_DIGEST_SIZE);
}

IkrarPledgeWording *
ikrar_pledge_wording_get (IkrarStore *store, IkrarId event_id, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, event_id, error);
  g_autoptr (IkrarInstitution) institution =
      event != NULL ? ikrar_institution_get (store, error) : NULL;
  g_autoptr (IkrarPledgeTemplate) text = NULL;
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (IkrarPledgeWording) wording = g_new0 (IkrarPledgeWording, 1);

  if (institution == NULL || !ensure_default (store, error))
    return NULL;
  text = get_template (store, event->pledge_text_id, error);
  if (text == NULL)
    return NULL;
  fields = ikrar_pledge_fields_complete (event, institution);
  wording->body = ikrar_pledge_template_render (text->template_text, fields, error);
  if (wording->body == NULL)
    return NULL;
  wording->text_id = text->id;
  wording->version = text->version;
  ikrar_digest_of (wording->body, strlen (wording->body), &wording->digest);
  if (!find (ikrar_store_get_db (store), event_id, wording, error))
    return NULL;
  return g_steal_pointer (&wording);
}

gboolean
_ikrar_pledge_wording_ensure (IkrarChange *change,
                              IkrarId event,
                              IkrarPledgeWording *wording,
                              GError **error)
{
  /* Another desk may have kept it since it was asked for. */
  if (wording->id == 0 && !find (ikrar_change_get_db (change), event, wording, error))
    return FALSE;
  if (wording->id != 0)
    return TRUE;
  wording->id = ikrar_id_new ();
  return ikrar_db_run (ikrar_change_get_db (change), "pledge_wording_insert", error, "iiitb",
                       wording->id, event, wording->text_id, wording->body, wording->digest.bytes,
                       (gsize) IKRAR_DIGEST_SIZE);
}
