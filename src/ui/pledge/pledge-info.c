/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/pledge-info.h"

#define GROUP 4
#define SHORT_GROUPS 2

gpointer
ikrar_pledge_info_load (IkrarStore *store,
                        gpointer input,
                        const IkrarProgress *progress,
                        GError **error)
{
  IkrarId event = *(const IkrarId *) input;
  g_autoptr (IkrarPledgeInfo) info = g_new0 (IkrarPledgeInfo, 1);

  info->event = ikrar_event_get (store, event, error);
  if (info->event == NULL)
    return NULL;
  info->wording = ikrar_pledge_wording_get (store, event, error);
  if (info->wording == NULL)
    return NULL;
  info->text = ikrar_pledge_text_parse (info->wording->body);
  info->roles = ikrar_event_roles (store, event, error);
  if (info->roles == NULL)
    return NULL;
  info->coverage = ikrar_pledge_coverage (store, event, error);
  if (info->coverage == NULL)
    return NULL;
  info->sum = ikrar_pledge_coverage_sum (info->coverage);
  return g_steal_pointer (&info);
}

void
ikrar_pledge_info_free (IkrarPledgeInfo *info)
{
  if (info == NULL)
    return;
  ikrar_event_free (info->event);
  ikrar_pledge_wording_free (info->wording);
  ikrar_pledge_text_free (info->text);
  g_clear_pointer (&info->roles, g_ptr_array_unref);
  g_clear_pointer (&info->coverage, g_ptr_array_unref);
  g_free (info);
}

IkrarPledgeCoverage
ikrar_pledge_coverage_sum (GPtrArray *coverage)
{
  IkrarPledgeCoverage sum = { 0 };

  for (guint i = 0; i < coverage->len; i++)
    {
      const IkrarPledgeCoverage *line = g_ptr_array_index (coverage, i);

      sum.invited += line->invited;
      sum.present += line->present;
      sum.recited += line->recited;
      sum.signed_ += line->signed_;
    }
  return sum;
}

/* Hexadecimal digits in groups; @groups of 0 takes all. */
static char *
group_digits (const IkrarDigest *digest, guint groups)
{
  GString *text = g_string_new (NULL);
  guint digits = groups > 0 ? groups * GROUP : 2 * IKRAR_DIGEST_SIZE;

  for (guint i = 0; i < digits; i += 2)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, "%02X", digest->bytes[i / 2]);
    }
  return g_string_free (text, FALSE);
}

char *
ikrar_pledge_digest_short (const IkrarDigest *digest)
{
  return group_digits (digest, SHORT_GROUPS);
}

char *
ikrar_pledge_digest_grouped (const IkrarDigest *digest)
{
  return group_digits (digest, 0);
}
