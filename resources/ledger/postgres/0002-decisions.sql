-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Runs, gates, polls, evidence, waivers, overrides, roles, leases. Same tables and columns as on SQLite.
-- Facts are only added: what may change later (an end, a grant, a revocation) is written once and never
-- again, whoever owns the table.

CREATE TABLE releases (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id text NOT NULL UNIQUE CHECK (length(run_id) BETWEEN 1 AND 512),
    object_uid text NOT NULL,
    revision_hash text NOT NULL,
    cluster text NOT NULL,
    namespace text NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL DEFAULT 0,
    changed_sequence bigint NOT NULL DEFAULT 0,
    created_ms bigint NOT NULL,
    changed_ms bigint NOT NULL);

CREATE TABLE commands (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    run_id text NOT NULL REFERENCES releases (run_id),
    person text NOT NULL,
    kind text NOT NULL,
    digest bytea NOT NULL,
    version bigint NOT NULL,
    sequence bigint NOT NULL,
    at_ms bigint NOT NULL);

CREATE TABLE gates (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    run_id text NOT NULL REFERENCES releases (run_id),
    rule_id text NOT NULL,
    rule jsonb NOT NULL,
    urgency text NOT NULL CHECK (urgency IN ('normal', 'emergency')),
    plan_id text NOT NULL,
    plan_hash bytea NOT NULL,
    artefact_hash bytea NOT NULL,
    requester text NOT NULL,
    author text NOT NULL,
    deployer text NOT NULL,
    reason text NOT NULL,
    previous_gate text NOT NULL,
    opened_ms bigint NOT NULL,
    end_state text,
    end_by text,
    end_reason text,
    end_ms bigint);

CREATE TABLE gate_seats (
    gate_id text NOT NULL REFERENCES gates (id),
    position integer NOT NULL,
    seat text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (gate_id, seat));

CREATE TABLE gate_votes (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    gate_id text NOT NULL,
    seat text NOT NULL,
    person text NOT NULL CHECK (person <> ''),
    deputy_for text NOT NULL,
    choice text NOT NULL CHECK (choice IN ('approve', 'reject')),
    comment text NOT NULL,
    at_ms bigint NOT NULL,
    late boolean NOT NULL DEFAULT false,
    FOREIGN KEY (gate_id, seat) REFERENCES gate_seats (gate_id, seat));

CREATE TABLE gate_vote_revocations (
    vote_id text PRIMARY KEY REFERENCES gate_votes (id),
    person text NOT NULL,
    at_ms bigint NOT NULL);

-- Who sits where now. The keys are what makes a double count impossible, whatever a program does.
CREATE TABLE seat_holders (
    gate_id text NOT NULL,
    seat text NOT NULL,
    person text NOT NULL,
    vote_id text NOT NULL REFERENCES gate_votes (id),
    PRIMARY KEY (gate_id, seat),
    UNIQUE (gate_id, person));

CREATE TABLE polls (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    run_id text NOT NULL REFERENCES releases (run_id),
    rule_id text NOT NULL,
    rule jsonb NOT NULL,
    plan_id text NOT NULL,
    plan_hash bytea NOT NULL,
    artefact_hash bytea NOT NULL,
    requester text NOT NULL,
    author text NOT NULL,
    previous_poll text NOT NULL,
    opened_ms bigint NOT NULL,
    verdict text NOT NULL DEFAULT 'none' CHECK (verdict IN ('none', 'go', 'no-go', 'hold')),
    verdict_by text NOT NULL DEFAULT '',
    verdict_deputy_for text NOT NULL DEFAULT '',
    verdict_reason text NOT NULL DEFAULT '',
    verdict_ms bigint,
    window_closes_ms bigint,
    end_state text,
    end_by text,
    end_reason text,
    end_ms bigint);

CREATE TABLE poll_answers (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    poll_id text NOT NULL REFERENCES polls (id),
    station text NOT NULL,
    person text NOT NULL CHECK (person <> ''),
    deputy_for text NOT NULL,
    answer text NOT NULL CHECK (answer IN ('go', 'no-go', 'hold')),
    reason text NOT NULL,
    hold_until_ms bigint,
    at_ms bigint NOT NULL);

