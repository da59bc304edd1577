/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/institution-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"

#include "ui/common/entry-row.h"
#include "ui/common/errand.h"
#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/preferences/office-edit.h"
#include "ui/preferences/paper-preview.h"

/* A picture is decoded to be looked at: nobody's coat of arms is larger. */
#define PICTURE_FILE_MAX (64 * 1024 * 1024)
#define LOGO_SIZE 44
#define PNG_MAGIC "\x89PNG\r\n\x1a\n"

struct _IkrarInstitutionPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  IkrarPaperPreview *preview;
  IkrarEntryRow *government_row;
  IkrarEntryRow *name_row;
  IkrarEntryRow *short_name_row;
  IkrarEntryRow *address_row;
  IkrarEntryRow *contact_row;
  IkrarEntryRow *city_row;
  GtkImage *logo_image;
  AdwActionRow *logo_row;
  GtkWidget *remove_logo_button;

  /* Owned */
  IkrarContext *context;
  IkrarInstitution *shown;
  GBytes *logo;
};

G_DEFINE_FINAL_TYPE (IkrarInstitutionPage, ikrar_institution_page, ADW_TYPE_PREFERENCES_PAGE)

#define ROW(row) G_STRUCT_OFFSET (IkrarInstitutionPage, row)
#define FIELD(field) G_STRUCT_OFFSET (IkrarInstitution, field)

static const struct
{
  gsize row;
  gsize field;
  const char *done;
} fields[] = {
  { ROW (government_row), FIELD (government), N_ ("Government changed") },
  { ROW (name_row), FIELD (name), N_ ("Name of the institution changed") },
  { ROW (short_name_row), FIELD (short_name), N_ ("Short name changed") },
  { ROW (address_row), FIELD (address), N_ ("Address changed") },
  { ROW (contact_row), FIELD (contact), N_ ("Second address line changed") },
  { ROW (city_row), FIELD (city), N_ ("Place of papers changed") },
};

static IkrarEntryRow *
row_of (IkrarInstitutionPage *self, guint i)
{
  return *(IkrarEntryRow **) G_STRUCT_MEMBER_P (self, fields[i].row);
}

static char **
field_of (IkrarInstitution *office, guint i)
{
  return G_STRUCT_MEMBER_P (office, fields[i].field);
}

/* The office as it is typed, saved or not. */
static IkrarInstitution *
collect (IkrarInstitutionPage *self)
{
  IkrarInstitution *office = ikrar_entity_copy (&ikrar_institution_entity, self->shown);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char **text = field_of (office, i);

      g_free (*text);
      *text = ikrar_entry_row_dup_text (row_of (self, i));
    }
  return office;
}

static void
update_preview (IkrarInstitutionPage *self)
{
  g_autoptr (IkrarInstitution) office = NULL;

  if (self->shown == NULL)
    return;
  office = collect (self);
  ikrar_paper_preview_show (self->preview, office, self->logo, NULL);
}

static void
on_left (IkrarEntryRow *row, IkrarInstitutionPage *self)
{
  for (guint i = 0; self->shown != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = ikrar_entry_row_dup_text (row);
      IkrarOfficeEdit *edit;

      if (row_of (self, i) != row || strcmp (text, *field_of (self->shown, i)) == 0)
        continue;
      edit = ikrar_office_edit_new (0, _ (fields[i].done));
      ikrar_office_edit_set_text (edit, fields[i].field, text);
      ikrar_office_edit_save (edit, GTK_WIDGET (self), self->context);
    }
}

static gpointer
set_logo (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarId journal = ikrar_logo_set (store, input, error);

  return g_memdup2 (&journal, sizeof journal);
}

static void
on_logo_set (gpointer owner, gpointer output, const GError *error)
{
  g_autofree IkrarId *journal = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Coat of Arms Could Not Be Changed"), error);
  else
    ikrar_notice_undo (owner, _ ("Coat of arms changed"), *journal);
}

static void
free_bytes (gpointer bytes)
{
  g_clear_pointer ((GBytes **) &bytes, g_bytes_unref);
}

static void
save_logo (IkrarInstitutionPage *self, GBytes *png)
{
  const IkrarWork work = {
    .func = set_logo,
    .input = png != NULL ? g_bytes_ref (png) : NULL,
    .free_input = free_bytes,
    .free_output = g_free,
    .done = on_logo_set,
  };

  ikrar_work_start (self->context, self, NULL, &work);
}

