/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/recite-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "core/text.h"
#include "store/participant-table.h"

#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/pledge/witness-list.h"
#include "ui/pledge/witness.h"

struct _IkrarReciteDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *record_button;
  GtkWidget *form;
  GtkLabel *count_label;
  GtkEditable *reader_row;
  GtkEditable *position_row;
  IkrarWitnessList *witnesses;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;

  /* Owned */
  IkrarContext *context;
  GtkWidget *asker;
  GCancellable *cancellable;

  IkrarRecited recited;
  IkrarId event;
  guint count; /* who would pledge by it */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (IkrarReciteDialog, ikrar_recite_dialog, ADW_TYPE_WINDOW)

/* What is recorded, for the thread that does it. */
typedef struct
{
  IkrarId event;
  char *reader;
  char *position;
  GPtrArray *witnesses;
  guint8 nonce[IKRAR_NONCE_SIZE];
} Recital;

typedef struct
{
  IkrarId journal;
  guint pledged;
} Outcome;

static void
recital_free (Recital *recital)
{
  g_free (recital->reader);
  g_free (recital->position);
  g_ptr_array_unref (recital->witnesses);
  g_free (recital);
}

static gpointer
recite (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Recital *recital = input;
  g_autofree IkrarWitness *witnesses = ikrar_witnesses_to_values (recital->witnesses);
  const IkrarPledgeReciting reciting = {
    .event = recital->event,
    .reader = recital->reader,
    .reader_position = recital->position,
    .witnesses = witnesses,
    .n_witnesses = recital->witnesses->len,
    .nonce = recital->nonce,
  };
  Outcome outcome = { 0 };

  outcome.journal = ikrar_pledge_recite (store, &reciting, &outcome.pledged, progress, error);
  return g_memdup2 (&outcome, sizeof outcome);
}

static void
update (IkrarReciteDialog *self)
{
  gboolean named = !ikrar_text_is_blank (gtk_editable_get_text (self->reader_row));

  gtk_widget_set_sensitive (self->record_button, named && self->count > 0 && !self->working);
  gtk_widget_set_sensitive (self->form, !self->working);
  gtk_widget_set_visible (self->progress_box, self->working);
}

static void
on_recited (gpointer owner, gpointer output, const GError *error)
{
  IkrarReciteDialog *self = owner;
  g_autofree Outcome *outcome = output;

  self->working = FALSE;
  update (self);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Recital Could Not Be Recorded"), error);
      return;
    }
  self->recited (self->asker, outcome->journal, outcome->pledged);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_progress (gpointer owner, guint64 done, guint64 total)
{
  IkrarReciteDialog *self = owner;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
}

static void
on_record_clicked (IkrarReciteDialog *self)
{
  Recital *recital = g_new0 (Recital, 1);
  const IkrarWork work = {
    .func = recite,
    .input = recital,
    .free_input = (GDestroyNotify) recital_free,
    .free_output = g_free,
    .done = on_recited,
    .progress = on_progress,
  };

  recital->event = self->event;
  recital->reader = ikrar_text_clean (gtk_editable_get_text (self->reader_row));
  recital->position = ikrar_text_clean (gtk_editable_get_text (self->position_row));
  recital->witnesses = ikrar_witness_list_get (self->witnesses);
  ikrar_nonce_new (recital->nonce);
  self->working = TRUE;
  update (self);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

/* Who is present and neither recited nor signed. */
static gpointer
count_ready (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      store, *(const IkrarId *) input, 0, FALSE, IKRAR_ORDER_NUMBER, progress, error);
  guint count = 0;

  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);

      count += line->pledge == IKRAR_PLEDGE_NONE && ikrar_attendance_is_present (line->state);
    }
  return g_memdup2 (&count, sizeof count);
}

static void
on_counted (gpointer owner, gpointer output, const GError *error)
{
  IkrarReciteDialog *self = owner;
  g_autofree guint *count = output;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Roster Cannot Be Read"), error);
      return;
    }
  self->count = *count;
  number = ikrar_number_thousands (*count);
  text = g_strdup_printf (ngettext ("%s person is present and has no pledge yet.",
                                    "%s people are present and have no pledge yet.", *count),
                          number);
  gtk_label_set_label (self->count_label,
                       *count > 0 ? text
                                  : _ ("Nobody who is present is without a pledge. Record who is "
                                       "present first."));
  update (self);
}

static void
ikrar_recite_dialog_dispose (GObject *object)
{
  IkrarReciteDialog *self = IKRAR_RECITE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_RECITE_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->asker);
  G_OBJECT_CLASS (ikrar_recite_dialog_parent_class)->dispose (object);
}

static void
ikrar_recite_dialog_finalize (GObject *object)
{
  g_object_unref (IKRAR_RECITE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (ikrar_recite_dialog_parent_class)->finalize (object);
}

static void
ikrar_recite_dialog_class_init (IkrarReciteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_recite_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_recite_dialog_finalize;
  g_type_ensure (IKRAR_TYPE_WITNESS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/recite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, record_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, form);
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, reader_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, position_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, witnesses);
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarReciteDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ikrar_recite_dialog_init (IkrarReciteDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (IkrarReciteDialog *self, const IkrarPledgeInfo *info)
{
  g_autoptr (IkrarWitness) reader = ikrar_witness_reader_of_roles (info->roles);
  g_autoptr (GPtrArray) witnesses = ikrar_witnesses_of_roles (info->roles);
  g_autofree char *position = reader != NULL ? ikrar_witness_describe (reader) : NULL;

  if (reader != NULL)
    {
      gtk_editable_set_text (self->reader_row, reader->name);
      gtk_editable_set_text (self->position_row, position);
    }
  ikrar_witness_list_fill (self->witnesses, witnesses);
}

void
ikrar_recite_dialog_present (GtkWidget *widget,
                             IkrarContext *context,
                             const IkrarPledgeInfo *info,
                             IkrarRecited recited)
{
  IkrarReciteDialog *self =
      g_object_new (IKRAR_TYPE_RECITE_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  const IkrarWork work = {
    .func = count_ready,
    .input = g_memdup2 (&info->event->id, sizeof info->event->id),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_counted,
  };

  self->context = g_object_ref (context);
  self->asker = g_object_ref (widget);
  self->event = info->event->id;
  self->recited = recited;
  fill (self, info);
  update (self);
  ikrar_work_start (context, self, self->cancellable, &work);
  gtk_window_present (GTK_WINDOW (self));
}
