/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"
#include "store/error.h"
#include "store/pledge.h"

G_BEGIN_DECLS

/* What is sealed of a participant. */
typedef struct
{
  IkrarId event;
  char *number;
  char *name;
  char *unit;
  char *position;
  gboolean withdrawn;
} IkrarPledgeSubject;

/* A pledge as it stands in the database. */
typedef struct
{
  IkrarId id;
  IkrarId act;
  IkrarPledgeState kind;
  gint64 ledger_index;
  IkrarTime at;
} IkrarPledgeRow;

/* A pledge to be recorded. One that was made elsewhere brings its id, time, desk and journal entry;
 * else they are left out. */
typedef struct
{
  IkrarId id;
  IkrarTime at;
  const char *desk;
  IkrarId journal;
  IkrarId participant;
  IkrarId act;
  IkrarPledgeState kind; /* none for a revocation */
  const IkrarPledgeRow *revokes;
  const IkrarDigest *wording;
  const char *signature;
  const char *reader;
  const char *witnesses;
  const char *reason;
  const guint8 *nonce;
} IkrarPledgeEntry;

/* Sets an error; gives FALSE. */
gboolean _ikrar_pledge_refuse (GError **error, IkrarStoreError code, const char *message);

void _ikrar_pledge_subject_clear (IkrarPledgeSubject *subject);

gboolean _ikrar_pledge_get_subject (IkrarDb *db,
                                    IkrarId participant,
                                    IkrarPledgeSubject *subject,
                                    GError **error);

/* Reads the row of pledge_in_force or pledge_get; an id of 0 if there is none. */
gboolean _ikrar_pledge_get (IkrarDb *db,
                            const char *statement_name,
                            IkrarId id,
                            IkrarPledgeRow *pledge,
                            GError **error);

/* A column of ids. */
GArray *_ikrar_pledge_list_ids (IkrarStatement *statement, guint column, GError **error);

/* Keeps who read and who saw it. */
IkrarId _ikrar_pledge_record_act (IkrarChange *change,
                                  IkrarPledgeState kind,
                                  const IkrarPledgeReciting *act,
                                  const IkrarPledgeWording *wording,
                                  GError **error);

/* Seals a pledge and keeps it. */
IkrarId _ikrar_pledge_record (IkrarChange *change,
                              const IkrarPledgeEntry *entry,
                              const IkrarPledgeSubject *subject,
                              GError **error);

/* Keeps a text that pledges will refer to. */
gboolean _ikrar_pledge_wording_ensure (IkrarChange *change,
                                       IkrarId event,
                                       IkrarPledgeWording *wording,
                                       GError **error);

/* Revokes the pledges of a journal entry that are in force. */
gboolean _ikrar_pledge_undo (IkrarChange *change, IkrarId journal, GError **error);

/* The texts that are sealed of a reader and of each witness: what papers print, as one field. */
char *_ikrar_pledge_join_reader (const char *reader, const char *position);
void _ikrar_pledge_append_witness (GString *text,
                                   const char *name,
                                   const char *position,
                                   const char *institution);

char *_ikrar_pledge_join_witnesses (const IkrarWitness *witnesses, guint n_witnesses);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarPledgeSubject, _ikrar_pledge_subject_clear)

G_END_DECLS
