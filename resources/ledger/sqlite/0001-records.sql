-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The hash-chained records. IF NOT EXISTS: the first ledgers had these tables and no version number.
-- Statements are separated by empty lines; none has one inside.

CREATE TABLE IF NOT EXISTS records (
    sequence INTEGER PRIMARY KEY,
    time_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    operation_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    cluster TEXT NOT NULL,
    namespace TEXT NOT NULL,
    object TEXT NOT NULL,
    object_uid TEXT NOT NULL,
    action TEXT NOT NULL,
    result TEXT NOT NULL,
    reason TEXT NOT NULL,
    parameters BLOB NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL);

CREATE INDEX IF NOT EXISTS records_by_object ON records (cluster, namespace, object);

CREATE TRIGGER IF NOT EXISTS records_no_update BEFORE UPDATE ON records
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS records_no_delete BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS records_in_order BEFORE INSERT ON records
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM records)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE INDEX IF NOT EXISTS records_by_operation ON records (operation_id, kind, cluster);

CREATE TRIGGER IF NOT EXISTS records_once BEFORE INSERT ON records
WHEN NEW.operation_id <> '' AND NEW.kind IN ('intent', 'outcome') AND EXISTS (
    SELECT 1 FROM records WHERE operation_id = NEW.operation_id AND kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'this operation has such a record already'); END;
