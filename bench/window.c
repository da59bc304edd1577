/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Opens the window on a database and measures, in milliseconds: the start to the first frame, the
 * participants of the newest event to their first frame, each keystroke of a search to the frame
 * that shows what was found, and the longest that a refresh and a new order hold the window up.
 * Beside the time by the clock stands the time the window's thread worked, which is the same on an
 * idle machine.
 *
 *     GSK_RENDERER=cairo xvfb-run window DATABASE
 */

#define G_LOG_DOMAIN "ikrar-bench"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "store/event.h"

#include "ui/window/application.h"
#include "ui/window/window.h"

#define SETTLE_MS 700

/* What somebody types: letter by letter, then away again. */
static const char *const keystrokes[] = { "s",
                                          "si",
                                          "sit",
                                          "siti",
                                          "siti r",
                                          "siti",
                                          "sit",
                                          "si",
                                          "s",
                                          "",
                                          "1",
                                          "19",
                                          "198",
                                          "1985",
                                          "198",
                                          "19850101",
                                          "19850101200",
                                          "",
                                          "d",
                                          "dinas",
                                          "dinas contoh nomor 7",
                                          "zzz",
                                          "" };

/* A moment, by the clock and by what was worked. */
typedef struct
{
  gint64 clock;
  double work;
} Moment;

typedef struct
{
  const char *database;
  IkrarContext *context;
  GtkWidget *window;
  Moment started;
  gint64 painted;    /* when the last frame was done */
  double worst_turn; /* of the main loop, in work, since it was last looked at */
} Bench;

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
on_painted (GdkFrameClock *clock, Bench *bench)
{
  bench->painted = g_get_monotonic_time ();
}

static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1000000.0;
}

static Moment
now (void)
{
  return (Moment){ g_get_monotonic_time (), get_work () };
}

static void
print_since (const char *what, const Moment *start)
{
  g_print ("%-34s %7.1f ms, work %7.1f ms\n", what, since (start->clock),
           get_work () - start->work);
}

static void
turn (Bench *bench)
{
  double start = get_work ();

  g_main_context_iteration (NULL, TRUE);
  bench->worst_turn = MAX (bench->worst_turn, get_work () - start);
}

static gboolean
on_tick (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

static void
settle (Bench *bench, guint milliseconds)
{
  gint64 start = g_get_monotonic_time ();

  while (since (start) < milliseconds)
    turn (bench);
}

static void
wait_for_frame (Bench *bench)
{
  gint64 start = g_get_monotonic_time ();

  while (bench->painted < start && since (start) < 20000)
    turn (bench);
}

static GtkWidget *
find (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static IkrarId
find_event (Bench *bench)
{
  IkrarStore *store = ikrar_context_lease (bench->context, NULL);
  g_autoptr (GPtrArray) events = ikrar_event_list (store, NULL);
  IkrarId event = ((const IkrarEventLine *) g_ptr_array_index (events, 0))->event->id;

  ikrar_context_give_back (bench->context, store);
  return event;
}

/* Setting a text empties the entry first, which is a search of its own. */
static void
type (GtkEditable *entry, const char *text)
{
  const char *before = gtk_editable_get_text (entry);
  int same = 0;

  while (before[same] != '\0' && before[same] == text[same])
    same++;
  gtk_editable_delete_text (entry, same, -1);
  gtk_editable_insert_text (entry, text + same, -1, &same);
}

static void
measure_keystrokes (Bench *bench)
{
  GtkWidget *entry = find (bench->window, "GtkSearchEntry");
  double worst = 0, sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keystrokes); i++)
    {
      g_autofree char *what = g_strdup_printf ("  keystroke to “%s”", keystrokes[i]);
      Moment start = now ();
      double work;

      type (GTK_EDITABLE (entry), keystrokes[i]);
      wait_for_frame (bench);
      work = get_work () - start.work;
      print_since (what, &start);
      worst = MAX (worst, work);
      sum += work;
      settle (bench, 150);
    }
  g_print ("keystroke: work %.1f ms on average, %.1f ms at most\n", sum / G_N_ELEMENTS (keystrokes),
           worst);
}

static void
measure_hold (Bench *bench, const char *what, guint milliseconds)
{
  bench->worst_turn = 0;
  settle (bench, milliseconds);
  g_print ("%s: holds the window up for %.1f ms of work at most\n", what, bench->worst_turn);
}

static void
measure_opening (Bench *bench)
{
  Moment start = now ();

  ikrar_window_show_event (IKRAR_WINDOW (bench->window), find_event (bench), "participants");
  wait_for_frame (bench);
  print_since ("participants, first frame", &start);
  while (find (bench->window, "IkrarParticipantsTable") == NULL && since (start.clock) < 20000)
    turn (bench);
  wait_for_frame (bench);
  print_since ("participants, all there", &start);
}

static void
measure (Bench *bench)
{
  wait_for_frame (bench);
  print_since ("start, first frame", &bench->started);
  settle (bench, SETTLE_MS);
  measure_opening (bench);
  settle (bench, SETTLE_MS);
  measure_keystrokes (bench);
  g_signal_emit_by_name (bench->context, "changed");
  measure_hold (bench, "refresh", 3000);
  g_object_set (find (bench->window, "IkrarParticipantsView"), "order", "unit", NULL);
  measure_hold (bench, "new order", 3000);
}

static void
on_activate (GtkApplication *application, Bench *bench)
{
  bench->context = ikrar_context_new (bench->database);
  bench->window = GTK_WIDGET (ikrar_window_new (application, bench->context));
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_timeout_add (1, on_tick, NULL);
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "after-paint",
                    G_CALLBACK (on_painted), bench);
  measure (bench);
  exit (EXIT_SUCCESS);
}

int
main (int argc, char *argv[])
{
  Bench bench = { .started = now () };
  g_autoptr (IkrarApplication) application = NULL;

  if (argc != 2)
    return EXIT_FAILURE;
  setlocale (LC_ALL, "");
  bench.database = argv[1];
  application = ikrar_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
