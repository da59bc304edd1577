/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/scanner-keys.h"

#include <string.h>

#include "core/text.h"

#include "desk/scan-input.h"

/* What comes so soon after a code belongs to it: a suffix, or ends of lines. */
#define SUFFIX_MS 250
#define ENDS_MS 1000

/* A line that no person typed is over after such a pause. */
#define SILENCE_MS 300

/* With Control, as scanners send the ends of lines and of messages; Control and M also mute. */
#define SCANNER_CHORDS "BCDIJM"

/* What a line was taken for, as long as nothing else came. */
typedef enum
{
  AFTER_NOTHING,
  AFTER_CODE, /* a suffix may follow, and ends */
  AFTER_END,  /* more ends may follow, as CR LF */
} After;

/* Marks windows whose keys are their own. */
#define EXEMPT "ikrar-scanner-keys-exempt"

/* Marks popovers whose keys are caught. */
#define WATCHED "ikrar-scanner-keys"

struct _IkrarScannerKeys
{
  GObject parent_instance;

  /* Owned */
  IkrarScanInput *line;
  GdkEvent *seen;
  guint silence;

  /* Borrowed */
  GtkWidget *window;
  GtkEventController *controller;
  GtkEditable *entry;

  guint32 last_at; /* when the last key came */
  After after;
};

/* A key that was pressed. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *field; /* what is typed into, if it is not the entry that shows what is scanned */
  guint keyval;
  IkrarStroke stroke;
  guint32 at;
} Key;

enum
{
  SIGNAL_SCANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarScannerKeys, ikrar_scanner_keys, G_TYPE_OBJECT)

static gboolean
is_in_entry (IkrarScannerKeys *self, GtkWidget *focus)
{
  return focus != NULL && (focus == GTK_WIDGET (self->entry) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)));
}

static gboolean
has_focus (IkrarScannerKeys *self)
{
  return is_in_entry (self, gtk_root_get_focus (GTK_ROOT (self->window)));
}

static GtkWidget *
find_other_field (IkrarScannerKeys *self, GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus == NULL || is_in_entry (self, focus))
    return NULL;
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ? focus : NULL;
}

static void
send (IkrarScannerKeys *self, const char *line)
{
  if (!ikrar_text_is_blank (line))
    g_signal_emit (self, signals[SIGNAL_SCANNED], 0, line);
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

/* What a scanner typed where somebody was writing. */
static void
remove_typed (GtkWidget *field, int length)
{
  if (GTK_IS_EDITABLE (field))
    {
      int end = gtk_editable_get_position (GTK_EDITABLE (field));

      gtk_editable_delete_text (GTK_EDITABLE (field), MAX (end - length, 0), end);
    }
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
      start = end;
      gtk_text_iter_backward_chars (&start, length);
      gtk_text_buffer_delete (buffer, &start, &end);
    }
}

