/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/desk-thread.h"

#include "desk/door.h"
#include "store/attendance.h"
#include "store/error.h"
#include "store/journal.h"

#include "ui/common/desk-name.h"

/* A question on its way to the thread. */
typedef struct
{
  IkrarDeskJob job;
  IkrarWay way;
  char *line;
  IkrarId id;
  IkrarGuest *guest;
  gboolean alone; /* nobody of the organiser looks on */
} Question;

struct _IkrarDeskThread
{
  gatomicrefcount references; /* held by the window, the thread and every answer on its way */
  GAsyncQueue *questions;
  gint stopped; /* atomic: whether answers are no longer wanted */
  IkrarWay way; /* the main thread's: of the next questions */

  /* Set before the thread runs */
  IkrarContext *context;
  IkrarId event;
  IkrarId session;
  GWeakRef owner;
  IkrarDeskAnswered answered;

  /* The thread's own */
  IkrarStore *store; /* NULL if the shared database could not be reached */
  IkrarDoor *door;
  IkrarAttendanceCount count;
  IkrarAttendancePace pace;
};

/* A question while it is worked on. */
typedef struct
{
  IkrarDeskThread *thread;
  const Question *question;
  IkrarDeskAnswer *answer;
} Task;

/* An answer on its way to the main thread. */
typedef struct
{
  IkrarDeskThread *thread;
  IkrarDeskAnswer answer;
} Delivery;

static void
question_free (Question *question)
{
  g_free (question->line);
  ikrar_guest_free (question->guest);
  g_free (question);
}

static IkrarDeskThread *
thread_ref (IkrarDeskThread *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
thread_unref (IkrarDeskThread *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_async_queue_unref (self->questions);
  g_weak_ref_clear (&self->owner);
  g_object_unref (self->context);
  g_free (self);
}

static gboolean
on_delivery (gpointer user_data)
{
  Delivery *delivery = user_data;
  IkrarDeskThread *self = delivery->thread;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);

  if (owner != NULL && !g_atomic_int_get (&self->stopped))
    self->answered (owner, &delivery->answer);
  return G_SOURCE_REMOVE;
}

static void
delivery_free (Delivery *delivery)
{
  ikrar_desk_result_clear (&delivery->answer.result);
  g_clear_error (&delivery->answer.error);
  thread_unref (delivery->thread);
  g_free (delivery);
}

static gboolean
look_at_pace (IkrarDeskThread *self, IkrarStore *store, IkrarDesk *desk, GError **error)
{
  return ikrar_attendance_pace (store, ikrar_desk_get_session (desk),
                                ikrar_time_now () - IKRAR_FORECAST_WINDOW_MS, &self->pace, error);
}

static gboolean
count (IkrarDeskThread *self, IkrarStore *store, IkrarDesk *desk, GError **error)
{
  return ikrar_attendance_session_count (store, self->event, ikrar_desk_get_session (desk),
                                         &self->count, error) &&
         look_at_pace (self, store, desk, error);
}

/* Who is welcome was invited and not recorded, or recorded as away: counting again is exact, but
 * takes long in a province; the common case is plain. */
static void
count_welcome (IkrarDeskThread *self, const IkrarDeskResult *result)
{
  if (result->verdict != IKRAR_DESK_WELCOME)
    return;
  self->count.by_state[IKRAR_ATTENDANCE_PRESENT]++;
  if (self->count.by_state[IKRAR_ATTENDANCE_UNRECORDED] > 0)
    self->count.by_state[IKRAR_ATTENDANCE_UNRECORDED]--;
}

static gboolean
add_guest (IkrarStore *store, IkrarDesk *desk, const Task *task, GError **error)
{
  IkrarId participant = ikrar_guest_add (store, task->thread->event, task->question->guest, error);

  return participant != 0 && ikrar_desk_admit (desk, participant, &task->answer->result, error);
}

/* When the link breaks meanwhile, the job is done from its beginning. */
static gboolean
do_job (IkrarStore *store, IkrarDesk *desk, gpointer user_data, GError **error)
{
  const Task *task = user_data;
  const Question *question = task->question;
  IkrarDeskAnswer *answer = task->answer;

  ikrar_desk_result_clear (&answer->result);
  ikrar_desk_set_way (desk, question->way);
  switch (question->job)
    {
    case IKRAR_DESK_JOB_SCAN:
      ikrar_desk_set_reader (desk, question->alone ? "kiosk" : NULL);
      ikrar_desk_set_passes_only (desk, question->alone);
      return ikrar_desk_scan (desk, question->line, &answer->result, error);
    case IKRAR_DESK_JOB_ADMIT:
      return ikrar_desk_admit (desk, question->id, &answer->result, error);
    case IKRAR_DESK_JOB_GUEST:
      return add_guest (store, desk, task, error) && count (task->thread, store, desk, error);
    case IKRAR_DESK_JOB_UNDO:
      answer->journal = question->id;
      return ikrar_journal_undo (store, question->id, error) != 0 &&
             count (task->thread, store, desk, error);
    case IKRAR_DESK_JOB_PACE:
      return look_at_pace (task->thread, store, desk, error);
    default:
      return count (task->thread, store, desk, error);
    }
}

