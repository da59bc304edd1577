/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/title-table-private.h"

#include <string.h>

/* Sources: EYD for points and capitals; the titles themselves are those met in rosters and on
 * papers of regional agencies, among them ranks of guests from police and army. */
const IkrarTitleBefore ikrar_titles_before[] = {
  { "Aipda", IKRAR_TITLE_USE_ANY },
  { "Aiptu", IKRAR_TITLE_USE_ANY },
  { "AKBP", IKRAR_TITLE_USE_ANY },
  { "AKP", IKRAR_TITLE_USE_ANY },
  { "Apt.", IKRAR_TITLE_USE_ANY },
  { "apt.", IKRAR_TITLE_USE_ANY },
  { "Arh.", IKRAR_TITLE_USE_FOLLOWING },
  { "Arm.", IKRAR_TITLE_USE_FOLLOWING },
  { "Bd.", IKRAR_TITLE_USE_WITH_POINT },
  { "Brigjen", IKRAR_TITLE_USE_ANY },
  { "Bripda", IKRAR_TITLE_USE_ANY },
  { "Bripka", IKRAR_TITLE_USE_ANY },
  { "Briptu", IKRAR_TITLE_USE_ANY },
  { "Caj.", IKRAR_TITLE_USE_FOLLOWING },
  { "Cba.", IKRAR_TITLE_USE_FOLLOWING },
  { "Chb.", IKRAR_TITLE_USE_FOLLOWING },
  { "Chk.", IKRAR_TITLE_USE_FOLLOWING },
  { "Ckm.", IKRAR_TITLE_USE_FOLLOWING },
  { "Cku.", IKRAR_TITLE_USE_FOLLOWING },
  { "Cpl.", IKRAR_TITLE_USE_FOLLOWING },
  { "Cpm.", IKRAR_TITLE_USE_FOLLOWING },
  { "Czi.", IKRAR_TITLE_USE_FOLLOWING },
  { "Dr.", IKRAR_TITLE_USE_ANY },
  { "dr.", IKRAR_TITLE_USE_ANY },
  { "Dra.", IKRAR_TITLE_USE_ANY },
  { "drg.", IKRAR_TITLE_USE_ANY },
  { "drh.", IKRAR_TITLE_USE_ANY },
  { "Drs.", IKRAR_TITLE_USE_ANY },
  { "H.", IKRAR_TITLE_USE_ANY },
  { "(H.C.)", IKRAR_TITLE_USE_FOLLOWING },
  { "(HC)", IKRAR_TITLE_USE_FOLLOWING },
  { "Hj.", IKRAR_TITLE_USE_ANY },
  { "Inf.", IKRAR_TITLE_USE_FOLLOWING },
  { "Ipda", IKRAR_TITLE_USE_ANY },
  { "Iptu", IKRAR_TITLE_USE_ANY },
  { "Ir.", IKRAR_TITLE_USE_ANY },
  { "Irjen", IKRAR_TITLE_USE_ANY },
  { "Jend.", IKRAR_TITLE_USE_ANY },
  { "Kapten", IKRAR_TITLE_USE_ANY },
  { "Kav.", IKRAR_TITLE_USE_FOLLOWING },
  { "KH.", IKRAR_TITLE_USE_ANY },
  { "K.H.", IKRAR_TITLE_USE_ANY },
  { "Kol.", IKRAR_TITLE_USE_ANY },
  { "Kombes", IKRAR_TITLE_USE_ANY },
  { "Kompol", IKRAR_TITLE_USE_ANY },
  { "K.R.T.", IKRAR_TITLE_USE_ANY },
  { "KRT.", IKRAR_TITLE_USE_ANY },
  { "Letda", IKRAR_TITLE_USE_ANY },
  { "Letjen", IKRAR_TITLE_USE_ANY },
  { "Letkol", IKRAR_TITLE_USE_ANY },
  { "Lettu", IKRAR_TITLE_USE_ANY },
  { "Mayjen", IKRAR_TITLE_USE_ANY },
  { "Mayor", IKRAR_TITLE_USE_ANY },
  { "Ns.", IKRAR_TITLE_USE_ANY },
  { "Ny.", IKRAR_TITLE_USE_ANY },
  { "Pdt.", IKRAR_TITLE_USE_ANY },
  { "Pelda", IKRAR_TITLE_USE_ANY },
  { "Peltu", IKRAR_TITLE_USE_ANY },
  { "Pol.", IKRAR_TITLE_USE_FOLLOWING },
  { "Prof.", IKRAR_TITLE_USE_ANY },
  { "(Purn.)", IKRAR_TITLE_USE_FOLLOWING },
  { "R.", IKRAR_TITLE_USE_WITH_POINT },
  { "R.A.", IKRAR_TITLE_USE_WITH_POINT },
  { "Rd.", IKRAR_TITLE_USE_ANY },
  { "R.M.", IKRAR_TITLE_USE_WITH_POINT },
  { "Rr.", IKRAR_TITLE_USE_ANY },
  { "R.Rr.", IKRAR_TITLE_USE_WITH_POINT },
  { "Sdr.", IKRAR_TITLE_USE_ANY },
  { "Sdri.", IKRAR_TITLE_USE_ANY },
  { "Serda", IKRAR_TITLE_USE_ANY },
  { "Serka", IKRAR_TITLE_USE_ANY },
  { "Serma", IKRAR_TITLE_USE_ANY },
  { "Sertu", IKRAR_TITLE_USE_ANY },
  { "Tb.", IKRAR_TITLE_USE_ANY },
  { "TGH.", IKRAR_TITLE_USE_ANY },
  { "Tgk.", IKRAR_TITLE_USE_ANY },
  { "Tn.", IKRAR_TITLE_USE_ANY },
  { "TNI", IKRAR_TITLE_USE_FOLLOWING },
  { "Ust.", IKRAR_TITLE_USE_ANY },
  { "Ustadz", IKRAR_TITLE_USE_ANY },
  { "Ustadzah", IKRAR_TITLE_USE_ANY },
};

