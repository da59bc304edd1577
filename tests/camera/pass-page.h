/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sheet of passes as a printer would put it on paper: made by the report floor, rendered by
 * poppler. The same at every run. */
typedef struct
{
  guint8 *gray; /* a byte a pixel */
  guint width;
  guint height;
  double px_per_mm;
  GPtrArray *symbols; /* PassSymbol, from the top */
} PassPage;

/* A symbol on it. */
typedef struct
{
  char *text;
  double x; /* its middle, in pixels of the page */
  double y;
  double size; /* between its corners */
} PassSymbol;

/* @small_modules are of 0.8 mm instead of 1.0 mm. */
PassPage *pass_page_new (gboolean small_modules);
void pass_page_free (PassPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PassPage, pass_page_free)

G_END_DECLS
