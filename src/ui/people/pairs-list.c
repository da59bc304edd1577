/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/pairs-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/person-duplicates.h"
#include "store/person-table.h"

#include "ui/common/chip-bar.h"
#include "ui/common/line-list.h"
#include "ui/common/notice.h"
#include "ui/common/two-line-cell.h"
#include "ui/common/work.h"

/* How narrow a row may become, in characters. */
#define ROW_CHARS 24

/* Two people who may be one. */
typedef struct
{
  const IkrarPersonEntry *first;
  const IkrarPersonEntry *second;
  IkrarDuplicateKind kind;
} Pair;

/* What was found, and the register that its people stand in. */
typedef struct
{
  IkrarPersonTable *table;
  GPtrArray *pairs; /* Pair */
} Found;

struct _IkrarPairsList
{
  AdwBin parent_instance;

  /* Template widgets */
  IkrarChipBar *chips;
  GtkStack *stack;
  GtkListView *view;

  /* Owned */
  IkrarLineList *lines;
  GCancellable *cancellable;
  Found *found; /* NULL before it was looked */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarPairsList, ikrar_pairs_list, ADW_TYPE_BIN)

static const struct
{
  const char *chip;
  const char *why;
} kinds[IKRAR_N_DUPLICATE_KINDS] = {
  [IKRAR_DUPLICATE_NUMBER] = { N_ ("Same Number"), N_ ("One has the number of the other") },
  [IKRAR_DUPLICATE_DIGIT] = { N_ ("One Digit"), N_ ("Numbers one digit apart") },
  [IKRAR_DUPLICATE_TWIN] = { N_ ("NIK and NIP"), N_ ("NIK and NIP of one birth date") },
  [IKRAR_DUPLICATE_NAME] = { N_ ("Same Name"), N_ ("Same name, same unit") },
  [IKRAR_DUPLICATE_NAMESAKE] = { N_ ("Namesakes"), N_ ("Same name and unit, other birth date") },
};

static void
found_free (Found *found)
{
  if (found == NULL)
    return;
  g_clear_pointer (&found->pairs, g_ptr_array_unref);
  ikrar_person_table_unref (found->table);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static GHashTable *
index_people (GPtrArray *people)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < people->len; i++)
    {
      IkrarPersonEntry *entry = g_ptr_array_index (people, i);

      g_hash_table_insert (by_id, &entry->id, entry);
    }
  return by_id;
}

/* Somebody may have been merged between the two readings. */
static GPtrArray *
pair_up (GArray *duplicates, GHashTable *by_id)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < duplicates->len; i++)
    {
      const IkrarDuplicate *duplicate = &g_array_index (duplicates, IkrarDuplicate, i);
      const Pair pair = { g_hash_table_lookup (by_id, &duplicate->first),
                          g_hash_table_lookup (by_id, &duplicate->second), duplicate->kind };

      if (pair.first != NULL && pair.second != NULL)
        g_ptr_array_add (pairs, g_memdup2 (&pair, sizeof pair));
    }
  return pairs;
}

static gpointer
look (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (GArray) duplicates = ikrar_person_duplicates (store, progress, error);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GHashTable) by_id = NULL;

  if (duplicates == NULL ||
      (found->table = ikrar_person_table_load (store, progress, error)) == NULL)
    return NULL;
  people = ikrar_person_table_order (found->table, IKRAR_PERSON_ORDER_NAME);
  by_id = index_people (people);
  found->pairs = pair_up (duplicates, by_id);
  return g_steal_pointer (&found);
}

static char *
describe_people (const Pair *pair)
{
  if (strcmp (pair->first->display, pair->second->display) == 0)
    return g_strdup (pair->first->display);
  return g_strdup_printf ("%s · %s", pair->first->display, pair->second->display);
}

static char *
describe_reason (const Pair *pair)
{
  const char *unit = *pair->first->unit != '\0' ? pair->first->unit : pair->second->unit;

  return g_strconcat (_ (kinds[pair->kind].why), *unit != '\0' ? " · " : "", unit, NULL);
}

static void
fill (GtkListItem *item)
{
  const Pair *pair = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  g_autofree char *people = pair != NULL ? describe_people (pair) : NULL;
  g_autofree char *reason = pair != NULL ? describe_reason (pair) : NULL;

  if (pair != NULL)
    ikrar_two_line_cell_set (IKRAR_TWO_LINE_CELL (gtk_list_item_get_child (item)), people, reason);
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarPairsList *self)
{
  gtk_list_item_set_child (item, ikrar_two_line_cell_new (ROW_CHARS));
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarPairsList *self)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill), item);
  fill (item);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarPairsList *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill, item);
}

