/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-repair.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/grade.h"
#include "core/number-word.h"
#include "core/text.h"
#include "core/vocabulary.h"
#include "store/candidate.h"
#include "store/unit.h"

#include "ui/common/unit-popover.h"
#include "ui/common/wrap-layout.h"
#include "ui/roster/import-choices.h"

/* Grades are numbers below this one. */
#define GRADES_END IKRAR_GRADE_PPPK (18)

struct _IkrarImportRepair
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *cell_label;
  GtkEntry *entry;
  GtkMenuButton *choose_button;
  GtkMenuButton *unit_button;
  GtkWidget *new_button;
  GtkWidget *apply_button;
  GtkButton *skip_button;
  GtkCheckButton *all_check;
  IkrarImportChoices *choices;
  IkrarUnitPopover *units_popover;

  /* Owned */
  char *written;         /* what the cell says */
  GPtrArray *units;      /* IkrarUnit */
  GPtrArray *candidates; /* IkrarCandidate, NULL before they were looked for */

  IkrarImportPlace place;
  guint index;
  IkrarRosterField field;
  gboolean has_line;
  gboolean is_carried; /* a unit that stands elsewhere than in the row */
};

enum
{
  SIGNAL_APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportRepair, ikrar_import_repair, GTK_TYPE_BOX)

/* What these say is said in the same words in many rows. */
static gboolean
has_meaning (IkrarRosterField field)
{
  return field == IKRAR_ROSTER_FIELD_UNIT || field == IKRAR_ROSTER_FIELD_GRADE ||
         field == IKRAR_ROSTER_FIELD_RANK || field == IKRAR_ROSTER_FIELD_STATUS ||
         field == IKRAR_ROSTER_FIELD_KIND || field == IKRAR_ROSTER_FIELD_SEX;
}

static gboolean
is_for_all (IkrarImportRepair *self)
{
  return self->is_carried || (gtk_widget_get_visible (GTK_WIDGET (self->all_check)) &&
                              gtk_check_button_get_active (self->all_check));
}

static void
on_text_changed (IkrarImportRepair *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_widget_set_sensitive (self->apply_button,
                            self->written != NULL && !g_str_equal (text, self->written));
}

static void
apply (IkrarImportRepair *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (gtk_widget_is_sensitive (self->apply_button))
    g_signal_emit (self, signals[SIGNAL_APPLIED], 0, text, is_for_all (self));
}

/* A unit that is right as it is written. */
static void
take_as_new (IkrarImportRepair *self)
{
  g_autofree char *text = g_strdup (self->written);

  g_signal_emit (self, signals[SIGNAL_APPLIED], 0, text, TRUE);
}

static void
take_choice (IkrarImportRepair *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (self->apply_button);
}

static void
on_unit_chosen (IkrarImportRepair *self, gint64 unit, const char *name)
{
  take_choice (self, name);
}

static void
ikrar_import_repair_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_REPAIR);
  G_OBJECT_CLASS (ikrar_import_repair_parent_class)->dispose (object);
}

static void
ikrar_import_repair_finalize (GObject *object)
{
  IkrarImportRepair *self = IKRAR_IMPORT_REPAIR (object);

  g_free (self->written);
  g_ptr_array_unref (self->units);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  G_OBJECT_CLASS (ikrar_import_repair_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-repair.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, cell_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, choose_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, choices);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, unit_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, units_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, new_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, apply_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, skip_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportRepair, all_check);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, take_as_new);
  gtk_widget_class_bind_template_callback (widget_class, take_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
}

static void
ikrar_import_repair_class_init (IkrarImportRepairClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_import_repair_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_import_repair_finalize;
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  g_type_ensure (IKRAR_TYPE_IMPORT_CHOICES);
  g_type_ensure (IKRAR_TYPE_UNIT_POPOVER);

  /**
   * IkrarImportRepair::applied:
   * @repair: the repair
   * @text: what the cell should say
   * @all: whether all rows that say the same mean it
   */
  signals[SIGNAL_APPLIED] =
      g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_import_repair_init (IkrarImportRepair *self)
{
  self->units = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_grades (IkrarImportRepair *self)
{
  for (guint i = 1; i < GRADES_END; i++)
    if (*ikrar_grade_text ((IkrarGrade) i) != '\0')
      ikrar_import_choices_add (self->choices, ikrar_grade_text ((IkrarGrade) i),
                                ikrar_grade_text ((IkrarGrade) i),
                                ikrar_grade_rank ((IkrarGrade) i));
}

static void
add_kinds (IkrarImportRepair *self)
{
  for (guint i = 0; i < ikrar_vocabulary_size (IKRAR_VOCABULARY_PARTICIPANT_KIND); i++)
    {
      const char *word = ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND, i);

      ikrar_import_choices_add (self->choices, word,
                                ikrar_vocabulary_label (IKRAR_VOCABULARY_PARTICIPANT_KIND, word),
                                "");
    }
}

/* Words of the law, which are the same in every language. */
static void
add_statuses (IkrarImportRepair *self)
{
  static const char *const words[] = { "PNS", "CPNS", "PPPK", "PPPK Paruh Waktu", "Honorer" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    ikrar_import_choices_add (self->choices, words[i], words[i], "");
}

/* What may have been meant: the person decides, never the program. */
static void
add_proposals (IkrarImportRepair *self, GStrv proposals)
{
  for (guint i = 0; proposals[i] != NULL; i++)
    ikrar_import_choices_add (self->choices, proposals[i], proposals[i], "");
}

/* Who it may be. */
static void
add_candidates (IkrarImportRepair *self)
{
  for (guint i = 0; self->candidates != NULL && i < self->candidates->len; i++)
    {
      const IkrarCandidate *candidate = g_ptr_array_index (self->candidates, i);
      g_autofree char *about = g_strjoin (*candidate->unit != '\0' ? " · " : "", candidate->number,
                                          candidate->unit, NULL);

      ikrar_import_choices_add (self->choices, candidate->number, candidate->name, about);
    }
}

static const IkrarUnit *
find_unit (IkrarImportRepair *self, const char *name)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const IkrarUnit *unit = g_ptr_array_index (self->units, i);

      if (g_str_equal (unit->name, name))
        return unit;
    }
  return NULL;
}

