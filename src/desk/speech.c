/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/speech.h"

#include "desk/ssip-private.h"

/* Where nobody answers, the next words are silent without asking again. */
#define RETRY_US (20 * G_USEC_PER_SEC)

/* A voice that went away is asked for once more for the same words. */
#define TRIES 2

struct _IkrarSpeech
{
  GAsyncQueue *texts; /* char *; an empty one ends the thread */
  char *address;      /* NULL for the usual one */
  char *language;

  /* The thread's own */
  IkrarSsip *link;
  gint64 retry_at; /* monotonic time before which nobody is asked again, 0 if nothing failed */
};

static gboolean
open_link (IkrarSpeech *self)
{
  g_autoptr (GError) error = NULL;

  if (self->link != NULL)
    return TRUE;
  if (g_get_monotonic_time () < self->retry_at)
    return FALSE;
  self->link = _ikrar_ssip_open (self->address, self->language, &error);
  self->retry_at = self->link != NULL ? 0 : g_get_monotonic_time () + RETRY_US;
  if (error != NULL)
    g_debug ("no voice: %s", error->message);
  return self->link != NULL;
}

static void
say (IkrarSpeech *self, const char *text)
{
  for (int i = 0; i < TRIES && open_link (self); i++)
    {
      g_autoptr (GError) error = NULL;

      if (_ikrar_ssip_cancel (self->link, &error) && _ikrar_ssip_speak (self->link, text, &error))
        return;
      g_debug ("not spoken: %s", error->message);
      g_clear_pointer (&self->link, _ikrar_ssip_free);
    }
}

static void
speech_free (IkrarSpeech *self)
{
  if (self->link != NULL)
    _ikrar_ssip_cancel (self->link, NULL);
  _ikrar_ssip_free (self->link);
  g_async_queue_unref (self->texts);
  g_free (self->address);
  g_free (self->language);
  g_free (self);
}

/* Whoever comes later is at the door now: only the newest words count. */
static gpointer
run (gpointer user_data)
{
  IkrarSpeech *self = user_data;
  gboolean stop = FALSE;

  while (!stop)
    {
      g_autofree char *text = g_async_queue_pop (self->texts);

      stop = *text == '\0';
      if (!stop && g_async_queue_length (self->texts) <= 0)
        say (self, text);
    }
  speech_free (self);
  return NULL;
}

IkrarSpeech *
ikrar_speech_new (const char *language)
{
  IkrarSpeech *self = g_new0 (IkrarSpeech, 1);

  self->texts = g_async_queue_new_full (g_free);
  self->address = g_strdup (g_getenv ("SPEECHD_ADDRESS"));
  self->language = g_strdup (language);
  g_thread_unref (g_thread_new ("speech", run, self));
  return self;
}

void
ikrar_speech_say (IkrarSpeech *self, const char *text)
{
  if (*text != '\0')
    g_async_queue_push (self->texts, g_strdup (text));
}

void
ikrar_speech_free (IkrarSpeech *self)
{
  if (self != NULL)
    g_async_queue_push (self->texts, g_strdup (""));
}