static void
answer_question (IkrarDeskThread *self, const Question *question)
{
  Delivery *delivery = g_new0 (Delivery, 1);
  IkrarDeskAnswer *answer = &delivery->answer;
  Task task = { self, question, answer };

  delivery->thread = thread_ref (self);
  answer->job = question->job;
  if (ikrar_door_do (self->door, do_job, &task, &answer->error) &&
      question->job <= IKRAR_DESK_JOB_ADMIT)
    count_welcome (self, &answer->result);
  answer->count = self->count;
  answer->at = ikrar_time_now ();
  ikrar_forecast_make (
      ikrar_attendance_count_group (&self->count, IKRAR_ATTENDANCE_GROUP_UNRECORDED), &self->pace,
      answer->at, &answer->forecast);
  ikrar_door_get_state (self->door, &answer->door);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_delivery, delivery, (GDestroyNotify) delivery_free);
}

/* Without a database every question is answered with the reason. */
static void
answer_error (IkrarDeskThread *self, const Question *question, const GError *error)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->thread = thread_ref (self);
  delivery->answer.job = question->job;
  delivery->answer.error = g_error_copy (error);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_delivery, delivery, (GDestroyNotify) delivery_free);
}

/* The link broke or is back, or something was delivered: the next answer says it. */
static void
on_door_state (const IkrarDoorState *state, gpointer user_data)
{
  ikrar_desk_thread_count (user_data);
}

/* Without a link, the desk begins with the replica that it has. */
static void
open_door (IkrarDeskThread *self, GError **error)
{
  const char *uri = ikrar_context_get_uri (self->context);
  g_autofree char *desk_name = ikrar_desk_name_get ();
  g_autoptr (GError) local = NULL;

  self->store = ikrar_context_lease (self->context, &local);
  if (self->store == NULL && !g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return;
    }
  if (self->store != NULL)
    ikrar_desk_name_apply (self->store);
  self->door = ikrar_door_new (uri, self->store, self->event, self->session, desk_name, error);
  if (self->door != NULL)
    ikrar_door_set_notify (self->door, on_door_state, self);
}

static void
close_door (IkrarDeskThread *self)
{
  g_clear_pointer (&self->door, ikrar_door_free);
  if (self->store != NULL)
    ikrar_context_give_back (self->context, g_steal_pointer (&self->store));
}

/* The program ends only when everybody who was scanned is recorded. */
static gboolean
on_ended (gpointer unused)
{
  g_application_release (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static gpointer
run (gpointer user_data)
{
  IkrarDeskThread *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean stop = FALSE;

  open_door (self, &error);
  while (!stop)
    {
      Question *question = g_async_queue_pop (self->questions);

      stop = question->job == IKRAR_DESK_JOB_STOP;
      if (!stop && self->door != NULL)
        answer_question (self, question);
      else if (!stop)
        answer_error (self, question, error);
      question_free (question);
    }
  close_door (self);
  thread_unref (self);
  if (g_application_get_default () != NULL)
    g_idle_add (on_ended, NULL);
  return NULL;
}

static void
ask (IkrarDeskThread *self, Question question)
{
  g_async_queue_push (self->questions, g_memdup2 (&question, sizeof question));
}

IkrarDeskThread *
ikrar_desk_thread_new (IkrarContext *context,
                       IkrarId event,
                       IkrarId session,
                       gpointer owner,
                       IkrarDeskAnswered answered)
{
  IkrarDeskThread *self = g_new0 (IkrarDeskThread, 1);

  g_atomic_ref_count_init (&self->references);
  self->questions = g_async_queue_new_full ((GDestroyNotify) question_free);
  self->context = g_object_ref (context);
  self->event = event;
  self->session = session;
  self->answered = answered;
  g_weak_ref_init (&self->owner, owner);
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  g_thread_unref (g_thread_new ("desk", run, thread_ref (self)));
  ikrar_desk_thread_count (self);
  return self;
}

void
ikrar_desk_thread_free (IkrarDeskThread *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stopped, 1);
  ask (self, (Question){ .job = IKRAR_DESK_JOB_STOP });
  thread_unref (self);
}

void
ikrar_desk_thread_set_way (IkrarDeskThread *self, IkrarWay way)
{
  self->way = way;
}

void
ikrar_desk_thread_scan (IkrarDeskThread *self, const char *line)
{
  ask (self, (Question){ .job = IKRAR_DESK_JOB_SCAN, .way = self->way, .line = g_strdup (line) });
}

void
ikrar_desk_thread_scan_alone (IkrarDeskThread *self, const char *line)
{
  ask (self,
       (Question){
           .job = IKRAR_DESK_JOB_SCAN, .way = self->way, .line = g_strdup (line), .alone = TRUE });
}

void
ikrar_desk_thread_admit (IkrarDeskThread *self, IkrarId participant)
{
  ask (self, (Question){ .job = IKRAR_DESK_JOB_ADMIT, .way = self->way, .id = participant });
}

void
ikrar_desk_thread_add_guest (IkrarDeskThread *self, const IkrarGuest *guest)
{
  ask (self, (Question){ .job = IKRAR_DESK_JOB_GUEST, .guest = ikrar_guest_copy (guest) });
}

void
ikrar_desk_thread_undo (IkrarDeskThread *self, IkrarId journal)
{
  ask (self, (Question){ .job = IKRAR_DESK_JOB_UNDO, .id = journal });
}

void
ikrar_desk_thread_count (IkrarDeskThread *self)
{
  ask (self, (Question){ .job = IKRAR_DESK_JOB_COUNT });
}

void
ikrar_desk_thread_look_at_pace (IkrarDeskThread *self)
{
  ask (self, (Question){ .job = IKRAR_DESK_JOB_PACE });
}
