/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/camera-panel.h"

#include <glib/gi18n-lib.h>

#include "camera/camera.h"
#include "camera/error.h"

#include "ui/common/compat.h"
#include "ui/desk/camera-view.h"

#define DEVICE_KEY "camera-device"
#define DEVICE_TYPE "(ss)"

struct _IkrarCameraPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkWidget *head;
  GtkLabel *name_label;
  GtkMenuButton *devices_button;
  GtkStack *stack;
  IkrarCameraView *view;
  GtkLabel *trouble_title;
  GtkLabel *trouble_label;

  /* Owned */
  GSettings *settings;
  IkrarCamera *camera;
  GSimpleActionGroup *actions;
  GMenu *menu; /* of devices; changes while it is open */
};

G_DEFINE_FINAL_TYPE (IkrarCameraPanel, ikrar_camera_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SCANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Titles of what the messages say in full. */
static const char *const troubles[] = {
  [IKRAR_CAMERA_ERROR_NONE] = N_ ("No Camera"),
  [IKRAR_CAMERA_ERROR_GONE] = N_ ("Camera Unplugged"),
  [IKRAR_CAMERA_ERROR_BUSY] = N_ ("Camera in Use"),
  [IKRAR_CAMERA_ERROR_REFUSED] = N_ ("Camera Not Allowed"),
  [IKRAR_CAMERA_ERROR_FAILED] = N_ ("Camera Does Not Work"),
};

static void
start (IkrarCameraPanel *self)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  g_settings_get (self->settings, DEVICE_KEY, DEVICE_TYPE, &id, &name);
  ikrar_camera_start (self->camera, *id != '\0' ? id : NULL, *name != '\0' ? name : NULL);
}

static const IkrarCameraDevice *
find_device (IkrarCameraPanel *self, const char *id)
{
  GPtrArray *devices = ikrar_camera_get_devices (self->camera);

  for (guint i = 0; i < devices->len; i++)
    {
      const IkrarCameraDevice *device = g_ptr_array_index (devices, i);

      if (g_strcmp0 (device->id, id) == 0)
        return device;
    }
  return NULL;
}

static void
show_devices (IkrarCameraPanel *self)
{
  GPtrArray *devices = ikrar_camera_get_devices (self->camera);
  const char *used = ikrar_camera_get_device (self->camera);
  const IkrarCameraDevice *device = find_device (self, used);

  g_menu_remove_all (self->menu);
  for (guint i = 0; i < devices->len; i++)
    {
      const IkrarCameraDevice *each = g_ptr_array_index (devices, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (each->name, NULL);

      g_menu_item_set_action_and_target (item, "camera.device", "s", each->id);
      g_menu_append_item (self->menu, item);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->devices_button), devices->len > 0);
  gtk_label_set_label (self->name_label, device != NULL ? device->name : _ ("Camera"));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "device",
                                      g_variant_new_string (used != NULL ? used : ""));
}

static void
show_trouble (IkrarCameraPanel *self, const GError *error)
{
  const char *title = _ (troubles[CLAMP (error->code, 0, (int) G_N_ELEMENTS (troubles) - 1)]);

  gtk_label_set_label (self->trouble_title, title);
  gtk_label_set_label (self->trouble_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  ikrar_camera_view_set_frame (self->view, NULL);
  ikrar_compat_announce (GTK_WIDGET (self), error->message);
}

static void
on_changed (IkrarCameraPanel *self)
{
  IkrarCameraState state = ikrar_camera_get_state (self->camera);

  show_devices (self);
  if (state == IKRAR_CAMERA_FAILED)
    show_trouble (self, ikrar_camera_get_error (self->camera));
  else
    gtk_stack_set_visible_child_name (self->stack, state == IKRAR_CAMERA_ON ? "view" : "starting");
  if (state == IKRAR_CAMERA_OFF)
    ikrar_camera_view_set_frame (self->view, NULL);
}

static void
on_frame (IkrarCameraPanel *self, IkrarCameraFrame *frame)
{
  ikrar_camera_view_set_frame (self->view, frame);
}

static void
on_code (IkrarCameraPanel *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_SCANNED], 0, text);
}

static void
on_again_clicked (IkrarCameraPanel *self)
{
  start (self);
}

/* Somebody chose a device. */
static void
on_device_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  IkrarCameraPanel *self = user_data;
  const IkrarCameraDevice *device = find_device (self, g_variant_get_string (parameter, NULL));

  if (device == NULL)
    return;
  g_settings_set (self->settings, DEVICE_KEY, DEVICE_TYPE, device->id, device->name);
  start (self);
}

static void
on_device_changed (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_simple_action_set_state (action, value);
}

static void
ikrar_camera_panel_dispose (GObject *object)
{
  IkrarCameraPanel *self = IKRAR_CAMERA_PANEL (object);

  g_clear_object (&self->camera);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_CAMERA_PANEL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (ikrar_camera_panel_parent_class)->dispose (object);
}

static void
ikrar_camera_panel_class_init (IkrarCameraPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_camera_panel_dispose;
  signals[SIGNAL_SCANNED] = g_signal_new ("scanned", IKRAR_TYPE_CAMERA_PANEL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (IKRAR_TYPE_CAMERA_VIEW);
  gtk_widget_class_set_css_name (widget_class, "camerapanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/camera-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, box);
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, head);
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, devices_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, view);
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, trouble_title);
  gtk_widget_class_bind_template_child (widget_class, IkrarCameraPanel, trouble_label);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
}

static void
ikrar_camera_panel_init (IkrarCameraPanel *self)
{
  static const GActionEntry entries[] = {
    { "device", on_device_activated, "s", "''", on_device_changed },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("id.ikrar.Ikrar");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "camera", G_ACTION_GROUP (self->actions));
  self->menu = g_menu_new ();
  gtk_menu_button_set_menu_model (self->devices_button, G_MENU_MODEL (self->menu));
  self->camera = ikrar_camera_new (g_getenv ("IKRAR_CAMERA"));
  g_signal_connect_object (self->camera, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "frame", G_CALLBACK (on_frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "code", G_CALLBACK (on_code), self, G_CONNECT_SWAPPED);
}

void
ikrar_camera_panel_set_on (IkrarCameraPanel *self, gboolean on)
{
  g_return_if_fail (IKRAR_IS_CAMERA_PANEL (self));

  gtk_widget_set_visible (GTK_WIDGET (self), on);
  if (on)
    start (self);
  else
    ikrar_camera_stop (self->camera);
}

gboolean
ikrar_camera_panel_get_on (IkrarCameraPanel *self)
{
  g_return_val_if_fail (IKRAR_IS_CAMERA_PANEL (self), FALSE);

  return ikrar_camera_get_state (self->camera) != IKRAR_CAMERA_OFF;
}

void
ikrar_camera_panel_set_small (IkrarCameraPanel *self, gboolean is_small)
{
  g_return_if_fail (IKRAR_IS_CAMERA_PANEL (self));

  gtk_widget_set_visible (self->head, !is_small);
}
