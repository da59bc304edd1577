/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/server-group.h"

#include <glib/gi18n-lib.h>

#include "store/address.h"

#include "ui/common/entry-row.h"
#include "ui/common/file-chooser.h"

#define USUAL_PORT "5432"
#define USUAL_DATABASE "ikrar"

struct _IkrarServerGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  IkrarEntryRow *servers_row;
  IkrarEntryRow *port_row;
  IkrarEntryRow *database_row;
  IkrarEntryRow *user_row;
  GtkEditable *password_row;
  AdwComboRow *encryption_row;
  AdwActionRow *authority_row;
  GtkWidget *system_button;

  /* Owned */
  char *ca_file; /* "" for the certificates of the system */
  char *rest;    /* what else the address says */

  gboolean showing; /* fields are being filled: nobody entered anything */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarServerGroup, ikrar_server_group, ADW_TYPE_PREFERENCES_GROUP)

/* PostgreSQL's words for what stands in the row, in its order. The rest is what comes of itself. */
static const char *const encryptions[] = { "verify-full", "verify-ca", "require", "prefer",
                                           "disable" };

static const char *const system_files[] = {
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
};

/* The certificates that this system trusts; the server's administrator may have put another file
 * where PostgreSQL looks by itself. */
static const char *
find_system_file (void)
{
  g_autofree char *own = g_build_filename (g_get_home_dir (), ".postgresql", "root.crt", NULL);

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (system_files); i++)
    if (g_file_test (system_files[i], G_FILE_TEST_EXISTS))
      return system_files[i];
  return "";
}

static gboolean
is_system_file (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (system_files); i++)
    if (g_str_equal (system_files[i], path))
      return TRUE;
  return FALSE;
}

static const char *
get_encryption (IkrarServerGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->encryption_row);

  return selected < G_N_ELEMENTS (encryptions) ? encryptions[selected] : "verify-full";
}

static gboolean
verifies (IkrarServerGroup *self)
{
  return g_str_has_prefix (get_encryption (self), "verify-");
}

static void
on_changed (IkrarServerGroup *self)
{
  if (self->showing)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->authority_row), verifies (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_ca_file (IkrarServerGroup *self, const char *path)
{
  g_autofree char *chosen = g_strdup (is_system_file (path) ? "" : path);

  g_free (self->ca_file);
  self->ca_file = g_steal_pointer (&chosen);
  adw_action_row_set_subtitle (self->authority_row, *self->ca_file != '\0'
                                                        ? self->ca_file
                                                        : _ ("Those that this system trusts"));
  gtk_widget_set_visible (self->system_button, *self->ca_file != '\0');
  on_changed (self);
}

static void
on_authority_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    set_ca_file (IKRAR_SERVER_GROUP (widget), path);
}

static void
on_choose_clicked (IkrarServerGroup *self)
{
  static const char *const suffixes[] = { "crt", "pem", "cer", NULL };

  ikrar_file_chooser_open (GTK_WIDGET (self), _ ("Certificate Authority"), _ ("Certificates"),
                           suffixes, on_authority_chosen, NULL);
}

static void
on_system_clicked (IkrarServerGroup *self)
{
  set_ca_file (self, "");
}

static void
ikrar_server_group_dispose (GObject *object)
{
  IKRAR_SERVER_GROUP (object)->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SERVER_GROUP);
  G_OBJECT_CLASS (ikrar_server_group_parent_class)->dispose (object);
}

static void
ikrar_server_group_finalize (GObject *object)
{
  IkrarServerGroup *self = IKRAR_SERVER_GROUP (object);

  g_free (self->ca_file);
  g_free (self->rest);
  G_OBJECT_CLASS (ikrar_server_group_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/server-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, servers_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, port_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, database_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, user_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, password_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, encryption_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, authority_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarServerGroup, system_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_system_clicked);
}

static void
ikrar_server_group_class_init (IkrarServerGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_server_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_server_group_finalize;
  bind_template (GTK_WIDGET_CLASS (klass));

  /**
   * IkrarServerGroup::changed:
   *
   * Something else is entered.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_server_group_init (IkrarServerGroup *self)
{
  self->showing = TRUE;
  self->ca_file = g_strdup ("");
  self->rest = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

static void
show_encryption (IkrarServerGroup *self, const char *encryption)
{
  guint place = 3; /* what PostgreSQL does if nothing is said */

  for (guint i = 0; i < G_N_ELEMENTS (encryptions); i++)
    if (g_str_equal (encryptions[i], encryption))
      place = i;
  adw_combo_row_set_selected (self->encryption_row, place);
}

static void
show_address (IkrarServerGroup *self, const IkrarAddress *address)
{
  ikrar_entry_row_set_text (self->servers_row, address->servers);
  ikrar_entry_row_set_text (self->port_row, *address->port != '\0' ? address->port : USUAL_PORT);
  ikrar_entry_row_set_text (self->database_row, address->database);
  ikrar_entry_row_set_text (self->user_row, address->user);
  gtk_editable_set_text (self->password_row, "");
  show_encryption (self, address->encryption);
  set_ca_file (self, address->ca_file);
  g_free (self->rest);
  self->rest = g_strdup (address->rest);
}

void
ikrar_server_group_show (IkrarServerGroup *self, const char *uri)
{
  g_autoptr (IkrarAddress) address = uri != NULL ? ikrar_address_parse (uri) : NULL;

  g_return_if_fail (IKRAR_IS_SERVER_GROUP (self));

  if (address == NULL)
    {
      address = ikrar_address_new ();
      g_free (address->database);
      address->database = g_strdup (USUAL_DATABASE);
      g_free (address->encryption);
      address->encryption = g_strdup (encryptions[0]);
    }
  self->showing = TRUE;
  show_address (self, address);
  self->showing = FALSE;
  on_changed (self);
}

char *
ikrar_server_group_dup_uri (IkrarServerGroup *self)
{
  g_autoptr (IkrarAddress) address = g_new0 (IkrarAddress, 1);

  g_return_val_if_fail (IKRAR_IS_SERVER_GROUP (self), NULL);

  address->servers = ikrar_entry_row_dup_text (self->servers_row);
  address->port = ikrar_entry_row_dup_text (self->port_row);
  address->database = ikrar_entry_row_dup_text (self->database_row);
  address->user = ikrar_entry_row_dup_text (self->user_row);
  address->encryption = g_strdup (get_encryption (self));
  address->ca_file = g_strdup (
      !verifies (self) ? "" : (*self->ca_file != '\0' ? self->ca_file : find_system_file ()));
  address->rest = g_strdup (self->rest);
  if (*address->servers == '\0' || *address->database == '\0')
    return NULL;
  return ikrar_address_build (address);
}

char *
ikrar_server_group_dup_password (IkrarServerGroup *self)
{
  const char *password;

  g_return_val_if_fail (IKRAR_IS_SERVER_GROUP (self), NULL);

  password = gtk_editable_get_text (self->password_row);
  return *password != '\0' ? g_strdup (password) : NULL;
}
