/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Names as senders write them: two lines are two names. */

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "core/person-name.h"
#include "core/unit-name.h"

static void
assert_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* What is read is good text; what is shown is read as the same person. */
static char *
read_key (const char *text)
{
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (text);
  g_autofree char *shown = NULL;
  g_autofree char *initials = NULL;
  char *key;

  assert_text (name->prefix);
  assert_text (name->name);
  assert_text (name->suffix);
  shown = ikrar_person_name_display (name->prefix, name->name, name->suffix);
  initials = ikrar_person_name_initials (name->name);
  key = ikrar_person_name_key (name->name);
  assert_text (shown);
  assert_text (initials);
  assert_text (key);
  g_assert_true (ikrar_person_name_may_match (key, key));
  return key;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  char *line = strchr (text, '\n');
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *unit = ikrar_unit_key (text);

  assert_text (unit);
  if (line != NULL)
    *line++ = '\0';
  one = read_key (text);
  two = read_key (line != NULL ? line : "");
  g_assert_cmpint (ikrar_person_name_may_match (one, two), ==,
                   ikrar_person_name_may_match (two, one));
  return 0;
}
