-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Runs, gates, polls, evidence, waivers, overrides, roles, leases. Same tables and columns as on PostgreSQL.
-- Times are milliseconds since 1970 UTC on the ledger's clock; NULL: not given. Facts are only added: what
-- may change later (an end, a grant, a revocation) is written once and never again.
-- Statements are separated by empty lines; none has one inside.

CREATE TABLE schema_migrations (
    version INTEGER PRIMARY KEY,
    applied_ms INTEGER NOT NULL);

CREATE TABLE releases (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL UNIQUE CHECK (length(run_id) BETWEEN 1 AND 512),
    object_uid TEXT NOT NULL,
    revision_hash TEXT NOT NULL,
    cluster TEXT NOT NULL,
    namespace TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    changed_sequence INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL);

CREATE INDEX releases_by_change ON releases (changed_sequence);

CREATE TABLE commands (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL REFERENCES releases (run_id),
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    digest BLOB NOT NULL,
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at_ms INTEGER NOT NULL);

CREATE TRIGGER commands_no_update BEFORE UPDATE ON commands
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER commands_no_delete BEFORE DELETE ON commands
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE gates (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL REFERENCES releases (run_id),
    rule_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'emergency')),
    plan_id TEXT NOT NULL,
    plan_hash BLOB NOT NULL,
    artefact_hash BLOB NOT NULL,
    requester TEXT NOT NULL,
    author TEXT NOT NULL,
    deployer TEXT NOT NULL,
    reason TEXT NOT NULL,
    previous_gate TEXT NOT NULL,
    opened_ms INTEGER NOT NULL,
    end_state TEXT,
    end_by TEXT,
    end_reason TEXT,
    end_ms INTEGER);

CREATE INDEX gates_by_run ON gates (run_id);

CREATE TRIGGER gates_no_delete BEFORE DELETE ON gates
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER gates_once BEFORE UPDATE ON gates
WHEN OLD.end_state IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.run_id IS NOT OLD.run_id OR NEW.rule_id IS NOT OLD.rule_id OR NEW.rule IS NOT OLD.rule OR NEW.urgency IS NOT OLD.urgency OR NEW.plan_id IS NOT OLD.plan_id
    OR NEW.plan_hash IS NOT OLD.plan_hash OR NEW.artefact_hash IS NOT OLD.artefact_hash OR NEW.requester IS NOT OLD.requester OR NEW.author IS NOT OLD.author
    OR NEW.deployer IS NOT OLD.deployer OR NEW.reason IS NOT OLD.reason OR NEW.previous_gate IS NOT OLD.previous_gate OR NEW.opened_ms IS NOT OLD.opened_ms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE gate_seats (
    gate_id TEXT NOT NULL REFERENCES gates (id),
    position INTEGER NOT NULL,
    seat TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (gate_id, seat));

CREATE TRIGGER gate_seats_no_update BEFORE UPDATE ON gate_seats
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER gate_seats_no_delete BEFORE DELETE ON gate_seats
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE gate_votes (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    gate_id TEXT NOT NULL,
    seat TEXT NOT NULL,
    person TEXT NOT NULL CHECK (person <> ''),
    deputy_for TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('approve', 'reject')),
    comment TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    late INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (gate_id, seat) REFERENCES gate_seats (gate_id, seat));

CREATE INDEX gate_votes_by_gate ON gate_votes (gate_id);

CREATE TRIGGER gate_votes_no_update BEFORE UPDATE ON gate_votes
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER gate_votes_no_delete BEFORE DELETE ON gate_votes
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE gate_vote_revocations (
    vote_id TEXT PRIMARY KEY REFERENCES gate_votes (id),
    person TEXT NOT NULL,
    at_ms INTEGER NOT NULL);

CREATE TRIGGER gate_vote_revocations_no_update BEFORE UPDATE ON gate_vote_revocations
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER gate_vote_revocations_no_delete BEFORE DELETE ON gate_vote_revocations
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Who sits where now. The keys are what makes a double count impossible, whatever a program does.
CREATE TABLE seat_holders (
    gate_id TEXT NOT NULL,
    seat TEXT NOT NULL,
    person TEXT NOT NULL,
    vote_id TEXT NOT NULL REFERENCES gate_votes (id),
    PRIMARY KEY (gate_id, seat),
    UNIQUE (gate_id, person));

