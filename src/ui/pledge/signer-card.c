/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/signer-card.h"

#include <glib/gi18n-lib.h>

#include "core/person-name.h"

#include "ui/common/pill.h"
#include "ui/common/status.h"

struct _IkrarSignerCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *initials_label;
  GtkLabel *name_label;
  GtkLabel *position_label;
  GtkLabel *number_label;
  IkrarPill *attendance_pill;
  GtkLabel *time_label;
  IkrarPill *pledge_pill;
};

G_DEFINE_FINAL_TYPE (IkrarSignerCard, ikrar_signer_card, ADW_TYPE_BIN)

static void
ikrar_signer_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SIGNER_CARD);
  G_OBJECT_CLASS (ikrar_signer_card_parent_class)->dispose (object);
}

static void
ikrar_signer_card_class_init (IkrarSignerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_signer_card_dispose;
  g_type_ensure (IKRAR_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/signer-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, initials_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, position_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, number_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, attendance_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, time_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignerCard, pledge_pill);
}

static void
ikrar_signer_card_init (IkrarSignerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_post (const IkrarParticipantLine *line)
{
  if (*line->position == '\0' || *line->unit == '\0')
    return g_strconcat (line->position, line->unit, NULL);
  return g_strdup_printf ("%s, %s", line->position, line->unit);
}

/* Everybody in the queue sees the screen: only the end of the number is shown. */
static char *
describe_number (const IkrarParticipantLine *line)
{
  g_autofree char *masked = ikrar_number_mask (line->employee_number);
  const char *grade = ikrar_grade_text (line->grade);

  if (*line->employee_number == '\0')
    return g_strdup (grade);
  if (*grade == '\0')
    return g_strdup_printf ("%s %s", ikrar_number_label (line->number_kind), masked);
  return g_strdup_printf ("%s %s · %s", ikrar_number_label (line->number_kind), masked, grade);
}

static void
show_state (IkrarSignerCard *self, const IkrarParticipantLine *line, IkrarZone zone)
{
  IkrarStatus attendance = ikrar_status_of_attendance (line->state);
  IkrarStatus pledge = ikrar_status_of_pledge (line->pledge);
  g_autofree char *clock =
      line->state_at != 0 ? ikrar_time_format_clock (line->state_at, zone) : g_strdup ("");

  ikrar_pill_set (self->attendance_pill, attendance.css_class, attendance.icon_name,
                  attendance.label);
  gtk_label_set_label (self->time_label, clock);
  ikrar_pill_set (self->pledge_pill, pledge.css_class, pledge.icon_name, pledge.label);
  gtk_widget_set_visible (GTK_WIDGET (self->pledge_pill), line->pledge != IKRAR_PLEDGE_NONE);
}

void
ikrar_signer_card_show (IkrarSignerCard *self, const IkrarParticipantLine *line, IkrarZone zone)
{
  g_autofree char *initials = NULL;
  g_autofree char *post = NULL;
  g_autofree char *number = NULL;

  g_return_if_fail (IKRAR_IS_SIGNER_CARD (self));

  gtk_stack_set_visible_child_name (self->stack, line != NULL ? "person" : "nobody");
  if (line == NULL)
    return;
  initials = ikrar_person_name_initials (line->name);
  post = describe_post (line);
  number = describe_number (line);
  gtk_label_set_label (self->initials_label, initials);
  gtk_label_set_label (self->name_label, line->display);
  gtk_label_set_label (self->position_label, post);
  gtk_label_set_label (self->number_label, number);
  show_state (self, line, zone);
}
