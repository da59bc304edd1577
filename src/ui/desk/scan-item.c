/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/scan-item.h"

#include <string.h>

#include "core/text.h"

struct _IkrarScanItem
{
  GObject parent_instance;

  IkrarScan *scan;
  char *search; /* folded name and unit, made when first searched */
};

G_DEFINE_FINAL_TYPE (IkrarScanItem, ikrar_scan_item, G_TYPE_OBJECT)

static void
ikrar_scan_item_finalize (GObject *object)
{
  IkrarScanItem *self = IKRAR_SCAN_ITEM (object);

  ikrar_scan_free (self->scan);
  g_free (self->search);
  G_OBJECT_CLASS (ikrar_scan_item_parent_class)->finalize (object);
}

static void
ikrar_scan_item_class_init (IkrarScanItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_scan_item_finalize;
}

static void
ikrar_scan_item_init (IkrarScanItem *self)
{
}

IkrarScanItem *
ikrar_scan_item_new (IkrarScan *scan)
{
  IkrarScanItem *self = g_object_new (IKRAR_TYPE_SCAN_ITEM, NULL);

  self->scan = scan;
  return self;
}

const IkrarScan *
ikrar_scan_item_get (IkrarScanItem *self)
{
  g_return_val_if_fail (IKRAR_IS_SCAN_ITEM (self), NULL);

  return self->scan;
}

gboolean
ikrar_scan_item_matches (IkrarScanItem *self, GStrv words)
{
  g_return_val_if_fail (IKRAR_IS_SCAN_ITEM (self), FALSE);

  if (self->search == NULL)
    {
      g_autofree char *text = g_strjoin (" ", self->scan->name, self->scan->unit, NULL);

      self->search = ikrar_text_fold (text);
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->search, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
