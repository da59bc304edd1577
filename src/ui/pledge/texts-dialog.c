/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/texts-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/pledge-text.h"
#include "core/text.h"
#include "store/pledge.h"

#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/pledge/pledge-sheet.h"

struct _IkrarTextsDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;
  AdwWindowTitle *text_title;
  IkrarPledgeSheet *text_sheet;
  GtkEditable *name_row;
  GtkTextBuffer *buffer;
  IkrarPledgeSheet *preview;
  GtkStack *preview_stack;
  GtkLabel *fault_label;
  GtkWidget *add_button;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable;
  GPtrArray *texts; /* IkrarPledgeTemplate */
};

G_DEFINE_FINAL_TYPE (IkrarTextsDialog, ikrar_texts_dialog, ADW_TYPE_WINDOW)

/* A new version, for the thread that adds it. */
typedef struct
{
  char *name;
  char *text;
} Draft;

static void
draft_free (Draft *draft)
{
  g_free (draft->name);
  g_free (draft->text);
  g_free (draft);
}

/* A text as it will look: fields that an event fills in stand there by name. */
static char *
render (const char *text, GError **error)
{
  g_auto (GStrv) names = ikrar_pledge_template_fields (text);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (values, g_strdup (names[i]), g_strdup_printf ("[%s]", names[i]));
  return ikrar_pledge_template_render (text, values, error);
}

static GtkWidget *
new_row (const IkrarPledgeTemplate *text)
{
  /* Translators: %d is the number of a version. */
  g_autofree char *version = g_strdup_printf (_ ("Version %d"), text->version);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", text->name,
                                 "subtitle", version, "activatable", TRUE, NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  return row;
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarTextsDialog *self = owner;
  GtkListBoxRow *row;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Texts Cannot Be Read"), error);
      return;
    }
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  self->texts = output;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->texts->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (self->texts, i)));
}

static gpointer
load (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  return ikrar_pledge_template_list (store, error);
}

static void
refresh (IkrarTextsDialog *self)
{
  const IkrarWork work = {
    .func = load,
    .free_output = (GDestroyNotify) g_ptr_array_unref,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
on_row_activated (IkrarTextsDialog *self, GtkListBoxRow *row)
{
  const IkrarPledgeTemplate *text =
      g_ptr_array_index (self->texts, gtk_list_box_row_get_index (row));
  g_autofree char *body = render (text->template_text, NULL);
  /* Translators: %d is the number of a version. */
  g_autofree char *version = g_strdup_printf (_ ("Version %d"), text->version);

  adw_window_title_set_title (self->text_title, text->name);
  adw_window_title_set_subtitle (self->text_title, version);
  ikrar_pledge_sheet_set_text (self->text_sheet, body != NULL ? body : text->template_text);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static char *
get_draft (IkrarTextsDialog *self)
{
  char *text;

  g_object_get (self->buffer, "text", &text, NULL);
  return text;
}

static void
update_preview (IkrarTextsDialog *self)
{
  g_autofree char *text = get_draft (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *body = render (text, &error);
  gboolean named = !ikrar_text_is_blank (gtk_editable_get_text (self->name_row));

  gtk_widget_set_sensitive (self->add_button, body != NULL && named);
  if (body != NULL)
    ikrar_pledge_sheet_set_text (self->preview, body);
  else
    gtk_label_set_label (self->fault_label, error->message);
  gtk_stack_set_visible_child_name (self->preview_stack, body != NULL ? "sheet" : "fault");
}

/* A new version begins as a copy of the newest one. */
static void
start_draft (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarTextsDialog *self = IKRAR_TEXTS_DIALOG (widget);
  const IkrarPledgeTemplate *newest =
      self->texts != NULL && self->texts->len > 0 ? g_ptr_array_index (self->texts, 0) : NULL;

  if (newest != NULL)
    {
      gtk_editable_set_text (self->name_row, newest->name);
      gtk_text_buffer_set_text (self->buffer, newest->template_text, -1);
    }
  update_preview (self);
  gtk_stack_set_visible_child_name (self->stack, "draft");
}

static void
show_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (IKRAR_TEXTS_DIALOG (widget)->stack, "list");
}

static gpointer
add (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Draft *draft = input;

  ikrar_pledge_template_add (store, draft->name, draft->text, error);
  return NULL;
}

static void
on_added (gpointer owner, gpointer output, const GError *error)
{
  IkrarTextsDialog *self = owner;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Text Could Not Be Added"), error);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  ikrar_notice (GTK_WIDGET (self->list), _ ("New version added. Events use it from now on."));
  refresh (self);
}

static void
add_draft (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarTextsDialog *self = IKRAR_TEXTS_DIALOG (widget);
  Draft *draft = g_new0 (Draft, 1);
  const IkrarWork work = {
    .func = add,
    .input = draft,
    .free_input = (GDestroyNotify) draft_free,
    .done = on_added,
  };

  draft->name = ikrar_text_clean (gtk_editable_get_text (self->name_row));
  draft->text = get_draft (self);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
ikrar_texts_dialog_dispose (GObject *object)
{
  IkrarTextsDialog *self = IKRAR_TEXTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_TEXTS_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_texts_dialog_parent_class)->dispose (object);
}

static void
ikrar_texts_dialog_finalize (GObject *object)
{
  IkrarTextsDialog *self = IKRAR_TEXTS_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  G_OBJECT_CLASS (ikrar_texts_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/texts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, text_title);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, text_sheet);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, fault_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarTextsDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
}

static void
ikrar_texts_dialog_class_init (IkrarTextsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_texts_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_texts_dialog_finalize;
  g_type_ensure (IKRAR_TYPE_PLEDGE_SHEET);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "texts.new", NULL, start_draft);
  gtk_widget_class_install_action (widget_class, "texts.list", NULL, show_list);
  gtk_widget_class_install_action (widget_class, "texts.add", NULL, add_draft);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ikrar_texts_dialog_init (IkrarTextsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_texts_dialog_present (GtkWidget *widget, IkrarContext *context)
{
  IkrarTextsDialog *self =
      g_object_new (IKRAR_TYPE_TEXTS_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->context = g_object_ref (context);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
