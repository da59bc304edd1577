/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"
#include "store/institution.h"
#include "store/participant.h"

#include "core/progress.h"
#include "seal/digest.h"

G_BEGIN_DECLS

/**
 * IkrarWitness:
 * @name: with titles
 * @position: post
 * @institution: body, such as `Bawaslu Kabupaten Contoh`
 *
 * Who saw a pledge. Borrowed when passed in, owned when listed.
 */
typedef struct
{
  char *name;
  char *position;
  char *institution;
} IkrarWitness;

/**
 * IkrarPledgeTemplate:
 *
 * A version of a pledge text with fields. Never changed: a correction is a new version.
 */
typedef struct
{
  IkrarId id;
  char *name;
  int version;
  char *template_text;
} IkrarPledgeTemplate;

/**
 * IkrarPledgeWording:
 * @id: id, 0 as long as no pledge refers to it
 * @text_id: the version it was made from
 * @version: its number
 * @body: the exact text
 * @digest: SHA-256 of @body: what every pledge is bound to
 */
typedef struct
{
  IkrarId id;
  IkrarId text_id;
  int version;
  char *body;
  IkrarDigest digest;
} IkrarPledgeWording;

/**
 * IkrarPledgeSigning:
 * @participant: who signs
 * @signature: SVG path data in a box of 1000 by 400, without pressure or timing; "" for a signature
 *   on paper
 * @witnesses: (array length=n_witnesses): who saw it
 * @nonce: (array fixed-size=16): the client's nonce
 */
typedef struct
{
  IkrarId participant;
  const char *signature;
  const IkrarWitness *witnesses;
  guint n_witnesses;
  const guint8 *nonce;
} IkrarPledgeSigning;

/**
 * IkrarPledgeReciting:
 * @event: the event
 * @reader: who read the text, with titles
 * @reader_position: the reader's post
 * @witnesses: (array length=n_witnesses): who saw it
 * @nonce: (array fixed-size=16): the client's nonce
 */
typedef struct
{
  IkrarId event;
  const char *reader;
  const char *reader_position;
  const IkrarWitness *witnesses;
  guint n_witnesses;
  const guint8 *nonce;
} IkrarPledgeReciting;

/**
 * IkrarPledgeAct:
 *
 * The newest recital of a text.
 */
typedef struct
{
  IkrarTime at;
  char *reader;
  char *reader_position;
  GPtrArray *witnesses;
  guint pledges;
} IkrarPledgeAct;

/**
 * IkrarPledgeCoverage:
 * @unit_id: a unit
 * @unit: its name
 * @invited: participants who have not withdrawn
 * @present: of them present
 * @recited: recited and not signed
 * @signed_: signed
 */
typedef struct
{
  IkrarId unit_id;
  char *unit;
  guint invited;
  guint present;
  guint recited;
  guint signed_;
} IkrarPledgeCoverage;

/**
 * ikrar_pledge_template_list:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarPledgeTemplate) (nullable): all versions, newest
 * first; the customary text is version 1 of every database; `NULL` with a store error
 */
GPtrArray *ikrar_pledge_template_list (IkrarStore *store, GError **error);

/**
 * ikrar_pledge_template_add:
 * @store: a store
 * @name: name of the text; one that exists gets the next version
 * @template_text: the text with fields
 * @error: return location for an error
 *
 * Returns: id of the version, 0 with `IKRAR_STORE_ERROR_INVALID` if it has no points, or another
 *   store error
 */
IkrarId ikrar_pledge_template_add (IkrarStore *store,
                                   const char *name,
                                   const char *template_text,
                                   GError **error);

/**
 * ikrar_pledge_wording_get:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Gives the exact text of an event: its template with its fields filled in; fields not set come
 * from the institution and the event's year.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` with a store error
 */
IkrarPledgeWording *ikrar_pledge_wording_get (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_pledge_fields_parse:
 * @fields: (nullable): `name=value` lines
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type utf8 utf8): values by field name
 */
GHashTable *ikrar_pledge_fields_parse (const char *fields);

/**
 * ikrar_pledge_fields_complete:
 * @event: an event; its pledge fields, start and zone count
 * @institution: the office
 *
 * Gives the fields of an event's text, the usual values where the event sets none.
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type utf8 utf8): values by field name
 */
GHashTable *
ikrar_pledge_fields_complete (const IkrarEvent *event, const IkrarInstitution *institution);

