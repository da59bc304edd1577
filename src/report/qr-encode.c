/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/qr-encode-private.h"
#include "report/qr-template-private.h"

/* All numbers are those of ISO/IEC 18004. */
#define MODE_ALPHANUMERIC 2
#define FIELD_POLYNOMIAL 0x11d
#define FORMAT_POLYNOMIAL 0x537
#define FORMAT_MASK 0x5412
#define CODEWORDS_MAX 346
#define CHECKS_MAX 26

#define PENALTY_RUN 3
#define PENALTY_BLOCK 3
#define PENALTY_FINDER 40
#define PENALTY_BALANCE 10

static const char characters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/* Blocks of a version: @short_blocks of @data codewords, then @long_blocks of one more. */
static const struct
{
  guint checks; /* codewords of error correction in a block */
  guint short_blocks;
  guint data;
  guint long_blocks;
} versions[IKRAR_QR_VERSION_MAX + 1] = {
  [1] = { 10, 1, 16, 0 }, [2] = { 16, 1, 28, 0 },  [3] = { 26, 1, 44, 0 }, [4] = { 18, 2, 32, 0 },
  [5] = { 24, 2, 43, 0 }, [6] = { 16, 4, 27, 0 },  [7] = { 18, 4, 31, 0 }, [8] = { 22, 2, 38, 2 },
  [9] = { 22, 3, 36, 2 }, [10] = { 26, 4, 43, 1 },
};

typedef struct
{
  guint8 bytes[CODEWORDS_MAX];
  guint n_bits;
} Bits;

static void
put_bits (Bits *bits, guint value, guint n_bits)
{
  for (guint i = n_bits; i-- > 0; bits->n_bits++)
    if (value >> i & 1)
      bits->bytes[bits->n_bits / 8] |= 0x80 >> bits->n_bits % 8;
}

static guint
count_data (guint version)
{
  guint n_blocks = versions[version].short_blocks + versions[version].long_blocks;

  return n_blocks * versions[version].data + versions[version].long_blocks;
}

static int
value_of (char character)
{
  const char *found = character != '\0' ? strchr (characters, character) : NULL;

  return found != NULL ? (int) (found - characters) : -1;
}

static gboolean
is_encodable (const char *text)
{
  return text[strspn (text, characters)] == '\0';
}

static gboolean
does_fit (gsize length, guint version)
{
  guint count_bits = version < 10 ? 9 : 11;

  return 4 + count_bits + length / 2 * 11 + length % 2 * 6 <= 8 * count_data (version);
}

static void
put_text (Bits *bits, const char *text, guint version)
{
  guint length = (guint) strlen (text), n_data = count_data (version), i;

  put_bits (bits, MODE_ALPHANUMERIC, 4);
  put_bits (bits, length, version < 10 ? 9 : 11);
  for (i = 0; i + 1 < length; i += 2)
    put_bits (bits, (guint) (value_of (text[i]) * 45 + value_of (text[i + 1])), 11);
  if (i < length)
    put_bits (bits, (guint) value_of (text[i]), 6);
  bits->n_bits = MIN (bits->n_bits + 4, 8 * n_data);
  bits->n_bits = (bits->n_bits + 7) / 8 * 8;
  for (guint pad = 0xec; bits->n_bits < 8 * n_data; pad ^= 0xec ^ 0x11)
    put_bits (bits, pad, 8);
}

static guint8
multiply (guint8 a, guint8 b)
{
  guint product = 0;

  for (; b != 0; b >>= 1)
    {
      if (b & 1)
        product ^= a;
      a = (guint8) (a << 1 ^ (a & 0x80 ? FIELD_POLYNOMIAL : 0));
    }
  return (guint8) product;
}

/* Products of every byte with the generator of so many checks. */
typedef guint8 Products[256][CHECKS_MAX];

