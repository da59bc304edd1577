/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/verdict-panel.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "core/text.h"

#include "ui/common/compat.h"
#include "ui/common/fit-text.h"
#include "ui/desk/desk-words.h"

/* Long enough to read a name, short enough for a queue that moves nine people a minute. */
#define SHOWN_MS 4000

/* Guests read it for the first time. */
#define SHOWN_TO_GUESTS_MS 6000

/* What is longer is no number, time or seat, but the name of a group: it stands smaller. */
#define FIGURE_CHARS 6

/* Below a name there is not more room. */
#define HINT_LINES 3
#define HINT_LINES_ALONE 8

struct _IkrarVerdictPanel
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *waiting_label;
  GtkLabel *waiting_hint;
  GtkImage *icon;
  IkrarFitText *word;
  IkrarFitText *name;
  GtkLabel *unit;
  GtkLabel *hint;
  GtkWidget *note_box;
  GtkLabel *note;
  GtkOrientable *foot;
  GtkWidget *boxes[2];
  GtkLabel *captions[2];
  GtkLabel *figures[2];
  GtkWidget *next;
  GtkImage *next_icon;
  GtkLabel *next_label;
  GtkLabel *next_detail;

  const char *css_class; /* of the verdict shown, NULL while waiting */
  guint timeout;
  gboolean for_guests;
  gboolean popped; /* which of the two equal animations runs */
};

G_DEFINE_FINAL_TYPE (IkrarVerdictPanel, ikrar_verdict_panel, ADW_TYPE_BIN)

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_long (GtkWidget *figure, gboolean is_long)
{
  if (is_long)
    gtk_widget_add_css_class (figure, "long");
  else
    gtk_widget_remove_css_class (figure, "long");
}

static void
set_box (IkrarVerdictPanel *self, guint box, const char *caption, const char *figure)
{
  gtk_widget_set_visible (self->boxes[box], figure != NULL && *figure != '\0');
  if (figure == NULL)
    return;
  gtk_label_set_label (self->captions[box], caption);
  gtk_label_set_label (self->figures[box], figure);
  set_long (GTK_WIDGET (self->figures[box]), g_utf8_strlen (figure, -1) > FIGURE_CHARS);
}

static void
set_next (IkrarVerdictPanel *self, const char *icon_name, const char *label, const char *detail)
{
  gtk_widget_set_visible (self->next, label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->next_icon), icon_name != NULL);
  gtk_image_set_from_icon_name (self->next_icon, icon_name);
  set_label (self->next_label, label != NULL ? label : "");
  set_label (self->next_detail, detail != NULL ? detail : "");
}

/* Where somebody sits, or else with whom. */
static void
set_place (IkrarVerdictPanel *self, guint box, const IkrarParticipant *participant)
{
  gboolean both = *participant->seat != '\0' && *participant->group_name != '\0';
  /* Translators: the head of a box with a seat; %s is the name of a group. */
  g_autofree char *caption = g_strdup_printf (_ ("Seat, %s"), participant->group_name);

  if (*participant->seat != '\0')
    set_box (self, box, both ? caption : _ ("Seat"), participant->seat);
  else
    set_box (self, box, _ ("Group"), participant->group_name);
}

static void
show_pledge (IkrarVerdictPanel *self, const IkrarParticipantCard *card)
{
  if (card->pledge == IKRAR_PLEDGE_SIGNED)
    set_next (self, "ikrar-pledge-symbolic", _ ("Pledge signed"), NULL);
  else if (card->pledge == IKRAR_PLEDGE_RECITED)
    set_next (self, "audio-input-microphone-symbolic", _ ("Pledge recited"), NULL);
  else
    set_next (self, "ikrar-pledge-symbolic", _ ("No pledge yet"), _ ("on to the signing desk"));
}

static void
show_welcome (IkrarVerdictPanel *self, const IkrarVerdictShown *shown)
{
  g_autofree char *present = ikrar_number_thousands (shown->present);

  set_place (self, 0, shown->result->card->participant);
  set_box (self, 1, _ ("Present No."), shown->present > 0 ? present : NULL);
  if (shown->has_pledge)
    show_pledge (self, shown->result->card);
  else
    set_next (self, NULL, NULL, NULL);
}

static void
show_already (IkrarVerdictPanel *self, const IkrarVerdictShown *shown)
{
  const IkrarDeskResult *result = shown->result;
  g_autofree char *first = ikrar_time_format_clock (result->at, shown->zone);
  g_autofree char *ago = ikrar_desk_ago (result->at, shown->at);
  /* Translators: %s is the name of a check-in desk. */
  g_autofree char *desk = g_strdup_printf (_ ("at %s"), result->desk != NULL ? result->desk : "");

  set_box (self, 0, _ ("First"), first);
  set_place (self, 1, result->card->participant);
  set_next (self, NULL, ago, ikrar_text_is_blank (result->desk) ? NULL : desk);
}

static void
clear_foot (IkrarVerdictPanel *self)
{
  set_box (self, 0, NULL, NULL);
  set_box (self, 1, NULL, NULL);
  set_next (self, NULL, NULL, NULL);
}

static void
show_foot (IkrarVerdictPanel *self, const IkrarVerdictShown *shown)
{
  if (shown->result->verdict == IKRAR_DESK_WELCOME)
    show_welcome (self, shown);
  else if (shown->result->verdict == IKRAR_DESK_ALREADY)
    show_already (self, shown);
  else
    clear_foot (self);
}

