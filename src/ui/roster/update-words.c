/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/update-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/number-word.h"
#include "core/vocabulary.h"

/* Digits at the end of a number that are always shown. */
#define SHOWN_DIGITS 4

char *
ikrar_update_describe_person (const IkrarDifference *item)
{
  g_autofree char *masked = ikrar_number_mask (item->number);
  gboolean both = *masked != '\0' && *item->unit != '\0';

  return g_strconcat (masked, both ? " · " : "", item->unit, NULL);
}

static const char *
get_field_label (IkrarDifferenceField field)
{
  static const IkrarRosterField fields[] = {
    [IKRAR_DIFFERENCE_NAME] = IKRAR_ROSTER_FIELD_NAME,
    [IKRAR_DIFFERENCE_NUMBER] = IKRAR_ROSTER_FIELD_NUMBER,
    [IKRAR_DIFFERENCE_GRADE] = IKRAR_ROSTER_FIELD_GRADE,
    [IKRAR_DIFFERENCE_POSITION] = IKRAR_ROSTER_FIELD_POSITION,
    [IKRAR_DIFFERENCE_UNIT] = IKRAR_ROSTER_FIELD_UNIT,
    [IKRAR_DIFFERENCE_PARTICIPANT_KIND] = IKRAR_ROSTER_FIELD_KIND,
    [IKRAR_DIFFERENCE_SEAT] = IKRAR_ROSTER_FIELD_SEAT,
    [IKRAR_DIFFERENCE_GROUP] = IKRAR_ROSTER_FIELD_GROUP,
    [IKRAR_DIFFERENCE_PHONE] = IKRAR_ROSTER_FIELD_PHONE,
    [IKRAR_DIFFERENCE_EMAIL] = IKRAR_ROSTER_FIELD_EMAIL,
    [IKRAR_DIFFERENCE_NOTE] = IKRAR_ROSTER_FIELD_NOTE,
  };

  return field == IKRAR_DIFFERENCE_INVITATION ? _ ("Invitation")
                                              : ikrar_roster_field_label (fields[field]);
}

/* Masked, but for the last digits and those that the other number has otherwise. */
static char *
mask_beside (const char *number, const char *other)
{
  gsize length = strlen (number);
  GString *text;

  if (length != strlen (other))
    return ikrar_number_mask (number);
  text = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    if (i + SHOWN_DIGITS >= length || number[i] != other[i])
      g_string_append_c (text, number[i]);
    else
      g_string_append (text, "•");
  return g_string_free (text, FALSE);
}

static char *
describe_value (IkrarDifferenceField field, const char *value, const char *other)
{
  if (*value == '\0')
    return g_strdup (_ ("nothing"));
  switch (field)
    {
    case IKRAR_DIFFERENCE_NUMBER:
      return mask_beside (value, other);
    case IKRAR_DIFFERENCE_PARTICIPANT_KIND:
      return g_strdup (ikrar_vocabulary_label (IKRAR_VOCABULARY_PARTICIPANT_KIND, value));
    case IKRAR_DIFFERENCE_INVITATION:
      return g_strdup (strcmp (value, "invited") == 0 ? _ ("invited again") : _ ("withdrawn"));
    default:
      return g_strdup (value);
    }
}

char *
ikrar_update_describe_changes (const IkrarDifference *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->n_changes; i++)
    {
      const IkrarFieldChange *change = &item->changes[i];
      g_autofree char *before = describe_value (change->field, change->before, change->after);
      g_autofree char *after = describe_value (change->field, change->after, change->before);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: %1$s is a field such as Grade, %2$s what stood there before, %3$s what the
       * file says now. */
      g_string_append_printf (text, _ ("%1$s: %2$s → %3$s"), get_field_label (change->field),
                              before, after);
    }
  return g_string_free (text, FALSE);
}

