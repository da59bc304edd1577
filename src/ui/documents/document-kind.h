/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"
#include "report/pass-layout.h"
#include "report/pledge-sheet.h"
#include "store/participant-table.h"

G_BEGIN_DECLS

/**
 * IkrarDocumentKind:
 * @IKRAR_DOCUMENT_PASSES: passes with codes
 * @IKRAR_DOCUMENT_ATTENDANCE: the attendance list
 * @IKRAR_DOCUMENT_PLEDGE: the pledge with its annex
 * @IKRAR_DOCUMENT_CERTIFICATES: certificates in force
 * @IKRAR_DOCUMENT_TALLY: the tally, a workbook without pages
 *
 * The documents of an event, in the order they are shown.
 */
typedef enum
{
  IKRAR_DOCUMENT_PASSES,
  IKRAR_DOCUMENT_ATTENDANCE,
  IKRAR_DOCUMENT_PLEDGE,
  IKRAR_DOCUMENT_CERTIFICATES,
  IKRAR_DOCUMENT_TALLY,
  IKRAR_N_DOCUMENT_KINDS,
} IkrarDocumentKind;

/**
 * IkrarDocumentOption:
 *
 * Bits for the fields of [struct@DocumentOptions] that a kind of document knows.
 */
typedef enum
{
  IKRAR_DOCUMENT_OPTION_UNIT = 1 << 0,
  IKRAR_DOCUMENT_OPTION_ORDER = 1 << 1,
  IKRAR_DOCUMENT_OPTION_PAPER = 1 << 2,
  IKRAR_DOCUMENT_OPTION_LAYOUT = 1 << 3,
  IKRAR_DOCUMENT_OPTION_SKIP = 1 << 4,
  IKRAR_DOCUMENT_OPTION_SMALL_MODULES = 1 << 5,
  IKRAR_DOCUMENT_OPTION_PER_UNIT = 1 << 6,
  IKRAR_DOCUMENT_OPTION_PUBLIC = 1 << 7,
  IKRAR_DOCUMENT_OPTION_TIMES = 1 << 8,
  IKRAR_DOCUMENT_OPTION_PLAIN = 1 << 9,
  IKRAR_DOCUMENT_OPTION_ANNEX = 1 << 10,
  IKRAR_DOCUMENT_OPTION_SIGNING_ROOM = 1 << 11,
} IkrarDocumentOption;

/**
 * IkrarDocumentOptions:
 * @unit: only this unit, 0 for all
 * @skip: places of the first sheet of passes that are used already
 *
 * What can be chosen about any document; each kind reads the fields it knows. All zero is good.
 */
typedef struct
{
  IkrarId unit;
  IkrarParticipantOrder order;
  IkrarPaper paper;
  IkrarPassLayout layout;
  IkrarPledgeAnnex annex;
  guint skip;
  gboolean small_modules;
  gboolean per_unit;
  gboolean public_version;
  gboolean times;
  gboolean plain;
  gboolean signing_room;
} IkrarDocumentOptions;

/**
 * ikrar_document_kind_get_title:
 * @kind: a kind
 *
 * Returns: (transfer none): what it is called, in the user's language
 */
const char *ikrar_document_kind_get_title (IkrarDocumentKind kind);

/**
 * ikrar_document_kind_get_icon_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its icon
 */
const char *ikrar_document_kind_get_icon_name (IkrarDocumentKind kind);

/**
 * ikrar_document_kind_get_options:
 * @kind: a kind
 *
 * Returns: bits of [flags@DocumentOption]
 */
guint ikrar_document_kind_get_options (IkrarDocumentKind kind);

/**
 * ikrar_document_kind_has_pages:
 * @kind: a kind
 *
 * Returns: whether it can be shown and printed
 */
gboolean ikrar_document_kind_has_pages (IkrarDocumentKind kind);

/**
 * ikrar_document_kind_has_workbook:
 * @kind: a kind
 *
 * Returns: whether a workbook holds the same
 */
gboolean ikrar_document_kind_has_workbook (IkrarDocumentKind kind);

/**
 * ikrar_document_kind_propose_name:
 * @kind: a kind
 * @day: day of the event as YYYYMMDD
 * @suffix: such as `pdf`
 *
 * Names of files are Indonesian, like the papers, and name nobody.
 *
 * Returns: (transfer full): such as `daftar-hadir-20241107.pdf`
 */
char *ikrar_document_kind_propose_name (IkrarDocumentKind kind, guint32 day, const char *suffix);

/**
 * ikrar_document_kind_build:
 * @kind: a kind with pages
 * @store: a store
 * @event: id of an event
 * @options: what was chosen
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Makes the document. A worker thread.
 *
 * Returns: (transfer full) (nullable): the document, or `NULL` with an error of its constructor
 */
IkrarDocument *ikrar_document_kind_build (IkrarDocumentKind kind,
                                          IkrarStore *store,
                                          IkrarId event,
                                          const IkrarDocumentOptions *options,
                                          const IkrarProgress *progress,
                                          GError **error);

G_END_DECLS
