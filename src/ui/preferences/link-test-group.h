/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/link-test.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_LINK_TEST_GROUP (ikrar_link_test_group_get_type ())

/**
 * IkrarLinkTestGroup:
 *
 * Shows step by step how the link to a shared database is tested. Emits `asked` when somebody wants
 * a test, and `tested` when one came to its end.
 */
G_DECLARE_FINAL_TYPE (IkrarLinkTestGroup,
                      ikrar_link_test_group,
                      IKRAR,
                      LINK_TEST_GROUP,
                      AdwPreferencesGroup)

/**
 * ikrar_link_test_group_start:
 * @group: a group
 * @uri: the address of a shared database
 * @password: (nullable): its password, `NULL` if none was entered
 *
 * Tests a link, in a thread. A test that is under way is stopped.
 */
void ikrar_link_test_group_start (IkrarLinkTestGroup *group, const char *uri, const char *password);

/**
 * ikrar_link_test_group_reset:
 * @group: a group
 *
 * Stops a test that is under way and forgets how the last one went: something else was entered.
 */
void ikrar_link_test_group_reset (IkrarLinkTestGroup *group);

/**
 * ikrar_link_test_group_get_test:
 * @group: a group
 *
 * Returns: (transfer none) (nullable): how the last test went, `NULL` if none came to its end
 */
const IkrarLinkTest *ikrar_link_test_group_get_test (IkrarLinkTestGroup *group);

/**
 * ikrar_link_test_group_set_ready:
 * @group: a group
 * @ready: whether enough was entered for a test
 */
void ikrar_link_test_group_set_ready (IkrarLinkTestGroup *group, gboolean ready);

G_END_DECLS
