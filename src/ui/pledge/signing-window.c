/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/signing-window.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "desk/scan-repeat.h"

#include "ui/common/actions.h"
#include "ui/common/find-panel.h"
#include "ui/common/notice.h"
#include "ui/common/scanner-keys.h"
#include "ui/common/undo.h"
#include "ui/common/work.h"
#include "ui/common/wrap-layout.h"
#include "ui/desk/desk-words.h"
#include "ui/pledge/pledge-sheet.h"
#include "ui/pledge/signature-pad.h"
#include "ui/pledge/signer-card.h"
#include "ui/pledge/signing-queue.h"
#include "ui/pledge/signing-work.h"
#include "ui/pledge/witness-dialog.h"
#include "ui/pledge/witness.h"

/* Below this width text and pad stand one below the other. */
#define NARROW_WIDTH 760

struct _IkrarSigningWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkEditable *entry;
  GtkLabel *queue_label;
  GtkPopover *queue_popover;
  IkrarFindPanel *find;
  GtkOrientable *columns;
  IkrarSignerCard *card;
  IkrarPledgeSheet *sheet;
  GtkLabel *version_label;
  IkrarSignaturePad *pad;
  GtkCheckButton *paper_check;
  GtkLabel *witness_label;
  GtkLabel *witness_detail;
  GtkCheckButton *consent_check;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable;
  IkrarScannerKeys *keys;
  IkrarScanRepeat repeat;
  IkrarSigningQueue *queue;
  GPtrArray *witnesses; /* NULL as long as they are those of the event's roles */
  GHashTable *skipped;  /* set of participant ids */

  IkrarId event;
  IkrarId signer; /* 0 if nobody */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (IkrarSigningWindow, ikrar_signing_window, ADW_TYPE_WINDOW)

static void
update_actions (IkrarSigningWindow *self)
{
  g_autofree char *path = ikrar_signature_pad_get_path (self->pad);
  gboolean on_paper = gtk_check_button_get_active (self->paper_check);
  gboolean has_strokes = ikrar_signature_pad_count_strokes (self->pad) > 0;
  gboolean may_sign = self->signer != 0 && !self->working && (on_paper || *path != '\0') &&
                      gtk_check_button_get_active (self->consent_check);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.sign", may_sign);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.skip",
                                 self->signer != 0 && !self->working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.clear", has_strokes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.undo-stroke", has_strokes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pad), self->signer != 0 && !on_paper);
}

static GPtrArray *
ref_witnesses (IkrarSigningWindow *self)
{
  if (self->witnesses != NULL)
    return g_ptr_array_ref (self->witnesses);
  if (self->queue != NULL)
    return ikrar_witnesses_of_roles (self->queue->info->roles);
  return g_ptr_array_new ();
}

static void
show_witnesses (IkrarSigningWindow *self)
{
  g_autoptr (GPtrArray) witnesses = ref_witnesses (self);
  const IkrarWitness *first = witnesses->len > 0 ? g_ptr_array_index (witnesses, 0) : NULL;
  g_autofree char *post = first != NULL ? ikrar_witness_describe (first) : g_strdup ("");
  g_autofree char *name = NULL;

  if (first == NULL)
    name = g_strdup (_ ("No witness"));
  else if (witnesses->len == 1)
    /* Translators: %s is the name of a person. */
    name = g_strdup_printf (_ ("Witness: %s"), first->name);
  else
    /* Translators: %1$s is the name of a person, %2$u how many others there are. */
    name = g_strdup_printf (_ ("Witnesses: %1$s and %2$u more"), first->name, witnesses->len - 1);
  gtk_label_set_label (self->witness_label, name);
  gtk_label_set_label (self->witness_detail, post);
  gtk_widget_set_visible (GTK_WIDGET (self->witness_detail), *post != '\0');
}

