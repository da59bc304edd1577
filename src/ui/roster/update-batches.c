/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/update-batches.h"

#include <glib/gi18n-lib.h>

#include "store/import.h"

#include "ui/common/list.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/roster/update-batch-row.h"

struct _IkrarUpdateBatches
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable;

  IkrarId event;
};

G_DEFINE_FINAL_TYPE (IkrarUpdateBatches, ikrar_update_batches, ADW_TYPE_WINDOW)

/* The imports, and beside each of them what depends on it. */
typedef struct
{
  GPtrArray *batches; /* IkrarImportBatch */
  GPtrArray *depends; /* texts */
} Listing;

static void
listing_free (Listing *listing)
{
  g_clear_pointer (&listing->batches, g_ptr_array_unref);
  g_ptr_array_unref (listing->depends);
  g_free (listing);
}

static char *
describe_dependents (IkrarStore *store, const IkrarImportBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) later = NULL;

  if (batch->undone_at != 0)
    return g_strdup ("");
  if (!ikrar_import_list_dependents (store, batch->id, &people, &later, error))
    return NULL;
  return ikrar_import_describe_dependents (people, later);
}

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  Listing *listing = g_new0 (Listing, 1);

  listing->depends = g_ptr_array_new_with_free_func (g_free);
  listing->batches = ikrar_import_list (store, *(const IkrarId *) input, error);
  for (guint i = 0; listing->batches != NULL && i < listing->batches->len; i++)
    {
      char *depends = describe_dependents (store, g_ptr_array_index (listing->batches, i), error);

      if (depends == NULL)
        {
          listing_free (listing);
          return NULL;
        }
      g_ptr_array_add (listing->depends, depends);
    }
  if (listing->batches != NULL)
    return listing;
  listing_free (listing);
  return NULL;
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarUpdateBatches *self = owner;
  Listing *listing = output;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Imports Cannot Be Read"), error);
      return;
    }
  ikrar_list_clear (self->list);
  for (guint i = 0; i < listing->batches->len; i++)
    gtk_list_box_append (self->list,
                         ikrar_update_batch_row_new (g_ptr_array_index (listing->batches, i),
                                                     g_ptr_array_index (listing->depends, i)));
  gtk_stack_set_visible_child_name (self->stack, listing->batches->len > 0 ? "list" : "empty");
  listing_free (listing);
}

static void
reload (IkrarUpdateBatches *self)
{
  const IkrarWork work = {
    .func = load,
    .input = g_memdup2 (&self->event, sizeof self->event),
    .free_input = g_free,
    .free_output = (GDestroyNotify) listing_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static gpointer
undo (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  ikrar_import_undo (store, *(const IkrarId *) input, error);
  return NULL;
}

static void
on_undone (gpointer owner, gpointer output, const GError *error)
{
  IkrarUpdateBatches *self = owner;

  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (self), _ ("This Could Not Be Undone"), error);
  else
    ikrar_notice (GTK_WIDGET (self->stack), _ ("Import undone"));
  if (self->context != NULL)
    reload (self);
}

static void
undo_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarUpdateBatches *self = IKRAR_UPDATE_BATCHES (widget);
  IkrarId batch = g_variant_get_int64 (parameter);
  const IkrarWork work = {
    .func = undo,
    .input = g_memdup2 (&batch, sizeof batch),
    .free_input = g_free,
    .done = on_undone,
  };

  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
ikrar_update_batches_dispose (GObject *object)
{
  IkrarUpdateBatches *self = IKRAR_UPDATE_BATCHES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UPDATE_BATCHES);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_update_batches_parent_class)->dispose (object);
}

static void
ikrar_update_batches_class_init (IkrarUpdateBatchesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_update_batches_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/update-batches.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateBatches, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateBatches, list);
  gtk_widget_class_install_action (widget_class, "batches.undo", "x", undo_import);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ikrar_update_batches_init (IkrarUpdateBatches *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
ikrar_update_batches_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  IkrarUpdateBatches *self =
      g_object_new (IKRAR_TYPE_UPDATE_BATCHES, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->event = event;
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
