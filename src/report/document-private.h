/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"
#include "report/text.h"

G_BEGIN_DECLS

/* What a PDF says about itself besides title, author and creator. */
typedef struct
{
  char *subject;
  char *keywords;
} IkrarDocumentFacts;

typedef struct
{
  gsize size; /* of the instance, which begins with an IkrarDocument */
  void (*draw) (IkrarDocument *document, guint page, cairo_t *cr);
  /* The pages will be drawn in order, all of them, by one thread. */
  void (*begin) (IkrarDocument *document); /* nullable */
  void (*end) (IkrarDocument *document);   /* nullable */
  /* Facts of a file that holds only these pages. */
  void (*describe) (IkrarDocument *document,
                    guint first,
                    guint n_pages,
                    IkrarDocumentFacts *facts); /* nullable */
  void (*clear) (IkrarDocument *document);
} IkrarDocumentClass;

struct _IkrarDocument
{
  const IkrarDocumentClass *class;
  gatomicrefcount references;
  GMutex lock; /* held while a page is drawn: the typesetter serves one thread at a time */
  IkrarTypesetter *type;
  char *title;
  char *author;
  double width;
  double height;
  guint n_pages;
};

/* Zeroed memory of class->size with a typesetter; width and height are in millimetres. */
IkrarDocument *ikrar_document_new (const IkrarDocumentClass *class, double width, double height);

/* Writes some of the pages as ikrar_document_write_pdf() does; no steps are reported. */
gboolean ikrar_document_write_pages (IkrarDocument *document,
                                     const char *path,
                                     guint first,
                                     guint n_pages,
                                     GError **error);

G_END_DECLS