/* A new person begins with an empty pad and without consent. */
static void
begin (IkrarSigningWindow *self, IkrarId participant)
{
  const IkrarParticipantLine *line =
      participant != 0 ? ikrar_signing_queue_find (self->queue, participant) : NULL;

  self->signer = line != NULL ? participant : 0;
  ikrar_signer_card_show (self->card, line, self->queue->info->event->zone);
  ikrar_signature_pad_set_signer (self->pad, line != NULL ? line->display : "");
  gtk_check_button_set_active (self->consent_check, FALSE);
  gtk_check_button_set_active (self->paper_check, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->consent_check), line != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper_check), line != NULL);
  update_actions (self);
}

/* When all were skipped, the first who was skipped is next. */
static void
begin_next (IkrarSigningWindow *self)
{
  IkrarId next = ikrar_signing_queue_next (self->queue, self->skipped);

  if (next == 0)
    {
      g_hash_table_remove_all (self->skipped);
      next = ikrar_signing_queue_next (self->queue, self->skipped);
    }
  begin (self, next);
}

static void
show_text (IkrarSigningWindow *self)
{
  const IkrarPledgeWording *wording = self->queue->info->wording;
  g_autofree char *digest = ikrar_pledge_digest_short (&wording->digest);
  /* Translators: %1$d is the number of a version, %2$s the beginning of a digest. */
  g_autofree char *version =
      g_strdup_printf (_ ("Text version %1$d, digest %2$s"), wording->version, digest);

  ikrar_pledge_sheet_set_text (self->sheet, wording->body);
  gtk_label_set_label (self->version_label, version);
}

static void
show_queue (IkrarSigningWindow *self)
{
  g_autofree char *count = ikrar_number_thousands (self->queue->waiting->len);
  /* Translators: %s is a number of people. */
  g_autofree char *text = g_strdup_printf (_ ("Queue %s"), count);

  gtk_label_set_label (self->queue_label, text);
  ikrar_find_panel_set_table (self->find, self->queue->table);
  ikrar_find_panel_set_queue (self->find, self->queue->waiting);
}

/* Somebody in the middle of signing is not disturbed by what others do. */
static void
keep_signer (IkrarSigningWindow *self)
{
  const IkrarParticipantLine *line =
      self->signer != 0 ? ikrar_signing_queue_find (self->queue, self->signer) : NULL;

  if (line == NULL || line->pledge == IKRAR_PLEDGE_SIGNED)
    begin_next (self);
  else
    ikrar_signer_card_show (self->card, line, self->queue->info->event->zone);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarSigningWindow *self = owner;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Signing Desk Could Not Be Opened"), error);
      return;
    }
  ikrar_signing_queue_free (self->queue);
  self->queue = output;
  adw_window_title_set_subtitle (self->title, self->queue->info->event->title);
  show_text (self);
  show_queue (self);
  show_witnesses (self);
  if (!self->working)
    keep_signer (self);
}

static void
refresh (IkrarSigningWindow *self)
{
  const IkrarWork work = {
    .func = ikrar_signing_queue_load,
    .input = g_memdup2 (&self->event, sizeof self->event),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_signing_queue_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
choose (IkrarSigningWindow *self, IkrarId participant)
{
  const IkrarParticipantLine *line = ikrar_signing_queue_find (self->queue, participant);
  g_autofree char *message = NULL;

  if (line == NULL || self->working)
    return;
  if (line->pledge != IKRAR_PLEDGE_SIGNED)
    {
      g_hash_table_remove (self->skipped, &participant);
      begin (self, participant);
      return;
    }
  /* Translators: %s is the name of a person. */
  message = g_strdup_printf (_ ("%s has signed already"), line->display);
  ikrar_notice (GTK_WIDGET (self->card), message);
}

static void
on_looked_up (gpointer owner, gpointer output, const GError *error)
{
  IkrarSigningWindow *self = owner;
  IkrarDeskResult *result = output;
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("This Code Could Not Be Looked Up"), error);
      return;
    }
  if (result->verdict == IKRAR_DESK_WELCOME || result->verdict == IKRAR_DESK_ALREADY)
    choose (self, result->card->participant->id);
  else
    {
      sentence = ikrar_desk_sentence (result);
      ikrar_notice (GTK_WIDGET (self->card), sentence);
    }
  ikrar_looked_up_free (result);
}

