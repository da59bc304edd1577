/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/keyring.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "samples.h"
#include "seal/error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("ikrar-keyring-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ikrar.keys", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static IkrarKeyring *
open_good (const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  IkrarKeyring *keyring = ikrar_keyring_open (path, passphrase, &error);

  g_assert_no_error (error);
  return keyring;
}

static void
assert_not_opened (const char *path, const char *passphrase, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ikrar_keyring_open (path, passphrase, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, code);
}

static void
add (IkrarKeyring *keyring, guint8 first)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (first);
  g_autoptr (GError) error = NULL;

  ikrar_keyring_add (keyring, key, &error);
  g_assert_no_error (error);
}

static gboolean
has (IkrarKeyring *keyring, guint8 first)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (first);
  g_autoptr (IkrarSecretKey) found =
      ikrar_keyring_lookup (keyring, ikrar_secret_key_get_public (key));
  guint8 seed[32] = { 0 };

  if (found == NULL)
    return FALSE;
  ikrar_secret_key_get_seed (found, seed);
  g_assert_cmpuint (seed[0], ==, first);
  return TRUE;
}

static char *
read_file (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
write_file (const char *path, const char *text, gssize length)
{
  g_assert_true (
      g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

static guint
count_lines (const char *path)
{
  g_autofree char *text = read_file (path);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) - 1;
}

static void
test_plain (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);
  g_autoptr (IkrarKeyring) again = NULL;
  g_autofree char *text = NULL;
  struct stat status;

  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (has (keyring, 0));
  add (keyring, 0);
  add (keyring, 1);
  add (keyring, 1);
  g_assert_true (has (keyring, 0));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  text = read_file (fixture->path);
  g_assert_true (g_str_has_prefix (text, "ikrar-keys 1 plain\n"
                                         "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg= "
                                         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"));
  g_assert_cmpuint (count_lines (fixture->path), ==, 3);
  again = open_good (fixture->path, "a passphrase nobody asked for");
  g_assert_true (has (again, 0));
  g_assert_true (has (again, 1));
  g_assert_false (has (again, 2));
}

static void
test_references (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);
  g_autoptr (IkrarKeyring) second = ikrar_keyring_ref (keyring);
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  g_autoptr (IkrarSecretKey) found = NULL;

  add (keyring, 0);
  found = ikrar_keyring_lookup (second, ikrar_secret_key_get_public (key));
  g_clear_pointer (&keyring, ikrar_keyring_unref);
  g_clear_pointer (&second, ikrar_keyring_unref);
  /* A key outlives the ring. */
  g_assert_cmpmem (ikrar_secret_key_get_public (found), IKRAR_PUBLIC_KEY_SIZE,
                   ikrar_secret_key_get_public (key), IKRAR_PUBLIC_KEY_SIZE);
}

static void
test_sealed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);
  g_autoptr (IkrarKeyring) again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add (keyring, 0);
  g_assert_true (ikrar_keyring_set_passphrase (keyring, "kuda terbang", &error));
  g_assert_no_error (error);
  add (keyring, 1);
  text = read_file (fixture->path);
  g_assert_true (g_str_has_prefix (text, "ikrar-keys 1 argon2id "));
  g_assert_null (strstr (text, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  assert_not_opened (fixture->path, NULL, IKRAR_SEAL_ERROR_PASSPHRASE);
  assert_not_opened (fixture->path, "", IKRAR_SEAL_ERROR_PASSPHRASE);
  assert_not_opened (fixture->path, "kuda terbanG", IKRAR_SEAL_ERROR_PASSPHRASE);
  again = open_good (fixture->path, "kuda terbang");
  g_assert_true (has (again, 0));
  g_assert_true (has (again, 1));
}

/* A file that was made once opens for ever. */
static void
test_sample (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = NULL;

  write_file (fixture->path, SAMPLE_KEY_FILE, -1);
  keyring = open_good (fixture->path, SAMPLE_PASSPHRASE);
  g_assert_true (has (keyring, 0) && has (keyring, 1) && !has (keyring, 2));
}

/* A wrong passphrase is noticed before there is any key. */
static void
test_sealed_without_keys (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);

  g_assert_true (ikrar_keyring_set_passphrase (keyring, "kuda terbang", NULL));
  g_assert_cmpuint (count_lines (fixture->path), ==, 1);
  assert_not_opened (fixture->path, "kuda laut", IKRAR_SEAL_ERROR_PASSPHRASE);
}

static void
test_unsealed_again (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add (keyring, 0);
  g_assert_false (ikrar_keyring_set_passphrase (keyring, "", &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE);
  g_assert_true (ikrar_keyring_set_passphrase (keyring, "kuda terbang", NULL));
  g_assert_true (ikrar_keyring_set_passphrase (keyring, NULL, NULL));
  text = read_file (fixture->path);
  g_assert_true (g_str_has_prefix (text, "ikrar-keys 1 plain\n"));
  g_assert_nonnull (strstr (text, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
}

/* Two rings on one file, as two processes have them: nothing is lost, and the file decides. */
static void
test_two_rings (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) a = open_good (fixture->path, NULL);
  g_autoptr (IkrarKeyring) b = open_good (fixture->path, NULL);

  add (a, 0);
  add (b, 1);
  add (a, 2);
  g_assert_true (has (a, 0) && has (a, 1) && has (a, 2));
  g_assert_cmpuint (count_lines (fixture->path), ==, 4);
}

static void
test_passphrase_of_another (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) a = open_good (fixture->path, NULL);
  g_autoptr (IkrarKeyring) b = open_good (fixture->path, NULL);
  g_autoptr (IkrarSecretKey) key = fixture_key (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add (a, 0);
  g_assert_true (ikrar_keyring_set_passphrase (a, "kuda terbang", NULL));
  before = read_file (fixture->path);
  g_assert_false (ikrar_keyring_add (b, key, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE);
  g_assert_false (has (b, 1));
  g_clear_error (&error);
  g_assert_false (ikrar_keyring_set_passphrase (b, "kuda laut", &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE);
  after = read_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Once the file is open to all, a ring with the old passphrase must not seal half of it. */
static void
test_unsealed_by_another (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) a = open_good (fixture->path, NULL);
  g_autoptr (IkrarKeyring) b = NULL;
  g_autoptr (IkrarKeyring) c = NULL;

  add (a, 0);
  g_assert_true (ikrar_keyring_set_passphrase (a, "kuda terbang", NULL));
  b = open_good (fixture->path, "kuda terbang");
  g_assert_true (ikrar_keyring_set_passphrase (a, NULL, NULL));
  add (b, 1);
  c = open_good (fixture->path, NULL);
  g_assert_true (has (c, 0) && has (c, 1));
}

static void
test_vanished_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);

  add (keyring, 0);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  add (keyring, 1);
  g_assert_cmpuint (count_lines (fixture->path), ==, 3);
}

typedef struct
{
  const char *path;
  guint8 first;
} Adder;

static gpointer
add_ten (gpointer data)
{
  const Adder *adder = data;
  g_autoptr (IkrarKeyring) keyring = open_good (adder->path, NULL);

  for (guint8 i = 0; i < 10; i++)
    add (keyring, adder->first + i);
  return NULL;
}

static void
assert_first_forty (const char *path)
{
  g_autoptr (IkrarKeyring) keyring = open_good (path, NULL);

  for (guint8 i = 0; i < 40; i++)
    g_assert_true (has (keyring, i));
  g_assert_cmpuint (count_lines (path), ==, 41);
}

static void
test_threads (Fixture *fixture, gconstpointer unused)
{
  Adder adders[4];
  GThread *threads[4];

  for (guint8 i = 0; i < 4; i++)
    {
      adders[i] = (Adder){ fixture->path, i * 10 };
      threads[i] = g_thread_new ("add", add_ten, &adders[i]);
    }
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  assert_first_forty (fixture->path);
}

/* This program again, as another process that adds ten keys. */
static GSubprocess *
start_adder (const char *path, guint first)
{
  g_autofree char *number = g_strdup_printf ("%u", first);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe",
                                           "--add", path, number, NULL);

  g_assert_no_error (error);
  return process;
}

static void
test_processes (Fixture *fixture, gconstpointer unused)
{
  GSubprocess *processes[4];

  for (guint i = 0; i < 4; i++)
    processes[i] = start_adder (fixture->path, i * 10);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (g_subprocess_wait_check (processes[i], NULL, NULL));
      g_object_unref (processes[i]);
    }
  assert_first_forty (fixture->path);
}

static void
test_damaged_plain (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);
  g_autofree char *text = NULL;
  gsize length;

  add (keyring, 0);
  text = read_file (fixture->path);
  length = strlen (text);
  for (gsize i = 0; i < length; i++)
    {
      text[i] ^= 1;
      write_file (fixture->path, text, (gssize) length);
      assert_not_opened (fixture->path, NULL, IKRAR_SEAL_ERROR_SYNTAX);
      text[i] ^= 1;
    }
  for (gsize i = strlen ("ikrar-keys 1 plain\n") + 1; i < length; i++)
    {
      write_file (fixture->path, text, (gssize) i);
      assert_not_opened (fixture->path, NULL, IKRAR_SEAL_ERROR_SYNTAX);
    }
}

