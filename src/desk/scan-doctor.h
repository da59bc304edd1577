/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/scan-card.h"
#include "desk/scan-text.h"

G_BEGIN_DECLS

/**
 * IkrarScanKeyKind:
 * @IKRAR_SCAN_KEY_CHARACTER: a character, also one sent as a chord with Control
 * @IKRAR_SCAN_KEY_ENTER: Enter, or a line feed
 * @IKRAR_SCAN_KEY_TAB: Tab
 *
 * What a key did.
 */
typedef enum
{
  IKRAR_SCAN_KEY_CHARACTER,
  IKRAR_SCAN_KEY_ENTER,
  IKRAR_SCAN_KEY_TAB,
} IkrarScanKeyKind;

/**
 * IkrarScanKey:
 * @kind: what it did
 * @stroke: which character
 * @caps_lock: whether Caps Lock was on
 * @time: when, in milliseconds of any clock
 *
 * A key that a scanner pressed.
 */
typedef struct
{
  IkrarScanKeyKind kind;
  IkrarStroke stroke;
  gboolean caps_lock;
  guint32 time;
} IkrarScanKey;

/**
 * IkrarScanFinding:
 * @IKRAR_SCAN_FINDING_NOT_CARD: something else was scanned
 * @IKRAR_SCAN_FINDING_PART: only a piece of the code arrived
 * @IKRAR_SCAN_FINDING_LOST: single characters are missing
 * @IKRAR_SCAN_FINDING_LAYOUT: scanner and computer have different keyboards
 * @IKRAR_SCAN_FINDING_CAPS_LOCK: Caps Lock is on
 * @IKRAR_SCAN_FINDING_SMALL_LETTERS: the scanner makes small letters
 * @IKRAR_SCAN_FINDING_AIM: the scanner names the kind of symbol before each code
 * @IKRAR_SCAN_FINDING_PREFIX: it sends something else before each code
 * @IKRAR_SCAN_FINDING_SUFFIX: it sends something after each code
 * @IKRAR_SCAN_FINDING_NO_END: it sends no Enter
 * @IKRAR_SCAN_FINDING_TAB: it sends Tab in place of Enter
 * @IKRAR_SCAN_FINDING_TWO_ENDS: it sends more than one end
 * @IKRAR_SCAN_FINDING_TWICE: it reads what lies before it again and again
 * @IKRAR_SCAN_FINDING_SLOW: it needs long for a code
 *
 * What is set wrong, the grave ones first. All but the first three are put up with at the desk.
 */
typedef enum
{
  IKRAR_SCAN_FINDING_NOT_CARD,
  IKRAR_SCAN_FINDING_PART,
  IKRAR_SCAN_FINDING_LOST,
  IKRAR_SCAN_FINDING_LAYOUT,
  IKRAR_SCAN_FINDING_CAPS_LOCK,
  IKRAR_SCAN_FINDING_SMALL_LETTERS,
  IKRAR_SCAN_FINDING_AIM,
  IKRAR_SCAN_FINDING_PREFIX,
  IKRAR_SCAN_FINDING_SUFFIX,
  IKRAR_SCAN_FINDING_NO_END,
  IKRAR_SCAN_FINDING_TAB,
  IKRAR_SCAN_FINDING_TWO_ENDS,
  IKRAR_SCAN_FINDING_TWICE,
  IKRAR_SCAN_FINDING_SLOW,
  IKRAR_N_SCAN_FINDINGS,
} IkrarScanFinding;

/**
 * IkrarScanDiagnosis:
 * @found: what was found, a bit for each #IkrarScanFinding
 * @size: which symbol was scanned, if any
 * @scanner: the scanner's layout, of @IKRAR_SCAN_FINDING_LAYOUT
 * @computer: the computer's layout, of @IKRAR_SCAN_FINDING_LAYOUT; the same as @scanner if unknown
 * @before: (nullable): what came before the code
 * @after: (nullable): what came after it
 * @missing: how many characters are missing
 * @duration: milliseconds that a code takes
 *
 * What one scan of the test card tells. Clear with [func@scan_diagnosis_clear].
 */
typedef struct
{
  guint found;
  IkrarScanCardSize size;
  IkrarKeyLayout scanner;
  IkrarKeyLayout computer;
  char *before;
  char *after;
  guint missing;
  guint duration;
} IkrarScanDiagnosis;

/**
 * ikrar_scan_diagnose:
 * @keys: (array length=n): every key since the scan began
 * @n: how many
 * @diagnosis: (out): what they tell
 *
 * Any thread.
 */
void ikrar_scan_diagnose (const IkrarScanKey *keys, guint n, IkrarScanDiagnosis *diagnosis);

/**
 * ikrar_scan_diagnosis_has:
 * @diagnosis: a diagnosis
 * @finding: a finding
 *
 * Returns: whether it was found
 */
gboolean ikrar_scan_diagnosis_has (const IkrarScanDiagnosis *diagnosis, IkrarScanFinding finding);

/**
 * ikrar_scan_diagnosis_works:
 * @diagnosis: a diagnosis
 *
 * Returns: whether passes can be scanned as it is
 */
gboolean ikrar_scan_diagnosis_works (const IkrarScanDiagnosis *diagnosis);

/**
 * ikrar_scan_diagnosis_say:
 * @diagnosis: a diagnosis
 * @finding: something that was found
 *
 * Returns: (transfer full): what is set wrong
 */
char *ikrar_scan_diagnosis_say (const IkrarScanDiagnosis *diagnosis, IkrarScanFinding finding);

/**
 * ikrar_scan_diagnosis_advise:
 * @diagnosis: a diagnosis
 * @finding: something that was found
 *
 * Returns: (transfer full): how to mend it
 */
char *ikrar_scan_diagnosis_advise (const IkrarScanDiagnosis *diagnosis, IkrarScanFinding finding);

/**
 * ikrar_scan_diagnosis_clear:
 * @diagnosis: a diagnosis whose contents are freed
 */
void ikrar_scan_diagnosis_clear (IkrarScanDiagnosis *diagnosis);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarScanDiagnosis, ikrar_scan_diagnosis_clear)

G_END_DECLS
