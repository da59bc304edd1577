/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/backup-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _IkrarBackupRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkActionable *restore_button;
};

G_DEFINE_FINAL_TYPE (IkrarBackupRow, ikrar_backup_row, ADW_TYPE_ACTION_ROW)

static void
ikrar_backup_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_BACKUP_ROW);
  G_OBJECT_CLASS (ikrar_backup_row_parent_class)->dispose (object);
}

static void
ikrar_backup_row_class_init (IkrarBackupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_backup_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/backup-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarBackupRow, restore_button);
}

static void
ikrar_backup_row_init (IkrarBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
ikrar_backup_row_format_time (IkrarTime at, IkrarZone zone)
{
  g_autofree char *day = ikrar_time_format_date (at, zone);
  g_autofree char *clock = ikrar_time_format_clock (at, zone);

  /* Translators: %1$s is a date, %2$s a time. */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, clock);
}

static char *
describe (const IkrarBackupLine *line)
{
  g_autofree char *size = g_format_size (line->size);
  const char *kind = strstr (line->path, ".before-restore") != NULL  ? _ ("before a restore")
                     : strstr (line->path, ".before-schema") != NULL ? _ ("before an update")
                     : line->sealed                                  ? _ ("with passphrase")
                                                                     : _ ("without passphrase");

  return g_strdup_printf ("%s · %s", size, kind);
}

GtkWidget *
ikrar_backup_row_new (const IkrarBackupLine *line, IkrarZone zone)
{
  IkrarBackupRow *self = g_object_new (IKRAR_TYPE_BACKUP_ROW, NULL);
  g_autofree char *time = ikrar_backup_row_format_time (line->at, zone);
  g_autofree char *subtitle = describe (line);
  /* Translators: %s is the date and time of a backup. */
  g_autofree char *label = g_strdup_printf (_ ("Restore the Backup of %s"), time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_actionable_set_action_target (self->restore_button, "s", line->path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->restore_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
