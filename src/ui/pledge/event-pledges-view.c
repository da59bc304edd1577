/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/event-pledges-view.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/notice.h"
#include "ui/common/share-bar.h"
#include "ui/common/wrap-layout.h"
#include "ui/pledge/coverage-list.h"
#include "ui/pledge/pledge-people.h"
#include "ui/pledge/recite-dialog.h"
#include "ui/pledge/revoke-dialog.h"
#include "ui/pledge/signing-queue.h"

struct _IkrarEventPledgesView
{
  IkrarEventView parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkStack *parts;
  GtkLabel *pledged_label;
  GtkLabel *rate_label;
  GtkLabel *detail_label;
  IkrarShareBar *bar;
  IkrarCoverageList *coverage;
  IkrarPledgePeople *people;
  AdwExpanderRow *text_row;
  GtkLabel *body_label;
  GtkLabel *digest_label;

  /* Owned */
  IkrarSigningQueue *data;

  IkrarId revoking; /* whose pledge is asked about */
};

G_DEFINE_FINAL_TYPE (IkrarEventPledgesView, ikrar_event_pledges_view, IKRAR_TYPE_EVENT_VIEW)

/* What is revoked, for the thread that does it. */
typedef struct
{
  IkrarId participant;
  char *reason;
} Revocation;

static void
revocation_free (Revocation *revocation)
{
  g_free (revocation->reason);
  g_free (revocation);
}

static void
show_rate (IkrarEventPledgesView *self, const IkrarPledgeCoverage *sum)
{
  guint pledged = sum->signed_ + sum->recited;
  g_autofree char *number = ikrar_number_thousands (pledged);
  g_autofree char *rate =
      ikrar_number_percent (sum->invited > 0 ? (double) pledged / sum->invited : -1);
  g_autofree char *invited = ikrar_number_thousands (sum->invited);
  /* Translators: %1$s is a percentage, %2$s the number of people it is of. */
  g_autofree char *text = g_strdup_printf (_ ("pledged, %1$s of %2$s invited"), rate, invited);

  gtk_label_set_label (self->pledged_label, number);
  gtk_label_set_label (self->rate_label, text);
}

static void
show_detail (IkrarEventPledgesView *self, const IkrarPledgeCoverage *sum)
{
  g_autofree char *present = ikrar_number_thousands (sum->present);
  g_autofree char *signed_ = ikrar_number_thousands (sum->signed_);
  g_autofree char *recited = ikrar_number_thousands (sum->recited);
  g_autofree char *neither = ikrar_number_thousands (sum->invited - sum->signed_ - sum->recited);
  g_autofree char *text = g_strdup_printf (
      /* Translators: numbers of people. */
      _ ("%1$s present · %2$s signed · %3$s recited · %4$s neither"), present, signed_, recited,
      neither);

  gtk_label_set_label (self->detail_label, text);
  ikrar_share_bar_set (self->bar, sum->signed_, sum->recited, sum->invited);
}

static void
show_text (IkrarEventPledgesView *self, const IkrarPledgeWording *wording)
{
  g_autofree char *digest = ikrar_pledge_digest_grouped (&wording->digest);
  g_autofree char *begin = ikrar_pledge_digest_short (&wording->digest);
  /* Translators: %1$d is the number of a version, %2$s the beginning of a digest. */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("Version %1$d, digest %2$s"), wording->version, begin);

  adw_expander_row_set_subtitle (self->text_row, subtitle);
  gtk_label_set_label (self->body_label, wording->body);
  gtk_label_set_label (self->digest_label, digest);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarEventPledgesView *self = owner;
  const IkrarPledgeInfo *info;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Pledges Cannot Be Read"), error);
      return;
    }
  ikrar_signing_queue_free (self->data);
  self->data = output;
  info = self->data->info;
  show_rate (self, &info->sum);
  show_detail (self, &info->sum);
  show_text (self, info->wording);
  ikrar_coverage_list_fill (self->coverage, info->coverage);
  ikrar_pledge_people_show (self->people, self->data->table, info->event->zone);
  gtk_stack_set_visible_child_name (self->stack, info->sum.invited > 0 ? "content" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.recite", TRUE);
}

