/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/import-difference.h"

G_BEGIN_DECLS

/* Takes a batch back within a change. */
gboolean _ikrar_import_undo (IkrarChange *change, IkrarId batch, GError **error);

/* See [func@import_list_dependents]. */
GPtrArray *_ikrar_import_list_people (IkrarDb *db, IkrarId batch, IkrarId journal, GError **error);

/* Whether a person has no number. */
gboolean _ikrar_import_is_unnumbered (const IkrarPerson *person);
/* Whether the register's name may be of the person whose name has this key. */
gboolean _ikrar_import_may_match (const IkrarPerson *known, const char *name_key);
/* Somebody without a number with this name key, of this unit, on the event's roster below a number:
 * @person is 0 if there is none, @name has titles. */
gboolean _ikrar_import_find_namesake (IkrarDb *db,
                                      IkrarId event,
                                      const char *name_key,
                                      IkrarId unit,
                                      gint64 below,
                                      IkrarId *person,
                                      char **name,
                                      GError **error);

/* What one row of the sheet did. */
typedef struct
{
  IkrarPerson read; /* as the row says it; its texts belong to others */
  IkrarId participant;
  IkrarId person;
  gboolean created;
  gboolean added;           /* an earlier row of this import brought the person */
  IkrarPerson *known;       /* as the register has it; NULL for somebody new */
  char *name_key;           /* NULL if the row brought one */
  char *before;             /* of a person who was changed */
  char *participant_before; /* of a participant who was changed */
  gboolean another;         /* the number is of somebody else */
  gboolean surely_new;      /* somebody looked: nobody of the roster is meant */
} IkrarImportEffect;

/* What the register has of somebody, as far as a row is held against it. Texts belong to others. */
typedef struct
{
  const char *name_key;
  const char *position;
  IkrarId unit_id;
  int grade;
  guint said; /* which fields are not empty */
} IkrarImportFacts;

IkrarImportFacts _ikrar_import_facts_of (const IkrarPerson *person);
/* Only what the register does not know yet is filled in; a person decides about the rest. */
gboolean _ikrar_import_can_complete (const IkrarImportFacts *known, const IkrarPerson *read);
void _ikrar_import_complete (IkrarPerson *known, const IkrarPerson *read);
/* The row gets what it is silent about; its texts are those of @known. */
void _ikrar_import_fill_silent (IkrarPerson *read, const IkrarImportFacts *known);

/* Whose number one is, former ones too, without a question to the database for each. */
typedef struct _IkrarImportRegister IkrarImportRegister;

IkrarImportRegister *_ikrar_import_register_new (IkrarStore *store, GError **error);
void _ikrar_import_register_free (IkrarImportRegister *self);
/* Tells of somebody whom the import adds. */
void _ikrar_import_register_add (IkrarImportRegister *self, const char *number, IkrarId person);
/* @person is 0 if nobody has the number; @added says whether the import itself brought them. */
gboolean _ikrar_import_register_find (IkrarImportRegister *self,
                                      const char *number,
                                      IkrarId *person,
                                      gboolean *added,
                                      GError **error);
/* What the database had of whoever has the number, when it was read. FALSE if it was not, or if the
 * import itself brought them. */
gboolean _ikrar_import_register_recall (IkrarImportRegister *self,
                                        const char *number,
                                        IkrarImportFacts *facts);

/* Who stands on an event's roster, likewise without a question for each. */
typedef struct _IkrarImportRoster IkrarImportRoster;

/* Of no event, nobody does. */
IkrarImportRoster *_ikrar_import_roster_new (IkrarStore *store, IkrarId event);
void _ikrar_import_roster_free (IkrarImportRoster *self);
/* Tells of somebody whom the import puts there: the rows may not be in their table yet. */
void _ikrar_import_roster_add (IkrarImportRoster *self, IkrarId person);
gboolean
_ikrar_import_roster_has (IkrarImportRoster *self, IkrarId person, gboolean *has, GError **error);

/* The new rows of the tables, on their way in bulk: none is read before a flush. */
typedef struct _IkrarImportRows IkrarImportRows;

IkrarImportRows *_ikrar_import_rows_new (IkrarDb *db, GError **error);
void _ikrar_import_rows_free (IkrarImportRows *self);
void _ikrar_import_rows_add_person (IkrarImportRows *self, const IkrarPerson *person);
void
_ikrar_import_rows_add_participant (IkrarImportRows *self, const IkrarParticipant *participant);
/* Notes what became of a row of the sheet, after the rows that it made; @number is its own within
 * the import. */
gboolean _ikrar_import_rows_note (IkrarImportRows *self,
                                  IkrarId batch,
                                  guint number,
                                  const IkrarImportRow *row,
                                  const char *verdict,
                                  const IkrarImportEffect *effect,
                                  GError **error);
gboolean _ikrar_import_rows_flush (IkrarImportRows *self, GError **error);

struct _IkrarImport
{
  IkrarChange *change;
  IkrarId batch;
  IkrarId event;
  int first_number; /* of this import */
  int next_number;
  IkrarImportRegister *numbers;
  IkrarImportRoster *roster; /* but for people whom the import itself brought */
  IkrarImportRows *rows;
  GHashTable *units;             /* text as written -> IkrarId */
  IkrarDifferences *differences; /* that are applied; NULL for a plain import */
  guint n_rows;
  guint imported;
  guint refused;
  guint changed;
  guint withdrawn;
  char *known; /* who the last row met, NULL if nobody */
};

/* What a plain import makes of a row with a person. */
IkrarImportOutcome _ikrar_import_add_person (IkrarImport *import,
                                             const IkrarImportRow *row,
                                             IkrarImportEffect *effect,
                                             GError **error);
gboolean
_ikrar_import_get_unit (IkrarImport *import, const char *written, IkrarId *id, GError **error);
gboolean _ikrar_import_note (IkrarImport *import,
                             const IkrarImportRow *row,
                             const char *verdict,
                             const IkrarImportEffect *effect,
                             GError **error);
/* Notes a row that is not imported, for a reason that goes behind those that it has. */
gboolean _ikrar_import_note_refused (IkrarImport *import,
                                     const IkrarImportRow *row,
                                     const char *verdict,
                                     const char *reason,
                                     const IkrarImportEffect *effect,
                                     GError **error);

/* What an update makes of a row. */
IkrarImportOutcome _ikrar_import_update_row (IkrarImport *import,
                                             const IkrarImportRow *row,
                                             IkrarImportEffect *effect,
                                             GError **error);
/* Withdraws who is accepted to be. */
gboolean _ikrar_import_update_finish (IkrarImport *import, GError **error);

G_END_DECLS