CREATE TABLE evidence (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    run_id text NOT NULL REFERENCES releases (run_id),
    checklist text NOT NULL,
    item text NOT NULL,
    result text NOT NULL CHECK (result IN ('pass', 'fail', 'unknown')),
    by_person boolean NOT NULL,
    person text NOT NULL,
    code text NOT NULL,
    args jsonb NOT NULL,
    comment text NOT NULL,
    link text NOT NULL,
    plan_id text NOT NULL,
    plan_hash bytea NOT NULL,
    artefact_hash bytea NOT NULL,
    at_ms bigint NOT NULL,
    recorded_ms bigint NOT NULL);

CREATE TABLE waivers (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    run_id text NOT NULL REFERENCES releases (run_id),
    checklist text NOT NULL,
    item text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('waived', 'not-applicable')),
    reason text NOT NULL,
    requester text NOT NULL,
    granted_by text NOT NULL DEFAULT '' CHECK (granted_by = '' OR granted_by <> requester),
    requested_ms bigint NOT NULL,
    granted_ms bigint,
    until_ms bigint);

CREATE TABLE overrides (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    run_id text NOT NULL REFERENCES releases (run_id),
    rule text NOT NULL,
    reason text NOT NULL,
    requester text NOT NULL,
    second_person text NOT NULL DEFAULT '' CHECK (second_person = '' OR second_person <> requester),
    requested_ms bigint NOT NULL,
    granted_ms bigint,
    until_ms bigint);

CREATE TABLE role_grants (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person text NOT NULL CHECK (person <> ''),
    role text NOT NULL CHECK (role <> ''),
    deputy_for text NOT NULL,
    from_ms bigint,
    until_ms bigint,
    granted_by text NOT NULL,
    granted_ms bigint NOT NULL,
    revoked_by text,
    revoked_ms bigint);

-- Never deleted, so that the token only ever grows.
CREATE TABLE leases (
    resource text PRIMARY KEY,
    holder text NOT NULL,
    person text NOT NULL,
    token bigint NOT NULL,
    until_ms bigint NOT NULL);
CREATE INDEX releases_by_change ON releases (changed_sequence);
CREATE INDEX gates_by_run ON gates (run_id);
CREATE INDEX gate_votes_by_gate ON gate_votes (gate_id);
CREATE INDEX polls_by_run ON polls (run_id);
CREATE INDEX poll_answers_by_poll ON poll_answers (poll_id);
CREATE INDEX evidence_by_item ON evidence (run_id, checklist, item);
CREATE INDEX waivers_by_run ON waivers (run_id);
CREATE INDEX overrides_by_run ON overrides (run_id);

CREATE UNIQUE INDEX role_grants_once ON role_grants (person, role, deputy_for, COALESCE(from_ms, 0),
    COALESCE(until_ms, 0)) WHERE revoked_ms IS NULL;

