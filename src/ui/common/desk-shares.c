/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/desk-shares.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "store/attendance.h"

void
ikrar_desk_shares_show (GtkLabel *label, GPtrArray *desks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < desks->len; i++)
    {
      const IkrarDeskCount *count = g_ptr_array_index (desks, i);
      g_autofree char *people = ikrar_number_thousands (count->people);

      /* Translators: %1$s is the name of a check-in desk, %2$s how many people it let in. */
      g_string_append_printf (text, _ ("%1$s: %2$s"), count->desk, people);
      g_string_append (text, i + 1 < desks->len ? " · " : "");
    }
  gtk_label_set_text (label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (label), desks->len > 1);
}
