/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"
#include "store/exchange.h"
#include "store/merge-private.h"

#include "seal/digest.h"
#include "seal/record.h"

G_BEGIN_DECLS

/* What an event is made of, in the order in which it is handed on: what a row refers to stands
 * before it. */
typedef enum
{
  IKRAR_EXCHANGE_UNIT,
  IKRAR_EXCHANGE_TEXT,
  IKRAR_EXCHANGE_EVENT,
  IKRAR_EXCHANGE_KEY,
  IKRAR_EXCHANGE_SESSION,
  IKRAR_EXCHANGE_ROLE,
  IKRAR_EXCHANGE_PERSON,
  IKRAR_EXCHANGE_FORMER,
  IKRAR_EXCHANGE_PARTICIPANT,
  IKRAR_EXCHANGE_GONE,
  IKRAR_EXCHANGE_JOURNAL,
  IKRAR_EXCHANGE_MARK,
  IKRAR_EXCHANGE_WORDING,
  IKRAR_EXCHANGE_ACT,
  IKRAR_EXCHANGE_WITNESS,
  IKRAR_EXCHANGE_PLEDGE,
  IKRAR_EXCHANGE_SERIES,
  IKRAR_EXCHANGE_CERTIFICATE,
  IKRAR_EXCHANGE_RULE,
  IKRAR_EXCHANGE_CLOSING,
  IKRAR_EXCHANGE_SCAN,
  IKRAR_N_EXCHANGE_TABLES,
} IkrarExchangeTable;

/* A kind of rows. Those with an entity have versions: their first value is the version's time, the
 * others are the entity's columns, but that a unit stands as its key and a pledge text as its
 * version and name. */
typedef struct
{
  const char *word;
  const char *types;
  const char *list;
  const IkrarEntity *entity;
  const char *get;
  const char *content; /* a `+` for each value that is what the row says, a `.` for the others */
} IkrarExchangeTableInfo;

const IkrarExchangeTableInfo *_ikrar_exchange_table (IkrarExchangeTable table);

/* Takes a row; its values are valid during the call. */
typedef gboolean (*IkrarExchangeSink) (gpointer user_data,
                                       IkrarExchangeTable table,
                                       const IkrarExchangeValue *values,
                                       GError **error);

/* Hands all rows of an event on, in order, out of one state of the database. */
gboolean _ikrar_exchange_emit (IkrarStore *store,
                               IkrarId event,
                               IkrarExchangeSink sink,
                               gpointer user_data,
                               const IkrarProgress *progress,
                               GError **error);

/* A state of a row among others: the greater (at, digest) stands. A digest of zeros: gone. */
typedef struct
{
  IkrarTime at;
  IkrarDigest digest;
} IkrarVersion;

#define IKRAR_VERSION_NEVER (-1)

int _ikrar_version_compare (const IkrarVersion *a, const IkrarVersion *b);

/* The digest of what a row says. */
void _ikrar_version_digest (IkrarExchangeTable table,
                            const IkrarExchangeValue *values,
                            IkrarDigest *digest);

/* When the state with @version's digest came about: a change here, or what another database said
 * of it. IKRAR_VERSION_NEVER for a row that is not here and never was. */
gboolean _ikrar_version_date (IkrarDb *db,
                              IkrarExchangeTable table,
                              IkrarId id,
                              IkrarVersion *version,
                              GError **error);

/* Whether a state was here before, or another database told of it. */
gboolean _ikrar_version_is_known (IkrarDb *db,
                                  IkrarId id,
                                  const IkrarVersion *version,
                                  gboolean *known,
                                  GError **error);

gboolean _ikrar_version_keep (IkrarDb *db, IkrarId id, const IkrarVersion *version, GError **error);

/* An event that is being taken in. */
typedef struct
{
  IkrarStore *store;
  IkrarDb *db;
  IkrarChange *change;
  IkrarExchangeReport *report;
  IkrarExchangeTable last; /* of the rows so far */
  gboolean additions;      /* anything but rows that changed */
  guint64 writes;
  GHashTable *own_ids;  /* id there -> id here, where they differ */
  GHashTable *texts;    /* version and name there -> id here */
  GHashTable *new_acts; /* set of the acts that came with this import */
  GArray *marks;        /* IkrarMergeMark, until there are enough of them */
  GPtrArray *mark_entries;
  GStringChunk *mark_texts; /* what they point into */
} IkrarIntake;

/* The id that something has here. */
IkrarId _ikrar_intake_own_id (IkrarIntake *intake, IkrarId id);
void _ikrar_intake_set_own_id (IkrarIntake *intake, IkrarId id, IkrarId own);

gboolean _ikrar_intake_refuse (GError **error, const char *message);

/* Lists what does not fit. */
gboolean _ikrar_intake_note (IkrarIntake *intake,
                             const char *what,
                             IkrarId subject,
                             const char *field,
                             const char *ours,
                             const char *theirs,
                             const char *stands,
                             GError **error);

/* The rows, by kind. */
gboolean _ikrar_intake_versioned (IkrarIntake *intake,
                                  IkrarExchangeTable table,
                                  const IkrarExchangeValue *values,
                                  GError **error);
gboolean _ikrar_intake_gone (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean _ikrar_intake_act (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean
_ikrar_intake_witness (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean
_ikrar_intake_pledge (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean
_ikrar_intake_series (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean
_ikrar_intake_certificate (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);

gboolean _ikrar_intake_rule (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean
_ikrar_intake_closing (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
gboolean _ikrar_intake_scan (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);

/* Whether a participant's person was erased here: then nothing of the person comes back. */
gboolean _ikrar_intake_is_erased (IkrarIntake *intake,
                                  IkrarId participant,
                                  gboolean *erased,
                                  GError **error);

/* A moment as conflicts name it, in the event's zone. */
char *_ikrar_intake_time (IkrarIntake *intake, IkrarTime at);

/* Reads the record that was sealed where a pledge or certificate was made. */
gboolean _ikrar_intake_read_record (const IkrarExchangeValue *value,
                                    IkrarRecord *record,
                                    char desk[256],
                                    GError **error);

/* What decides over the number of a participant when two have the same: the smaller id keeps it,
 * the other one gets this. */
int _ikrar_exchange_high_number (IkrarId participant, guint attempt);

G_END_DECLS
