/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text of a page or of an OpenDocument file as it is shown: white space runs together, and lines
 * are broken only where that is said. @text is the caller's. */
typedef struct
{
  GString *text;
  gboolean space;
} IkrarFlowText;

void _ikrar_flow_text_begin (IkrarFlowText *text);
void _ikrar_flow_text_add (IkrarFlowText *text, const char *letters, gsize size);
/* White space that is meant. */
void _ikrar_flow_text_add_space (IkrarFlowText *text, char space, guint times);
/* A new line; of a block only if there is something in this one. */
void _ikrar_flow_text_break (IkrarFlowText *text, gboolean block);
/* The text without white space around it. */
const char *_ikrar_flow_text_end (IkrarFlowText *text);

G_END_DECLS
