/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/page.h"

typedef struct
{
  IkrarContext *context;
  gulong changed_handler;
  GCancellable *cancellable; /* cancelled when the page goes */
  gboolean folded;
  gboolean stale; /* whether something changed since the last refresh */
} IkrarPagePrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IkrarPage, ikrar_page, ADW_TYPE_BIN)

static IkrarPagePrivate *
get_private (IkrarPage *self)
{
  return ikrar_page_get_instance_private (self);
}

void
ikrar_page_refresh (IkrarPage *self)
{
  IkrarPagePrivate *priv = get_private (self);
  IkrarPageClass *klass = IKRAR_PAGE_GET_CLASS (self);

  priv->stale = TRUE;
  if (priv->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->stale = FALSE;
  if (klass->refresh != NULL)
    klass->refresh (self);
}

static void
on_context_changed (IkrarPage *self)
{
  ikrar_page_refresh (self);
}

static void
drop_context (IkrarPage *self)
{
  IkrarPagePrivate *priv = get_private (self);

  if (priv->context != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->context);
  g_clear_object (&priv->context);
}

static void
set_context (IkrarPage *self, IkrarContext *context)
{
  IkrarPagePrivate *priv = get_private (self);

  if (priv->context == context)
    return;
  drop_context (self);
  if (context != NULL)
    {
      priv->context = g_object_ref (context);
      priv->changed_handler = g_signal_connect_object (
          context, "changed", G_CALLBACK (on_context_changed), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT]);
  ikrar_page_refresh (self);
}

static void
ikrar_page_map (GtkWidget *widget)
{
  IkrarPage *self = IKRAR_PAGE (widget);

  GTK_WIDGET_CLASS (ikrar_page_parent_class)->map (widget);
  if (get_private (self)->stale)
    ikrar_page_refresh (self);
}

static void
ikrar_page_dispose (GObject *object)
{
  IkrarPage *self = IKRAR_PAGE (object);

  g_cancellable_cancel (get_private (self)->cancellable);
  drop_context (self);
  G_OBJECT_CLASS (ikrar_page_parent_class)->dispose (object);
}

static void
ikrar_page_finalize (GObject *object)
{
  g_object_unref (get_private (IKRAR_PAGE (object))->cancellable);
  G_OBJECT_CLASS (ikrar_page_parent_class)->finalize (object);
}

static void
ikrar_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IkrarPagePrivate *priv = get_private (IKRAR_PAGE (object));

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarPage *self = IKRAR_PAGE (object);

  switch (id)
    {
    case PROP_CONTEXT:
      set_context (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      if (get_private (self)->folded == g_value_get_boolean (value))
        break;
      get_private (self)->folded = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_page_class_init (IkrarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ikrar_page_dispose;
  object_class->finalize = ikrar_page_finalize;
  object_class->get_property = ikrar_page_get_property;
  object_class->set_property = ikrar_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = ikrar_page_map;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, IKRAR_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ikrar_page_init (IkrarPage *self)
{
  IkrarPagePrivate *priv = get_private (self);

  priv->cancellable = g_cancellable_new ();
  priv->stale = TRUE;
}

IkrarContext *
ikrar_page_get_context (IkrarPage *self)
{
  g_return_val_if_fail (IKRAR_IS_PAGE (self), NULL);

  return get_private (self)->context;
}

gboolean
ikrar_page_get_folded (IkrarPage *self)
{
  g_return_val_if_fail (IKRAR_IS_PAGE (self), FALSE);

  return get_private (self)->folded;
}

void
ikrar_page_run (IkrarPage *self, const IkrarWork *work)
{
  IkrarPagePrivate *priv = get_private (self);

  g_return_if_fail (IKRAR_IS_PAGE (self));
  g_return_if_fail (priv->context != NULL);

  ikrar_work_start (priv->context, self, priv->cancellable, work);
}