const gsize ikrar_n_titles_before = G_N_ELEMENTS (ikrar_titles_before);

/* clang-format off */
const char *const ikrar_titles_after[] = {
  "Ak.", "A.Ma.", "A.Ma.Pd.", "A.Ma.Pust.", "A.Md.", "A.Md.Ak.", "A.Md.AK.", "A.Md.Farm.",
  "A.Md.Gz.", "A.Md.Keb.", "A.Md.Kep.", "A.Md.Kes.", "A.Md.KG.", "A.Md.KL.", "A.Md.Kom.",
  "A.Md.P.", "A.Md.Pel.", "A.Md.Rad.", "A.Md.RMIK.", "A.Md.T.", "A.Md.TEM.", "A.P.", "Apt.",
  "B.A.", "B.B.A.", "Bd.", "B.Ed.", "B.Eng.", "B.Sc.", "CA", "C.A.", "CFrA", "CGCAE",
  "CHRM", "CIA", "CPA", "C.P.A.", "CRMP", "D.E.A.", "DESS", "Dipl.Ing.", "Gr.", "Lc.",
  "LL.B.", "LL.M.", "M.A.", "M.A.B.", "M.Acc.", "M.Adm.", "M.Ag.", "M.Agr.", "M.Ak.", "M.A.P.",
  "M.AP.", "M.A.R.S.", "M.Ars.", "M.B.A.", "M.Bio.", "M.Biomed.", "M.Div.", "M.Ds.", "M.E.",
  "M.Ec.Dev.", "M.Ed.", "M.E.I.", "M.Eng.", "M.Epid.", "M.E.Sy.", "M.Farm.", "M.Fil.",
  "M.Fil.I.", "M.Gizi.", "M.Gz.", "M.H.", "M.Han.", "M.H.I.", "M.Hum.", "M.Hut.", "M.I.K.",
  "M.I.Kom.", "M.Inf.", "M.I.P.", "M.IP.", "M.I.Pol.", "M.Keb.", "M.Kep.", "M.Kes.", "M.Kesos.",
  "M.K.M.", "M.KM.", "M.Kn.", "M.Kom.", "M.Kom.I.", "M.K.P.", "M.Ling.", "M.Log.", "M.M.",
  "M.M.A.", "M.Mar.", "M.Med.Ed.", "M.M.Pd.", "M.M.S.I.", "M.Or.", "M.P.", "M.P.A.", "M.Par.",
  "M.Pd.", "M.Pd.I.", "M.Pd.K.", "M.P.H.", "M.Phil.", "M.Pi.", "M.P.P.", "M.Psi.", "M.Pt.",
  "M.P.W.K.", "M.R.K.", "M.S.", "M.S.A.", "M.Sc.", "M.S.E.", "M.Si.", "M.S.I.", "M.S.M.",
  "M.Sn.", "M.Sos.", "M.S.P.", "M.Stat.", "M.Sy.", "M.T.", "M.Th.", "M.T.I.", "M.TI.", "M.Tr.",
  "M.Tr.A.P.", "M.Tr.AP.", "M.Tr.Han.", "M.Tr.IP.", "M.Tr.Keb.", "M.Tr.Kep.", "M.Tr.T.",
  "M.Ud.", "M.Vet.", "Ns.", "Ph.D.", "Psikolog", "S.A.B.", "S.AB.", "S.Adm.", "S.Ag.", "S.Agr.",
  "S.Ak.", "S.A.N.", "S.AN.", "S.Ant.", "S.A.P.", "S.AP.", "S.Ars.", "S.Ds.", "S.E.", "S.E.I.",
  "S.EI.", "S.E.Sy.", "S.Farm.", "S.Fil.", "S.Fil.I.", "S.Gz.", "S.H.", "S.H.I.", "S.HI.",
  "S.Hum.", "S.Hut.", "S.IAN.", "S.I.K.", "S.IK.", "S.I.Kom.", "S.Ikom.", "S.I.P.", "S.IP.",
  "S.I.Pem.", "S.IPem.", "S.I.Pol.", "S.I.Pust.", "S.Kar.", "S.Keb.", "S.Ked.", "S.Kel.",
  "S.Kep.", "S.Kes.", "S.Kesos.", "S.K.G.", "S.KG.", "S.K.H.", "S.KH.", "S.K.M.", "S.KM.",
  "S.Kom.", "S.Kom.I.", "S.K.Pm.", "S.Log.", "S.M.", "S.Mat.", "S.Mn.", "S.Or.", "S.P.",
  "Sp.A.", "Sp.An.", "S.Par.", "Sp.B.", "Sp.BM.", "Sp.BS.", "S.Pd.", "S.Pd.AUD.", "S.Pd.B.",
  "S.Pd.H.", "S.Pd.I.", "S.PdI.", "S.Pd.K.", "S.Pd.SD.", "Sp.DV.", "S.Pel.", "Sp.EM.", "Sp.F.",
  "Sp.GK.", "S.Pi.", "Sp.JP.", "Sp.Kep.An.", "Sp.Kep.J.", "Sp.Kep.Kom.", "Sp.Kep.Mat.",
  "Sp.Kep.MB.", "Sp.KFR.", "Sp.KG.", "Sp.KGA.", "Sp.KJ.", "Sp.KK.", "Sp.KL.", "Sp.KO.", "Sp.M.",
  "Sp.MK.", "Sp.N.", "Sp.OG.", "Sp.OK.", "Sp.Ort.", "Sp.OT.", "Sp.PA.", "Sp.PD.", "Sp.Perio.",
  "Sp.PK.", "Sp.Pros.", "Sp.Rad.", "Sp.S.", "S.Psi.", "S.Pt.", "Sp.THT.", "S.Ptk.", "Sp.U.",
  "S.Pust.", "S.P.W.K.", "S.PWK.", "S.S.", "S.Si.", "S.S.I.", "S.Si.T.", "S.SiT.", "S.Sn.",
  "S.Sos.", "S.Sos.I.", "S.S.T.", "S.ST.", "S.Stat.", "S.ST.Han.", "S.ST.Keb.", "S.STP.",
  "S.ST.Pel.", "S.Sy.", "S.T.", "S.Th.", "S.Th.I.", "S.T.P.", "S.TP.", "S.Tr.", "S.Tr.Ak.",
  "S.Tr.Gz.", "S.Tr.Han.", "S.Tr.IP.", "S.Tr.Keb.", "S.Tr.Kep.", "S.Tr.Kes.", "S.Tr.Kom.",
  "S.Tr.Pel.", "S.Tr.Sos.", "S.Tr.T.", "S.Ud.",
};
/* clang-format on */

