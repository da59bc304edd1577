/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarActing:
 * @IKRAR_ACTING_NONE: holds the post
 * @IKRAR_ACTING_PLT: `Plt.`, pelaksana tugas
 * @IKRAR_ACTING_PLH: `Plh.`, pelaksana harian
 * @IKRAR_ACTING_PJ: `Pj.`, penjabat
 * @IKRAR_ACTING_PJS: `Pjs.`, penjabat sementara
 *
 * In what capacity somebody holds a post. Kept apart from the post: it matters and gets dropped.
 */
typedef enum
{
  IKRAR_ACTING_NONE,
  IKRAR_ACTING_PLT,
  IKRAR_ACTING_PLH,
  IKRAR_ACTING_PJ,
  IKRAR_ACTING_PJS,
} IkrarActing;

/**
 * ikrar_acting_split:
 * @position: (nullable): a post as written, such as `PLT. Kepala BKPSDM`
 * @rest: (out) (transfer full): the post without its prefix
 *
 * Any thread.
 *
 * Returns: the prefix found
 */
IkrarActing ikrar_acting_split (const char *position, char **rest);

/**
 * ikrar_acting_text:
 * @acting: a prefix
 *
 * Any thread.
 *
 * Returns: (transfer none): `Plt.`, `Plh.`, `Pj.`, `Pjs.` or ""
 */
const char *ikrar_acting_text (IkrarActing acting);

/**
 * ikrar_acting_join:
 * @acting: a prefix
 * @position: (nullable): a post
 *
 * Any thread.
 *
 * Returns: (transfer full): such as `Plt. Kepala BKPSDM`
 */
char *ikrar_acting_join (IkrarActing acting, const char *position);

G_END_DECLS