/**
 * ikrar_pledge_sign:
 * @store: a store
 * @signing: who signs, how
 * @journal: (out) (optional): the journal entry, for undo
 * @error: return location for an error
 *
 * Records and seals a signed pledge. Somebody who recited may sign. A retry with the same nonce
 * gives the pledge it made.
 *
 * Returns: id of the pledge, 0 with `IKRAR_STORE_ERROR_DUPLICATE` if there is a signed pledge in
 *   force, `IKRAR_STORE_ERROR_CONFLICT` if the participant withdrew, or another store error
 */
IkrarId ikrar_pledge_sign (IkrarStore *store,
                           const IkrarPledgeSigning *signing,
                           IkrarId *journal,
                           GError **error);

/**
 * ikrar_pledge_sign_on_paper:
 * @store: a store
 * @event: the event
 * @ids: (array length=n_ids): participants of it who signed on paper
 * @n_ids: how many
 * @pledged: (out): for how many a pledge was recorded
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Records and seals, as one change, pledges that were signed on paper. Those who withdrew or have a
 * signed pledge in force are passed over.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` if nobody is left, or
 *   another store error
 */
IkrarId ikrar_pledge_sign_on_paper (IkrarStore *store,
                                    IkrarId event,
                                    const IkrarId *ids,
                                    guint n_ids,
                                    guint *pledged,
                                    const IkrarProgress *progress,
                                    GError **error);

/**
 * ikrar_pledge_recite:
 * @store: a store
 * @reciting: who read, who saw it
 * @pledged: (out): how many pledged by it
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Records and seals, in one act, that all who are present and have no pledge yet recited the text.
 * A retry with the same nonce gives the act it made.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` if nobody is left to
 *   recite, or another store error
 */
IkrarId ikrar_pledge_recite (IkrarStore *store,
                             const IkrarPledgeReciting *reciting,
                             guint *pledged,
                             const IkrarProgress *progress,
                             GError **error);

/**
 * ikrar_pledge_revoke:
 * @store: a store
 * @participant: whose pledge
 * @reason: why; sealed as a commitment
 * @error: return location for an error
 *
 * Revokes the pledge in force by a new record. The old one stays.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND` if there is none, or
 * another store error
 */
IkrarId
ikrar_pledge_revoke (IkrarStore *store, IkrarId participant, const char *reason, GError **error);

/**
 * ikrar_pledge_signatures:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64 utf8) (nullable): SVG paths of the signatures in
 *   force by participant id (keys are `gint64 *`), or `NULL` with a store error
 */
GHashTable *ikrar_pledge_signatures (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_pledge_bindings:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Tells to which text each pledge in force is bound. Who recited and then signed is bound to the
 * text that was signed.
 *
 * Returns: (transfer full) (element-type gint64 gint64) (nullable): ids of texts by participant id
 *   (`gint64 *` both), or `NULL` with a store error
 */
GHashTable *ikrar_pledge_bindings (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_pledge_wording_list:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Gives the texts that pledges of an event were ever bound to, also after its fields changed.
 *
 * Returns: (transfer full) (element-type IkrarPledgeWording) (nullable): the texts, the one pledged
 *   last at the end, or `NULL` with a store error
 */
GPtrArray *ikrar_pledge_wording_list (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_pledge_act_get:
 * @store: a store
 * @event: an event
 * @wording: a text of it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the newest recital of this text; `NULL` without @error set
 *   if there is none
 */
IkrarPledgeAct *
ikrar_pledge_act_get (IkrarStore *store, IkrarId event, IkrarId wording, GError **error);

/**
 * ikrar_pledge_coverage:
 * @store: a store
 * @event: an event, 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarPledgeCoverage) (nullable): by unit, the largest
 * first, or `NULL` with a store error
 */
GPtrArray *ikrar_pledge_coverage (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_pledge_template_free:
 * @text: (transfer full) (nullable): a version
 */
void ikrar_pledge_template_free (IkrarPledgeTemplate *text);

/**
 * ikrar_pledge_wording_free:
 * @wording: (transfer full) (nullable): a text
 */
void ikrar_pledge_wording_free (IkrarPledgeWording *wording);

/**
 * ikrar_pledge_act_free:
 * @act: (transfer full) (nullable): an act
 */
void ikrar_pledge_act_free (IkrarPledgeAct *act);

/**
 * ikrar_pledge_coverage_free:
 * @coverage: (transfer full) (nullable): a line
 */
void ikrar_pledge_coverage_free (IkrarPledgeCoverage *coverage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPledgeWording, ikrar_pledge_wording_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPledgeAct, ikrar_pledge_act_free)

G_END_DECLS
