/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/preferences/signatories-page.h"

#include "ui/preferences/signatory-group.h"

struct _IkrarSignatoriesPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  IkrarSignatoryGroup *head_group;
  IkrarSignatoryGroup *officer_group;
};

G_DEFINE_FINAL_TYPE (IkrarSignatoriesPage, ikrar_signatories_page, ADW_TYPE_PREFERENCES_PAGE)

static void
ikrar_signatories_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SIGNATORIES_PAGE);
  G_OBJECT_CLASS (ikrar_signatories_page_parent_class)->dispose (object);
}

static void
ikrar_signatories_page_class_init (IkrarSignatoriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_signatories_page_dispose;
  g_type_ensure (IKRAR_TYPE_SIGNATORY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/signatories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoriesPage, head_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarSignatoriesPage, officer_group);
}

static void
ikrar_signatories_page_init (IkrarSignatoriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_signatories_page_show (IkrarSignatoriesPage *self,
                             IkrarContext *context,
                             const IkrarOfficeInfo *info)
{
  g_return_if_fail (IKRAR_IS_SIGNATORIES_PAGE (self));

  ikrar_signatory_group_show (self->head_group, IKRAR_SIGNATORY_HEAD, context, info);
  ikrar_signatory_group_show (self->officer_group, IKRAR_SIGNATORY_OFFICER, context, info);
}
