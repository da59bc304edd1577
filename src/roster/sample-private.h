/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/vocabulary.h"

G_BEGIN_DECLS

#define SAMPLE_ROLES_MAX 6

/* A role as an office: who holds it is nobody's business here. */
typedef struct
{
  IkrarRoleKind kind;
  const char *position; /* with its acting prefix, NULL after the last one */
  const char *institution;
  const char *represented_position;
} SampleRole;

/* An event and how far its sample goes. People are taken from the roster in order. */
typedef struct
{
  const char *kind;
  const char *title;
  const char *theme;
  const char *legal_basis;
  const char *organizer;
  const char *place;
  const char *zone;
  const char *start;
  const char *end;
  IkrarEventMode mode;
  IkrarEventState state;
  int lesson_hours;
  int reported;
  guint first_person;
  guint people; /* 0 for all: the event that the roster is imported for */
  guint present_percent;
  gboolean recited;
  guint signed_people;
  gboolean certificates;
  SampleRole roles[SAMPLE_ROLES_MAX];
} SampleEvent;

extern const SampleEvent _ikrar_sample_events[];
extern const guint _ikrar_sample_n_events;

G_END_DECLS
