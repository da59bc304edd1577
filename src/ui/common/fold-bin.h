/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_FOLD_BIN (ikrar_fold_bin_get_type ())

/**
 * IkrarFoldBin:
 *
 * Tells its child how wide the place is that it was given, so that a wide table can become a list.
 * A wide child does not keep its window from becoming narrow: it asks for no width of its own, and
 * is told that it is narrow wherever it does not fit. A narrow one asks for what it needs.
 *
 * Properties: `child`, `threshold` (below this width it is narrow), `narrow` (read only).
 */
G_DECLARE_FINAL_TYPE (IkrarFoldBin, ikrar_fold_bin, IKRAR, FOLD_BIN, GtkWidget)

/**
 * ikrar_fold_bin_get_narrow:
 * @bin: a bin
 *
 * Returns: whether it was given less than its threshold
 */
gboolean ikrar_fold_bin_get_narrow (IkrarFoldBin *bin);

G_END_DECLS