static void
make_products (Products products, guint n_checks)
{
  guint8 generator[CHECKS_MAX] = { 0 }, root = 1;

  generator[n_checks - 1] = 1;
  for (guint i = 0; i < n_checks; i++, root = multiply (root, 2))
    for (guint j = 0; j < n_checks; j++)
      generator[j] =
          (guint8) (multiply (generator[j], root) ^ (j + 1 < n_checks ? generator[j + 1] : 0));
  for (guint byte = 0; byte < 256; byte++)
    for (guint j = 0; j < n_checks; j++)
      products[byte][j] = multiply (generator[j], (guint8) byte);
}

/* Versions with the same number of checks share a table; made when it is first needed. */
static const guint8 (*get_products (guint n_checks))[CHECKS_MAX]
{
  static gsize tables[CHECKS_MAX + 1];

  if (g_once_init_enter (&tables[n_checks]))
    {
      guint8 (*products)[CHECKS_MAX] = g_malloc (sizeof (Products));

      make_products (products, n_checks);
      g_once_init_leave (&tables[n_checks], (gsize) products);
    }
  return (const guint8 (*)[CHECKS_MAX]) tables[n_checks];
}

static void
make_checks (const guint8 *data, guint n_data, guint n_checks, guint8 *checks)
{
  const guint8 (*products)[CHECKS_MAX] = get_products (n_checks);

  memset (checks, 0, n_checks);
  for (guint i = 0; i < n_data; i++)
    {
      const guint8 *row = products[data[i] ^ checks[0]];

      memmove (checks, checks + 1, n_checks - 1);
      checks[n_checks - 1] = 0;
      for (guint j = 0; j < n_checks; j++)
        checks[j] ^= row[j];
    }
}

/* Codewords of all blocks in turn, then their checks in turn. */
static guint
interleave (const Bits *bits, guint version, guint8 *codewords)
{
  guint n_short = versions[version].short_blocks, n_checks = versions[version].checks;
  guint n_blocks = n_short + versions[version].long_blocks, n_data = versions[version].data;
  guint total = count_data (version);
  const guint8 *block = bits->bytes;

  for (guint i = 0; i < n_blocks; i++)
    {
      guint own = n_data + (i >= n_short);
      guint8 checks[CHECKS_MAX];

      for (guint j = 0; j < n_data; j++)
        codewords[j * n_blocks + i] = block[j];
      if (own > n_data)
        codewords[n_data * n_blocks + i - n_short] = block[n_data];
      make_checks (block, own, n_checks, checks);
      for (guint j = 0; j < n_checks; j++)
        codewords[total + j * n_blocks + i] = checks[j];
      block += own;
    }
  return total + n_blocks * n_checks;
}

/* Points of all rows, or all columns: runs of one colour, and what looks like a finder. */
static guint
judge_lines (const guint64 *lines, guint size)
{
  guint64 inside = (G_GUINT64_CONSTANT (1) << (size - 1)) - 1;
  guint penalty = 0;

  for (guint i = 0; i < size; i++)
    {
      guint64 line = lines[i], same = ~(line ^ line >> 1) & inside;
      guint64 runs = same & same >> 1 & same >> 2 & same >> 3;
      guint64 room = line << 4; /* four light modules on either side lie in the quiet zone */
      guint64 finder =
          room & ~(room >> 1) & room >> 2 & room >> 3 & room >> 4 & ~(room >> 5) & room >> 6;
      guint64 before = ~(room << 1 | room << 2 | room << 3 | room << 4);
      guint64 after = ~(room >> 7 | room >> 8 | room >> 9 | room >> 10);

      penalty += (guint) __builtin_popcountll (runs) +
                 (PENALTY_RUN - 1) * (guint) __builtin_popcountll (runs & ~(runs << 1));
      penalty += PENALTY_FINDER * (guint) (__builtin_popcountll (finder & before) +
                                           __builtin_popcountll (finder & after));
    }
  return penalty;
}

static guint
judge_blocks (const IkrarQrGrid *grid)
{
  guint64 inside = (G_GUINT64_CONSTANT (1) << (grid->size - 1)) - 1;
  guint blocks = 0;

  for (guint y = 0; y + 1 < grid->size; y++)
    {
      guint64 a = grid->rows[y], b = grid->rows[y + 1];

      blocks += (guint) __builtin_popcountll (~(a ^ a >> 1) & ~(b ^ b >> 1) & ~(a ^ b) & inside);
    }
  return PENALTY_BLOCK * blocks;
}

