/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/certificate-rule.h"
#include "store/presence.h"

G_BEGIN_DECLS

/* Who may get a certificate at an event. Without a rule nothing is loaded. */
typedef struct
{
  int share;               /* 0 for no rule */
  IkrarPresence *presence; /* NULL without a rule */
  GHashTable *exceptions;  /* participant -> reason; NULL without a rule */
} IkrarCertificateRule;

gboolean _ikrar_certificate_rule_load (IkrarStore *store,
                                       IkrarId event,
                                       IkrarCertificateRule *rule,
                                       GError **error);
void _ikrar_certificate_rule_clear (IkrarCertificateRule *rule);

/* Whether somebody was there long enough, exceptions apart. */
gboolean _ikrar_certificate_rule_is_met (const IkrarCertificateRule *rule, IkrarId participant);

/* Whether somebody who was present may get one. */
gboolean _ikrar_certificate_rule_allows (const IkrarCertificateRule *rule, IkrarId participant);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarCertificateRule, _ikrar_certificate_rule_clear)

G_END_DECLS
