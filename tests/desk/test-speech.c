/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "desk/speech.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

/* Stands in for Speech Dispatcher: answers its protocol and keeps what it is told. */
typedef struct
{
  char *folder;
  char *path;
  GSocketListener *listener;
  GCancellable *over;
  GThread *thread;
  GAsyncQueue *heard;    /* char *: what is spoken, as it comes over the line */
  GAsyncQueue *commands; /* char *: everything else */
  GAsyncQueue *leave;    /* something in it lets the next words be answered, while @holds */
  gint holds;            /* atomic */
  gint hangs_up;         /* atomic: how often it goes away after words */
  gint mute_language;    /* atomic: whether it refuses every language */
} Voice;

static void
answer (GOutputStream *output, const char *line)
{
  g_autofree char *sent = g_strconcat (line, "\r\n", NULL);

  g_output_stream_write_all (output, sent, strlen (sent), NULL, NULL, NULL);
}

/* Whether to go on after words. */
static gboolean
listen_to (Voice *voice, GDataInputStream *input, GOutputStream *output)
{
  GString *text = g_string_new (NULL);
  g_autofree char *line = NULL;

  answer (output, "230 OK RECEIVING DATA");
  while ((line = g_data_input_stream_read_line (input, NULL, NULL, NULL)) != NULL &&
         !g_str_equal (line, "."))
    {
      g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", line);
      g_clear_pointer (&line, g_free);
    }
  g_async_queue_push (voice->heard, g_string_free (text, FALSE));
  if (g_atomic_int_get (&voice->holds))
    g_async_queue_pop (voice->leave);
  if (g_atomic_int_get (&voice->hangs_up) > 0)
    {
      g_atomic_int_add (&voice->hangs_up, -1);
      return FALSE;
    }
  answer (output, "225-21\r\n225 OK MESSAGE QUEUED");
  return TRUE;
}

/* Serves one client until it goes. */
static void
attend (Voice *voice, GIOStream *stream)
{
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  g_autoptr (GDataInputStream) input =
      g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  char *line;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while ((line = g_data_input_stream_read_line (input, NULL, NULL, NULL)) != NULL)
    {
      gboolean speaks = g_str_equal (line, "SPEAK");
      gboolean refused =
          strstr (line, "LANGUAGE") != NULL && g_atomic_int_get (&voice->mute_language);

      g_async_queue_push (voice->commands, line);
      if (speaks && !listen_to (voice, input, output))
        break;
      if (!speaks)
        answer (output, refused ? "408 ERR NO SUCH LANGUAGE" : "208 OK");
    }
  g_io_stream_close (stream, NULL, NULL);
}

static gpointer
serve (gpointer user_data)
{
  Voice *voice = user_data;
  GSocketConnection *connection;

  while ((connection = g_socket_listener_accept (voice->listener, NULL, voice->over, NULL)) != NULL)
    {
      attend (voice, G_IO_STREAM (connection));
      g_object_unref (connection);
    }
  return NULL;
}