/* The verdict is not to stand behind a popover. */
static void
close_popover (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* A pass is taken with its last character, whatever comes after it; that character is typed
 * nowhere. */
static gboolean
take_pass (IkrarScannerKeys *self, const Key *key, gboolean was_typed)
{
  guint length;
  g_autofree char *passes = ikrar_scan_input_find_passes (self->line, &length);

  if (passes == NULL)
    return FALSE;
  if (key->field != NULL && was_typed)
    remove_typed (key->field, (int) length - 1);
  ikrar_scanner_keys_clear (self);
  self->after = AFTER_CODE;
  close_popover (key->window);
  send (self, passes);
  return TRUE;
}

static void
submit (IkrarScannerKeys *self)
{
  ikrar_scanner_keys_submit (self);
  self->after = AFTER_END;
}

/* Neither Enter nor Tab came: the scanner sends none. */
static gboolean
on_silence (gpointer user_data)
{
  IkrarScannerKeys *self = user_data;

  self->silence = 0;
  if (ikrar_scan_input_is_fast (self->line))
    submit (self);
  return G_SOURCE_REMOVE;
}

static void
watch_silence (IkrarScannerKeys *self)
{
  g_clear_handle_id (&self->silence, g_source_remove);
  if (ikrar_scan_input_is_fast (self->line))
    self->silence = g_timeout_add (SILENCE_MS, on_silence, self);
}

static gboolean
end_line (IkrarScannerKeys *self, const Key *key)
{
  if (self->after != AFTER_NOTHING && key->at - self->last_at <= ENDS_MS)
    {
      self->after = AFTER_END;
      return TRUE;
    }
  if (key->field != NULL || key->window != self->window)
    ikrar_scan_input_clear (self->line);
  else if (*gtk_editable_get_text (self->entry) != '\0')
    {
      submit (self);
      return TRUE;
    }
  return FALSE;
}

/* What follows a code at a scanner's pace is what it is set to send after codes, or the next one.
 */
static gboolean
is_suffix (IkrarScannerKeys *self, const Key *key)
{
  if (self->after == AFTER_CODE && key->at - self->last_at <= SUFFIX_MS)
    return TRUE;
  if (self->after == AFTER_CODE)
    ikrar_scan_input_clear (self->line);
  self->after = AFTER_NOTHING;
  return FALSE;
}

static gboolean
type (IkrarScannerKeys *self, const Key *key)
{
  gboolean suffix = is_suffix (self, key);
  gboolean is_shown = key->field == NULL && key->window == self->window;

  /* The space bar still presses a button that has the focus. */
  if (is_shown && !suffix && key->stroke.character == ' ' &&
      *gtk_editable_get_text (self->entry) == '\0')
    return FALSE;
  ikrar_scan_input_add (self->line, &key->stroke, key->at);
  if (take_pass (self, key, !suffix) || suffix)
    return TRUE;
  if (!is_shown)
    return FALSE;
  watch_silence (self);
  if (has_focus (self))
    return FALSE;
  append (self, key->stroke.character);
  return TRUE;
}

static gboolean
delete_back (IkrarScannerKeys *self, const Key *key)
{
  ikrar_scan_input_remove_last (self->line);
  if (key->field != NULL || key->window != self->window || has_focus (self) ||
      *gtk_editable_get_text (self->entry) == '\0')
    return FALSE;
  remove_last (self);
  return TRUE;
}

/* A scanner's chord ends what it sent; any other is a shortcut. */
static gboolean
press_chord (IkrarScannerKeys *self, const Key *key, GdkModifierType state)
{
  char letter = key->stroke.key == IKRAR_KEY_NONE
                    ? '\0'
                    : ikrar_key_symbol (IKRAR_KEY_LAYOUT_US, key->stroke.key, FALSE);

  if ((state & GDK_CONTROL_MASK) == 0 || letter == '\0' ||
      strchr (SCANNER_CHORDS, letter) == NULL ||
      !(self->after != AFTER_NOTHING || ikrar_scan_input_is_fast (self->line)))
    return FALSE;
  return end_line (self, key);
}

static gboolean
press (IkrarScannerKeys *self, const Key *key)
{
  switch (key->keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Linefeed:
    case GDK_KEY_Tab:
      return end_line (self, key);
    case GDK_KEY_BackSpace:
      return delete_back (self, key);
    default:
      return type (self, key);
    }
}

static gboolean
is_line_key (const Key *key)
{
  switch (key->keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Linefeed:
    case GDK_KEY_Tab:
    case GDK_KEY_BackSpace:
      return TRUE;
    default:
      return g_unichar_isprint (key->stroke.character);
    }
}

/* The window itself, and dialogs over it. */
static gboolean
belongs (IkrarScannerKeys *self, GtkWidget *window)
{
  if (g_object_get_data (G_OBJECT (window), EXEMPT) != NULL)
    return FALSE;
  while (window != NULL && window != self->window)
    window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window)));
  return window != NULL;
}