const gsize ikrar_n_titles_after = G_N_ELEMENTS (ikrar_titles_after);

static const char *const names_too[] = { "ama", "ba", "ca", "cia", "dea", "mars" };

gboolean
ikrar_title_key (const char *text, gsize length, char key[IKRAR_TITLE_KEY_SIZE])
{
  gsize n = 0;

  if (length > 0 && text[0] == '(')
    {
      text++;
      length--;
    }
  if (length > 0 && text[length - 1] == ')')
    length--;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '.')
        continue;
      if (!g_ascii_isalpha (text[i]) || n + 1 == IKRAR_TITLE_KEY_SIZE)
        return FALSE;
      key[n++] = g_ascii_tolower (text[i]);
    }

  key[n] = '\0';
  return n > 0;
}

/* A bit for every letter that has a point between it and the letter before. */
static guint
point_places (const char *text, gsize length)
{
  guint places = 0;
  guint n_letters = 0;
  gboolean point = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      point = point || text[i] == '.';
      if (!g_ascii_isalpha (text[i]))
        continue;
      if (point && n_letters > 0)
        places |= 1u << MIN (n_letters, 31);
      point = FALSE;
      n_letters++;
    }

  return places;
}

gboolean
ikrar_title_has_inner_point (const char *text, gsize length)
{
  return point_places (text, length) != 0;
}

