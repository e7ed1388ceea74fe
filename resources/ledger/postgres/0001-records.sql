-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The hash-chained records. Run by the role signalbox_owner, with search_path signalbox. Times are
-- milliseconds since 1970 UTC on the server's clock. Who acts is session_user, which neither SET ROLE nor a
-- SECURITY DEFINER function changes.

-- New functions are nobody's to call until they are granted.
ALTER DEFAULT PRIVILEGES IN SCHEMA signalbox REVOKE ALL ON TABLES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE schema_migrations (
    version integer PRIMARY KEY,
    applied_ms bigint NOT NULL);

CREATE TABLE records (
    sequence bigint PRIMARY KEY,
    time_ms bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('intent', 'step', 'outcome', 'observation')),
    operation_id text NOT NULL,
    actor text NOT NULL,
    cluster text NOT NULL,
    namespace text NOT NULL,
    object text NOT NULL,
    object_uid text NOT NULL,
    action text NOT NULL,
    result text NOT NULL,
    reason text NOT NULL CHECK (octet_length(reason) <= 65536),
    parameters bytea NOT NULL CHECK (octet_length(parameters) <= 1048576),
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL UNIQUE);

CREATE INDEX records_by_object ON records (cluster, namespace, object);
CREATE INDEX records_by_operation ON records (operation_id, kind, cluster);
-- Whoever comes second learns that another desk was faster.
CREATE UNIQUE INDEX records_one_intent ON records (operation_id) WHERE kind = 'intent' AND operation_id <> '';
CREATE UNIQUE INDEX records_one_outcome ON records (operation_id)
    WHERE kind = 'outcome' AND operation_id <> '';

-- The end of the chain. Its row is the lock that puts appends in one order.
CREATE TABLE chain_head (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    sequence bigint NOT NULL,
    hash bytea NOT NULL);
INSERT INTO chain_head (sequence, hash) VALUES (0, '');

CREATE TABLE record_keys (
    key text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    sequence bigint NOT NULL REFERENCES records (sequence),
    merged_sequence bigint);

CREATE TABLE operations (
    id text PRIMARY KEY,
    actor text NOT NULL,
    action text NOT NULL,
    cluster text NOT NULL,
    namespace text NOT NULL,
    object text NOT NULL,
    object_uid text NOT NULL,
    started_sequence bigint NOT NULL,
    last_sequence bigint NOT NULL,
    result text NOT NULL);
CREATE INDEX operations_unfinished ON operations (object_uid) WHERE result = '';

CREATE TABLE steps (
    operation_id text NOT NULL REFERENCES operations (id),
    sequence bigint NOT NULL REFERENCES records (sequence),
    position bigint NOT NULL,
    kind text NOT NULL,
    result text NOT NULL,
    PRIMARY KEY (operation_id, position));

CREATE FUNCTION server_ms() RETURNS bigint LANGUAGE sql VOLATILE
SET search_path = pg_catalog, signalbox, pg_temp
AS $$ SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;

