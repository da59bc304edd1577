/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/number-adder.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/person-number.h"

#include "ui/common/language.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/roster/ask-dialog.h"

#define ADDING "ikrar-number-adder"

/* Whom a number is added to. */
typedef struct
{
  IkrarContext *context;
  IkrarId person;
  IkrarNumber number;
} Adding;

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->context);
  g_free (adding);
}

static gpointer
add (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Adding *adding = input;
  IkrarId entry = ikrar_person_number_add (store, adding->person, adding->number.digits,
                                           adding->number.kind, error);

  return entry != 0 ? g_memdup2 (&entry, sizeof entry) : NULL;
}

static void
on_added (gpointer owner, gpointer output, const GError *error)
{
  g_autofree IkrarId *entry = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Number Could Not Be Added"), error);
  else
    ikrar_notice_undo (owner, _ ("Earlier number added"), *entry);
}

static void
refuse (GtkWidget *widget, const IkrarNumber *number)
{
  g_autofree char *reason = ikrar_reason_text (number->reasons[0], ikrar_language_get (), "");
  g_autoptr (GError) error =
      g_error_new (IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID, "%s",
                   *reason != '\0' ? reason : _ ("This is no number of a person."));

  ikrar_notice_error (widget, _ ("The Number Could Not Be Added"), error);
}

static void
on_answered (GtkWidget *widget, const char *text, const char *unused, gpointer user_data)
{
  Adding *adding = g_object_steal_data (G_OBJECT (widget), ADDING);
  const IkrarWork work = {
    .func = add,
    .input = adding,
    .free_input = (GDestroyNotify) adding_free,
    .free_output = g_free,
    .done = on_added,
  };

  ikrar_number_parse (text, IKRAR_CELL_TEXT, 0, &adding->number);
  if (adding->number.severity != IKRAR_SEVERITY_ERROR && *adding->number.digits != '\0')
    {
      ikrar_work_start (adding->context, widget, NULL, &work);
      return;
    }
  refuse (widget, &adding->number);
  adding_free (adding);
}

void
ikrar_number_adder_ask (GtkWidget *widget, IkrarContext *context, IkrarId person)
{
  Adding *adding = g_new0 (Adding, 1);
  const IkrarAskQuestion question = {
    .heading = _ ("Add an Earlier Number"),
    .body = _ ("A search and an imported roster find the person by it from now on."),
    .verb = _ ("_Add"),
    .first = _ ("NIP, NI PPPK or NIK of Before"),
  };

  adding->context = g_object_ref (context);
  adding->person = person;
  /* With the widget until there is an answer: there may be none. */
  g_object_set_data_full (G_OBJECT (widget), ADDING, adding, (GDestroyNotify) adding_free);
  ikrar_ask_dialog_present (widget, &question, on_answered, NULL);
}
