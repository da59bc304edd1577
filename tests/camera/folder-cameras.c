/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* A plugin for GStreamer that makes cameras of a folder, so that tests plug them in and out: each
 * picture NAME@SOCKET.png in $IKRAR_TEST_CAMERAS is a camera that shows it. One beside which there
 * is a NAME@SOCKET.busy is used by another program. */

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>

#define FOLDER "IKRAR_TEST_CAMERAS"
#define INTERVAL_US 20000

/* A source that another program may have. */

#define TYPE_FOLDER_SOURCE (folder_source_get_type ())
G_DECLARE_FINAL_TYPE (FolderSource, folder_source, FOLDER, SOURCE, GstBin)

struct _FolderSource
{
  GstBin parent_instance;
  char *busy; /* the file that says so */
};

G_DEFINE_FINAL_TYPE (FolderSource, folder_source, GST_TYPE_BIN)

static GstStateChangeReturn
folder_source_change_state (GstElement *element, GstStateChange transition)
{
  FolderSource *self = FOLDER_SOURCE (element);

  if (transition == GST_STATE_CHANGE_READY_TO_PAUSED &&
      g_file_test (self->busy, G_FILE_TEST_EXISTS))
    {
      GST_ELEMENT_ERROR (self, RESOURCE, BUSY, (NULL), ("used by another program"));
      return GST_STATE_CHANGE_FAILURE;
    }
  return GST_ELEMENT_CLASS (folder_source_parent_class)->change_state (element, transition);
}

static void
folder_source_finalize (GObject *object)
{
  g_free (FOLDER_SOURCE (object)->busy);
  G_OBJECT_CLASS (folder_source_parent_class)->finalize (object);
}

static void
folder_source_class_init (FolderSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = folder_source_finalize;
  GST_ELEMENT_CLASS (klass)->change_state = folder_source_change_state;
}

static void
folder_source_init (FolderSource *self)
{
}

static GstElement *
make_source (const char *picture)
{
  FolderSource *self = g_object_new (TYPE_FOLDER_SOURCE, NULL);
  g_autofree char *stem = g_strndup (picture, strlen (picture) - strlen (".png"));
  g_autofree char *text =
      g_strdup_printf ("multifilesrc location=\"%s\" loop=true caps=image/png,framerate=20/1"
                       " ! pngdec ! identity sync=true",
                       picture);
  GstElement *inner = gst_parse_bin_from_description (text, TRUE, NULL);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (inner, "src");

  self->busy = g_strconcat (stem, ".busy", NULL);
  gst_bin_add (GST_BIN (self), inner);
  gst_element_add_pad (GST_ELEMENT (self), gst_ghost_pad_new ("src", pad));
  return GST_ELEMENT (self);
}

/* A camera. */

#define TYPE_FOLDER_DEVICE (folder_device_get_type ())
G_DECLARE_FINAL_TYPE (FolderDevice, folder_device, FOLDER, DEVICE, GstDevice)

struct _FolderDevice
{
  GstDevice parent_instance;
  char *picture;
};

G_DEFINE_FINAL_TYPE (FolderDevice, folder_device, GST_TYPE_DEVICE)

static GstElement *
folder_device_create_element (GstDevice *device, const char *name)
{
  return make_source (FOLDER_DEVICE (device)->picture);
}

static void
folder_device_finalize (GObject *object)
{
  g_free (FOLDER_DEVICE (object)->picture);
  G_OBJECT_CLASS (folder_device_parent_class)->finalize (object);
}

static void
folder_device_class_init (FolderDeviceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = folder_device_finalize;
  GST_DEVICE_CLASS (klass)->create_element = folder_device_create_element;
}

static void
folder_device_init (FolderDevice *self)
{
}

/* Width and height stand at the same place of every PNG file. */
static GstCaps *
read_caps (const char *picture)
{
  g_autofree char *png = NULL;
  gsize length;

  if (!g_file_get_contents (picture, &png, &length, NULL) || length < 24)
    return gst_caps_new_empty ();
  return gst_caps_new_simple ("video/x-raw", "width", G_TYPE_INT, GST_READ_UINT32_BE (png + 16),
                              "height", G_TYPE_INT, GST_READ_UINT32_BE (png + 20), "framerate",
                              GST_TYPE_FRACTION, 20, 1, NULL);
}

