/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/hero-card.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/pill.h"
#include "ui/common/status.h"
#include "ui/reports/countdown.h"

#define MINUTE_MS 60000

struct _IkrarHeroCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *month_label;
  GtkLabel *day_label;
  GtkLabel *weekday_label;
  IkrarPill *state_pill;
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkLabel *invited_label;
  GtkActionable *desk_button;
  GtkActionable *stage_button;
  GtkActionable *event_button;
  GtkLabel *caption_label;
  GtkLabel *countdown_label;
  GtkLabel *pace_label;

  IkrarEvent event; /* id, times, zone and state only */
  guint tick_id;    /* time-out of the next minute */
};

G_DEFINE_FINAL_TYPE (IkrarHeroCard, ikrar_hero_card, ADW_TYPE_BIN)

static const char *
get_caption (IkrarCountdownPhase phase)
{
  switch (phase)
    {
    case IKRAR_COUNTDOWN_BEFORE:
      return _ ("until it begins");
    case IKRAR_COUNTDOWN_RUNNING:
      return _ ("since it began");
    case IKRAR_COUNTDOWN_OVER:
    default:
      return _ ("since it ended");
    }
}

static void
show_countdown (IkrarHeroCard *self)
{
  IkrarCountdown countdown = ikrar_countdown_get (&self->event, ikrar_time_now ());
  g_autofree char *text = ikrar_countdown_format (&countdown);

  gtk_label_set_label (self->caption_label, get_caption (countdown.phase));
  gtk_label_set_label (self->countdown_label, text);
}

static gboolean on_minute (gpointer user_data);

/* The next tick falls on the minute, when a countdown changes. */
static void
wait_for_minute (IkrarHeroCard *self)
{
  guint rest = MINUTE_MS - (guint) (ikrar_time_now () % MINUTE_MS);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->event.id != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick_id = g_timeout_add (rest, on_minute, self);
}

static gboolean
on_minute (gpointer user_data)
{
  IkrarHeroCard *self = user_data;

  self->tick_id = 0;
  show_countdown (self);
  wait_for_minute (self);
  return G_SOURCE_REMOVE;
}

static void
ikrar_hero_card_map (GtkWidget *widget)
{
  IkrarHeroCard *self = IKRAR_HERO_CARD (widget);

  GTK_WIDGET_CLASS (ikrar_hero_card_parent_class)->map (widget);
  if (self->event.id != 0)
    show_countdown (self);
  wait_for_minute (self);
}

static void
ikrar_hero_card_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&IKRAR_HERO_CARD (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (ikrar_hero_card_parent_class)->unmap (widget);
}

static void
ikrar_hero_card_dispose (GObject *object)
{
  g_clear_handle_id (&IKRAR_HERO_CARD (object)->tick_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_HERO_CARD);
  G_OBJECT_CLASS (ikrar_hero_card_parent_class)->dispose (object);
}

static void
ikrar_hero_card_class_init (IkrarHeroCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_hero_card_dispose;
  widget_class->map = ikrar_hero_card_map;
  widget_class->unmap = ikrar_hero_card_unmap;
  g_type_ensure (IKRAR_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/hero-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, month_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, day_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, weekday_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, state_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, invited_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, desk_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, stage_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, event_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, caption_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, countdown_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarHeroCard, pace_label);
}

static void
ikrar_hero_card_init (IkrarHeroCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_day (IkrarHeroCard *self, const IkrarEvent *event)
{
  g_autofree char *date = ikrar_time_format_day (event->start_at, event->zone);
  g_auto (GStrv) parts = g_strsplit (date, ",", 2);
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;
  IkrarMoment moment;

  ikrar_time_split (event->start_at, event->zone, &moment);
  month = g_strdup_printf ("%.3s", ikrar_month_name (moment.month));
  day = g_strdup_printf ("%d", moment.day);
  gtk_label_set_label (self->month_label, month);
  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->weekday_label, parts[0]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->day_label), date);
}

static void
show_place (IkrarHeroCard *self, const IkrarEvent *event)
{
  g_autofree char *hours = ikrar_time_format_hours (event->start_at, event->end_at, event->zone);
  g_autofree char *text =
      *event->place != '\0' ? g_strdup_printf ("%s · %s", event->place, hours) : NULL;

  gtk_label_set_label (self->place_label, text != NULL ? text : hours);
}

static void
show_invited (IkrarHeroCard *self, const IkrarEventTally *tally)
{
  g_autofree char *people = ikrar_number_thousands (tally->attendance.invited);
  g_autofree char *units = ikrar_number_thousands (tally->units);
  /* Translators: %1$s is a number of people, %2$s how many units they come from. */
  g_autofree char *text = g_strdup_printf (
      ngettext ("%1$s invited from %2$s unit", "%1$s invited from %2$s units", tally->units),
      people, units);

  gtk_label_set_label (self->invited_label,
                       tally->attendance.invited > 0 ? text : _ ("Nobody invited yet"));
}

static void
show_pace (IkrarHeroCard *self, guint pace)
{
  /* Translators: how many people arrive. */
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u person a minute", "%u people a minute", pace), pace);

  gtk_label_set_label (self->pace_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->pace_label), pace > 0);
}

static void
aim_buttons (IkrarHeroCard *self, IkrarId event)
{
  gtk_actionable_set_action_target (self->desk_button, "x", event);
  gtk_actionable_set_action_target (self->stage_button, "x", event);
  gtk_actionable_set_action_target (self->event_button, "(xs)", event, "summary");
}

void
ikrar_hero_card_show (IkrarHeroCard *self,
                      const IkrarEvent *event,
                      const IkrarEventTally *tally,
                      guint pace)
{
  IkrarStatus status = ikrar_status_of_event (event->state);

  g_return_if_fail (IKRAR_IS_HERO_CARD (self));

  self->event = (IkrarEvent){ .id = event->id,
                              .zone = event->zone,
                              .start_at = event->start_at,
                              .end_at = event->end_at,
                              .state = event->state };
  ikrar_pill_set (self->state_pill, status.css_class, status.icon_name, status.label);
  gtk_label_set_label (self->title_label, event->title);
  show_day (self, event);
  show_place (self, event);
  show_invited (self, tally);
  show_pace (self, pace);
  show_countdown (self);
  aim_buttons (self, event->id);
  wait_for_minute (self);
}