static void
ikrar_event_pledges_view_refresh (IkrarPage *page)
{
  IkrarWork work = {
    .func = ikrar_signing_queue_load,
    .free_output = (GDestroyNotify) ikrar_signing_queue_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_event_view_run (IKRAR_EVENT_VIEW (page), &work);
}

static void
on_recited (GtkWidget *widget, IkrarId journal, guint pledged)
{
  g_autofree char *number = ikrar_number_thousands (pledged);
  g_autofree char *message = g_strdup_printf (
      ngettext ("%s person pledged by reciting", "%s people pledged by reciting", pledged), number);

  ikrar_notice_undo (widget, message, journal);
}

static void
recite (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarEventPledgesView *self = IKRAR_EVENT_PLEDGES_VIEW (widget);

  ikrar_recite_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (self)), self->data->info,
                               on_recited);
}

static gpointer
revoke_pledge (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Revocation *revocation = input;

  ikrar_pledge_revoke (store, revocation->participant, revocation->reason, error);
  return NULL;
}

static void
on_revoked (gpointer owner, gpointer output, const GError *error)
{
  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Pledge Could Not Be Revoked"), error);
  else
    ikrar_notice (owner, _ ("Pledge revoked"));
}

static void
on_reason_given (GtkWidget *widget, const char *reason)
{
  IkrarEventPledgesView *self = IKRAR_EVENT_PLEDGES_VIEW (widget);
  Revocation *revocation = g_new0 (Revocation, 1);
  const IkrarWork work = {
    .func = revoke_pledge,
    .input = revocation,
    .free_input = (GDestroyNotify) revocation_free,
    .done = on_revoked,
  };

  revocation->participant = self->revoking;
  revocation->reason = g_strdup (reason);
  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
ask_to_revoke (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarEventPledgesView *self = IKRAR_EVENT_PLEDGES_VIEW (widget);
  const IkrarParticipantLine *line;

  self->revoking = g_variant_get_int64 (parameter);
  line = ikrar_signing_queue_find (self->data, self->revoking);
  if (line != NULL)
    ikrar_revoke_dialog_present (widget, line->display, on_reason_given);
}

static void
copy_digest (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarEventPledgesView *self = IKRAR_EVENT_PLEDGES_VIEW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          gtk_label_get_label (self->digest_label));
  ikrar_notice (widget, _ ("Digest copied"));
}

static void
start_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarEventPledgesView *self = IKRAR_EVENT_PLEDGES_VIEW (widget);

  gtk_stack_set_visible_child_name (self->parts, "people");
  ikrar_pledge_people_start_search (self->people);
}

static void
ikrar_event_pledges_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_EVENT_PLEDGES_VIEW);
  G_OBJECT_CLASS (ikrar_event_pledges_view_parent_class)->dispose (object);
}

static void
ikrar_event_pledges_view_finalize (GObject *object)
{
  ikrar_signing_queue_free (IKRAR_EVENT_PLEDGES_VIEW (object)->data);
  G_OBJECT_CLASS (ikrar_event_pledges_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/event-pledges-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, parts);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, pledged_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, rate_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, detail_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, coverage);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, people);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, text_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, body_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPledgesView, digest_label);
}

static void
ikrar_event_pledges_view_class_init (IkrarEventPledgesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_event_pledges_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_event_pledges_view_finalize;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_event_pledges_view_refresh;
  g_type_ensure (IKRAR_TYPE_SHARE_BAR);
  g_type_ensure (IKRAR_TYPE_COVERAGE_LIST);
  g_type_ensure (IKRAR_TYPE_PLEDGE_PEOPLE);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "view.recite", NULL, recite);
  gtk_widget_class_install_action (widget_class, "view.revoke", "x", ask_to_revoke);
  gtk_widget_class_install_action (widget_class, "view.copy-digest", NULL, copy_digest);
}

static void
ikrar_event_pledges_view_init (IkrarEventPledgesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "folded", self->people, "folded", G_BINDING_SYNC_CREATE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.recite", FALSE);
}