static void
look_up_line (IkrarSigningWindow *self, const char *line)
{
  IkrarLookUp *look_up = g_new0 (IkrarLookUp, 1);
  const IkrarWork work = {
    .func = ikrar_look_up,
    .input = look_up,
    .free_input = (GDestroyNotify) ikrar_look_up_free,
    .free_output = (GDestroyNotify) ikrar_looked_up_free,
    .done = on_looked_up,
  };

  look_up->event = self->event;
  look_up->line = g_strdup (line);
  gtk_popover_popdown (self->queue_popover);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

/* A pass that lies before the scanner longer does not begin anew what was drawn. */
static void
on_scanned (IkrarSigningWindow *self, const char *line)
{
  if (!ikrar_scan_repeat_is_one (&self->repeat, line, g_get_monotonic_time ()))
    look_up_line (self, line);
}

static void
on_found (IkrarSigningWindow *self, gint64 participant)
{
  gtk_popover_popdown (self->queue_popover);
  choose (self, participant);
}

static void
on_queue_shown (IkrarSigningWindow *self)
{
  ikrar_find_panel_start (self->find);
}

static void
on_submit (IkrarSigningWindow *self)
{
  ikrar_scanner_keys_submit (self->keys);
}

static void
on_signed (gpointer owner, gpointer output, const GError *error)
{
  IkrarSigningWindow *self = owner;
  g_autofree IkrarId *journal = output;
  const IkrarParticipantLine *line = ikrar_signing_queue_find (self->queue, self->signer);
  /* Translators: %s is the name of a person. */
  g_autofree char *message = g_strdup_printf (_ ("The pledge of %s is signed and sealed"),
                                              line != NULL ? line->display : "");

  self->working = FALSE;
  ikrar_scan_repeat_clear (&self->repeat);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Pledge Could Not Be Signed"), error);
      update_actions (self);
      return;
    }
  ikrar_notice_undo (GTK_WIDGET (self->card), message, *journal);
  /* Who has signed waits no more, although the queue is read again a moment later. */
  g_hash_table_add (self->skipped, g_memdup2 (&self->signer, sizeof self->signer));
  begin_next (self);
  refresh (self);
}

static void
sign (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (widget);
  gboolean on_paper = gtk_check_button_get_active (self->paper_check);
  IkrarSignature *signature = g_new0 (IkrarSignature, 1);
  const IkrarWork work = {
    .func = ikrar_signature_seal,
    .input = signature,
    .free_input = (GDestroyNotify) ikrar_signature_free,
    .free_output = g_free,
    .done = on_signed,
  };

  signature->participant = self->signer;
  signature->path = on_paper ? g_strdup ("") : ikrar_signature_pad_get_path (self->pad);
  signature->witnesses = ref_witnesses (self);
  ikrar_nonce_new (signature->nonce);
  self->working = TRUE;
  update_actions (self);
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
skip (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (widget);

  g_hash_table_add (self->skipped, g_memdup2 (&self->signer, sizeof self->signer));
  begin_next (self);
}

static void
change_ink (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (widget);

  if (g_str_equal (action, "signing.clear"))
    ikrar_signature_pad_clear (self->pad);
  else
    ikrar_signature_pad_undo_stroke (self->pad);
}

static void
on_witnesses_chosen (GtkWidget *widget, GPtrArray *witnesses)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (widget);

  g_clear_pointer (&self->witnesses, g_ptr_array_unref);
  self->witnesses = witnesses;
  show_witnesses (self);
}