CREATE TRIGGER releases_no_delete BEFORE DELETE ON releases FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER releases_no_truncate BEFORE TRUNCATE ON releases
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER commands_no_change BEFORE UPDATE OR DELETE ON commands
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER commands_no_truncate BEFORE TRUNCATE ON commands
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER gates_no_delete BEFORE DELETE ON gates FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER gates_no_truncate BEFORE TRUNCATE ON gates
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER gate_seats_no_change BEFORE UPDATE OR DELETE ON gate_seats
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER gate_seats_no_truncate BEFORE TRUNCATE ON gate_seats
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER gate_votes_no_change BEFORE UPDATE OR DELETE ON gate_votes
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER gate_votes_no_truncate BEFORE TRUNCATE ON gate_votes
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER gate_vote_revocations_no_change BEFORE UPDATE OR DELETE ON gate_vote_revocations
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER gate_vote_revocations_no_truncate BEFORE TRUNCATE ON gate_vote_revocations
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER seat_holders_no_truncate BEFORE TRUNCATE ON seat_holders
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER polls_no_delete BEFORE DELETE ON polls FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER polls_no_truncate BEFORE TRUNCATE ON polls
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER poll_answers_no_change BEFORE UPDATE OR DELETE ON poll_answers
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER poll_answers_no_truncate BEFORE TRUNCATE ON poll_answers
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER evidence_no_change BEFORE UPDATE OR DELETE ON evidence
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON evidence
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER waivers_no_delete BEFORE DELETE ON waivers FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER waivers_no_truncate BEFORE TRUNCATE ON waivers
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER overrides_no_delete BEFORE DELETE ON overrides FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER overrides_no_truncate BEFORE TRUNCATE ON overrides
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER role_grants_no_delete BEFORE DELETE ON role_grants FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER role_grants_no_truncate BEFORE TRUNCATE ON role_grants
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER leases_no_delete BEFORE DELETE ON leases FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER leases_no_truncate BEFORE TRUNCATE ON leases
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER gates_once BEFORE UPDATE ON gates FOR EACH ROW
    WHEN (OLD.end_state IS NOT NULL
        OR to_jsonb(OLD) - '{end_state,end_by,end_reason,end_ms}'::text[]
        IS DISTINCT FROM to_jsonb(NEW) - '{end_state,end_by,end_reason,end_ms}'::text[])
    EXECUTE FUNCTION append_only();
CREATE TRIGGER polls_once BEFORE UPDATE ON polls FOR EACH ROW
    WHEN (OLD.end_state IS NOT NULL OR OLD.verdict = 'no-go'
        OR (OLD.verdict = 'go' AND NEW.verdict <> 'go')
        OR to_jsonb(OLD) - '{verdict,verdict_by,verdict_deputy_for,verdict_reason,verdict_ms,
            window_closes_ms,end_state,end_by,end_reason,end_ms}'::text[]
        IS DISTINCT FROM to_jsonb(NEW) - '{verdict,verdict_by,verdict_deputy_for,verdict_reason,verdict_ms,
            window_closes_ms,end_state,end_by,end_reason,end_ms}'::text[])
    EXECUTE FUNCTION append_only();
CREATE TRIGGER waivers_once BEFORE UPDATE ON waivers FOR EACH ROW
    WHEN (OLD.granted_by <> ''
        OR to_jsonb(OLD) - '{granted_by,granted_ms}'::text[]
        IS DISTINCT FROM to_jsonb(NEW) - '{granted_by,granted_ms}'::text[])
    EXECUTE FUNCTION append_only();
CREATE TRIGGER overrides_once BEFORE UPDATE ON overrides FOR EACH ROW
    WHEN (OLD.granted_ms IS NOT NULL
        OR to_jsonb(OLD) - '{second_person,granted_ms}'::text[]
        IS DISTINCT FROM to_jsonb(NEW) - '{second_person,granted_ms}'::text[])
    EXECUTE FUNCTION append_only();
CREATE TRIGGER role_grants_once BEFORE UPDATE ON role_grants FOR EACH ROW
    WHEN (OLD.revoked_ms IS NOT NULL
        OR to_jsonb(OLD) - '{revoked_by,revoked_ms}'::text[]
        IS DISTINCT FROM to_jsonb(NEW) - '{revoked_by,revoked_ms}'::text[])
    EXECUTE FUNCTION append_only();

-- A seat is left only by taking the vote back.
CREATE FUNCTION keep_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR NOT EXISTS (SELECT FROM gate_vote_revocations WHERE vote_id = OLD.vote_id) THEN
        PERFORM refuse('append-only', TG_TABLE_NAME);
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER seat_holders_keep BEFORE UPDATE OR DELETE ON seat_holders
    FOR EACH ROW EXECUTE FUNCTION keep_seat();
CREATE TRIGGER leases_grow BEFORE UPDATE ON leases FOR EACH ROW
    WHEN (NEW.token < OLD.token OR NEW.resource <> OLD.resource) EXECUTE FUNCTION append_only();
