/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/clock-row.h"

#include <glib/gi18n-lib.h>

#include "core/clock.h"
#include "core/text.h"

struct _IkrarClockRow
{
  IkrarEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarClockRow, ikrar_clock_row, IKRAR_TYPE_ENTRY_ROW)

/* Writes a time that was typed the way papers print it, or says how to type it. */
static void
ikrar_clock_row_left (IkrarEntryRow *row)
{
  IkrarClockRow *self = IKRAR_CLOCK_ROW (row);
  int hour, minute;

  if (ikrar_clock_row_get (self, &hour, &minute))
    ikrar_clock_row_set (self, hour, minute);
  else if (!ikrar_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self))))
    ikrar_entry_row_refuse (row, _ ("Write the time like 08.30"));
}

static void
ikrar_clock_row_class_init (IkrarClockRowClass *klass)
{
  IKRAR_ENTRY_ROW_CLASS (klass)->left = ikrar_clock_row_left;
}

static void
ikrar_clock_row_init (IkrarClockRow *self)
{
}

gboolean
ikrar_clock_row_get (IkrarClockRow *self, int *hour, int *minute)
{
  g_return_val_if_fail (IKRAR_IS_CLOCK_ROW (self), FALSE);

  return ikrar_clock_parse (gtk_editable_get_text (GTK_EDITABLE (self)), hour, minute);
}

void
ikrar_clock_row_set (IkrarClockRow *self, int hour, int minute)
{
  g_autofree char *text = hour >= 0 ? ikrar_clock_format (hour, minute) : NULL;

  g_return_if_fail (IKRAR_IS_CLOCK_ROW (self));

  ikrar_entry_row_set_text (IKRAR_ENTRY_ROW (self), text);
}
