-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Signed notes of how long the chain of records was and how it ended. Statements are separated by empty lines.

CREATE TABLE checkpoints (
    ordinal INTEGER PRIMARY KEY,
    size INTEGER NOT NULL CHECK (size >= 0),
    head BLOB NOT NULL,
    time_ms INTEGER NOT NULL,
    key_id TEXT NOT NULL CHECK (key_id <> ''),
    signature BLOB NOT NULL CHECK (length(signature) = 64));

CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