static FolderDevice *
make_device (const char *folder, const char *file)
{
  g_auto (GStrv) parts = g_strsplit_set (file, "@.", 3);
  g_autoptr (GstStructure) properties =
      gst_structure_new ("camera", "device.bus_path", G_TYPE_STRING, parts[1], NULL);
  g_autofree char *picture = g_build_filename (folder, file, NULL);
  g_autoptr (GstCaps) caps = read_caps (picture);
  FolderDevice *device =
      g_object_new (TYPE_FOLDER_DEVICE, "display-name", parts[0], "device-class", "Video/Source",
                    "caps", caps, "properties", properties, NULL);

  device->picture = g_steal_pointer (&picture);
  return device;
}

/* What sees them come and go. */

#define TYPE_FOLDER_PROVIDER (folder_provider_get_type ())
G_DECLARE_FINAL_TYPE (FolderProvider, folder_provider, FOLDER, PROVIDER, GstDeviceProvider)

struct _FolderProvider
{
  GstDeviceProvider parent_instance;
  GHashTable *known; /* file to FolderDevice */
  GThread *thread;
  gint stopped;
};

G_DEFINE_FINAL_TYPE (FolderProvider, folder_provider, GST_TYPE_DEVICE_PROVIDER)

static gboolean
leave_if_gone (gpointer file, gpointer device, gpointer provider)
{
  if (g_file_test (FOLDER_DEVICE (device)->picture, G_FILE_TEST_EXISTS))
    return FALSE;
  gst_device_provider_device_remove (provider, device);
  return TRUE;
}

static void
look (FolderProvider *self)
{
  const char *folder = g_getenv (FOLDER), *file;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;

  g_hash_table_foreach_remove (self->known, leave_if_gone, self);
  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".png") && !g_hash_table_contains (self->known, file))
      {
        FolderDevice *device = g_object_ref_sink (make_device (folder, file));

        g_hash_table_insert (self->known, g_strdup (file), device);
        gst_device_provider_device_add (GST_DEVICE_PROVIDER (self), GST_DEVICE (device));
      }
}

static gpointer
watch (gpointer user_data)
{
  FolderProvider *self = user_data;

  while (!g_atomic_int_get (&self->stopped))
    {
      g_usleep (INTERVAL_US);
      look (self);
    }
  return NULL;
}

static gboolean
folder_provider_start (GstDeviceProvider *provider)
{
  FolderProvider *self = FOLDER_PROVIDER (provider);

  self->stopped = FALSE;
  look (self);
  self->thread = g_thread_new ("folder-cameras", watch, self);
  return TRUE;
}

static void
folder_provider_stop (GstDeviceProvider *provider)
{
  FolderProvider *self = FOLDER_PROVIDER (provider);

  g_atomic_int_set (&self->stopped, TRUE);
  g_clear_pointer (&self->thread, g_thread_join);
  g_hash_table_remove_all (self->known);
}

static void
folder_provider_finalize (GObject *object)
{
  g_hash_table_unref (FOLDER_PROVIDER (object)->known);
  G_OBJECT_CLASS (folder_provider_parent_class)->finalize (object);
}

static void
folder_provider_class_init (FolderProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = folder_provider_finalize;
  GST_DEVICE_PROVIDER_CLASS (klass)->start = folder_provider_start;
  GST_DEVICE_PROVIDER_CLASS (klass)->stop = folder_provider_stop;
  gst_device_provider_class_set_static_metadata (GST_DEVICE_PROVIDER_CLASS (klass),
                                                 "Cameras of a folder", "Source/Video",
                                                 "Cameras for tests", "Ikrar");
}

static void
folder_provider_init (FolderProvider *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, gst_object_unref);
}

static gboolean
plugin_init (GstPlugin *plugin)
{
  return gst_device_provider_register (plugin, "foldercameras", GST_RANK_PRIMARY,
                                       TYPE_FOLDER_PROVIDER);
}

#define PACKAGE "ikrar"
GST_PLUGIN_DEFINE (GST_VERSION_MAJOR,
                   GST_VERSION_MINOR,
                   foldercameras,
                   "Cameras of a folder",
                   plugin_init,
                   "0",
                   "GPL",
                   "Ikrar",
                   "https://ikrar.id")