static void
begin (Voice *voice)
{
  g_autoptr (GSocketAddress) address = NULL;
  g_autofree char *where = NULL;
  GError *error = NULL;

  voice->folder = g_dir_make_tmp ("ikrar-speech-XXXXXX", NULL);
  voice->path = g_build_filename (voice->folder, "speechd.sock", NULL);
  voice->heard = g_async_queue_new_full (g_free);
  voice->commands = g_async_queue_new_full (g_free);
  voice->leave = g_async_queue_new ();
  voice->over = g_cancellable_new ();
  voice->listener = g_socket_listener_new ();
  address = g_unix_socket_address_new (voice->path);
  g_socket_listener_add_address (voice->listener, address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  where = g_strdup_printf ("unix_socket:%s", voice->path);
  g_setenv ("SPEECHD_ADDRESS", where, TRUE);
  voice->thread = g_thread_new ("voice", serve, voice);
}

/* The voice that spoke is gone by then: its client hangs up. */
static void
end (Voice *voice)
{
  g_cancellable_cancel (voice->over);
  g_thread_join (voice->thread);
  g_object_unref (voice->listener);
  g_object_unref (voice->over);
  g_async_queue_unref (voice->heard);
  g_async_queue_unref (voice->commands);
  g_async_queue_unref (voice->leave);
  g_unlink (voice->path);
  g_rmdir (voice->folder);
  g_free (voice->path);
  g_free (voice->folder);
}

static void
assert_next (GAsyncQueue *queue, const char *wanted)
{
  g_autofree char *line = g_async_queue_pop (queue);

  g_assert_cmpstr (line, ==, wanted);
}

static void
test_words (Voice *voice)
{
  static const struct
  {
    const char *said;
    const char *sent;
  } cases[] = {
    { "Selamat Datang. Theresia Kondo.", "Selamat Datang. Theresia Kondo." },
    { ".", ".." },
    { "...", "...." },
    { "satu\r\n.\r\nQUIT", "satu  .  QUIT" },
    { "\n.", " ." },
    { "日本語 Çelik", "日本語 Çelik" },
  };
  IkrarSpeech *speech = ikrar_speech_new ("id");
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ikrar_speech_say (speech, cases[i].said);
      assert_next (voice->heard, cases[i].sent);
    }
  ikrar_speech_say (speech, "");
  name = g_async_queue_pop (voice->commands);
  g_assert_true (g_str_has_prefix (name, "SET SELF CLIENT_NAME "));
  g_assert_true (g_str_has_suffix (name, ":ikrar:desk"));
  assert_next (voice->commands, "SET SELF PRIORITY MESSAGE");
  assert_next (voice->commands, "SET SELF LANGUAGE id");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_next (voice->commands, "CANCEL SELF");
      assert_next (voice->commands, "SPEAK");
    }
  /* It falls silent when it goes. */
  ikrar_speech_free (speech);
  assert_next (voice->commands, "CANCEL SELF");
}

/* A queue at the door is faster than any voice: between the first and the last nobody is named. */
static void
test_newest (Voice *voice)
{
  IkrarSpeech *speech = ikrar_speech_new ("en");

  g_atomic_int_set (&voice->holds, 1);
  ikrar_speech_say (speech, "first");
  assert_next (voice->heard, "first");
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *text = g_strdup_printf ("between %d", i);

      ikrar_speech_say (speech, text);
    }
  ikrar_speech_say (speech, "last");
  g_atomic_int_set (&voice->holds, 0);
  g_async_queue_push (voice->leave, voice);
  assert_next (voice->heard, "last");
  ikrar_speech_free (speech);
}

/* Speech Dispatcher ends when nobody uses it, and is restarted by its user. */
static void
test_hangs_up (Voice *voice)
{
  IkrarSpeech *speech = ikrar_speech_new ("en");

  g_atomic_int_set (&voice->hangs_up, 1);
  ikrar_speech_say (speech, "once");
  assert_next (voice->heard, "once");
  assert_next (voice->heard, "once");
  ikrar_speech_say (speech, "again");
  assert_next (voice->heard, "again");
  ikrar_speech_free (speech);
}

static void
test_language_without_voice (Voice *voice)
{
  IkrarSpeech *speech = ikrar_speech_new ("xx");

  g_atomic_int_set (&voice->mute_language, 1);
  ikrar_speech_say (speech, "still");
  assert_next (voice->heard, "still");
  ikrar_speech_free (speech);
}

/* Nobody there: what is said is dropped, and nobody waits. */
static void
test_nobody (Voice *voice)
{
  static const char *const addresses[] = { "unix_socket:/nowhere/speechd.sock", "inet_socket:0:1",
                                           "inet_socket", "", "nonsense" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      IkrarSpeech *speech;

      g_setenv ("SPEECHD_ADDRESS", addresses[i], TRUE);
      speech = ikrar_speech_new ("id");
      for (int j = 0; j < 100; j++)
        ikrar_speech_say (speech, "nobody hears this");
      ikrar_speech_free (speech);
    }
  g_assert_cmpint (g_async_queue_length (voice->heard), ==, 0);
}

static void
run_test (gconstpointer data)
{
  void (*func) (Voice *) = *(void (*const *) (Voice *)) data;
  Voice voice = { 0 };

  begin (&voice);
  func (&voice);
  end (&voice);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Voice *);
  } tests[] = {
    { "/speech/words", test_words },
    { "/speech/newest", test_newest },
    { "/speech/hangs-up", test_hangs_up },
    { "/speech/language-without-voice", test_language_without_voice },
    { "/speech/nobody", test_nobody },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i].func, run_test);
  return g_test_run ();
}
