/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/table.h"

#include <string.h>

/* Rows of a page: an attachment may have megabytes. */
#define MANY 2000
#define FEW 1

static const IkrarTable tables[] = {
  { "setting", "name, value", "tt", 1, MANY, 1 },
  { "attachment", "id, kind, name, media_type, content, digest, created_at", "itttbbi", 1, FEW, 1 },
  { "institution",
    "id, government, name, short_name, address, contact, city, zone, paper, number_label, "
    "logo_id",
    "ittttttttti", 1, MANY, 1 },
  { "signatory", "id, prefix, name, suffix, position, acting, on_behalf, grade, number",
    "ittttttit", 1, MANY, 1 },
  { "unit", "id, parent_id, name, key", "iitt", 1, MANY, 1 },
  { "unit_alias", "key, unit_id, id, name", "tiit", 1, MANY, 1, 2, 3 },
  { "person",
    "id, number, number_kind, prefix, name, suffix, name_key, written, grade, position, "
    "unit_id, sex, phone, email, removed_at",
    "itttttttitittti", 1, MANY, 1 },
  { "person_number", "id, number, number_kind, person_id", "itti", 1, MANY, 1 },
  { "pledge_text", "id, name, version, template, created_at", "ititi", 1, MANY, 1 },
  { "signing_key", "id, purpose, event_id, public_key, created_at", "itibi", 1, MANY, 1 },
  { "event",
    "id, code, kind, title, theme, legal_basis, organizer, place, zone, start_at, end_at, "
    "mode, state, lesson_hours, reported, note, pledge_text_id, pledge_fields, removed_at",
    "iitttttttiittiititi", 1, MANY, 1 },
  { "event_session", "id, event_id, position, title, start_at, end_at", "iiitii", 1, MANY, 1 },
  { "event_role",
    "id, event_id, kind, place, name, acting, position, institution, grade, number, "
    "represented_by, represented_position",
    "iitittttittt", 1, MANY, 1 },
  { "import_batch",
    "id, event_id, journal_id, file_name, sheet, imported_at, rows, imported, refused, "
    "undone_at",
    "iiittiiiii", 1, MANY, 1 },
  { "participant",
    "id, event_id, number, person_id, kind, unit_id, grade, position, seat, group_name, "
    "note, withdrawn_at, pass_serial, state, state_at, pledge, pledge_at",
    "iiiitiittttiititi", 1, MANY, 1 },
  { "import_row",
    "batch_id, row, verdict, reasons, written, participant_id, person_id, person_created, "
    "person_before, sheet, line, block, participant_before",
    "iitttiiittiit", 2, MANY, 1, 9, 3 },
  { "journal",
    "id, at, actor, desk, action, event_id, subject_id, detail, nonce, undo_of, undone_by",
    "iitttiitbii", 1, MANY, 1 },
  { "journal_change", "journal_id, place, entity, entity_id, before, after", "iititt", 2, MANY, 1 },
  { "attendance_mark",
    "id, participant_id, session_id, state, at, desk, source, stand_in, corrects, "
    "journal_id, nonce",
    "iiititttiib", 1, MANY, 1 },
  { "attendance", "participant_id, session_id, state, at, desk, stand_in, mark_id", "iititti", 2,
    MANY, 1 },
  { "pledge_wording", "id, event_id, pledge_text_id, body, digest", "iiitb", 1, MANY, 1 },
  { "pledge_act", "id, event_id, kind, wording_id, at, desk, reader, reader_position, journal_id",
    "iitiittti", 1, MANY, 1 },
  { "pledge_witness", "act_id, place, name, position, institution", "iittt", 2, MANY, 1 },
  { "pledge",
    "id, event_id, participant_id, act_id, kind, revokes, at, ledger_index, journal_id, "
    "nonce",
    "iiiitiiiib", 1, MANY, 1 },
  { "number_series", "id, name, year, code, unit, pattern, last", "itittti", 1, MANY, 1 },
  { "certificate",
    "id, event_id, participant_id, series_id, number, letter_number, issued_at, face, "
    "code, ledger_index, revoked_at, revoke_reason, journal_id, nonce",
    "iiiiitittiitib", 1, MANY, 1 },
  { "ledger_head", "id, size, frontier, origin", "iibt", 1, MANY, 1 },
  { "ledger_record", "idx, kind, event_id, subject_id, nonce, record, leaf", "iiiibbb", 1, MANY,
    1 },
  { "ledger_field", "idx, tag, salt, value", "iibt", 2, MANY, 1 },
  { "checkpoint", "size, at, key_id, note", "iiit", 1, MANY, 1 },
  { "exchange_version", "entity_id, digest, at", "iti", 2, MANY, 2 },
  { "exchange_conflict",
    "id, event_id, journal_id, subject_id, at, what, who, field, ours, theirs, stands",
    "iiiiitttttt", 1, MANY, 2 },
  { "trusted_key", "id, public_key, name, journal_id, accepted_at", "ibtii", 1, MANY, 2 },
  { "journal_shared", "journal_id", "i", 1, MANY, 2 },
  { "roster_mapping", "shape, mapping, file_name, used_at", "ttti", 1, MANY, 3 },
  { "roster_meaning", "field, written, meaning", "ttt", 2, MANY, 3 },
  { "person_apart", "id, first_id, second_id", "iii", 1, MANY, 3 },
  { "person_merged", "id, into_id", "ii", 1, MANY, 3 },
  { "scan_log",
    "id, event_id, session_id, at, desk, actor, source, way, verdict, participant_id, kind, clue, "
    "journal_id, nonce",
    "iiiitttttittib", 1, MANY, 4 },
  { "event_rule", "id, event_id, late_after, share, at, journal_id", "iiiiii", 1, MANY, 4 },
  { "session_closing",
    "id, event_id, session_id, act, at, desk, actor, record, ledger_index, journal_id, nonce",
    "iiititttiib", 1, MANY, 4 },
  { "certificate_exception", "id, event_id, participant_id, reason", "iiit", 1, MANY, 4 },
  { "reported_attendance", "id, event_id, session_id, unit_id, people, note, source", "iiiiitt", 1,
    MANY, 4 },
  { "mandate", "id, event_id, session_id, stand_in_id, absent_id, letter_number, letter_at",
    "iiiiiti", 1, MANY, 4 },
};

const IkrarTable *
ikrar_tables (guint *count)
{
  *count = G_N_ELEMENTS (tables);
  return tables;
}

guint
ikrar_table_n_columns (const IkrarTable *table, int schema)
{
  return schema < table->widened ? table->n_first : (guint) strlen (table->types);
}

char *
ikrar_table_columns (const IkrarTable *table, int schema)
{
  const char *end = table->columns;

  for (guint i = ikrar_table_n_columns (table, schema); i > 0 && end != NULL; i--)
    end = strchr (end + (end != table->columns), ',');
  return end != NULL ? g_strndup (table->columns, end - table->columns) : g_strdup (table->columns);
}
