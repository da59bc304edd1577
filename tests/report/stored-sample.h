/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "sample.h"

#include "store/fixture.h"

G_BEGIN_DECLS

/* Puts an office, an event with its roles, and the sample's people with their states and signed
 * pledges into a fixture's database. Returns the event. */
IkrarId stored_sample_add (Fixture *fixture, Sample *sample);

/* An event with nobody on its roster, in an office that has set nothing. */
IkrarId stored_sample_add_bare (Fixture *fixture);

G_END_DECLS
