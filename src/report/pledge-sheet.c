/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/pledge-sheet-private.h"

#include "core/person-name.h"

/* Millimetres, of letterhead, annex and footer. */
#define MARGIN_LEFT 20
#define MARGIN_RIGHT 15

void
ikrar_pledge_record_clear (IkrarPledgeRecord *record)
{
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  g_clear_pointer (&record->wording, ikrar_pledge_wording_free);
  g_clear_pointer (&record->act, ikrar_pledge_act_free);
}

static void
sheet_clear (IkrarDocument *document)
{
  IkrarPledgeSheet *sheet = (IkrarPledgeSheet *) document;

  ikrar_pledge_text_free (sheet->text);
  ikrar_signature_block_clear (&sheet->reader);
  g_array_unref (sheet->witnesses);
  g_ptr_array_unref (sheet->people);
  g_array_unref (sheet->rows);
  ikrar_footer_band_free (sheet->band);
  ikrar_pledge_record_clear (&sheet->record);
}

static void
sheet_draw (IkrarDocument *document, guint page, cairo_t *cr)
{
  IkrarPledgeSheet *sheet = (IkrarPledgeSheet *) document;

  if (page < sheet->n_text_pages)
    ikrar_pledge_sheet_run_text (sheet, cr, page);
  else
    ikrar_pledge_sheet_draw_annex (sheet, cr, page - sheet->n_text_pages);
  ikrar_footer_band_draw (sheet->band, document->type, cr, sheet->left, sheet->right,
                          document->height, sheet->first_page + page, sheet->n_all_pages);
}

static const IkrarDocumentClass sheet_class = {
  .size = sizeof (IkrarPledgeSheet),
  .draw = sheet_draw,
  .clear = sheet_clear,
};

/* A name as it is written, in the capitals of a signature block. */
static char *
make_block_name (const char *name)
{
  g_autoptr (IkrarPersonName) parts = ikrar_person_name_parse (name);

  return ikrar_signature_block_make_name (parts->prefix, parts->name, parts->suffix);
}

static const IkrarEventRole *
find_role (const IkrarOccasion *occasion, IkrarRoleKind kind, const char *name)
{
  for (guint i = 0; i < occasion->roles->len; i++)
    {
      const IkrarEventRole *role = g_ptr_array_index (occasion->roles, i);

      if (role->kind == kind && (name == NULL || strcmp (role->name, name) == 0 ||
                                 strcmp (role->represented_by, name) == 0))
        return role;
    }
  return NULL;
}

/* Rank and number are those of the office-holder, not of who came instead, and not for a notice
 * board. */
static void
add_particulars (IkrarSignatureBlock *block,
                 const IkrarPledgeSheet *sheet,
                 const IkrarEventRole *role,
                 const char *name)
{
  if (sheet->options.public_version || role == NULL || strcmp (role->name, name) != 0)
    return;
  block->rank = ikrar_signature_block_make_rank ((guint8) role->grade);
  block->number = ikrar_occasion_make_number_line (sheet->record.occasion, role->number);
}

static void
fill_from_role (IkrarSignatureBlock *block,
                const IkrarPledgeSheet *sheet,
                const IkrarEventRole *role,
                char **post)
{
  gboolean stood_in = *role->represented_by != '\0';
  const char *name = stood_in ? role->represented_by : role->name;
  g_autofree char *held = ikrar_acting_join (role->acting, role->position);
  g_autofree char *own =
      g_strdup (*role->represented_position != '\0' ? role->represented_position : held);

  block->name = make_block_name (name);
  *post = g_strconcat (stood_in ? own : held, *role->institution != '\0' ? " " : "",
                       role->institution, NULL);
  add_particulars (block, sheet, role, name);
}

static void
set_reader (IkrarPledgeSheet *sheet)
{
  const IkrarOccasion *occasion = sheet->record.occasion;
  const IkrarPledgeAct *act = sheet->record.act;
  gboolean acted = act != NULL && *act->reader != '\0';
  const IkrarEventRole *role =
      find_role (occasion, IKRAR_ROLE_PLEDGE_READER, acted ? act->reader : NULL);

  sheet->reader.opening = ikrar_occasion_make_place_date (occasion);
  sheet->reader.capacity = g_strdup ("Pembaca ikrar,");
  if (acted)
    {
      sheet->reader.name = make_block_name (act->reader);
      sheet->reader.office = g_strdup (act->reader_position);
      add_particulars (&sheet->reader, sheet, role, act->reader);
    }
  else if (role != NULL)
    fill_from_role (&sheet->reader, sheet, role, &sheet->reader.office);
}

