-- name: setting_get
SELECT value FROM setting WHERE name = $1

-- name: setting_put
INSERT INTO setting (name, value) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: institution_get
SELECT id, government, name, short_name, address, contact, city, zone, paper, number_label, logo_id
FROM institution WHERE id = $1

-- name: institution_put
INSERT INTO institution (id, government, name, short_name, address, contact, city, zone, paper,
  number_label, logo_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (id) DO UPDATE SET government = excluded.government, name = excluded.name,
  short_name = excluded.short_name, address = excluded.address, contact = excluded.contact,
  city = excluded.city, zone = excluded.zone, paper = excluded.paper,
  number_label = excluded.number_label, logo_id = excluded.logo_id

-- name: institution_delete
DELETE FROM institution WHERE id = $1

-- name: signatory_get
SELECT id, prefix, name, suffix, position, acting, on_behalf, grade, number
FROM signatory WHERE id = $1

-- name: signatory_put
INSERT INTO signatory (id, prefix, name, suffix, position, acting, on_behalf, grade, number)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (id) DO UPDATE SET prefix = excluded.prefix, name = excluded.name,
  suffix = excluded.suffix, position = excluded.position, acting = excluded.acting,
  on_behalf = excluded.on_behalf, grade = excluded.grade, number = excluded.number

-- name: signatory_delete
DELETE FROM signatory WHERE id = $1

-- name: attachment_insert
INSERT INTO attachment (id, kind, name, media_type, content, digest, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: attachment_content
SELECT content FROM attachment WHERE id = $1
