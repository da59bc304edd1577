/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/scanner-keys.h"

#include "core/text.h"

#include "ui/common/scanner-line.h"

struct _IkrarScannerKeys
{
  GObject parent_instance;

  /* Owned */
  IkrarScannerLine *line;

  /* Borrowed */
  GtkWidget *window;
  GtkEventController *controller;
  GtkEditable *entry;
};

enum
{
  SIGNAL_SCANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarScannerKeys, ikrar_scanner_keys, G_TYPE_OBJECT)

/* The text field with the focus, if it is not the one that shows what is scanned. */
static GtkEditable *
find_other_field (IkrarScannerKeys *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  if (focus == NULL || !GTK_IS_EDITABLE (focus) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    return NULL;
  return GTK_EDITABLE (focus);
}

static gboolean
has_focus (IkrarScannerKeys *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return focus != NULL && (focus == GTK_WIDGET (self->entry) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)));
}

static void
send (IkrarScannerKeys *self, const char *line)
{
  g_autofree char *clean = ikrar_text_clean (line);

  if (*clean != '\0')
    g_signal_emit (self, signals[SIGNAL_SCANNED], 0, clean);
}

static void
append (IkrarScannerKeys *self, gunichar character)
{
  char text[7] = { 0 };
  int position = -1;

  g_unichar_to_utf8 (character, text);
  gtk_editable_insert_text (self->entry, text, -1, &position);
  gtk_editable_set_position (self->entry, -1);
}

static void
remove_last (IkrarScannerKeys *self)
{
  int length = g_utf8_strlen (gtk_editable_get_text (self->entry), -1);

  gtk_editable_delete_text (self->entry, MAX (length - 1, 0), -1);
}

/* A pass that was scanned into a field somebody was typing in. */
static gboolean
take_from_field (IkrarScannerKeys *self, GtkEditable *field)
{
  guint length;
  g_autofree char *code = ikrar_scanner_line_find_pass (self->line, &length);
  int end = gtk_editable_get_position (field);

  ikrar_scanner_line_clear (self->line);
  if (code == NULL)
    return FALSE;
  gtk_editable_delete_text (field, MAX (end - (int) length, 0), end);
  send (self, code);
  return TRUE;
}

static gboolean
end_line (IkrarScannerKeys *self, GtkEditable *field)
{
  if (field != NULL)
    return take_from_field (self, field);
  if (*gtk_editable_get_text (self->entry) == '\0')
    return FALSE;
  ikrar_scanner_keys_submit (self);
  return TRUE;
}

static gboolean
type (IkrarScannerKeys *self, GtkEditable *field, gunichar character, guint keycode)
{
  gboolean is_first = *gtk_editable_get_text (self->entry) == '\0';

  /* The space bar still presses a button that has the focus. */
  if (field == NULL && character == ' ' && is_first)
    return FALSE;
  ikrar_scanner_line_add (self->line, character, keycode);
  if (field != NULL || has_focus (self))
    return FALSE;
  append (self, character);
  return TRUE;
}

static gboolean
delete_back (IkrarScannerKeys *self, GtkEditable *field)
{
  ikrar_scanner_line_remove_last (self->line);
  if (field != NULL || has_focus (self) || *gtk_editable_get_text (self->entry) == '\0')
    return FALSE;
  remove_last (self);
  return TRUE;
}

static gboolean
on_key_pressed (IkrarScannerKeys *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  GtkEditable *field = find_other_field (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
      return end_line (self, field);
    case GDK_KEY_BackSpace:
      return delete_back (self, field);
    default:
      return g_unichar_isprint (character) && type (self, field, character, keycode);
    }
}

static void
ikrar_scanner_keys_dispose (GObject *object)
{
  IkrarScannerKeys *self = IKRAR_SCANNER_KEYS (object);

  if (self->window != NULL)
    gtk_widget_remove_controller (self->window, self->controller);
  self->window = NULL;
  G_OBJECT_CLASS (ikrar_scanner_keys_parent_class)->dispose (object);
}

static void
ikrar_scanner_keys_finalize (GObject *object)
{
  ikrar_scanner_line_free (IKRAR_SCANNER_KEYS (object)->line);
  G_OBJECT_CLASS (ikrar_scanner_keys_parent_class)->finalize (object);
}

static void
ikrar_scanner_keys_class_init (IkrarScannerKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_scanner_keys_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_scanner_keys_finalize;

  /**
   * IkrarScannerKeys::scanned:
   * @line: what was typed, without its end
   *
   * A line ended.
   */
  signals[SIGNAL_SCANNED] = g_signal_new ("scanned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ikrar_scanner_keys_init (IkrarScannerKeys *self)
{
  self->line = ikrar_scanner_line_new ();
}

IkrarScannerKeys *
ikrar_scanner_keys_new (GtkWidget *window, GtkEditable *entry)
{
  IkrarScannerKeys *self = g_object_new (IKRAR_TYPE_SCANNER_KEYS, NULL);

  self->window = window;
  self->entry = entry;
  self->controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (window, self->controller);
  return self;
}

gboolean
ikrar_scanner_keys_clear (IkrarScannerKeys *self)
{
  gboolean was_typed;

  g_return_val_if_fail (IKRAR_IS_SCANNER_KEYS (self), FALSE);

  was_typed = *gtk_editable_get_text (self->entry) != '\0';
  ikrar_scanner_line_clear (self->line);
  gtk_editable_set_text (self->entry, "");
  return was_typed;
}

void
ikrar_scanner_keys_submit (IkrarScannerKeys *self)
{
  g_autofree char *line = NULL;

  g_return_if_fail (IKRAR_IS_SCANNER_KEYS (self));

  line = ikrar_scanner_line_choose (self->line, gtk_editable_get_text (self->entry));
  ikrar_scanner_keys_clear (self);
  send (self, line);
}
