/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/exchange.h"

#include <glib/gi18n-lib.h>

#include "store/exchange.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/events/exchange-dialog.h"

#define SUFFIX "ikrar-event"

/* Which event, through which file, and the key that somebody accepted. */
typedef struct
{
  IkrarId event;
  GFile *file;
  char *trusted;
} Parcel;

/* A file that was looked into. */
typedef struct
{
  GFile *file;
  char *key; /* NULL if it is known */
} Sender;

static Parcel *
parcel_new (IkrarId event, GFile *file, const char *trusted)
{
  Parcel *parcel = g_new0 (Parcel, 1);

  parcel->event = event;
  parcel->file = g_object_ref (file);
  parcel->trusted = g_strdup (trusted);
  return parcel;
}

static void
parcel_free (Parcel *parcel)
{
  g_object_unref (parcel->file);
  g_free (parcel->trusted);
  g_free (parcel);
}

static void
sender_free (Sender *sender)
{
  g_object_unref (sender->file);
  g_free (sender->key);
  g_free (sender);
}

static void
run (IkrarPage *page,
     Parcel *parcel,
     IkrarWorkFunc func,
     IkrarWorkDone done,
     GDestroyNotify free_output)
{
  const IkrarWork work = {
    .func = func,
    .input = parcel,
    .free_input = (GDestroyNotify) parcel_free,
    .free_output = free_output,
    .done = done,
  };

  ikrar_page_run (page, &work);
}

static gpointer
hand_on (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Parcel *parcel = input;

  ikrar_exchange_export (store, parcel->event, parcel->file, progress, error);
  return g_object_ref (parcel->file);
}

static void
on_handed_on (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (GFile) file = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Event Could Not Be Handed On"), error);
  else
    ikrar_notice (owner, _ ("Event saved for another database. It holds personal data."));
}

/* The page may show another event by then: which one it was is given along. */
static void
on_target_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  g_autofree IkrarId *event = user_data;

  run (IKRAR_PAGE (widget), parcel_new (*event, file, NULL), hand_on, on_handed_on, g_object_unref);
}

void
ikrar_exchange_hand_on (IkrarPage *page, IkrarId event)
{
  ikrar_file_chooser_save (GTK_WIDGET (page), _ ("Save for Another Database"), "kegiatan." SUFFIX,
                           on_target_chosen, g_memdup2 (&event, sizeof event));
}

static gpointer
take_in (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Parcel *parcel = input;

  return ikrar_exchange_import (
      store, parcel->file,
      &(IkrarExchangeImport){ .trusted = parcel->trusted, .progress = progress }, error);
}

static void
tell (GtkWidget *widget, const IkrarExchangeReport *report)
{
  g_autofree char *message = NULL;

  if (!report->written)
    {
      ikrar_notice (widget, _ ("Everything in the file was here already"));
      return;
    }
  /* Translators: %1$s is the title of an event, the numbers count what is new of it. */
  message = g_strdup_printf (_ ("%1$s: %2$u participants, %3$u check-ins, %4$u pledges are new"),
                             report->title, report->participants, report->marks, report->pledges);
  ikrar_notice (widget, message);
}

static void
on_taken_in (gpointer owner, gpointer output, const GError *error)
{
  IkrarExchangeReport *report = output;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Event Could Not Be Taken In"), error);
      return;
    }
  tell (owner, report);
  if (report->conflicts->len > 0)
    ikrar_exchange_dialog_present (owner, _ ("Taken In, With Differences"), report);
  else
    ikrar_exchange_report_free (report);
}

static void
start (IkrarPage *page, const Sender *sender)
{
  run (page, parcel_new (0, sender->file, sender->key), take_in, on_taken_in,
       (GDestroyNotify) ikrar_exchange_report_free);
}

static void
on_sender_judged (AdwMessageDialog *dialog, const char *response, IkrarPage *page)
{
  if (g_str_equal (response, "accept"))
    start (page, g_object_get_data (G_OBJECT (dialog), "sender"));
}

/* Whoever brought the file may have made it: the key has to come from the office itself. */
static void
ask_for_trust (IkrarPage *page, Sender *sender)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                              _ ("Accept This Office?"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("The file is signed with a key that is not known here. Compare it with what the office "
         "itself says, not with what came with the file:\n\n%s"),
      sender->key);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept",
                                    _ ("_Accept and Take In"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "sender", sender, (GDestroyNotify) sender_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_sender_judged), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
look (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Parcel *parcel = input;
  Sender *sender = g_new0 (Sender, 1);

  sender->file = g_object_ref (parcel->file);
  ikrar_exchange_file_check (store, parcel->file, &sender->key, progress, error);
  return sender;
}

static void
on_looked (gpointer owner, gpointer output, const GError *error)
{
  Sender *sender = output;

  if (error == NULL && sender->key != NULL)
    {
      ask_for_trust (owner, sender);
      return;
    }
  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Event Could Not Be Taken In"), error);
  else
    start (owner, sender);
  if (sender != NULL)
    sender_free (sender);
}

static void
on_source_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  run (IKRAR_PAGE (widget), parcel_new (0, file, NULL), look, on_looked,
       (GDestroyNotify) sender_free);
}

void
ikrar_exchange_take_in (IkrarPage *page)
{
  static const char *const suffixes[] = { SUFFIX, NULL };

  ikrar_file_chooser_open (GTK_WIDGET (page), _ ("Take In an Event"), _ ("Events of Ikrar"),
                           suffixes, on_source_chosen, NULL);
}

static gpointer
load_differences (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  IkrarExchangeReport *report = g_new0 (IkrarExchangeReport, 1);

  report->event = *(const IkrarId *) input;
  report->conflicts = ikrar_exchange_conflicts (store, report->event, error);
  return report;
}

static void
on_differences_loaded (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (IkrarExchangeReport) report = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Differences Cannot Be Read"), error);
  else if (report->conflicts->len == 0)
    ikrar_notice (owner, _ ("Nothing was said differently of this event"));
  else
    ikrar_exchange_dialog_present (owner, _ ("Said Differently"), g_steal_pointer (&report));
}

void
ikrar_exchange_show_differences (IkrarPage *page, IkrarId event)
{
  const IkrarWork work = {
    .func = load_differences,
    .input = g_memdup2 (&event, sizeof event),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_exchange_report_free,
    .done = on_differences_loaded,
  };

  ikrar_page_run (page, &work);
}
