/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkrarPledgeText:
 * @headings: (array zero-terminated=1): heading lines, in order
 * @opening: the sentence before the points
 * @points: (array zero-terminated=1): the points (butir), without numbers
 * @closing: the sentence after the points
 *
 * A pledge text taken apart for showing and printing. What is sealed is the whole text, never this.
 */
typedef struct
{
  GStrv headings;
  char *opening;
  GStrv points;
  char *closing;
} IkrarPledgeText;

/**
 * ikrar_pledge_template_default:
 *
 * The text in use nation-wide in 2023-24 (docs/rules.md, The pledge) with fields, version 1. It is
 * the text that is customarily used; it is not called official anywhere.
 *
 * Any thread.
 *
 * Returns: (transfer full): the template
 */
char *ikrar_pledge_template_default (void);

/**
 * ikrar_pledge_template_fields:
 * @template_text: a template
 *
 * Any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): names of the fields (`{name}`) in order of
 *   first appearance
 */
GStrv ikrar_pledge_template_fields (const char *template_text);

/**
 * ikrar_pledge_template_render:
 * @template_text: a template: `# ` heading lines, an opening paragraph, `1. ` points, a closing
 *   paragraph, apart by blank lines
 * @fields: (element-type utf8 utf8): values by field name
 * @error: return location for an error
 *
 * Fills in the fields, in capitals where they stand in a heading, and brings the text into the one
 * form that is hashed: NFC, LF, no white space at either end of a line, headings together, exactly
 * one blank line between other parts, one LF at the end. A value is one line and has to say
 * something. A line right below a point belongs to it.
 *
 * Any thread.
 *
 * Returns: (transfer full): the exact text, or `NULL` with `IKRAR_CORE_ERROR_UNKNOWN` for a field
 *   without a value (named in the message) or `IKRAR_CORE_ERROR_SYNTAX` if there is no point in it
 *   or a brace has no partner
 */
char *ikrar_pledge_template_render (const char *template_text, GHashTable *fields, GError **error);

/**
 * ikrar_pledge_text_parse:
 * @text: a rendered text
 *
 * Any thread.
 *
 * Returns: (transfer full): its parts
 */
IkrarPledgeText *ikrar_pledge_text_parse (const char *text);

/**
 * ikrar_pledge_text_free:
 * @text: (transfer full) (nullable): a parsed text
 *
 * Any thread.
 */
void ikrar_pledge_text_free (IkrarPledgeText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPledgeText, ikrar_pledge_text_free)

G_END_DECLS
