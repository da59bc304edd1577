/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "camera/camera-devices-private.h"

#include <unistd.h>

#define VIDEO_SOURCE "Video/Source"

struct _IkrarCameraDevices
{
  GstDeviceMonitor *monitor;   /* of the system... */
  GstDeviceProvider *provider; /* ...or behind a portal */
  int remote;
  GSource *watch;
  IkrarCameraDevicesChanged changed;
  gpointer user_data;
};

/* Where it is plugged in tells two cameras of one make apart; numbers such as /dev/video0 change.
 */
char *
_ikrar_camera_device_id (GstDevice *device)
{
  static const char *const keys[] = {
    "node.name", "device.bus_path", "device.serial", "api.v4l2.path", "device.path",
  };
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);

  for (guint i = 0; properties != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = gst_structure_get_string (properties, keys[i]);

      if (value != NULL && *value != '\0')
        return g_strdup (value);
    }
  return gst_device_get_display_name (device);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  IkrarCameraDevices *self = user_data;
  g_autoptr (GstDevice) device = NULL;
  g_autofree char *id = NULL;
  gboolean gone = GST_MESSAGE_TYPE (message) == GST_MESSAGE_DEVICE_REMOVED;

  if (gone)
    gst_message_parse_device_removed (message, &device);
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_DEVICE_ADDED)
    gst_message_parse_device_added (message, &device);
  if (device == NULL || !gst_device_has_classes (device, VIDEO_SOURCE))
    return G_SOURCE_CONTINUE;
  id = _ikrar_camera_device_id (device);
  self->changed (id, gone, self->user_data);
  return G_SOURCE_CONTINUE;
}

static void
watch (IkrarCameraDevices *self, GstBus *bus)
{
  self->watch = gst_bus_create_watch (bus);
  g_source_set_callback (self->watch, G_SOURCE_FUNC (on_message), self, NULL);
  g_source_attach (self->watch, g_main_context_get_thread_default ());
}

static void
watch_system (IkrarCameraDevices *self)
{
  g_autoptr (GstBus) bus = NULL;

  self->monitor = gst_device_monitor_new ();
  gst_device_monitor_add_filter (self->monitor, VIDEO_SOURCE, NULL);
  bus = gst_device_monitor_get_bus (self->monitor);
  watch (self, bus);
  if (!gst_device_monitor_start (self->monitor))
    g_debug ("the system lists no devices");
}

static void
watch_remote (IkrarCameraDevices *self)
{
  g_autoptr (GstBus) bus = NULL;

  self->provider = gst_device_provider_factory_get_by_name ("pipewiredeviceprovider");
  if (self->provider == NULL)
    return;
  g_object_set (self->provider, "fd", self->remote, NULL);
  bus = gst_device_provider_get_bus (self->provider);
  watch (self, bus);
  if (!gst_device_provider_start (self->provider))
    g_debug ("PipeWire lists no devices");
}

IkrarCameraDevices *
_ikrar_camera_devices_new (int remote, IkrarCameraDevicesChanged changed, gpointer user_data)
{
  IkrarCameraDevices *self = g_new0 (IkrarCameraDevices, 1);

  self->remote = remote;
  self->changed = changed;
  self->user_data = user_data;
  if (remote >= 0)
    watch_remote (self);
  else
    watch_system (self);
  return self;
}

void
_ikrar_camera_devices_free (IkrarCameraDevices *self)
{
  if (self == NULL)
    return;
  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
  if (self->monitor != NULL)
    gst_device_monitor_stop (self->monitor);
  if (self->provider != NULL)
    gst_device_provider_stop (self->provider);
  g_clear_object (&self->monitor);
  g_clear_object (&self->provider);
  if (self->remote >= 0)
    close (self->remote);
  g_free (self);
}

static GList *
get_devices (IkrarCameraDevices *self)
{
  GList *devices = NULL, *link, *next;

  if (self->monitor != NULL)
    devices = gst_device_monitor_get_devices (self->monitor);
  else if (self->provider != NULL)
    devices = gst_device_provider_get_devices (self->provider);
  for (link = devices; link != NULL; link = next)
    {
      next = link->next;
      if (gst_device_has_classes (link->data, VIDEO_SOURCE))
        continue;
      gst_object_unref (link->data);
      devices = g_list_delete_link (devices, link);
    }
  return devices;
}

static void
free_device (gpointer data)
{
  IkrarCameraDevice *device = data;

  g_free (device->id);
  g_free (device->name);
  g_free (device);
}

GPtrArray *
_ikrar_camera_devices_list (IkrarCameraDevices *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_device);
  GList *devices = get_devices (self);

  for (GList *link = devices; link != NULL; link = link->next)
    {
      IkrarCameraDevice *device = g_new0 (IkrarCameraDevice, 1);

      device->id = _ikrar_camera_device_id (link->data);
      device->name = gst_device_get_display_name (link->data);
      g_ptr_array_add (list, device);
    }
  g_list_free_full (devices, gst_object_unref);
  return list;
}

static gboolean
has_name (GstDevice *device, const char *name)
{
  g_autofree char *own = gst_device_get_display_name (device);

  return g_strcmp0 (own, name) == 0;
}

static gboolean
has_id (GstDevice *device, const char *id)
{
  g_autofree char *own = _ikrar_camera_device_id (device);

  return g_strcmp0 (own, id) == 0;
}

static GstDevice *
find (GList *devices, gboolean (*has) (GstDevice *device, const char *text), const char *text)
{
  for (GList *link = devices; text != NULL && link != NULL; link = link->next)
    if (has (link->data, text))
      return gst_object_ref (link->data);
  return NULL;
}

GstDevice *
_ikrar_camera_devices_find (IkrarCameraDevices *self, const char *id)
{
  GList *devices = get_devices (self);
  GstDevice *found = find (devices, has_id, id);

  g_list_free_full (devices, gst_object_unref);
  return found;
}

GstDevice *
_ikrar_camera_devices_choose (IkrarCameraDevices *self, const char *id, const char *name)
{
  GList *devices = get_devices (self);
  GstDevice *found = find (devices, has_id, id);

  if (found == NULL)
    found = find (devices, has_name, name);
  if (found == NULL && devices != NULL)
    found = gst_object_ref (devices->data);
  g_list_free_full (devices, gst_object_unref);
  return found;
}
