/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/seal-hero.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/pledge/pledge-info.h"

struct _IkrarSealHero
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkOrientable *content;
  GtkOrientable *inner;
  GtkWidget *badge;
  GtkImage *icon;
  GtkLabel *eyebrow_label;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *root_label;
  GtkWidget *root_box;
  GtkStack *check_stack;
  GtkProgressBar *progress_bar;
  GtkLabel *checked_label;
  GtkLabel *problems_label;

  IkrarZone zone;
  gboolean altered; /* whether the last check found the log altered */
};

G_DEFINE_FINAL_TYPE (IkrarSealHero, ikrar_seal_hero, ADW_TYPE_BIN)

static void
ikrar_seal_hero_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SEAL_HERO);
  G_OBJECT_CLASS (ikrar_seal_hero_parent_class)->dispose (object);
}

static void
ikrar_seal_hero_class_init (IkrarSealHeroClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_seal_hero_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/seal-hero.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, content);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, inner);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, badge);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, eyebrow_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, root_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, root_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, check_stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, checked_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSealHero, problems_label);
}

static void
ikrar_seal_hero_init (IkrarSealHero *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "present" is intact, "absent" is altered, NULL not looked at yet. */
static void
set_look (IkrarSealHero *self, const char *css_class, const char *icon_name, const char *eyebrow)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "present");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "absent");
  gtk_widget_remove_css_class (self->badge, "present");
  gtk_widget_remove_css_class (self->badge, "absent");
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
      gtk_widget_add_css_class (self->badge, css_class);
    }
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->eyebrow_label, eyebrow);
}

static char *
describe_seal (const IkrarLedgerInfo *info)
{
  const IkrarLedgerState *state = &info->state;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *number = NULL;
  g_autofree char *waiting = NULL;

  if (state->checkpoints == 0)
    return g_strdup (_ ("No checkpoint yet. One is signed when the program is closed."));
  day = ikrar_time_format_day (state->checkpoint_at, info->zone);
  clock = ikrar_time_format_clock (state->checkpoint_at, info->zone);
  number = ikrar_number_thousands ((gint64) state->checkpoints);
  if (state->sealed >= state->size)
    /* Translators: %1$s is a day, %2$s a time, %3$s a zone such as WITA, %4$s a number. */
    return g_strdup_printf (_ ("Sealed until %1$s at %2$s %3$s, checkpoint no. %4$s"), day, clock,
                            ikrar_zone_word (info->zone), number);
  waiting = ikrar_number_thousands ((gint64) (state->size - state->sealed));
  /* Translators: %1$s is a day, %2$s a time, %3$s a zone, %4$s a number of records. */
  return g_strdup_printf (_ ("Sealed until %1$s at %2$s %3$s; %4$s records wait for the next "
                             "checkpoint"),
                          day, clock, ikrar_zone_word (info->zone), waiting);
}

void
ikrar_seal_hero_show (IkrarSealHero *self, const IkrarLedgerInfo *info)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *root = NULL;

  g_return_if_fail (IKRAR_IS_SEAL_HERO (self));

  self->zone = info->zone;
  number = ikrar_number_thousands ((gint64) info->state.size);
  title = g_strdup_printf (
      ngettext ("%s record", "%s records", (gulong) MIN (info->state.size, G_MAXINT)), number);
  seal = describe_seal (info);
  root = ikrar_pledge_digest_grouped (&info->state.root);
  gtk_label_set_label (self->root_label, root);
  gtk_widget_set_visible (self->root_box, info->state.size > 0);
  gtk_label_set_label (self->subtitle_label, seal);
  /* What was found altered stays so until it is checked again. */
  if (self->altered)
    return;
  gtk_label_set_label (self->title_label, title);
  if (info->state.size == 0)
    gtk_label_set_label (self->subtitle_label,
                         _ ("Pledges, certificates and closings are sealed here by themselves."));
}

void
ikrar_seal_hero_show_progress (IkrarSealHero *self, double fraction)
{
  g_return_if_fail (IKRAR_IS_SEAL_HERO (self));

  gtk_stack_set_visible_child_name (self->check_stack, "progress");
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

void
ikrar_seal_hero_end_progress (IkrarSealHero *self)
{
  g_return_if_fail (IKRAR_IS_SEAL_HERO (self));

  gtk_stack_set_visible_child_name (self->check_stack, "button");
}

static void
show_checked (IkrarSealHero *self, gint64 took_ms)
{
  g_autofree char *clock = ikrar_time_format_clock (ikrar_time_now (), self->zone);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT,
                                              took_ms / 1000, took_ms % 1000 / 100);
  /* Translators: %1$s is a time, %2$s a number of seconds. */
  g_autofree char *text = g_strdup_printf (_ ("Checked %1$s, %2$s seconds"), clock, seconds);

  gtk_label_set_label (self->checked_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->checked_label), TRUE);
}

static void
show_altered (IkrarSealHero *self, const IkrarLedgerReport *report)
{
  g_autofree char *number = ikrar_number_thousands (report->first_altered);
  /* Translators: %s is the number of a record. */
  g_autofree char *title = g_strdup_printf (_ ("Record %s was altered"), number);

  set_look (self, "absent", "dialog-error-symbolic", _ ("Sealed log, altered"));
  gtk_label_set_label (self->title_label,
                       report->first_altered >= 0 ? title : _ ("The log was altered"));
}

static void
show_problems (IkrarSealHero *self, const IkrarLedgerReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < report->problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (report->problems, i));
  gtk_label_set_label (self->problems_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_label), text->len > 0);
}

void
ikrar_seal_hero_show_report (IkrarSealHero *self, const IkrarLedgerReport *report, gint64 took_ms)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (IKRAR_IS_SEAL_HERO (self));

  self->altered = !report->ok;
  ikrar_seal_hero_end_progress (self);
  show_checked (self, took_ms);
  show_problems (self, report);
  if (self->altered)
    {
      show_altered (self, report);
      return;
    }
  number = ikrar_number_thousands ((gint64) report->size);
  title = g_strdup_printf (
      ngettext ("%s record", "%s records", (gulong) MIN (report->size, G_MAXINT)), number);
  set_look (self, "present", "security-high-symbolic", _ ("Sealed log, intact"));
  gtk_label_set_label (self->title_label, title);
}

void
ikrar_seal_hero_set_folded (IkrarSealHero *self, gboolean folded)
{
  GtkOrientation orientation = folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (IKRAR_IS_SEAL_HERO (self));

  gtk_orientable_set_orientation (self->content, orientation);
  gtk_orientable_set_orientation (self->inner, orientation);
}
