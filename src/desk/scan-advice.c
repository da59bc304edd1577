/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk/scan-doctor.h"

/* What each finding is in words, where the words are always the same. */
static const struct
{
  const char *what;
  const char *advice;
} words[IKRAR_N_SCAN_FINDINGS] = {
  [IKRAR_SCAN_FINDING_NOT_CARD] = { N_ ("This is not the test card"),
                                    N_ ("Scan one of the three symbols on the printed test card. "
                                        "If you did, set the scanner back to its factory "
                                        "settings, as USB keyboard, and scan again.") },
  [IKRAR_SCAN_FINDING_PART] = { NULL,
                                N_ ("Take the limit of the length of codes out of the scanner's "
                                    "settings, and hold it still until it sounds.") },
  [IKRAR_SCAN_FINDING_LOST] = { NULL,
                                N_ ("Set a delay between characters in the scanner (5 to 10 ms). "
                                    "Connect it directly, without a hub; bring a wireless one "
                                    "nearer.") },
  [IKRAR_SCAN_FINDING_CAPS_LOCK] = { N_ ("Caps Lock is on"),
                                     N_ ("Press Caps Lock once on the keyboard.") },
  [IKRAR_SCAN_FINDING_SMALL_LETTERS] = { N_ ("The scanner makes small letters of capital ones"),
                                         N_ ("Set the case of letters to “as it is” in the "
                                             "scanner.") },
  [IKRAR_SCAN_FINDING_AIM] = { NULL,
                               N_ ("Switch off “AIM identifier” or “code ID” in the scanner.") },
  [IKRAR_SCAN_FINDING_PREFIX] = { NULL, N_ ("Take the prefix out of the scanner's settings.") },
  [IKRAR_SCAN_FINDING_SUFFIX] = { NULL,
                                  N_ ("Take the suffix out of the scanner's settings, but leave "
                                      "Enter.") },
  [IKRAR_SCAN_FINDING_NO_END] = { N_ ("The scanner sends no Enter after a code"),
                                  N_ ("Set the suffix to Enter (CR) in the scanner. Passes are "
                                      "taken without it; short codes then wait a moment.") },
  [IKRAR_SCAN_FINDING_TAB] = { N_ ("The scanner sends Tab after a code"),
                               N_ ("Set the suffix to Enter (CR) in place of Tab in the scanner.") },
  [IKRAR_SCAN_FINDING_TWO_ENDS] = { N_ ("The scanner sends more than one end after a code"),
                                    N_ ("Set the suffix to CR alone, not to CR LF.") },
  [IKRAR_SCAN_FINDING_TWICE] = { N_ ("The scanner reads the same code again and again"),
                                 N_ ("Set the scanner to read at the trigger, or set a delay for "
                                     "reading the same code (two seconds).") },
  [IKRAR_SCAN_FINDING_SLOW] = { NULL,
                                N_ ("Take the delay between characters out of the scanner's "
                                    "settings; bring a wireless one nearer, or use its cable.") },
};

static char *
say_layout (const IkrarScanDiagnosis *diagnosis)
{
  if (diagnosis->scanner == diagnosis->computer)
    return g_strdup (_ ("Scanner and computer are set to different keyboards"));
  /* Translators: the first %s is a keyboard layout such as “German”, so is the second. */
  return g_strdup_printf (_ ("The computer's keyboard is set to %s, the scanner's to %s"),
                          ikrar_key_layout_name (diagnosis->computer),
                          ikrar_key_layout_name (diagnosis->scanner));
}

/* The layout that people in the country have. */
static char *
advise_layout (const IkrarScanDiagnosis *diagnosis)
{
  if (diagnosis->scanner == IKRAR_KEY_LAYOUT_US)
    return g_strdup (_ ("Set the computer's keyboard to English (US), or the scanner to the "
                        "computer's keyboard."));
  return g_strdup (_ ("Set the scanner's keyboard to USA, and the computer's too."));
}

static char *
say_missing (const IkrarScanDiagnosis *diagnosis, gboolean is_part)
{
  guint n = diagnosis->missing;

  if (is_part)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The scanner reads only part of a code: %u character is "
                                         "missing",
                                         "The scanner reads only part of a code: %u characters "
                                         "are missing",
                                         n),
                            n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u character got lost on the way",
                                       "%u characters got lost on the way", n),
                          n);
}

char *
ikrar_scan_diagnosis_say (const IkrarScanDiagnosis *diagnosis, IkrarScanFinding finding)
{
  switch (finding)
    {
    case IKRAR_SCAN_FINDING_PART:
    case IKRAR_SCAN_FINDING_LOST:
      return say_missing (diagnosis, finding == IKRAR_SCAN_FINDING_PART);
    case IKRAR_SCAN_FINDING_LAYOUT:
      return say_layout (diagnosis);
    case IKRAR_SCAN_FINDING_AIM:
    case IKRAR_SCAN_FINDING_PREFIX:
      return g_strdup_printf (_ ("The scanner sends “%s” before a code"), diagnosis->before);
    case IKRAR_SCAN_FINDING_SUFFIX:
      return g_strdup_printf (_ ("The scanner sends “%s” after a code"), diagnosis->after);
    case IKRAR_SCAN_FINDING_SLOW:
      return g_strdup_printf (_ ("The scanner is slow: %.1f seconds for a pass"),
                              diagnosis->duration / 1000.0);
    default:
      return g_strdup (_ (words[finding].what));
    }
}

char *
ikrar_scan_diagnosis_advise (const IkrarScanDiagnosis *diagnosis, IkrarScanFinding finding)
{
  return finding == IKRAR_SCAN_FINDING_LAYOUT ? advise_layout (diagnosis)
                                              : g_strdup (_ (words[finding].advice));
}