CREATE FUNCTION refuse(word text, subject text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'signalbox refuses: % (%)', word, subject USING ERRCODE = 'SB001';
END $$;

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'signalbox refuses: append-only (%)', TG_TABLE_NAME USING ERRCODE = 'SB001';
END $$;

CREATE FUNCTION is_blank(value text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT value IS NULL OR value ~ '^\s*$'
$$;

-- One field of the canonical form: name, length in bytes, bytes.
CREATE FUNCTION canonical_field(name text, value bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT convert_to(name || '=' || octet_length(value) || ':', 'UTF8') || value || '\x0a'::bytea
$$;

CREATE FUNCTION canonical_form(r records) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT convert_to(E'signalbox-ledger-1\n', 'UTF8')
        || canonical_field('sequence', convert_to(r.sequence::text, 'UTF8'))
        || canonical_field('time', convert_to(r.time_ms::text, 'UTF8'))
        || canonical_field('kind', convert_to(r.kind, 'UTF8'))
        || canonical_field('operation', convert_to(r.operation_id, 'UTF8'))
        || canonical_field('actor', convert_to(r.actor, 'UTF8'))
        || canonical_field('cluster', convert_to(r.cluster, 'UTF8'))
        || canonical_field('namespace', convert_to(r.namespace, 'UTF8'))
        || canonical_field('object', convert_to(r.object, 'UTF8'))
        || canonical_field('uid', convert_to(r.object_uid, 'UTF8'))
        || canonical_field('action', convert_to(r.action, 'UTF8'))
        || canonical_field('result', convert_to(r.result, 'UTF8'))
        || canonical_field('reason', convert_to(r.reason, 'UTF8'))
        || canonical_field('parameters', r.parameters)
        || canonical_field('previous', convert_to(encode(r.previous_hash, 'hex'), 'UTF8'))
$$;

-- Whatever an INSERT says about order, time, person and hashes, this is what is stored.
CREATE FUNCTION chain_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head chain_head;
BEGIN
    SELECT * INTO STRICT head FROM chain_head FOR UPDATE;
    NEW.sequence := head.sequence + 1;
    NEW.time_ms := server_ms();
    NEW.actor := session_user;
    NEW.previous_hash := head.hash;
    NEW.hash := sha256(canonical_form(NEW));
    UPDATE chain_head SET sequence = NEW.sequence, hash = NEW.hash;
    RETURN NEW;
END $$;

CREATE FUNCTION follow_operation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO operations VALUES (NEW.operation_id, NEW.actor, NEW.action, NEW.cluster, NEW.namespace,
        NEW.object, NEW.object_uid, NEW.sequence, NEW.sequence,
        CASE NEW.kind WHEN 'outcome' THEN NEW.result ELSE '' END)
    ON CONFLICT (id) DO UPDATE SET last_sequence = excluded.last_sequence,
        result = CASE NEW.kind WHEN 'outcome' THEN NEW.result ELSE operations.result END;
    INSERT INTO steps SELECT NEW.operation_id, NEW.sequence, count(*) + 1, NEW.kind, NEW.result
        FROM steps WHERE operation_id = NEW.operation_id;
    RETURN NULL;
END $$;

CREATE FUNCTION tell_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('signalbox_records', NEW.sequence::text);
    RETURN NULL;
END $$;

CREATE TRIGGER records_chain BEFORE INSERT ON records FOR EACH ROW EXECUTE FUNCTION chain_record();
CREATE TRIGGER records_no_change BEFORE UPDATE OR DELETE ON records
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER records_no_truncate BEFORE TRUNCATE ON records
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER records_to_operations AFTER INSERT ON records
    FOR EACH ROW WHEN (NEW.operation_id <> '') EXECUTE FUNCTION follow_operation();
CREATE TRIGGER records_tell AFTER INSERT ON records FOR EACH ROW EXECUTE FUNCTION tell_record();
CREATE TRIGGER record_keys_no_change BEFORE UPDATE OR DELETE ON record_keys
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER record_keys_no_truncate BEFORE TRUNCATE ON record_keys
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER chain_head_no_delete BEFORE DELETE ON chain_head
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER chain_head_no_truncate BEFORE TRUNCATE ON chain_head
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE FUNCTION add_record(kind text, operation_id text, cluster text, namespace text, object text,
    object_uid text, action text, result text, reason text, parameters bytea) RETURNS bigint
LANGUAGE sql AS $$
    INSERT INTO records (sequence, time_ms, kind, operation_id, actor, cluster, namespace, object, object_uid,
        action, result, reason, parameters, previous_hash, hash)
    VALUES (0, 0, kind, operation_id, '', cluster, namespace, object, object_uid, action, result, reason,
        parameters, '', '')
    RETURNING sequence
$$;

-- What a desk may write by itself. A key that was used before answers with the record it was used for.
-- Records of decisions are the ledger's own to write; a desk may only say that one was refused.
CREATE FUNCTION append(p_key text, p_kind text, p_operation_id text, p_cluster text, p_namespace text,
    p_object text, p_object_uid text, p_action text, p_result text, p_reason text, p_parameters bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, signalbox, pg_temp AS $$
DECLARE
    known bigint;
BEGIN
    IF p_result <> 'refused' AND p_action = ANY (ARRAY['OpenGate', 'CastVote', 'RevokeVote', 'EndGate',
        'OpenPoll', 'AnswerPoll', 'AnnounceVerdict', 'EndPoll', 'AddEvidence', 'RequestWaiver', 'GrantWaiver',
        'RequestOverride', 'GrantOverride', 'GrantRole', 'RevokeRole']) THEN
        PERFORM refuse('not-yours', p_action);
    END IF;
    PERFORM 1 FROM chain_head FOR UPDATE;
    SELECT k.sequence INTO known FROM record_keys k JOIN records r USING (sequence)
        WHERE k.key = p_key;
    IF known IS NOT NULL THEN
        IF (SELECT actor FROM records WHERE sequence = known) <> session_user THEN
            PERFORM refuse('not-yours', p_key);
        END IF;
        RETURN known;
    END IF;
    known := add_record(p_kind, p_operation_id, p_cluster, p_namespace, p_object, p_object_uid, p_action,
        p_result, p_reason, p_parameters);
    INSERT INTO record_keys (key, sequence) VALUES (p_key, known);
    RETURN known;
END $$;