CREATE TRIGGER gate_votes_sit AFTER INSERT ON gate_votes
BEGIN INSERT INTO seat_holders VALUES (NEW.gate_id, NEW.seat, NEW.person, NEW.id); END;

CREATE TRIGGER gate_vote_revocations_rise AFTER INSERT ON gate_vote_revocations
BEGIN DELETE FROM seat_holders WHERE vote_id = NEW.vote_id; END;

CREATE TABLE polls (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL REFERENCES releases (run_id),
    rule_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    plan_hash BLOB NOT NULL,
    artefact_hash BLOB NOT NULL,
    requester TEXT NOT NULL,
    author TEXT NOT NULL,
    previous_poll TEXT NOT NULL,
    opened_ms INTEGER NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'none' CHECK (verdict IN ('none', 'go', 'no-go', 'hold')),
    verdict_by TEXT NOT NULL DEFAULT '',
    verdict_deputy_for TEXT NOT NULL DEFAULT '',
    verdict_reason TEXT NOT NULL DEFAULT '',
    verdict_ms INTEGER,
    window_closes_ms INTEGER,
    end_state TEXT,
    end_by TEXT,
    end_reason TEXT,
    end_ms INTEGER);

CREATE INDEX polls_by_run ON polls (run_id);

CREATE TRIGGER polls_no_delete BEFORE DELETE ON polls
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER polls_once BEFORE UPDATE ON polls
WHEN OLD.end_state IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.run_id IS NOT OLD.run_id OR NEW.rule_id IS NOT OLD.rule_id OR NEW.rule IS NOT OLD.rule OR NEW.plan_id IS NOT OLD.plan_id
    OR NEW.plan_hash IS NOT OLD.plan_hash OR NEW.artefact_hash IS NOT OLD.artefact_hash OR NEW.requester IS NOT OLD.requester OR NEW.author IS NOT OLD.author
    OR NEW.previous_poll IS NOT OLD.previous_poll OR NEW.opened_ms IS NOT OLD.opened_ms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE poll_answers (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    poll_id TEXT NOT NULL REFERENCES polls (id),
    station TEXT NOT NULL,
    person TEXT NOT NULL CHECK (person <> ''),
    deputy_for TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('go', 'no-go', 'hold')),
    reason TEXT NOT NULL,
    hold_until_ms INTEGER,
    at_ms INTEGER NOT NULL);

CREATE INDEX poll_answers_by_poll ON poll_answers (poll_id);

CREATE TRIGGER poll_answers_no_update BEFORE UPDATE ON poll_answers
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER poll_answers_no_delete BEFORE DELETE ON poll_answers
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE evidence (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL REFERENCES releases (run_id),
    checklist TEXT NOT NULL,
    item TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('pass', 'fail', 'unknown')),
    by_person INTEGER NOT NULL,
    person TEXT NOT NULL,
    code TEXT NOT NULL,
    args TEXT NOT NULL,
    comment TEXT NOT NULL,
    link TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    plan_hash BLOB NOT NULL,
    artefact_hash BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    recorded_ms INTEGER NOT NULL);

CREATE INDEX evidence_by_item ON evidence (run_id, checklist, item);

CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE waivers (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL REFERENCES releases (run_id),
    checklist TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('waived', 'not-applicable')),
    reason TEXT NOT NULL,
    requester TEXT NOT NULL,
    granted_by TEXT NOT NULL DEFAULT '' CHECK (granted_by = '' OR granted_by <> requester),
    requested_ms INTEGER NOT NULL,
    granted_ms INTEGER,
    until_ms INTEGER);

CREATE INDEX waivers_by_run ON waivers (run_id);

CREATE TRIGGER waivers_no_delete BEFORE DELETE ON waivers
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER waivers_once BEFORE UPDATE ON waivers
WHEN OLD.granted_by <> '' OR NEW.id IS NOT OLD.id OR NEW.run_id IS NOT OLD.run_id OR NEW.checklist IS NOT OLD.checklist OR NEW.item IS NOT OLD.item OR NEW.kind IS NOT OLD.kind
    OR NEW.reason IS NOT OLD.reason OR NEW.requester IS NOT OLD.requester OR NEW.requested_ms IS NOT OLD.requested_ms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE overrides (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL REFERENCES releases (run_id),
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    requester TEXT NOT NULL,
    second_person TEXT NOT NULL DEFAULT '' CHECK (second_person = '' OR second_person <> requester),
    requested_ms INTEGER NOT NULL,
    granted_ms INTEGER,
    until_ms INTEGER);