/* All units, those that may have been meant before the others. */
static void
fill_units (IkrarImportRepair *self, GStrv proposals)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; proposals[i] != NULL; i++)
    {
      const IkrarUnit *unit = find_unit (self, proposals[i]);

      if (unit != NULL)
        g_ptr_array_add (units, (gpointer) unit);
    }
  for (guint i = 0; i < self->units->len; i++)
    {
      const IkrarUnit *unit = g_ptr_array_index (self->units, i);

      if (!g_strv_contains ((const char *const *) proposals, unit->name))
        g_ptr_array_add (units, (gpointer) unit);
    }
  ikrar_unit_popover_set_units (self->units_popover, units);
}

static void
fill_choices (IkrarImportRepair *self, const IkrarImportShown *shown, guint line)
{
  g_auto (GStrv) proposals = ikrar_roster_lines_get_proposals (
      ikrar_roster_result_get_lines (shown->result), line, self->field);

  ikrar_import_choices_clear (self->choices);
  if (self->field == IKRAR_ROSTER_FIELD_UNIT)
    fill_units (self, proposals);
  else if (self->field == IKRAR_ROSTER_FIELD_NUMBER && self->candidates != NULL)
    add_candidates (self);
  else
    add_proposals (self, proposals);
  if (self->field == IKRAR_ROSTER_FIELD_GRADE)
    add_grades (self);
  else if (self->field == IKRAR_ROSTER_FIELD_KIND)
    add_kinds (self);
  else if (self->field == IKRAR_ROSTER_FIELD_STATUS)
    add_statuses (self);
}

/* Each popover stays with its button: GTK 4.8 ends with a surface that goes while it is drawn. */
static void
show_choices (IkrarImportRepair *self, const IkrarImportShown *shown, guint line)
{
  gboolean units = self->field == IKRAR_ROSTER_FIELD_UNIT;

  fill_choices (self, shown, line);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_button), units && self->units->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->choose_button),
                          ikrar_import_choices_get_size (self->choices) > 0);
  gtk_menu_button_set_label (self->choose_button, self->field == IKRAR_ROSTER_FIELD_NUMBER
                                                      ? _ ("Who It May Be…")
                                                      : _ ("Choose…"));
}

static guint
count_same (const IkrarImportShown *shown, guint index, const char *written)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (shown->result);
  guint same = 0;

  for (guint i = 0; i < ikrar_roster_lines_get_size (lines); i++)
    same += g_ascii_strcasecmp (ikrar_roster_lines_get_text (lines, i, index), written) == 0;
  return same;
}

static void
show_all_check (IkrarImportRepair *self, const IkrarImportShown *shown)
{
  gboolean offered = has_meaning (self->field) && !ikrar_text_is_blank (self->written);
  guint same = offered ? count_same (shown, self->index, self->written) : 0;
  g_autofree char *number = ikrar_number_thousands (same);
  /* Translators: %s is a number of rows. */
  g_autofree char *label = g_strdup_printf (
      ngettext ("Apply to %s row with this text", "Apply to all %s rows with the same text", same),
      number);

  gtk_check_button_set_label (self->all_check, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_check), same > 1 && !self->is_carried);
}