static GBytes *
read_picture (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) <= PICTURE_FILE_MAX)
    return g_file_load_bytes (file, NULL, NULL, error);
  g_set_error (
      error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
      _ ("The file is too large for a picture. Choose a PNG or JPEG picture of the coat of "
         "arms."));
  return NULL;
}

/* A PNG file stays as it is; any other picture becomes one. What cannot be drawn is refused here:
 * later it would be missing on every paper. */
static void
load_logo (GTask *task, gpointer owner, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_picture (file, &error);
  g_autoptr (GdkTexture) texture = NULL;
  gsize size;

  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (memcmp (g_bytes_get_data (bytes, &size), PNG_MAGIC, strlen (PNG_MAGIC)) == 0)
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_pointer (task, gdk_texture_save_to_png_bytes (texture),
                           (GDestroyNotify) g_bytes_unref);
}

static void
on_logo_loaded (gpointer owner, GTask *task)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = g_task_propagate_pointer (task, &error);

  if (png != NULL)
    save_logo (owner, png);
  else
    ikrar_notice_error (owner, _ ("This Picture Cannot Be Read"), error);
}

static void
on_logo_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  ikrar_errand_run (widget, NULL, load_logo, g_object_ref (file), g_object_unref, on_logo_loaded);
}

static void
on_choose_logo_clicked (IkrarInstitutionPage *self)
{
  ikrar_file_chooser_open (GTK_WIDGET (self), _ ("Choose the Coat of Arms"), _ ("Pictures"),
                           (const char *const[]){ "png", "jpg", "jpeg", NULL }, on_logo_chosen,
                           NULL);
}

static void
on_remove_logo_clicked (IkrarInstitutionPage *self)
{
  save_logo (self, NULL);
}

static void
ikrar_institution_page_dispose (GObject *object)
{
  IkrarInstitutionPage *self = IKRAR_INSTITUTION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_INSTITUTION_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_institution_page_parent_class)->dispose (object);
}

static void
ikrar_institution_page_finalize (GObject *object)
{
  IkrarInstitutionPage *self = IKRAR_INSTITUTION_PAGE (object);

  ikrar_institution_free (self->shown);
  g_clear_pointer (&self->logo, g_bytes_unref);
  G_OBJECT_CLASS (ikrar_institution_page_parent_class)->finalize (object);
}

static void
ikrar_institution_page_class_init (IkrarInstitutionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_institution_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_institution_page_finalize;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/institution-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, preview);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, government_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, short_name_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, contact_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, city_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, logo_image);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, logo_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarInstitutionPage, remove_logo_button);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_logo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_logo_clicked);
}

static void
ikrar_institution_page_init (IkrarInstitutionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_logo (IkrarInstitutionPage *self, GBytes *logo)
{
  g_autoptr (GdkTexture) texture = NULL;

  if (self->shown != NULL && (logo == self->logo || (logo != NULL && self->logo != NULL &&
                                                     g_bytes_equal (logo, self->logo))))
    return;
  texture = logo != NULL ? gdk_texture_new_from_bytes (logo, NULL) : NULL;
  g_clear_pointer (&self->logo, g_bytes_unref);
  self->logo = logo != NULL ? g_bytes_ref (logo) : NULL;
  if (texture != NULL)
    gtk_image_set_from_paintable (self->logo_image, GDK_PAINTABLE (texture));
  else
    gtk_image_set_from_icon_name (self->logo_image, "security-high-symbolic");
  gtk_image_set_pixel_size (self->logo_image, texture != NULL ? LOGO_SIZE : -1);
  adw_action_row_set_subtitle (self->logo_row, texture != NULL
                                                   ? _ ("Stands at the left of the letterhead")
                                                   : _ ("None chosen yet"));
  gtk_widget_set_visible (self->remove_logo_button, logo != NULL);
}

static void
show_field (IkrarInstitutionPage *self, guint i, IkrarInstitution *office)
{
  g_autofree char *typed = ikrar_entry_row_dup_text (row_of (self, i));

  if (self->shown == NULL || strcmp (typed, *field_of (self->shown, i)) == 0)
    ikrar_entry_row_set_text (row_of (self, i), *field_of (office, i));
}

void
ikrar_institution_page_show (IkrarInstitutionPage *self,
                             IkrarContext *context,
                             const IkrarOfficeInfo *info)
{
  g_return_if_fail (IKRAR_IS_INSTITUTION_PAGE (self));

  g_set_object (&self->context, context);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    show_field (self, i, info->institution);
  show_logo (self, info->logo);
  ikrar_institution_free (self->shown);
  self->shown = ikrar_entity_copy (&ikrar_institution_entity, info->institution);
  update_preview (self);
}