static guint
judge_balance (const IkrarQrGrid *grid)
{
  int dark = 0, all = (int) (grid->size * grid->size);

  for (guint y = 0; y < grid->size; y++)
    dark += __builtin_popcountll (grid->rows[y]);
  return PENALTY_BALANCE * (guint) (ABS (dark * 20 - all * 10) / all);
}

static guint
judge (const IkrarQrGrid *grid)
{
  return judge_lines (grid->rows, grid->size) + judge_lines (grid->columns, grid->size) +
         judge_blocks (grid) + judge_balance (grid);
}

static void
place_codewords (const IkrarQrTemplate *template, const guint8 *codewords, IkrarQrGrid *grid)
{
  *grid = template->patterns;
  for (guint i = 0; i < template->n_bits; i++)
    if (codewords[i / 8] & 0x80 >> i % 8)
      {
        guint x = template->path[i].x, y = template->path[i].y;

        grid->rows[y] |= G_GUINT64_CONSTANT (1) << x;
        grid->columns[x] |= G_GUINT64_CONSTANT (1) << y;
      }
}

/* The fifteen bits that name level and mask; level M is 00. */
static guint
make_format (guint mask)
{
  guint rest = mask << 10;

  for (guint i = 5; i-- > 0;)
    if (rest >> (i + 10) & 1)
      rest ^= FORMAT_POLYNOMIAL << i;
  return (mask << 10 | rest) ^ FORMAT_MASK;
}

static void
apply_mask (const IkrarQrTemplate *template,
            const IkrarQrGrid *placed,
            guint mask,
            IkrarQrGrid *grid)
{
  guint format = make_format (mask);

  grid->size = placed->size;
  for (guint i = 0; i < placed->size; i++)
    {
      grid->rows[i] = placed->rows[i] ^ template->masks[mask].rows[i];
      grid->columns[i] = placed->columns[i] ^ template->masks[mask].columns[i];
    }
  for (guint i = 0; i < IKRAR_QR_FORMAT_BITS; i++)
    if (format >> i & 1)
      for (guint copy = 0; copy < 2; copy++)
        {
          guint x = template->format[copy][i].x, y = template->format[copy][i].y;

          grid->rows[y] |= G_GUINT64_CONSTANT (1) << x;
          grid->columns[x] |= G_GUINT64_CONSTANT (1) << y;
        }
}

static void
choose_mask (const IkrarQrTemplate *template, const IkrarQrGrid *placed, IkrarQrGrid *grid)
{
  guint best = G_MAXUINT;

  for (guint mask = 0; mask < IKRAR_QR_MASKS; mask++)
    {
      IkrarQrGrid masked;
      guint penalty;

      apply_mask (template, placed, mask, &masked);
      penalty = judge (&masked);
      if (penalty >= best)
        continue;
      best = penalty;
      *grid = masked;
    }
}

gboolean
ikrar_qr_encode (const char *text, guint version, int mask, IkrarQrGrid *grid)
{
  const IkrarQrTemplate *template;
  guint8 codewords[CODEWORDS_MAX + 1] = { 0 }; /* the bits left over are light */
  Bits bits = { 0 };
  IkrarQrGrid placed;

  if (*text == '\0' || !is_encodable (text))
    return FALSE;
  while (version <= IKRAR_QR_VERSION_MAX && !does_fit (strlen (text), version))
    version++;
  if (version > IKRAR_QR_VERSION_MAX)
    return FALSE;
  template = ikrar_qr_template_get (version);
  put_text (&bits, text, version);
  interleave (&bits, version, codewords);
  place_codewords (template, codewords, &placed);
  if (mask == IKRAR_QR_BEST_MASK)
    choose_mask (template, &placed, grid);
  else
    apply_mask (template, &placed, (guint) mask, grid);
  return TRUE;
}