/* Takes @post over, which may be empty: then the number stands alone, without a comma. */
static void
add_witness (IkrarPledgeSheet *sheet, IkrarSignatureBlock *block, char *post)
{
  guint number = sheet->witnesses->len + 1;

  if (*post != '\0')
    block->office = g_strdup_printf ("%u.\u00a0%s", number, post);
  else
    block->capacity = g_strdup_printf ("%u.", number);
  g_array_append_val (sheet->witnesses, *block);
  g_free (post);
}

static void
set_witnesses_of_act (IkrarPledgeSheet *sheet)
{
  const IkrarOccasion *occasion = sheet->record.occasion;

  for (guint i = 0; i < sheet->record.act->witnesses->len; i++)
    {
      const IkrarWitness *witness = g_ptr_array_index (sheet->record.act->witnesses, i);
      IkrarSignatureBlock block = { .name = make_block_name (witness->name) };

      add_particulars (&block, sheet, find_role (occasion, IKRAR_ROLE_WITNESS, witness->name),
                       witness->name);
      add_witness (sheet, &block,
                   g_strconcat (witness->position, *witness->institution != '\0' ? " " : "",
                                witness->institution, NULL));
    }
}

static void
set_witnesses (IkrarPledgeSheet *sheet)
{
  const IkrarOccasion *occasion = sheet->record.occasion;

  sheet->witnesses = g_array_new (FALSE, TRUE, sizeof (IkrarSignatureBlock));
  g_array_set_clear_func (sheet->witnesses, (GDestroyNotify) ikrar_signature_block_clear);
  if (sheet->record.act != NULL && sheet->record.act->witnesses->len > 0)
    {
      set_witnesses_of_act (sheet);
      return;
    }
  for (guint i = 0; i < occasion->roles->len; i++)
    {
      const IkrarEventRole *role = g_ptr_array_index (occasion->roles, i);
      IkrarSignatureBlock block = { 0 };
      char *post;

      if (role->kind != IKRAR_ROLE_WITNESS)
        continue;
      fill_from_role (&block, sheet, role, &post);
      add_witness (sheet, &block, post);
    }
}

static IkrarFooterBand *
make_band (IkrarPledgeSheet *sheet)
{
  const IkrarEvent *event = sheet->record.occasion->event;
  const IkrarPledgeAct *act = sheet->record.act;
  IkrarTime at = act != NULL ? act->at : event->start_at;
  g_autofree char *date = ikrar_time_format_date (at, event->zone);
  g_autofree char *clock = ikrar_time_format_clock (at, event->zone);
  g_autofree char *when = act != NULL ? g_strdup_printf ("dibacakan %s pukul %s %s", date, clock,
                                                         ikrar_zone_word (event->zone))
                                      : g_steal_pointer (&date);
  g_autofree char *title = g_strdup_printf ("Naskah ikrar%s · teks versi %d · %s",
                                            sheet->options.public_version ? " (versi publik)" : "",
                                            sheet->record.wording->version, when);

  return ikrar_footer_band_new (title, &sheet->record.wording->digest);
}

IkrarPledgeSheet *
ikrar_pledge_sheet_new_from_record (IkrarPledgeRecord *record,
                                    const IkrarPledgeSheetOptions *options)
{
  IkrarPaper paper = ikrar_occasion_choose_paper (record->occasion, options->paper);
  IkrarDocument *document = ikrar_document_new (&sheet_class, ikrar_paper_get_width (paper),
                                                ikrar_paper_get_height (paper));
  IkrarPledgeSheet *sheet = (IkrarPledgeSheet *) document;

  sheet->record = *record;
  sheet->options = *options;
  sheet->left = IKRAR_MM (MARGIN_LEFT);
  sheet->right = document->width - IKRAR_MM (MARGIN_RIGHT);
  sheet->text = ikrar_pledge_text_parse (record->wording->body);
  sheet->band = make_band (sheet);
  set_reader (sheet);
  set_witnesses (sheet);
  sheet->n_text_pages = ikrar_pledge_sheet_run_text (sheet, NULL, 0);
  ikrar_pledge_sheet_make_annex (sheet);
  document->n_pages = sheet->n_text_pages + sheet->rows->len;
  sheet->n_all_pages = document->n_pages;
  return sheet;
}
