/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/progress-strip.h"
#include "ui/roster/participants-model.h"
#include "ui/roster/participants-view.h"

G_BEGIN_DECLS

IkrarParticipantsModel *_ikrar_participants_view_get_model (IkrarParticipantsView *self);
IkrarProgressStrip *_ikrar_participants_view_get_progress (IkrarParticipantsView *self);

/* Begins work that the progress strip shows and its Cancel ends: the one before is ended. */
GCancellable *_ikrar_participants_view_begin (IkrarParticipantsView *self, const char *text);
void _ikrar_participants_view_end (IkrarParticipantsView *self);

/* What is done to whoever is selected. */
void _ikrar_participants_verbs_install (GtkWidgetClass *widget_class);

/* Passes of whoever is selected, or of all: on paper or in a file. */
void _ikrar_participants_passes_install (GtkWidgetClass *widget_class);

G_END_DECLS
