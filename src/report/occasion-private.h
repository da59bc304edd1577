/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <cairo.h>

#include "report/paper.h"

#include "store/event.h"
#include "store/institution.h"

G_BEGIN_DECLS

/* The office that issues a paper and the event the paper is about. */
typedef struct
{
  IkrarInstitution *institution;
  IkrarSignatory *head;
  IkrarSignatory *officer;
  cairo_surface_t *logo; /* NULL if there is none */
  IkrarEvent *event;
  GPtrArray *sessions; /* IkrarEventSession */
  GPtrArray *roles;    /* IkrarEventRole */
} IkrarOccasion;

IkrarOccasion *ikrar_occasion_load (IkrarStore *store, IkrarId event, GError **error);

void ikrar_occasion_free (IkrarOccasion *occasion);

/* The coat of arms as a picture no larger than print needs; NULL if the bytes are no PNG. */
cairo_surface_t *ikrar_occasion_decode_logo (GBytes *png);

/* The paper meant by @paper: the office's own if that was asked for. */
IkrarPaper ikrar_occasion_choose_paper (const IkrarOccasion *occasion, IkrarPaper paper);

/* The agency's name, or what else names the office; NULL if nothing is set. */
const char *ikrar_occasion_get_agency (const IkrarOccasion *occasion);

/* "Kota Contoh, 13 November 2024": where and when the papers of the event are signed. */
char *ikrar_occasion_make_place_date (const IkrarOccasion *occasion);

/* "NIP 19690817 199403 1 004", labelled for the kind of number; NULL for no number. */
char *ikrar_occasion_make_number_line (const IkrarOccasion *occasion, const char *number);

/* Draws the coat of arms into a square, in points. */
void ikrar_occasion_draw_logo (const IkrarOccasion *occasion,
                               cairo_t *cr,
                               double x,
                               double y,
                               double side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarOccasion, ikrar_occasion_free)

G_END_DECLS