char *
ikrar_update_describe_hold (const IkrarDifference *item)
{
  const char *const happenings[] = { _ ("attended"), _ ("pledged"), _ ("got a certificate") };
  g_autoptr (GString) text = g_string_new (NULL);

  if (item->kind != IKRAR_DIFFERENCE_WITHDRAWN || item->holds == 0)
    return g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (happenings); i++)
    if ((item->holds & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", happenings[i]);
  /* Translators: %s is what somebody did at an event, such as: attended, pledged. */
  return g_strdup_printf (_ ("Not chosen: %s."), text->str);
}

const char *
ikrar_update_group_label (IkrarDifferenceKind kind)
{
  const char *const labels[] = {
    [IKRAR_DIFFERENCE_NEW] = C_ ("difference", "New"),
    [IKRAR_DIFFERENCE_CHANGED] = C_ ("difference", "Changed"),
    [IKRAR_DIFFERENCE_WITHDRAWN] = C_ ("difference", "Withdrawn"),
  };

  return labels[kind];
}

const char *
ikrar_update_group_hint (IkrarDifferenceKind kind)
{
  static const char *const hints[] = {
    [IKRAR_DIFFERENCE_NEW] = N_ ("In the file, not in the event. Who is chosen is added."),
    [IKRAR_DIFFERENCE_CHANGED] = N_ (
        "Otherwise in the file than in the event. Who is chosen is changed; printed passes stay "
        "valid."),
    [IKRAR_DIFFERENCE_WITHDRAWN] =
        N_ ("Not in the file any more. Who is chosen is withdrawn, and can be invited again."),
  };

  return _ (hints[kind]);
}

char *
ikrar_update_describe_group (IkrarDifferenceKind kind, guint total, guint accepted)
{
  g_autofree char *all = ikrar_number_thousands (total);
  g_autofree char *chosen = ikrar_number_thousands (accepted);

  /* Translators: %1$s is New, Changed or Withdrawn, %2$s and %3$s are numbers of people. */
  return g_strdup_printf (_ ("%1$s: %2$s of %3$s chosen"), ikrar_update_group_label (kind), chosen,
                          all);
}

char *
ikrar_update_describe_summary (const IkrarDifferences *differences)
{
  guint unchanged = ikrar_differences_get_unchanged (differences);
  g_autofree char *number = ikrar_number_thousands (unchanged);

  if (ikrar_differences_get_size (differences) == 0)
    return g_strdup (_ ("The event is just as the file says."));
  /* Translators: %s is a number of people. */
  return g_strdup_printf (ngettext ("%s person is just as the file says.",
                                    "%s people are just as the file says.", unchanged),
                          number);
}

char *
ikrar_update_button_label (guint accepted)
{
  g_autofree char *number = ikrar_number_thousands (accepted);

  if (accepted == 0)
    return g_strdup (_ ("_Update"));
  /* Translators: a button; %s is a number of differences. */
  return g_strdup_printf (ngettext ("_Update %s Person", "_Update %s People", accepted), number);
}

char *
ikrar_update_describe_offer (guint present)
{
  g_autofree char *number = ikrar_number_thousands (present);

  /* Translators: %s is a number of people. */
  return g_strdup_printf (ngettext ("%s person of this file takes part already.",
                                    "%s people of this file take part already.", present),
                          number);
}

/* Numbers of a line, apart by commas; those that are zero are left out. */
static void
append_count (GString *text, const char *format, guint count)
{
  g_autofree char *number = ikrar_number_thousands (count);
  g_autoptr (GString) part = g_string_new (format);

  if (count == 0)
    return;
  g_string_replace (part, "%s", number, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part->str);
}

static char *
describe_counts (guint added, guint changed, guint withdrawn, guint refused)
{
  GString *text = g_string_new (NULL);

  append_count (text, ngettext ("%s added", "%s added", added), added);
  append_count (text, ngettext ("%s changed", "%s changed", changed), changed);
  append_count (text, ngettext ("%s withdrawn", "%s withdrawn", withdrawn), withdrawn);
  append_count (text, ngettext ("%s refused", "%s refused", refused), refused);
  if (text->len == 0)
    g_string_append (text, _ ("nothing changed"));
  return g_string_free (text, FALSE);
}

char *
ikrar_update_describe_done (const IkrarRosterSummary *summary)
{
  g_autofree char *counts =
      describe_counts (summary->imported, summary->changed, summary->withdrawn, 0);

  /* Translators: %s is such as: 3 added, 12 changed. */
  return g_strdup_printf (_ ("List updated: %s"), counts);
}

char *
ikrar_update_describe_batch (const IkrarImportBatch *batch)
{
  g_autofree char *counts =
      describe_counts (batch->imported, batch->changed, batch->withdrawn, batch->refused);
  g_autofree char *rows = ikrar_number_thousands (batch->rows);

  /* Translators: %1$s is a number of rows of a file, %2$s such as: 398 added, 14 refused. */
  return g_strdup_printf (ngettext ("%1$s row: %2$s", "%1$s rows: %2$s", batch->rows), rows,
                          counts);
}