static void
test_damaged_otherwise (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *text;
    gssize length;
  } cases[] = {
    { "", 0 },
    { "ikrar-keys 2 plain\n", -1 },
    { "ikrar-keys 1 plain", -1 },
    { "ikrar-keys 1 plain\r\n", -1 },
    { "ikrar-keys 1 plain\n\n", -1 },
    { "ikrar-keys 1 plain\n\0", 20 },
    { "ikrar-keys 1 argon2id\n", -1 },
    { "ikrar-keys 1 argon2id \n", -1 },
    { "ikrar-keys 1 argon2id AAAA\n", -1 },
    /* The same key twice. */
    { "ikrar-keys 1 plain\n"
      "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg= AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
      "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg= AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
      -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      write_file (fixture->path, cases[i].text, cases[i].length);
      assert_not_opened (fixture->path, NULL, IKRAR_SEAL_ERROR_SYNTAX);
    }
}

/* A ring whose file was damaged meanwhile writes nothing over it. */
static void
test_damaged_meanwhile (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);
  g_autoptr (IkrarSecretKey) key = fixture_key (1);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add (keyring, 0);
  write_file (fixture->path, "ikrar-keys 1 plain\nhello\n", -1);
  g_assert_false (ikrar_keyring_add (keyring, key, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
  text = read_file (fixture->path);
  g_assert_cmpstr (text, ==, "ikrar-keys 1 plain\nhello\n");
}

static void
test_no_folder (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "ikrar.keys", NULL);
  g_autoptr (IkrarKeyring) keyring = open_good (path, NULL);
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  g_autoptr (GError) error = NULL;

  g_assert_false (ikrar_keyring_add (keyring, key, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED);
  g_assert_false (has (keyring, 0));
  g_clear_error (&error);
  /* A folder is no key file. */
  g_assert_null (ikrar_keyring_open (fixture->folder, NULL, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED);
}

static void
test_export (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.keys", NULL);
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);
  g_autoptr (IkrarKeyring) other = open_good (other_path, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  add (keyring, 0);
  add (keyring, 1);
  g_assert_true (ikrar_keyring_set_passphrase (keyring, "kuda terbang", NULL));
  bytes = ikrar_keyring_export (keyring);
  add (other, 1);
  add (other, 2);
  g_assert_true (ikrar_keyring_import (other, bytes, &error));
  g_assert_no_error (error);
  g_assert_true (has (other, 0) && has (other, 1) && has (other, 2));
  g_assert_cmpuint (count_lines (other_path), ==, 4);
}

static void
test_import_refused (Fixture *fixture, gconstpointer unused)
{
  static const char *const texts[] = { "", "hello", "ikrar-keys 1 plain\nhello\n" };
  g_autoptr (IkrarKeyring) keyring = open_good (fixture->path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_false (ikrar_keyring_import (keyring, bytes, &error));
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
    }
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) \
  g_test_add ("/keyring/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--add") == 0)
    {
      add_ten (&(Adder){ argv[2], (guint8) g_ascii_strtoull (argv[3], NULL, 10) });
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  ADD ("plain", test_plain);
  ADD ("references", test_references);
  ADD ("sealed", test_sealed);
  ADD ("sample", test_sample);
  ADD ("sealed-without-keys", test_sealed_without_keys);
  ADD ("unsealed-again", test_unsealed_again);
  ADD ("two-rings", test_two_rings);
  ADD ("passphrase-of-another", test_passphrase_of_another);
  ADD ("unsealed-by-another", test_unsealed_by_another);
  ADD ("vanished-file", test_vanished_file);
  ADD ("threads", test_threads);
  ADD ("processes", test_processes);
  ADD ("damaged-plain", test_damaged_plain);
  ADD ("damaged-otherwise", test_damaged_otherwise);
  ADD ("damaged-meanwhile", test_damaged_meanwhile);
  ADD ("no-folder", test_no_folder);
  ADD ("export", test_export);
  ADD ("import-refused", test_import_refused);
  return g_test_run ();
}