static void
on_activated (GtkListView *view, guint position, IkrarPairsList *self)
{
  const Pair *pair = ikrar_line_list_get_line (self->lines, position);

  if (pair != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, pair->first->id, pair->second->id);
}

/* Those of the kind that is chosen; the first chip is for all. */
static void
show_pairs (IkrarPairsList *self)
{
  guint chip = ikrar_chip_bar_get_selected (self->chips);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (self->found == NULL)
    return;
  for (guint i = 0; i < self->found->pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (self->found->pairs, i);

      if (chip == 0 || pair->kind == chip - 1)
        g_ptr_array_add (shown, pair);
    }
  ikrar_line_list_show (self->lines, shown);
  gtk_stack_set_visible_child_name (self->stack, shown->len > 0 ? "list" : "none");
}

static void
show_counts (IkrarPairsList *self)
{
  guint counts[IKRAR_N_DUPLICATE_KINDS] = { 0 };

  for (guint i = 0; i < self->found->pairs->len; i++)
    counts[((const Pair *) g_ptr_array_index (self->found->pairs, i))->kind]++;
  ikrar_chip_bar_set_count (self->chips, 0, self->found->pairs->len);
  for (guint i = 0; i < IKRAR_N_DUPLICATE_KINDS; i++)
    {
      ikrar_chip_bar_set_count (self->chips, i + 1, counts[i]);
      ikrar_chip_bar_set_shown (self->chips, i + 1, counts[i] > 0);
    }
  /* The last one of its kind was settled. */
  if (ikrar_chip_bar_get_selected (self->chips) > 0 &&
      counts[ikrar_chip_bar_get_selected (self->chips) - 1] == 0)
    ikrar_chip_bar_set_selected (self->chips, 0);
}

static void
on_looked (gpointer owner, gpointer output, const GError *error)
{
  IkrarPairsList *self = owner;
  Found *before = self->found;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Register Cannot Be Read"), error);
      return;
    }
  self->found = output;
  show_counts (self);
  show_pairs (self);
  found_free (before);
}

static void
ikrar_pairs_list_dispose (GObject *object)
{
  ikrar_pairs_list_stop (IKRAR_PAIRS_LIST (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PAIRS_LIST);
  G_OBJECT_CLASS (ikrar_pairs_list_parent_class)->dispose (object);
}

static void
ikrar_pairs_list_finalize (GObject *object)
{
  IkrarPairsList *self = IKRAR_PAIRS_LIST (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->cancellable);
  found_free (self->found);
  G_OBJECT_CLASS (ikrar_pairs_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/pairs-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPairsList, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarPairsList, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarPairsList, view);
  gtk_widget_class_bind_template_callback (widget_class, show_pairs);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_start);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_stop);
}

static void
ikrar_pairs_list_class_init (IkrarPairsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_pairs_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_pairs_list_finalize;
  g_type_ensure (IKRAR_TYPE_CHIP_BAR);
  bind_template (widget_class);

  /**
   * IkrarPairsList::chosen:
   * @list: the list
   * @first: who was known earlier
   * @second: the other one
   */
  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
ikrar_pairs_list_init (IkrarPairsList *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->lines = ikrar_line_list_new ();
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  ikrar_chip_bar_add (self->chips, NULL, _ ("All"));
  for (guint i = 0; i < IKRAR_N_DUPLICATE_KINDS; i++)
    {
      ikrar_chip_bar_add (self->chips, NULL, _ (kinds[i].chip));
      ikrar_chip_bar_set_shown (self->chips, i + 1, FALSE);
    }
}

void
ikrar_pairs_list_refresh (IkrarPairsList *self, IkrarContext *context)
{
  const IkrarWork work = {
    .func = look,
    .free_output = (GDestroyNotify) found_free,
    .done = on_looked,
    .shown = TRUE,
  };

  g_return_if_fail (IKRAR_IS_PAIRS_LIST (self));

  ikrar_pairs_list_stop (self);
  self->cancellable = g_cancellable_new ();
  ikrar_work_start (context, self, self->cancellable, &work);
}

void
ikrar_pairs_list_stop (IkrarPairsList *self)
{
  g_return_if_fail (IKRAR_IS_PAIRS_LIST (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}
