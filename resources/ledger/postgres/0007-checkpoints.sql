-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Signed notes of how long the chain of records was and how it ended. A member may add one about records that
-- are there; what it is worth is decided by its signature, which the server does not check.

CREATE TABLE checkpoints (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    size bigint NOT NULL CHECK (size >= 0),
    head bytea NOT NULL CHECK (octet_length(head) <= 32),
    time_ms bigint NOT NULL,
    key_id text NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    signature bytea NOT NULL CHECK (octet_length(signature) = 64),
    person text NOT NULL);

CREATE FUNCTION add_checkpoint(p_size bigint, p_head bytea, p_time bigint, p_key text, p_signature bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, signalbox, pg_temp AS $$
DECLARE
    added bigint;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM records WHERE sequence = p_size AND hash = p_head) THEN
        PERFORM refuse('wrong-anchor', p_size::text);
    END IF;
    INSERT INTO checkpoints (size, head, time_ms, key_id, signature, person)
        VALUES (p_size, p_head, p_time, p_key, p_signature, session_user) RETURNING ordinal INTO added;
    RETURN added;
END $$;

CREATE TRIGGER checkpoints_no_change BEFORE UPDATE OR DELETE ON checkpoints
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER checkpoints_no_truncate BEFORE TRUNCATE ON checkpoints
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();

ALTER TABLE checkpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkpoints FORCE ROW LEVEL SECURITY;
CREATE POLICY members_read ON checkpoints FOR SELECT TO signalbox_user USING (true);
CREATE POLICY owner_reads ON checkpoints FOR SELECT TO signalbox_owner USING (true);
CREATE POLICY own_name ON checkpoints FOR INSERT TO signalbox_owner WITH CHECK (person = session_user);
GRANT SELECT ON checkpoints TO signalbox_user;
REVOKE ALL ON FUNCTION add_checkpoint(bigint, bytea, bigint, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_checkpoint(bigint, bytea, bigint, text, bytea) TO signalbox_user;
