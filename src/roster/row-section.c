/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"
#include "roster/row-private.h"

/* A table with so many columns has more in a person's row than a number and a name. */
#define WIDE_COLUMNS 3

/* What stands before the name of a unit in a row of its own. */
static const char *const labels[] = {
  "unit kerja",
  "opd",
  "skpd",
  "perangkat daerah",
  "satuan kerja",
  "satker",
  "instansi",
  "unit organisasi",
  "nama opd",
  "nama skpd",
  "nama unit kerja",
  "nama unit",
  "unit",
};

/* Parts of a unit, folded: where one stands in a section below a whole one, both make its name. */
static const char *const part_words[] = {
  "bidang", "seksi",  "sub bagian", "subbagian", "sub bidang",      "subbidang",      "subbag",
  "subbid", "bagian", "upt",        "uptd",      "sub koordinator", "subkoordinator", "tim kerja",
};

/* Steps over "I.", "A.", "1)" and the like. */
static const char *
skip_enumerator (const char *text)
{
  gsize size = strspn (text, "IVXLC");

  if (size == 0)
    size = strspn (text, "0123456789");
  if (size == 0)
    size = g_ascii_isalpha (*text) ? 1 : 0;
  if (size == 0 || (text[size] != '.' && text[size] != ')'))
    return text;
  text += size + 1;
  return text + strspn (text, " .");
}

/* What follows a label and its colon; NULL if there is no label. Where the colon or all that
 * follows it stands in the next cells, the text ends there. */
static const char *
skip_label (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gsize size = strlen (labels[i]);

      if (g_ascii_strncasecmp (text, labels[i], size) != 0)
        continue;
      size += strspn (text + size, " ");
      if (text[size] == ':' || text[size] == '\0')
        return text + size;
    }
  return NULL;
}

/* The name of a unit without "(25 orang)" at its end. */
static char *
strip_count (const char *name)
{
  const char *open = strrchr (name, '(');
  gsize size = strlen (name);

  if (open != NULL && g_ascii_isdigit (open[1]) && name[size - 1] == ')')
    size = (gsize) (open - name);
  while (size > 0 && strchr (" :,", name[size - 1]) != NULL)
    size--;
  return g_strndup (name, size);
}

/* The unit that a cell and those behind it name by a label: "Unit Kerja : Dinas X", in one cell or
 * in up to three. NULL if there is none. */
static char *
read_label (const IkrarSheetRow *source, guint index)
{
  g_autofree char *clean = ikrar_text_clean (source->cells[index].text);
  const char *rest = skip_label (skip_enumerator (clean));
  gboolean has_colon = rest != NULL && *rest == ':';

  if (rest == NULL)
    return NULL;
  rest += strspn (rest, ": ");
  if (*rest != '\0')
    return strip_count (rest);
  while (++index < source->n_cells)
    {
      g_autofree char *next = ikrar_text_clean (source->cells[index].text);

      has_colon |= *next == ':';
      rest = next + strspn (next, ": ");
      if (*rest != '\0')
        return has_colon ? strip_count (rest) : NULL;
    }
  return NULL;
}

static gboolean
is_enumerator (const IkrarSheetCell *cell)
{
  g_autofree char *dotted = NULL;

  if (cell == NULL || cell->type != IKRAR_VALUE_TEXT || g_ascii_isdigit (*cell->text))
    return FALSE;
  dotted = g_strconcat (cell->text, ".", NULL);
  return *skip_enumerator (cell->text) == '\0' || *skip_enumerator (dotted) == '\0';
}

static gboolean
is_count (const char *text)
{
  text += strspn (text, "0123456789");
  return *text == '\0' || g_ascii_strcasecmp (text, " orang") == 0;
}

/* The cell that may name a section: the only one, or the only one but for "II." before it. A number
 * before it, or a count behind it, is one more where rows of people have more. */
static const IkrarSheetCell *
section_cell (const IkrarJudge *judge, const IkrarSheetRow *source)
{
  const IkrarRowCells *cells = &judge->cells;
  const IkrarSheetCell *name = cells->by_field[IKRAR_ROSTER_FIELD_NAME];
  const IkrarSheetCell *last = &source->cells[source->n_cells - 1];

  if (cells->n_used == 1)
    return cells->first_text;
  if (cells->n_used != 2)
    return NULL;
  if (is_enumerator (cells->first))
    return name;
  if (judge->header->columns->len <= WIDE_COLUMNS)
    return NULL;
  if (cells->first == cells->first_text && is_count (last->text) &&
      _ikrar_unit_word_begins (skip_enumerator (cells->first->text)))
    return cells->first;
  return name != NULL && cells->first == cells->by_field[IKRAR_ROSTER_FIELD_LIST_NUMBER] &&
                 _ikrar_unit_word_begins (name->text)
             ? name
             : NULL;
}

static gboolean
is_part (const char *name)
{
  g_autofree char *folded = ikrar_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (part_words); i++)
    {
      gsize size = strlen (part_words[i]);

      if (strncmp (folded, part_words[i], size) == 0 && folded[size] == ' ')
        return TRUE;
    }
  return FALSE;
}

/* A part of a unit keeps the name of the whole behind its own, as personnel systems write it. */
static void
enter_section (IkrarJudge *judge, const char *name)
{
  _ikrar_judge_forget_carried (judge);
  g_free (judge->section);
  if (judge->around != NULL && is_part (name))
    {
      judge->section = g_strconcat (name, " - ", judge->around, NULL);
      return;
    }
  judge->section = g_strdup (name);
  if (!is_part (name))
    ikrar_text_replace (&judge->around, name);
}

/* A lone text is a section if it is called like a unit, stands left of the names, or is shown
 * across several columns. A lone name is a person. */
gboolean
_ikrar_row_find_section (IkrarJudge *judge,
                         const IkrarSheetRow *source,
                         gboolean *is_section,
                         GError **error)
{
  const IkrarSheetCell *cell = section_cell (judge, source);
  const IkrarMerge *merge = NULL;
  g_autofree char *labelled = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *name = NULL;

  labelled = read_label (source, 0);
  if (labelled == NULL && (cell == NULL || cell->type != IKRAR_VALUE_TEXT))
    return TRUE;
  clean = labelled == NULL ? ikrar_text_clean (cell->text) : NULL;
  name = labelled != NULL ? g_steal_pointer (&labelled) : strip_count (skip_enumerator (clean));
  *is_section = clean == NULL || _ikrar_unit_word_begins (name);
  if (!*is_section && judge->in_tail)
    return TRUE;
  if (!*is_section && judge->cells.n_used == 1)
    {
      if (!_ikrar_judge_find_merge (judge, source->number, cell->column, &merge, error))
        return FALSE;
      *is_section = cell->column < judge->name_column ||
                    (merge != NULL && merge->last_column > merge->first_column);
    }
  if (*is_section)
    enter_section (judge, name);
  return TRUE;
}

void
_ikrar_row_read_above (IkrarJudge *judge, const IkrarSheetRow *source)
{
  for (guint i = 0; i < source->n_cells; i++)
    {
      g_autofree char *name = read_label (source, i);

      if (name != NULL && *name != '\0')
        enter_section (judge, name);
    }
}
