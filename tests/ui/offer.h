/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What another program offers: arguments TYPE=FILE, a MIME type and the file with what is offered
 * as it. */
GdkContentProvider *offer_read (int argc, char **argv);

G_END_DECLS
