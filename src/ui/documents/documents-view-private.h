/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/throttle.h"
#include "ui/documents/document-kind.h"
#include "ui/documents/documents-view.h"
#include "ui/documents/options-pane.h"
#include "ui/documents/preview-pane.h"

G_BEGIN_DECLS

/* What is known of the event before any document is made. */
typedef struct
{
  guint32 day; /* YYYYMMDD in the event's zone */
  guint invited;
  guint certificates;     /* in force */
  guint due;              /* present, without certificate */
  GPtrArray *units;       /* IkrarUnit */
  IkrarPassLayout layout; /* what passes are laid out like unless another one is chosen */
} IkrarDocumentsFacts;

struct _IkrarDocumentsView
{
  IkrarEventView parent_instance;

  /* Template widgets */
  GtkStack *stack;
  AdwLeaflet *leaflet;
  AdwFlap *flap;
  GtkListBox *list;
  GtkWidget *bar;
  GtkWidget *back_button;
  GtkLabel *title_label;
  IkrarPreviewPane *preview;
  IkrarOptionsPane *options_pane;

  /* Owned */
  IkrarDocumentsFacts facts;
  IkrarDocumentOptions options[IKRAR_N_DOCUMENT_KINDS];
  IkrarDocument *document; /* the one that is shown; NULL as long as it is being made */
  GCancellable *building;  /* the document that is being made, NULL if none */
  GCancellable *saving;    /* the file that is being saved, NULL if none */
  IkrarThrottle throttle;

  guint fold_id;          /* idle that follows a fold */
  IkrarDocumentKind kind; /* the one that is shown */
  guint stale;            /* bits (1 << kind) of those to be made anew */
  gboolean loaded;        /* whether facts are known */
  gboolean outdated;      /* whether options were changed since @document was made */
};

/* Where saving, printing and issuing begin; they use what is shown. */
void _ikrar_documents_view_install_deeds (GtkWidgetClass *widget_class);

/* Ends what is being saved, as the Cancel button does. */
void _ikrar_documents_view_cancel_saving (IkrarDocumentsView *self);

/* Which deeds make sense with what is shown. */
void _ikrar_documents_view_update_deeds (IkrarDocumentsView *self);

G_END_DECLS