static gboolean
take_key (IkrarScannerKeys *self,
          GtkEventController *controller,
          guint keyval,
          guint keycode,
          GdkModifierType state)
{
  GtkWidget *window =
      GTK_WIDGET (gtk_widget_get_root (gtk_event_controller_get_widget (controller)));
  const Key key = {
    .window = window,
    .field = find_other_field (self, window),
    .keyval = keyval,
    .stroke = { gdk_keyval_to_unicode (keyval), ikrar_key_of_code (keycode),
                (state & GDK_SHIFT_MASK) != 0 },
    .at = gtk_event_controller_get_current_event_time (controller),
  };
  gboolean handled;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return press_chord (self, &key, state);
  if (!is_line_key (&key))
    return FALSE;
  handled = press (self, &key);
  self->last_at = key.at;
  return handled;
}

static gboolean
on_key_pressed (IkrarScannerKeys *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  GtkRoot *root = gtk_widget_get_root (gtk_event_controller_get_widget (controller));
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  /* A popover may see what its window saw. */
  if (event == self->seen || root == NULL || !belongs (self, GTK_WIDGET (root)))
    return FALSE;
  g_clear_pointer (&self->seen, gdk_event_unref);
  self->seen = gdk_event_ref (event);
  return take_key (self, controller, keyval, keycode, state);
}

static GtkEventController *
watch (IkrarScannerKeys *self, GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
  return controller;
}

/* A popover has its keys for itself. */
static void
on_focus_changed (IkrarScannerKeys *self, GParamSpec *unused, GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover == NULL || g_object_get_data (G_OBJECT (popover), WATCHED) == self)
    return;
  g_object_set_data (G_OBJECT (popover), WATCHED, self);
  watch (self, popover);
}

static void
watch_window (IkrarScannerKeys *self, GtkWidget *window)
{
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), self,
                           G_CONNECT_SWAPPED);
}

/* Which of them are dialogs over the window shows only later. */
static void
on_windows_changed (IkrarScannerKeys *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (window == self->window)
        continue;
      watch (self, window);
      watch_window (self, window);
    }
}

static void
ikrar_scanner_keys_dispose (GObject *object)
{
  IkrarScannerKeys *self = IKRAR_SCANNER_KEYS (object);

  g_clear_handle_id (&self->silence, g_source_remove);
  if (self->window != NULL)
    gtk_widget_remove_controller (self->window, self->controller);
  self->window = NULL;
  G_OBJECT_CLASS (ikrar_scanner_keys_parent_class)->dispose (object);
}

static void
ikrar_scanner_keys_finalize (GObject *object)
{
  ikrar_scan_input_free (IKRAR_SCANNER_KEYS (object)->line);
  g_clear_pointer (&IKRAR_SCANNER_KEYS (object)->seen, gdk_event_unref);
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
  self->line = ikrar_scan_input_new ();
}

IkrarScannerKeys *
ikrar_scanner_keys_new (GtkWidget *window, GtkEditable *entry)
{
  IkrarScannerKeys *self = g_object_new (IKRAR_TYPE_SCANNER_KEYS, NULL);

  self->window = window;
  self->entry = entry;
  self->controller = watch (self, window);
  watch_window (self, window);
  on_windows_changed (self, 0, 0, g_list_model_get_n_items (gtk_window_get_toplevels ()));
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (on_windows_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
ikrar_scanner_keys_exempt (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_object_set_data (G_OBJECT (window), EXEMPT, window);
}

gboolean
ikrar_scanner_keys_clear (IkrarScannerKeys *self)
{
  gboolean was_typed;

  g_return_val_if_fail (IKRAR_IS_SCANNER_KEYS (self), FALSE);

  was_typed = *gtk_editable_get_text (self->entry) != '\0';
  g_clear_handle_id (&self->silence, g_source_remove);
  ikrar_scan_input_clear (self->line);
  gtk_editable_set_text (self->entry, "");
  return was_typed;
}

void
ikrar_scanner_keys_submit (IkrarScannerKeys *self)
{
  g_autofree char *line = NULL;

  g_return_if_fail (IKRAR_IS_SCANNER_KEYS (self));

  line = ikrar_scan_input_choose (self->line, gtk_editable_get_text (self->entry));
  ikrar_scanner_keys_clear (self);
  send (self, line);
}