static void
show_person (IkrarVerdictPanel *self, const IkrarParticipantCard *card)
{
  const char *note = card != NULL && !self->for_guests ? card->participant->note : "";

  ikrar_fit_text_set_text (self->name, card != NULL ? card->bare_name : "");
  set_label (self->unit, card != NULL ? card->unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name), card != NULL);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (self->note_box, *note != '\0');
  gtk_label_set_lines (self->hint, card != NULL ? HINT_LINES : HINT_LINES_ALONE);
  if (card != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "alone");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "alone");
}

static void
set_css_class (IkrarVerdictPanel *self, const char *css_class)
{
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  self->css_class = css_class;
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
}

/* An animation of CSS begins when its name changes. */
static void
pop_icon (IkrarVerdictPanel *self)
{
  static const char *const names[] = { "pop", "pop-again" };

  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), names[self->popped]);
  self->popped = !self->popped;
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), names[self->popped]);
}

static gboolean
on_shown_long_enough (gpointer user_data)
{
  IkrarVerdictPanel *self = user_data;

  self->timeout = 0;
  ikrar_verdict_panel_reset (self);
  return G_SOURCE_REMOVE;
}

static void
ikrar_verdict_panel_dispose (GObject *object)
{
  IkrarVerdictPanel *self = IKRAR_VERDICT_PANEL (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_VERDICT_PANEL);
  G_OBJECT_CLASS (ikrar_verdict_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/verdict-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, waiting_hint);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, word);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, name);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, unit);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, note_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, note);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, foot);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, next);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, next_icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, next_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerdictPanel, next_detail);
}

static void
bind_boxes (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } children[] = {
    { "first_box", G_STRUCT_OFFSET (IkrarVerdictPanel, boxes[0]) },
    { "first_caption", G_STRUCT_OFFSET (IkrarVerdictPanel, captions[0]) },
    { "first_figure", G_STRUCT_OFFSET (IkrarVerdictPanel, figures[0]) },
    { "second_box", G_STRUCT_OFFSET (IkrarVerdictPanel, boxes[1]) },
    { "second_caption", G_STRUCT_OFFSET (IkrarVerdictPanel, captions[1]) },
    { "second_figure", G_STRUCT_OFFSET (IkrarVerdictPanel, figures[1]) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               (gssize) children[i].offset);
}

static void
ikrar_verdict_panel_class_init (IkrarVerdictPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_verdict_panel_dispose;
  g_type_ensure (IKRAR_TYPE_FIT_TEXT);
  bind_template (widget_class);
  bind_boxes (widget_class);
}

static void
ikrar_verdict_panel_init (IkrarVerdictPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_look (IkrarVerdictPanel *self, const IkrarDeskLook *look, const char *sentence)
{
  set_css_class (self, look->css_class);
  gtk_image_set_from_icon_name (self->icon, look->icon_name);
  ikrar_fit_text_set_text (self->word, look->word);
  gtk_stack_set_visible_child_name (self->stack, "verdict");
  pop_icon (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->word), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  ikrar_compat_announce (GTK_WIDGET (self), sentence);
  g_clear_handle_id (&self->timeout, g_source_remove);
}

void
ikrar_verdict_panel_show (IkrarVerdictPanel *self, const IkrarVerdictShown *shown)
{
  IkrarDeskLook look;
  g_autofree char *sentence = NULL;

  g_return_if_fail (IKRAR_IS_VERDICT_PANEL (self));

  look = ikrar_desk_look (shown->result->verdict);
  sentence = ikrar_desk_sentence (shown->result);
  show_person (self, shown->result->card);
  set_label (self->hint, shown->hint != NULL ? shown->hint : ikrar_desk_hint (shown->result));
  show_foot (self, shown);
  show_look (self, &look, sentence);
  self->timeout =
      g_timeout_add (self->for_guests ? SHOWN_TO_GUESTS_MS : SHOWN_MS, on_shown_long_enough, self);
}

void
ikrar_verdict_panel_show_error (IkrarVerdictPanel *self, const char *message)
{
  const IkrarDeskLook look = { "refused", "dialog-warning-symbolic", _ ("Not Recorded") };

  g_return_if_fail (IKRAR_IS_VERDICT_PANEL (self));

  show_person (self, NULL);
  set_label (self->hint, message);
  clear_foot (self);
  show_look (self, &look, message);
  if (self->for_guests)
    self->timeout = g_timeout_add (SHOWN_TO_GUESTS_MS, on_shown_long_enough, self);
}

gboolean
ikrar_verdict_panel_reset (IkrarVerdictPanel *self)
{
  gboolean was_shown;

  g_return_val_if_fail (IKRAR_IS_VERDICT_PANEL (self), FALSE);

  was_shown = self->css_class != NULL;
  g_clear_handle_id (&self->timeout, g_source_remove);
  set_css_class (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "ready");
  return was_shown;
}

void
ikrar_verdict_panel_set_for_guests (IkrarVerdictPanel *self, gboolean for_guests)
{
  g_return_if_fail (IKRAR_IS_VERDICT_PANEL (self));

  self->for_guests = for_guests;
  gtk_label_set_label (self->waiting_label, for_guests ? _ ("Hold your pass before the scanner")
                                                       : _ ("Please scan your pass"));
  gtk_label_set_label (self->waiting_hint,
                       for_guests ? _ ("Your name is shown here as soon as you are recorded.")
                                  : _ ("or type the code printed beside it, or the NIP"));
}

void
ikrar_verdict_panel_set_narrow (IkrarVerdictPanel *self, gboolean narrow)
{
  g_return_if_fail (IKRAR_IS_VERDICT_PANEL (self));

  gtk_orientable_set_orientation (self->foot,
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->next, narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
}
