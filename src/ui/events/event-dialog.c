/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/event-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/pledge-text.h"
#include "store/event-draft.h"
#include "store/institution.h"
#include "store/pledge.h"

#include "ui/common/discard.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/events/event-form.h"

struct _IkrarEventDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *save_button;
  IkrarEventForm *form;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the window goes */

  IkrarId event;
  gboolean closing; /* whether the window may close without asking */
  gboolean saving;  /* whether the event is on its way to the database */
};

/* What the form shows at first. */
typedef struct
{
  IkrarEventDraft *draft;
  IkrarInstitution *institution;
  char *pledge_template;
} Particulars;

/* A draft on its way to the database, and the journal entry it became. */
typedef struct
{
  IkrarEventDraft *draft;
  IkrarId journal;
} Saving;

G_DEFINE_FINAL_TYPE (IkrarEventDialog, ikrar_event_dialog, ADW_TYPE_WINDOW)

static void
particulars_free (Particulars *particulars)
{
  ikrar_event_draft_free (particulars->draft);
  ikrar_institution_free (particulars->institution);
  g_free (particulars->pledge_template);
  g_free (particulars);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Particulars, particulars_free)

static void
saving_free (Saving *saving)
{
  ikrar_event_draft_free (saving->draft);
  g_free (saving);
}

static IkrarEventDraft *
make_draft (const IkrarInstitution *institution)
{
  IkrarEventDraft *draft = ikrar_event_draft_new ();

  draft->event->kind = g_strdup ("sosialisasi");
  draft->event->zone = institution->zone;
  return draft;
}

static char *
find_template (IkrarStore *store, IkrarId wanted, GError **error)
{
  g_autoptr (GPtrArray) texts = ikrar_pledge_template_list (store, error);

  if (texts == NULL)
    return NULL;
  for (guint i = 0; i < texts->len; i++)
    {
      const IkrarPledgeTemplate *text = g_ptr_array_index (texts, i);

      if (wanted == 0 || text->id == wanted)
        return g_strdup (text->template_text);
    }
  return ikrar_pledge_template_default ();
}

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarId *event = input;
  g_autoptr (Particulars) particulars = g_new0 (Particulars, 1);

  particulars->institution = ikrar_institution_get (store, error);
  if (particulars->institution == NULL)
    return NULL;
  particulars->draft = *event != 0 ? ikrar_event_draft_get (store, *event, error)
                                   : make_draft (particulars->institution);
  if (particulars->draft == NULL)
    return NULL;
  particulars->pledge_template =
      find_template (store, particulars->draft->event->pledge_text_id, error);
  return particulars->pledge_template != NULL ? g_steal_pointer (&particulars) : NULL;
}

static void
close_now (IkrarEventDialog *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarEventDialog *self = owner;
  g_autoptr (Particulars) particulars = output;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                          _ ("The Event Cannot Be Read"), error);
      close_now (self);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), TRUE);
  ikrar_event_form_show (self->form, particulars->draft, particulars->institution,
                         particulars->pledge_template);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
}

static void
start_load (IkrarEventDialog *self)
{
  const IkrarWork work = {
    .func = load,
    .input = g_memdup2 (&self->event, sizeof self->event),
    .free_input = g_free,
    .free_output = (GDestroyNotify) particulars_free,
    .done = on_loaded,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static gpointer
save_draft (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  Saving *saving = input;
  IkrarId ids[2];

  saving->journal = ikrar_event_draft_save (store, saving->draft, error);
  ids[0] = saving->draft->event->id;
  ids[1] = saving->journal;
  return g_memdup2 (ids, sizeof ids);
}

static void
show_saved (IkrarEventDialog *self, IkrarId event, IkrarId journal)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;
  if (self->event == 0)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-event", "(xs)", event, "summary");
  else
    ikrar_notice_undo (GTK_WIDGET (parent), _ ("Event saved"), journal);
}

static void
set_saving (IkrarEventDialog *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", !saving);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  IkrarEventDialog *self = owner;
  g_autofree IkrarId *ids = output;

  set_saving (self, FALSE);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Event Could Not Be Saved"), error);
      return;
    }
  show_saved (self, ids[0], ids[1]);
  close_now (self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarEventDialog *self = IKRAR_EVENT_DIALOG (widget);
  IkrarEventDraft *draft = ikrar_event_form_collect (self->form);
  Saving *saving;

  if (draft == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->draft = draft;
  set_saving (self, TRUE);
  ikrar_work_start (self->context, self, self->cancellable,
                    &(const IkrarWork){
                        .func = save_draft,
                        .input = saving,
                        .free_input = (GDestroyNotify) saving_free,
                        .free_output = g_free,
                        .done = on_saved,
                    });
}

static void
discard (GtkWindow *form)
{
  close_now (IKRAR_EVENT_DIALOG (form));
}

static gboolean
ikrar_event_dialog_close_request (GtkWindow *window)
{
  IkrarEventDialog *self = IKRAR_EVENT_DIALOG (window);

  if (self->saving)
    return TRUE;
  if (!self->closing && ikrar_event_form_is_changed (self->form))
    {
      ikrar_discard_ask (window, _ ("The event has not been saved. What you entered will be lost."),
                         discard);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ikrar_event_dialog_parent_class)->close_request (window);
}

static void
ikrar_event_dialog_dispose (GObject *object)
{
  IkrarEventDialog *self = IKRAR_EVENT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_EVENT_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_event_dialog_parent_class)->dispose (object);
}

static void
ikrar_event_dialog_finalize (GObject *object)
{
  g_object_unref (IKRAR_EVENT_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (ikrar_event_dialog_parent_class)->finalize (object);
}

static void
ikrar_event_dialog_class_init (IkrarEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_event_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_event_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ikrar_event_dialog_close_request;
  g_type_ensure (IKRAR_TYPE_EVENT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarEventDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventDialog, form);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save);
}

static void
ikrar_event_dialog_init (IkrarEventDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
}

void
ikrar_event_dialog_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  IkrarEventDialog *self = g_object_new (IKRAR_TYPE_EVENT_DIALOG, "transient-for", parent, "title",
                                         event != 0 ? _ ("Edit Event") : _ ("New Event"), NULL);

  self->context = g_object_ref (context);
  self->event = event;
  if (event == 0)
    gtk_button_set_label (self->save_button, _ ("C_reate"));
  start_load (self);
  gtk_window_present (GTK_WINDOW (self));
}
