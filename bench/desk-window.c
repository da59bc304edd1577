/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Opens the check-in desk on a database's only event. A scanner types passes by real key events
 * (XTEST, through xdotool); prints the microseconds from the last key of each to the frame that
 * shows its verdict, a line a pass.
 *
 *     GSK_RENDERER=cairo xvfb-run desk-window DATABASE PASSES
 */

#define G_LOG_DOMAIN "ikrar-bench"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "store/event.h"
#include "store/pass-issuer.h"

#include "ui/desk/desk-window.h"
#include "ui/desk/scan-list.h"
#include "ui/window/application.h"
#include "ui/window/window.h"

#define WAIT_S 20
/* People come in no order: a step through the roster that meets everybody once. */
#define STEP 7919

typedef struct
{
  const char *database;
  guint typed;
  IkrarContext *context;
  GtkWidget *desk;
  IkrarScanList *scans;
  IkrarPassIssuer *issuer;
  guint invited;
  guint next;
  gint64 pressed; /* when the last key came */
  gint64 painted; /* when the last frame was done */
} Bench;

static gboolean
on_tick (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

static void
on_painted (GdkFrameClock *clock, Bench *bench)
{
  bench->painted = g_get_monotonic_time ();
}

static gboolean
on_key_pressed (Bench *bench)
{
  bench->pressed = g_get_monotonic_time ();
  return FALSE;
}

static GtkWidget *
find (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
turn_until (gint64 end)
{
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the desk shows who was scanned, or it never does. */
static gint64
wait_for_verdict (Bench *bench, IkrarScanRow *before)
{
  gint64 end = g_get_monotonic_time () + WAIT_S * G_USEC_PER_SEC;
  gint64 shown;

  while (ikrar_scan_list_get_last (bench->scans) == before)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  shown = g_get_monotonic_time ();
  while (bench->painted < shown)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  return bench->painted;
}

static void
make_next (Bench *bench, char code[IKRAR_PASS_TEXT_LENGTH + 1])
{
  guint32 number = (guint32) ((guint64) bench->next++ * STEP % bench->invited + 1);

  ikrar_pass_issuer_code (bench->issuer, number, 1, code);
}

static void
scan_by_keys (Bench *bench)
{
  for (guint i = 0; i < bench->typed; i++)
    {
      char code[IKRAR_PASS_TEXT_LENGTH + 1];
      const char *const command[] = { "xdotool", "type", "--delay", "2", code, NULL };
      IkrarScanRow *before = ikrar_scan_list_get_last (bench->scans);
      g_autoptr (GSubprocess) scanner = NULL;
      gint64 painted;

      make_next (bench, code);
      scanner = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, NULL);
      g_assert_nonnull (scanner);
      painted = wait_for_verdict (bench, before);
      g_print ("%d\n", (int) (painted - bench->pressed));
      g_subprocess_wait (scanner, NULL, NULL);
      turn_until (g_get_monotonic_time () + G_USEC_PER_SEC / 5);
    }
}

static void
open_desk (Bench *bench, GtkWindow *parent)
{
  IkrarStore *store = ikrar_context_lease (bench->context, NULL);
  g_autoptr (GPtrArray) events = ikrar_event_list (store, NULL);
  const IkrarEventLine *line = g_ptr_array_index (events, 0);

  bench->issuer = ikrar_pass_issuer_new (store, line->event->id, NULL);
  bench->invited = line->invited;
  ikrar_context_give_back (bench->context, store);
  ikrar_desk_window_present (parent, bench->context, line->event->id);
}

static void
watch_desk (Bench *bench, GtkApplication *application)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  bench->desk = GTK_WIDGET (gtk_application_get_active_window (application));
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (IKRAR_IS_DESK_WINDOW (link->data))
      bench->desk = link->data;
  bench->scans = IKRAR_SCAN_LIST (find (bench->desk, "IkrarScanList"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), bench);
  gtk_widget_add_controller (bench->desk, keys);
  g_signal_connect (gtk_widget_get_frame_clock (bench->desk), "after-paint",
                    G_CALLBACK (on_painted), bench);
}

/* Without a window manager nobody gives a window the keyboard. */
static void
focus_desk (Bench *bench)
{
  const char *const command[] = { "sh",
                                  "-c",
                                  "xdotool windowfocus --sync $(xdotool search --onlyvisible "
                                  "--pid \"$0\" --name \"$1\" | tail -1)",
                                  NULL,
                                  NULL,
                                  NULL };
  const char *arguments[G_N_ELEMENTS (command)];
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());
  g_autoptr (GSubprocess) focus = NULL;

  memcpy (arguments, command, sizeof command);
  arguments[3] = pid;
  arguments[4] = gtk_window_get_title (GTK_WINDOW (bench->desk));
  focus = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);
  while (!gtk_window_is_active (GTK_WINDOW (bench->desk)))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_activate (GtkApplication *application, Bench *bench)
{
  GtkWidget *window;

  bench->context = ikrar_context_new (bench->database);
  window = GTK_WIDGET (ikrar_window_new (application, bench->context));
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (1, on_tick, NULL);
  open_desk (bench, GTK_WINDOW (window));
  watch_desk (bench, application);
  turn_until (g_get_monotonic_time () + 3 * G_USEC_PER_SEC);
  focus_desk (bench);
  scan_by_keys (bench);
  exit (EXIT_SUCCESS);
}

int
main (int argc, char *argv[])
{
  Bench bench = { 0 };
  g_autoptr (IkrarApplication) application = NULL;

  if (argc != 3)
    return EXIT_FAILURE;
  setlocale (LC_ALL, "");
  bench.database = argv[1];
  bench.typed = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  application = ikrar_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