static void
show_cell (IkrarImportRepair *self, const IkrarImportShown *shown, guint line)
{
  const IkrarRosterColumn *column =
      ikrar_header_get_column (ikrar_roster_result_get_header (shown->result), self->index);
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (shown->result);
  g_autofree char *letters = ikrar_sheet_column_letters (column->column);
  g_autofree char *title = g_strconcat (letters, "  ", column->title, NULL);
  gboolean writable =
      self->is_carried || (column->field != IKRAR_ROSTER_FIELD_PRIVATE &&
                           ikrar_import_columns_get_column (shown->result, line, self->index) >= 0);

  gtk_label_set_label (self->cell_label,
                       self->is_carried ? _ ("Unit, of all rows for which it stands") : title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cell_label), column->title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), writable);
  gtk_widget_set_visible (self->new_button,
                          self->field == IKRAR_ROSTER_FIELD_UNIT && *self->written != '\0' &&
                              ikrar_roster_lines_get_fault (lines, line, self->field) !=
                                  IKRAR_VERDICT_OK);
}

static void
show_skipped (IkrarImportRepair *self, const IkrarImportShown *shown, guint line)
{
  IkrarVerdict verdict =
      ikrar_roster_lines_get_verdict (ikrar_roster_result_get_lines (shown->result), line);

  gtk_button_set_label (self->skip_button,
                        verdict == IKRAR_VERDICT_SKIPPED ? _ ("_Do Not Skip") : _ ("_Skip Row"));
}

/* Where a section or the sheet names a unit that nobody knows, there is no cell to point at. */
static gboolean
is_carried (const IkrarImportShown *shown, guint line, IkrarRosterField field, const char *text)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (shown->result);

  return ikrar_roster_lines_get_fault (lines, line, IKRAR_ROSTER_FIELD_UNIT) != IKRAR_VERDICT_OK &&
         *ikrar_roster_lines_get_argument (lines, line, IKRAR_ROSTER_FIELD_UNIT) != '\0' &&
         (field == IKRAR_ROSTER_FIELD_UNIT
              ? *text == '\0'
              : !ikrar_header_has_field (ikrar_roster_result_get_header (shown->result),
                                         IKRAR_ROSTER_FIELD_UNIT) &&
                    (field == IKRAR_ROSTER_FIELD_NONE ||
                     ikrar_roster_lines_get_fault (lines, line, field) == IKRAR_VERDICT_OK));
}

static gboolean
same_cell (IkrarImportRepair *self, IkrarImportPlace place, guint index, const char *text)
{
  return self->has_line && memcmp (&self->place, &place, sizeof place) == 0 &&
         self->index == index && g_strcmp0 (self->written, text) == 0;
}

static void
set_text (IkrarImportRepair *self, const char *text)
{
  g_free (self->written);
  self->written = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_check_button_set_active (self->all_check, TRUE);
  on_text_changed (self);
}

static void
set_place (IkrarImportRepair *self, IkrarImportPlace place, guint index)
{
  if (!self->has_line || memcmp (&self->place, &place, sizeof place) != 0)
    g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->has_line = TRUE;
  self->place = place;
  self->index = index;
}

void
ikrar_import_repair_show (IkrarImportRepair *self,
                          const IkrarImportShown *shown,
                          guint line,
                          guint index)
{
  const char *text = ikrar_import_columns_get_text (shown, line, index, NULL);
  IkrarImportPlace place = ikrar_import_columns_get_place (shown->result, line);
  gboolean same;

  g_return_if_fail (IKRAR_IS_IMPORT_REPAIR (self));

  self->field =
      ikrar_header_get_column (ikrar_roster_result_get_header (shown->result), index)->field;
  self->is_carried = is_carried (shown, line, self->field, text);
  if (self->is_carried)
    {
      self->field = IKRAR_ROSTER_FIELD_UNIT;
      text = ikrar_roster_lines_get_argument (ikrar_roster_result_get_lines (shown->result), line,
                                              self->field);
    }
  same = same_cell (self, place, index, text);
  set_place (self, place, index);
  if (!same)
    set_text (self, text);
  show_cell (self, shown, line);
  show_all_check (self, shown);
  show_skipped (self, shown, line);
  if (!same)
    show_choices (self, shown, line);
}

void
ikrar_import_repair_set_candidates (IkrarImportRepair *self, GPtrArray *candidates)
{
  g_return_if_fail (IKRAR_IS_IMPORT_REPAIR (self));

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = g_ptr_array_ref (candidates);
  if (self->field != IKRAR_ROSTER_FIELD_NUMBER)
    return;
  ikrar_import_choices_clear (self->choices);
  add_candidates (self);
  gtk_widget_set_visible (GTK_WIDGET (self->choose_button), candidates->len > 0);
}

IkrarRosterField
ikrar_import_repair_get_field (IkrarImportRepair *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_REPAIR (self), IKRAR_ROSTER_FIELD_NONE);

  return self->field;
}

const char *
ikrar_import_repair_get_written (IkrarImportRepair *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_REPAIR (self), NULL);

  return self->written;
}

void
ikrar_import_repair_set_units (IkrarImportRepair *self, GPtrArray *units)
{
  g_return_if_fail (IKRAR_IS_IMPORT_REPAIR (self));

  g_ptr_array_unref (self->units);
  self->units = g_ptr_array_ref (units);
}