CREATE INDEX overrides_by_run ON overrides (run_id);

CREATE TRIGGER overrides_no_delete BEFORE DELETE ON overrides
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER overrides_once BEFORE UPDATE ON overrides
WHEN OLD.granted_ms IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.run_id IS NOT OLD.run_id OR NEW.rule IS NOT OLD.rule OR NEW.reason IS NOT OLD.reason OR NEW.requester IS NOT OLD.requester OR NEW.requested_ms IS NOT OLD.requested_ms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE role_grants (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL CHECK (person <> ''),
    role TEXT NOT NULL CHECK (role <> ''),
    deputy_for TEXT NOT NULL,
    from_ms INTEGER,
    until_ms INTEGER,
    granted_by TEXT NOT NULL,
    granted_ms INTEGER NOT NULL,
    revoked_by TEXT,
    revoked_ms INTEGER);

CREATE TRIGGER role_grants_no_delete BEFORE DELETE ON role_grants
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER role_grants_once BEFORE UPDATE ON role_grants
WHEN OLD.revoked_ms IS NOT NULL OR NEW.person IS NOT OLD.person OR NEW.role IS NOT OLD.role OR NEW.deputy_for IS NOT OLD.deputy_for OR NEW.from_ms IS NOT OLD.from_ms OR NEW.until_ms IS NOT OLD.until_ms OR NEW.granted_by IS NOT OLD.granted_by OR NEW.granted_ms IS NOT OLD.granted_ms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Never deleted, so that the token only ever grows.
CREATE TABLE leases (
    resource TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    person TEXT NOT NULL,
    token INTEGER NOT NULL,
    until_ms INTEGER NOT NULL);

CREATE TRIGGER leases_no_delete BEFORE DELETE ON leases
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER leases_grow BEFORE UPDATE ON leases WHEN NEW.token < OLD.token OR NEW.resource <> OLD.resource
BEGIN SELECT RAISE(ABORT, 'a fencing token never shrinks'); END;

-- Keys of records that may be sent more than once; in a journal also where the record went.
CREATE TABLE record_keys (
    key TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    merged_sequence INTEGER);

CREATE INDEX record_keys_to_merge ON record_keys (sequence) WHERE merged_sequence IS NULL;

CREATE TABLE operations (
    id TEXT PRIMARY KEY,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    cluster TEXT NOT NULL,
    namespace TEXT NOT NULL,
    object TEXT NOT NULL,
    object_uid TEXT NOT NULL,
    started_sequence INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    result TEXT NOT NULL);

CREATE INDEX operations_unfinished ON operations (object_uid) WHERE result = '';

CREATE TABLE steps (
    operation_id TEXT NOT NULL REFERENCES operations (id),
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (operation_id, position));

CREATE TRIGGER records_to_operations AFTER INSERT ON records WHEN NEW.operation_id <> ''
BEGIN
    INSERT INTO operations VALUES (NEW.operation_id, NEW.actor, NEW.action, NEW.cluster, NEW.namespace, NEW.object,
    NEW.object_uid, NEW.sequence, NEW.sequence, CASE NEW.kind WHEN 'outcome' THEN NEW.result ELSE '' END)
    ON CONFLICT (id) DO UPDATE SET last_sequence = excluded.last_sequence,
    result = CASE NEW.kind WHEN 'outcome' THEN NEW.result ELSE result END;
    INSERT INTO steps SELECT NEW.operation_id, NEW.sequence,
        (SELECT count(*) + 1 FROM steps WHERE operation_id = NEW.operation_id), NEW.kind, NEW.result;
END;

INSERT INTO operations
SELECT first.operation_id, first.actor, first.action, first.cluster, first.namespace, first.object,
    first.object_uid, first.sequence, span.last,
    COALESCE((SELECT result FROM records WHERE operation_id = first.operation_id AND kind = 'outcome'
              ORDER BY sequence DESC LIMIT 1), '')
FROM (SELECT operation_id, min(sequence) AS first, max(sequence) AS last FROM records
      WHERE operation_id <> '' GROUP BY operation_id) AS span
JOIN records AS first ON first.sequence = span.first;

INSERT INTO steps
SELECT operation_id, sequence, row_number() OVER (PARTITION BY operation_id ORDER BY sequence), kind, result
FROM records WHERE operation_id <> '';