static void
change_witnesses (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) witnesses = ref_witnesses (IKRAR_SIGNING_WINDOW (widget));

  ikrar_witness_dialog_present (widget, witnesses, on_witnesses_chosen);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->queue_popover)))
    gtk_popover_popdown (self->queue_popover);
  else if (!ikrar_scanner_keys_clear (self->keys))
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
undo_change (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (widget);

  ikrar_undo_change (GTK_WIDGET (self->card), self->context, g_variant_get_int64 (parameter));
}

static void
on_surface_resized (IkrarSigningWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  gboolean narrow = gdk_surface_get_width (surface) < NARROW_WIDTH;

  gtk_orientable_set_orientation (self->columns,
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !narrow);
  if (narrow)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wide");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "wide");
}

static void
on_realize (IkrarSigningWindow *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "notify::width",
                           G_CALLBACK (on_surface_resized), self, G_CONNECT_SWAPPED);
}

static void
ikrar_signing_window_dispose (GObject *object)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->keys);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SIGNING_WINDOW);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_signing_window_parent_class)->dispose (object);
}

static void
ikrar_signing_window_finalize (GObject *object)
{
  IkrarSigningWindow *self = IKRAR_SIGNING_WINDOW (object);

  g_object_unref (self->cancellable);
  ikrar_signing_queue_free (self->queue);
  ikrar_scan_repeat_clear (&self->repeat);
  g_clear_pointer (&self->witnesses, g_ptr_array_unref);
  g_hash_table_unref (self->skipped);
  G_OBJECT_CLASS (ikrar_signing_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/signing-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, queue_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, queue_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, find);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, card);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, version_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, pad);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, paper_check);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, witness_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, witness_detail);
  gtk_widget_class_bind_template_child (widget_class, IkrarSigningWindow, consent_check);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, on_found);
  gtk_widget_class_bind_template_callback (widget_class, on_queue_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_submit);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const IkrarAction actions[] = {
    { "signing.sign", NULL, sign },
    { "signing.skip", NULL, skip },
    { "signing.clear", NULL, change_ink },
    { "signing.undo-stroke", NULL, change_ink },
    { "signing.witnesses", NULL, change_witnesses },
    { "signing.full-screen", NULL, ikrar_action_toggle_full_screen },
    { "signing.back", NULL, go_back },
    { "win.undo-change", "x", undo_change },
  };

  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}

static void
ikrar_signing_window_class_init (IkrarSigningWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_signing_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_signing_window_finalize;
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  g_type_ensure (IKRAR_TYPE_FIND_PANEL);
  g_type_ensure (IKRAR_TYPE_PLEDGE_SHEET);
  g_type_ensure (IKRAR_TYPE_SIGNATURE_PAD);
  g_type_ensure (IKRAR_TYPE_SIGNER_CARD);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_signing_window_init (IkrarSigningWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->skipped = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  ikrar_find_panel_set_shows (self->find, IKRAR_FIND_SHOWS_PLEDGE);
  self->keys = ikrar_scanner_keys_new (GTK_WIDGET (self), self->entry);
  g_signal_connect_object (self->keys, "scanned", G_CALLBACK (on_scanned), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), NULL);
  update_actions (self);
}

static GtkWindow *
find_open (GtkApplication *application, IkrarId event)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (IKRAR_IS_SIGNING_WINDOW (link->data) && IKRAR_SIGNING_WINDOW (link->data)->event == event)
      return link->data;
  return NULL;
}

void
ikrar_signing_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  GtkApplication *application = gtk_window_get_application (parent);
  GtkWindow *open = application != NULL ? find_open (application, event) : NULL;
  IkrarSigningWindow *self;

  if (open != NULL)
    {
      gtk_window_present (open);
      return;
    }
  self = g_object_new (IKRAR_TYPE_SIGNING_WINDOW, "application", application, NULL);
  self->context = g_object_ref (context);
  self->event = event;
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