static gboolean
has_same_points (const char *form, const char *text, gsize length)
{
  return point_places (form, strlen (form)) == point_places (text, length);
}

/* Whether the text mixes capitals and small letters exactly as the form does. Text in capitals only
 * or small letters only says nothing. */
static gboolean
has_same_case (const char *form, const char *text, gsize length)
{
  gboolean large = FALSE;
  gboolean small = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalpha (text[i]))
        continue;
      while (!g_ascii_isalpha (*form))
        form++;
      if (*form++ != text[i])
        return FALSE;
      large = large || g_ascii_isupper (text[i]);
      small = small || g_ascii_islower (text[i]);
    }

  return large && small;
}

static int
compare_key (const char *key, const char *form)
{
  for (; *form != '\0'; form++)
    {
      if (!g_ascii_isalpha (*form))
        continue;
      if (*key != g_ascii_tolower (*form))
        return (guchar) *key - (guchar) g_ascii_tolower (*form);
      key++;
    }

  return *key != '\0';
}

typedef const char *(*FormAt) (gsize i);

static const char *
form_before (gsize i)
{
  return ikrar_titles_before[i].form;
}

static const char *
form_after (gsize i)
{
  return ikrar_titles_after[i];
}

/* The first title that does not stand before the key. */
static gsize
find_first (const char *key, FormAt form_at, gsize n)
{
  gsize low = 0;

  while (low < n)
    {
      gsize middle = low + (n - low) / 2;

      if (compare_key (key, form_at (middle)) > 0)
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

/* "dr." is a physician and "Dr." a doctor: the first letter decides where both are known. */
const IkrarTitleBefore *
ikrar_title_find_before (const char *key, const char *text, gsize length)
{
  const IkrarTitleBefore *found = NULL;

  for (gsize i = find_first (key, form_before, ikrar_n_titles_before);
       i < ikrar_n_titles_before && compare_key (key, form_before (i)) == 0; i++)
    {
      if (!has_same_points (form_before (i), text, length))
        continue;
      if (form_before (i)[0] == text[0])
        return &ikrar_titles_before[i];
      if (found == NULL)
        found = &ikrar_titles_before[i];
    }

  return found;
}

gboolean
ikrar_title_is_after (const char *key)
{
  gsize i = find_first (key, form_after, ikrar_n_titles_after);

  return i < ikrar_n_titles_after && compare_key (key, form_after (i)) == 0;
}

const char *
ikrar_title_find_after (const char *key, const char *text, gsize length)
{
  const char *found = NULL;
  gboolean pointed = ikrar_title_has_inner_point (text, length);

  for (gsize i = find_first (key, form_after, ikrar_n_titles_after);
       i < ikrar_n_titles_after && compare_key (key, form_after (i)) == 0; i++)
    {
      if (pointed && !has_same_points (form_after (i), text, length))
        continue;
      if (has_same_case (form_after (i), text, length))
        return form_after (i);
      if (found == NULL)
        found = form_after (i);
    }

  return found;
}

const char *
ikrar_title_complete (const char *key, const char *text, gsize length)
{
  guint places = point_places (text, length);

  for (gsize i = find_first (key, form_after, ikrar_n_titles_after);
       i < ikrar_n_titles_after && compare_key (key, form_after (i)) == 0; i++)
    if ((places & ~point_places (form_after (i), strlen (form_after (i)))) == 0)
      return form_after (i);

  return NULL;
}

gboolean
ikrar_title_is_name_too (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names_too); i++)
    if (strcmp (key, names_too[i]) == 0)
      return TRUE;

  return FALSE;
}
