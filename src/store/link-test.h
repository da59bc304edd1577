/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarLinkTestStep:
 * @IKRAR_LINK_TEST_ADDRESS: the address can be read, and has no password in it
 * @IKRAR_LINK_TEST_HOST: the name of the server is known
 * @IKRAR_LINK_TEST_REACH: the server answers at its port
 * @IKRAR_LINK_TEST_TLS: the link is encrypted as the address asks for
 * @IKRAR_LINK_TEST_LOGIN: the server lets this user in from here
 * @IKRAR_LINK_TEST_DATABASE: the database is there
 * @IKRAR_LINK_TEST_SCHEMA: it has data of Ikrar that this version knows, or may get them
 * @IKRAR_LINK_TEST_RIGHTS: this user may write
 * @IKRAR_LINK_TEST_PASSED: all of them hold
 *
 * What has to hold for a link to a shared database, one after the other.
 */
typedef enum
{
  IKRAR_LINK_TEST_ADDRESS,
  IKRAR_LINK_TEST_HOST,
  IKRAR_LINK_TEST_REACH,
  IKRAR_LINK_TEST_TLS,
  IKRAR_LINK_TEST_LOGIN,
  IKRAR_LINK_TEST_DATABASE,
  IKRAR_LINK_TEST_SCHEMA,
  IKRAR_LINK_TEST_RIGHTS,
  IKRAR_LINK_TEST_PASSED,
} IkrarLinkTestStep;

/**
 * IkrarLinkTest:
 * @failed: the first step that does not hold
 * @cause: what is wrong, "" if nothing
 * @advice: what to do about it, "" if nothing
 * @remark: what is worth knowing though it works, "" if nothing
 * @encrypted: whether the link is encrypted
 * @readable: whether it can be used to look at, if not to write
 * @empty: whether the database has no data of Ikrar yet, which the first start makes
 *
 * How a link was tested.
 */
typedef struct
{
  IkrarLinkTestStep failed;
  char *cause;
  char *advice;
  char *remark;
  gboolean encrypted;
  gboolean readable;
  gboolean empty;
} IkrarLinkTest;

/**
 * ikrar_link_test_run:
 * @uri: the address of a shared database
 * @password: (nullable): its password; `NULL` for the one of [func@db_set_password] or `PGPASSFILE`
 * @progress: (nullable): who watches, told which step is being tested; may stop it
 *
 * Tests a link step by step and changes nothing on the server. Of several servers the one that gets
 * farthest counts. Takes some seconds for a server that does not answer.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): how it went, `NULL` if it was stopped
 */
IkrarLinkTest *
ikrar_link_test_run (const char *uri, const char *password, const IkrarProgress *progress);

/**
 * ikrar_link_test_free:
 * @test: (transfer full) (nullable): how a link was tested
 */
void ikrar_link_test_free (IkrarLinkTest *test);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarLinkTest, ikrar_link_test_free)

G_END_DECLS
