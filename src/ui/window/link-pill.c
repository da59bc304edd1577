/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/window/link-pill.h"

#include <glib/gi18n-lib.h>

#include "store/address.h"

#include "ui/common/pill.h"

struct _IkrarLinkPill
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *button;
  GtkWidget *shared_icon;
  IkrarPill *offline_pill;
  GtkLabel *title_label;
  GtkLabel *name_label;
  GtkLabel *since_label;
  GtkLabel *advice_label;

  /* Owned */
  IkrarContext *context;
  GDateTime *since; /* when the link broke, NULL while it holds */

  gboolean folded;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarLinkPill, ikrar_link_pill, ADW_TYPE_BIN)

/* Where the data are, as a person would say it. */
static char *
name_database (IkrarContext *context)
{
  g_autoptr (IkrarAddress) address = ikrar_address_parse (ikrar_context_get_uri (context));

  return address != NULL ? ikrar_address_name (address) : g_strdup ("");
}

static char *
say_offline (guint waiting)
{
  if (waiting == 0)
    return g_strdup (_ ("Offline"));
  /* Translators: %u counts check-ins that are not delivered yet. */
  return g_strdup_printf (ngettext ("Offline, %u waiting", "Offline, %u waiting", waiting),
                          waiting);
}

/* What assistive technology knows is the button within. */
static void
name_button (IkrarLinkPill *self, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (self->button);

  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_button (IkrarLinkPill *self, gboolean offline, guint waiting)
{
  g_autofree char *word = say_offline (waiting);
  g_autofree char *number = waiting > 0 ? g_strdup_printf ("%u", waiting) : g_strdup ("");

  gtk_widget_set_visible (self->shared_icon, !offline);
  gtk_widget_set_visible (GTK_WIDGET (self->offline_pill), offline);
  ikrar_pill_set (self->offline_pill, "excused", "drive-harddisk-symbolic",
                  self->folded ? number : word);
  name_button (self, offline ? word : _ ("Shared Database"));
}

static void
show_since (IkrarLinkPill *self, guint waiting)
{
  g_autofree char *clock = g_date_time_format (self->since, "%H.%M");
  /* Translators: %s is a time of the day. */
  g_autofree char *since = g_strdup_printf (_ ("The server has not answered since %s."), clock);
  /* Translators: %u counts check-ins that are not delivered yet. */
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u check-in waits on this computer.",
                                 "%u check-ins wait on this computer.", waiting),
                       waiting);
  g_autofree char *text = g_strdup_printf ("%s %s", since, waiting > 0 ? count : "");

  gtk_label_set_label (self->since_label, g_strchomp (text));
}

static void
show_popover (IkrarLinkPill *self, gboolean offline, guint waiting)
{
  g_autofree char *name = name_database (self->context);

  gtk_label_set_label (self->title_label,
                       offline ? _ ("Working Without the Server") : _ ("Shared Database"));
  gtk_label_set_label (self->name_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self->since_label), offline);
  if (offline)
    show_since (self, waiting);
  gtk_label_set_label (
      self->advice_label,
      offline ? _ ("There is nothing to do. Check-in goes on and is delivered by itself when the "
                   "server is back. Everything else waits until then.")
              : _ ("What is done here is on every other desk within a second."));
}

static void
update (IkrarLinkPill *self)
{
  IkrarLink state =
      self->context != NULL ? ikrar_context_get_link (self->context) : IKRAR_LINK_LOCAL;
  gboolean offline = state == IKRAR_LINK_OFFLINE;
  guint waiting = self->context != NULL ? ikrar_context_get_waiting (self->context) : 0;

  if (!offline)
    g_clear_pointer (&self->since, g_date_time_unref);
  else if (self->since == NULL)
    self->since = g_date_time_new_now_local ();
  gtk_widget_set_visible (GTK_WIDGET (self), state != IKRAR_LINK_LOCAL);
  if (state == IKRAR_LINK_LOCAL)
    return;
  show_button (self, offline, waiting);
  show_popover (self, offline, waiting);
}

static void
set_context (IkrarLinkPill *self, IkrarContext *context)
{
  if (self->context == context)
    return;
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_func (self->context, update, self);
  g_set_object (&self->context, context);
  if (context != NULL)
    g_signal_connect_object (context, "link-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
ikrar_link_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IkrarLinkPill *self = IKRAR_LINK_PILL (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_link_pill_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarLinkPill *self = IKRAR_LINK_PILL (object);

  switch (id)
    {
    case PROP_CONTEXT:
      set_context (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_link_pill_dispose (GObject *object)
{
  IkrarLinkPill *self = IKRAR_LINK_PILL (object);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_func (self->context, update, self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->since, g_date_time_unref);
  G_OBJECT_CLASS (ikrar_link_pill_parent_class)->dispose (object);
}

static void
ikrar_link_pill_class_init (IkrarLinkPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_link_pill_dispose;
  object_class->get_property = ikrar_link_pill_get_property;
  object_class->set_property = ikrar_link_pill_set_property;
  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, IKRAR_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (IKRAR_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/link-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkPill, button);
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkPill, shared_icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkPill, offline_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkPill, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkPill, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkPill, since_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkPill, advice_label);
}

static void
ikrar_link_pill_init (IkrarLinkPill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
