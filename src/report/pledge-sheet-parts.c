/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/participant-lines-private.h"
#include "report/pledge-sheet-private.h"

/* The sheets of an event, one after the other: one for each text that pledges in force are bound
 * to, whatever the event's text became since. */
typedef struct
{
  IkrarDocument base;
  IkrarOccasion *occasion;
  IkrarParticipantTable *table;
  GPtrArray *lines;       /* const IkrarParticipantLine, in order */
  GHashTable *signatures; /* SVG paths by participant, NULL for none */
  GPtrArray *sheets;      /* IkrarPledgeSheet, as documents */
} Parts;

static void
parts_clear (IkrarDocument *document)
{
  Parts *parts = (Parts *) document;

  g_clear_pointer (&parts->sheets, g_ptr_array_unref);
  g_clear_pointer (&parts->signatures, g_hash_table_unref);
  g_clear_pointer (&parts->lines, g_ptr_array_unref);
  ikrar_participant_table_unref (parts->table);
  ikrar_occasion_free (parts->occasion);
}

static void
parts_draw (IkrarDocument *document, guint page, cairo_t *cr)
{
  Parts *parts = (Parts *) document;

  for (guint i = 0; i < parts->sheets->len; i++)
    {
      IkrarPledgeSheet *sheet = g_ptr_array_index (parts->sheets, i);

      if (page >= sheet->first_page && page < sheet->first_page + sheet->base.n_pages)
        ikrar_document_draw_page (&sheet->base, page - sheet->first_page, cr);
    }
}

static const IkrarDocumentClass parts_class = {
  .size = sizeof (Parts),
  .draw = parts_draw,
  .clear = parts_clear,
};

/* Who is bound to a text, and who is to none if it takes the @rest. */
static GPtrArray *
choose_lines (const Parts *parts, GHashTable *bindings, IkrarId wording, gboolean rest)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < parts->lines->len; i++)
    {
      IkrarParticipantLine *line = g_ptr_array_index (parts->lines, i);
      const gint64 *bound = g_hash_table_lookup (bindings, &line->id);

      if (bound != NULL ? *bound == wording : rest)
        g_ptr_array_add (chosen, line);
    }
  return chosen;
}

/* Texts to which none of the people on the sheet is bound go. */
static void
drop_unused (const Parts *parts, GHashTable *bindings, GPtrArray *wordings)
{
  for (guint i = wordings->len; i > 0; i--)
    {
      const IkrarPledgeWording *wording = g_ptr_array_index (wordings, i - 1);
      g_autoptr (GPtrArray) bound = choose_lines (parts, bindings, wording->id, FALSE);

      if (bound->len == 0)
        g_ptr_array_remove_index (wordings, i - 1);
    }
}

/* The texts to print: without any pledge the one that would be read now. */
static GPtrArray *
list_wordings (const Parts *parts, IkrarStore *store, GHashTable *bindings, GError **error)
{
  IkrarId event = parts->occasion->event->id;
  g_autoptr (GPtrArray) wordings = ikrar_pledge_wording_list (store, event, error);
  IkrarPledgeWording *present;

  if (wordings == NULL)
    return NULL;
  drop_unused (parts, bindings, wordings);
  if (wordings->len > 0)
    return g_steal_pointer (&wordings);
  present = ikrar_pledge_wording_get (store, event, error);
  if (present == NULL)
    return NULL;
  g_ptr_array_add (wordings, present);
  return g_steal_pointer (&wordings);
}

/* Takes the wording and the lines over. */
static gboolean
add_sheet (Parts *parts,
           IkrarStore *store,
           IkrarPledgeWording *wording,
           GPtrArray *lines,
           const IkrarPledgeSheetOptions *options,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  IkrarPledgeRecord record = {
    .occasion = parts->occasion, .wording = wording, .lines = lines, .signatures = parts->signatures
  };

  record.act = ikrar_pledge_act_get (store, parts->occasion->event->id, wording->id, &failure);
  if (failure == NULL)
    {
      g_ptr_array_add (parts->sheets, ikrar_pledge_sheet_new_from_record (&record, options));
      return TRUE;
    }
  ikrar_pledge_record_clear (&record);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Who has not pledged stands on the last sheet. */
static gboolean
add_sheets (Parts *parts, IkrarStore *store, const IkrarPledgeSheetOptions *options, GError **error)
{
  g_autoptr (GHashTable) bindings =
      ikrar_pledge_bindings (store, parts->occasion->event->id, error);
  g_autoptr (GPtrArray) wordings =
      bindings != NULL ? list_wordings (parts, store, bindings, error) : NULL;

  while (wordings != NULL && wordings->len > 0)
    {
      IkrarPledgeWording *wording = g_ptr_array_steal_index (wordings, 0);
      GPtrArray *lines = choose_lines (parts, bindings, wording->id, wordings->len == 0);

      if (!add_sheet (parts, store, wording, lines, options, error))
        return FALSE;
    }
  return wordings != NULL;
}

static void
count_pages (Parts *parts)
{
  for (guint i = 0; i < parts->sheets->len; i++)
    {
      IkrarPledgeSheet *sheet = g_ptr_array_index (parts->sheets, i);

      sheet->first_page = parts->base.n_pages;
      parts->base.n_pages += sheet->base.n_pages;
    }
  for (guint i = 0; i < parts->sheets->len; i++)
    ((IkrarPledgeSheet *) g_ptr_array_index (parts->sheets, i))->n_all_pages = parts->base.n_pages;
}

static gboolean
load_people (Parts *parts,
             IkrarStore *store,
             const IkrarPledgeSheetOptions *options,
             const IkrarProgress *progress,
             GError **error)
{
  IkrarId event = parts->occasion->event->id;

  parts->table = ikrar_participant_table_load (store, event, options->unit, FALSE, options->order,
                                               progress, error);
  if (parts->table == NULL)
    return FALSE;
  parts->lines = ikrar_participant_lines (parts->table);
  if (options->plain || options->public_version)
    return TRUE;
  parts->signatures = ikrar_pledge_signatures (store, event, error);
  return parts->signatures != NULL;
}

/* Takes the occasion over. */
static Parts *
parts_new (IkrarOccasion *occasion, const IkrarPledgeSheetOptions *options)
{
  IkrarPaper paper = ikrar_occasion_choose_paper (occasion, options->paper);
  IkrarDocument *document = ikrar_document_new (&parts_class, ikrar_paper_get_width (paper),
                                                ikrar_paper_get_height (paper));
  Parts *parts = (Parts *) document;

  parts->occasion = occasion;
  parts->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_document_unref);
  document->title = g_strdup_printf ("Naskah ikrar %s", occasion->event->title);
  document->author = g_strdup (ikrar_occasion_get_agency (occasion));
  return parts;
}

IkrarDocument *
ikrar_pledge_sheet_new (IkrarStore *store,
                        IkrarId event,
                        const IkrarPledgeSheetOptions *options,
                        const IkrarProgress *progress,
                        GError **error)
{
  static const IkrarPledgeSheetOptions usual = { 0 };
  IkrarOccasion *occasion;
  Parts *parts;

  g_return_val_if_fail (store != NULL, NULL);

  if (options == NULL)
    options = &usual;
  occasion = ikrar_occasion_load (store, event, error);
  if (occasion == NULL)
    return NULL;
  parts = parts_new (occasion, options);
  if (!load_people (parts, store, options, progress, error) ||
      !add_sheets (parts, store, options, error))
    {
      ikrar_document_unref (&parts->base);
      return NULL;
    }
  count_pages (parts);
  return &parts->base;
}
