/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <libpq-fe.h>

#include "store/link-test.h"

G_BEGIN_DECLS

/* A test that is under way at one of the servers of an address. */
typedef struct
{
  const char *uri;
  const char *password; /* NULL for none known */
  const IkrarProgress *progress;
  IkrarLinkTest *test;

  /* The server. */
  const char *host; /* a name, an address, or the folder of a socket */
  char *address;    /* the one of its addresses that answers; NULL for a socket */
  guint16 port;
  const char *ca_file; /* "" for the usual one */
} IkrarLinkTrial;

/* Tells who watches that a step begins. FALSE if it shall stop. */
gboolean _ikrar_link_trial_begin (IkrarLinkTrial *trial, IkrarLinkTestStep step);

/* Notes what is wrong. Returns FALSE. */
gboolean _ikrar_link_trial_fail (IkrarLinkTrial *trial,
                                 IkrarLinkTestStep step,
                                 const char *cause,
                                 const char *advice);

/* From TLS to the database: connects, NULL if that fails; link-test-login.c. */
PGconn *_ikrar_link_trial_connect (IkrarLinkTrial *trial);

/* What the database has and this user may; link-test-look.c. */
gboolean _ikrar_link_trial_look (IkrarLinkTrial *trial, PGconn *link);

G_END_DECLS
