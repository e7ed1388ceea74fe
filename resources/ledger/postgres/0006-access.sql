-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Roles of people, leases, and who may do what: members of signalbox_user read the tables and call the
-- functions named at the end; nothing else, and nobody else anything.

-- Admins give roles, and never to themselves. Who owns the ledger may name the first ones.
CREATE FUNCTION check_granter(p_person text, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF pg_has_role(session_user, 'signalbox_owner', 'MEMBER') THEN RETURN; END IF;
    IF grant_of(session_user, ARRAY['admin'], p_now) IS DISTINCT FROM '' THEN
        PERFORM refuse('role-missing');
    END IF;
    IF p_person = session_user THEN PERFORM refuse('not-yours'); END IF;
END $$;

CREATE FUNCTION record_grant(p_action text, g role_grants) RETURNS bigint LANGUAGE sql AS $$
    SELECT add_record('observation', '', '', '', '', '', p_action, 'succeeded', '',
        convert_to(jsonb_build_object('person', g.person, 'role', g.role, 'deputyFor', g.deputy_for,
            'from', g.from_ms, 'until', g.until_ms)::text, 'UTF8'))
$$;

CREATE FUNCTION grant_role(p_person text, p_role text, p_deputy_for text, p_from bigint, p_until bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, signalbox, pg_temp AS $$
DECLARE
    moment bigint;
    g role_grants;
BEGIN
    PERFORM 1 FROM chain_head FOR UPDATE;
    moment := server_ms();
    PERFORM check_granter(p_person, moment);
    IF is_blank(p_person) OR is_blank(p_role) THEN PERFORM refuse('command-incomplete'); END IF;
    INSERT INTO role_grants (person, role, deputy_for, from_ms, until_ms, granted_by, granted_ms)
        VALUES (p_person, p_role, p_deputy_for, p_from, p_until, session_user, moment)
        ON CONFLICT DO NOTHING RETURNING * INTO g;
    IF g.ordinal IS NULL THEN PERFORM refuse('already-granted'); END IF;
    PERFORM record_grant('GrantRole', g);
    PERFORM pg_notify('signalbox', '');
END $$;

CREATE FUNCTION revoke_role(p_person text, p_role text, p_deputy_for text, p_from bigint, p_until bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, signalbox, pg_temp AS $$
DECLARE
    moment bigint;
    g role_grants;
BEGIN
    PERFORM 1 FROM chain_head FOR UPDATE;
    moment := server_ms();
    -- Anybody may lay down a role of their own.
    IF p_person <> session_user THEN PERFORM check_granter(p_person, moment); END IF;
    UPDATE role_grants SET revoked_by = session_user, revoked_ms = moment
        WHERE person = p_person AND role = p_role AND deputy_for = p_deputy_for
            AND from_ms IS NOT DISTINCT FROM p_from AND until_ms IS NOT DISTINCT FROM p_until
            AND revoked_ms IS NULL
        RETURNING * INTO g;
    IF g.ordinal IS NULL THEN
        RAISE EXCEPTION 'no such grant' USING ERRCODE = 'SB003';
    END IF;
    PERFORM record_grant('RevokeRole', g);
    PERFORM pg_notify('signalbox', '');
END $$;

-- Takes or renews. A new holder, or one that came too late to renew, gets a higher token.
CREATE FUNCTION lease_take(p_resource text, p_holder text, p_seconds bigint, OUT token bigint,
    OUT until_ms bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, signalbox, pg_temp AS $$
DECLARE
    l leases;
    moment bigint;
BEGIN
    IF is_blank(p_resource) OR is_blank(p_holder) OR length(p_resource) > 512 THEN
        PERFORM refuse('command-incomplete');
    END IF;
    INSERT INTO leases VALUES (p_resource, '', session_user, 0, 0) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT l FROM leases WHERE resource = p_resource FOR UPDATE;
    moment := server_ms();
    IF l.until_ms > moment AND (l.holder <> p_holder OR l.person <> session_user) THEN
        PERFORM refuse('lease-held', l.holder);
    END IF;
    lease_take.token := l.token + CASE WHEN l.until_ms > moment THEN 0 ELSE 1 END;
    lease_take.until_ms := moment + LEAST(GREATEST(p_seconds, 1), 600) * 1000;
    UPDATE leases SET holder = p_holder, person = session_user, token = lease_take.token,
        until_ms = lease_take.until_ms
        WHERE resource = p_resource;
END $$;

CREATE FUNCTION lease_leave(p_resource text, p_holder text, p_token bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, signalbox, pg_temp AS $$
BEGIN
    UPDATE leases SET until_ms = 0
        WHERE resource = p_resource AND holder = p_holder AND token = p_token AND person = session_user;
    IF NOT FOUND THEN PERFORM refuse('lease-lost', p_resource); END IF;
END $$;

-- Even the functions above cannot write in another name.
DO $$
DECLARE
    t text;
BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'signalbox' LOOP
        EXECUTE format('ALTER TABLE signalbox.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE signalbox.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY members_read ON signalbox.%I FOR SELECT TO signalbox_user USING (true)', t);
        EXECUTE format('CREATE POLICY owner_reads ON signalbox.%I FOR SELECT TO signalbox_owner USING (true)', t);
        EXECUTE format('GRANT SELECT ON signalbox.%I TO signalbox_user', t);
        IF t NOT IN ('records', 'commands', 'gate_votes', 'gate_vote_revocations', 'poll_answers', 'evidence',
            'gates', 'polls', 'waivers', 'overrides', 'role_grants', 'leases') THEN
            EXECUTE format('CREATE POLICY owner_writes ON signalbox.%I TO signalbox_owner USING (true)', t);
        END IF;
    END LOOP;
END $$;
CREATE POLICY own_name ON records FOR INSERT TO signalbox_owner WITH CHECK (actor = session_user);
CREATE POLICY own_name ON commands FOR INSERT TO signalbox_owner WITH CHECK (person = session_user);
CREATE POLICY own_name ON gate_votes FOR INSERT TO signalbox_owner WITH CHECK (person = session_user);
CREATE POLICY own_name ON gate_vote_revocations FOR INSERT TO signalbox_owner
    WITH CHECK (person = session_user);
CREATE POLICY own_name ON poll_answers FOR INSERT TO signalbox_owner WITH CHECK (person = session_user);
CREATE POLICY own_name ON evidence FOR INSERT TO signalbox_owner WITH CHECK (person = session_user);
CREATE POLICY own_name ON gates FOR INSERT TO signalbox_owner WITH CHECK (requester = session_user);
CREATE POLICY own_end ON gates FOR UPDATE TO signalbox_owner USING (true) WITH CHECK (end_by = session_user);
CREATE POLICY own_name ON polls FOR INSERT TO signalbox_owner WITH CHECK (requester = session_user);
CREATE POLICY own_end ON polls FOR UPDATE TO signalbox_owner USING (true)
    WITH CHECK (session_user IN (end_by, verdict_by));
CREATE POLICY own_name ON waivers FOR INSERT TO signalbox_owner WITH CHECK (requester = session_user);
CREATE POLICY own_grant ON waivers FOR UPDATE TO signalbox_owner USING (true)
    WITH CHECK (granted_by = session_user);
CREATE POLICY own_name ON overrides FOR INSERT TO signalbox_owner WITH CHECK (requester = session_user);
CREATE POLICY own_grant ON overrides FOR UPDATE TO signalbox_owner USING (true)
    WITH CHECK (second_person = session_user);
CREATE POLICY own_grant ON role_grants FOR INSERT TO signalbox_owner WITH CHECK (granted_by = session_user);
CREATE POLICY own_revocation ON role_grants FOR UPDATE TO signalbox_owner USING (true)
    WITH CHECK (revoked_by = session_user);
CREATE POLICY own_lease ON leases FOR INSERT TO signalbox_owner WITH CHECK (person = session_user);
CREATE POLICY take_lease ON leases FOR UPDATE TO signalbox_owner USING (true)
    WITH CHECK (person = session_user);

REVOKE ALL ON SCHEMA signalbox FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA signalbox FROM PUBLIC;
GRANT USAGE ON SCHEMA signalbox TO signalbox_user;
GRANT EXECUTE ON FUNCTION server_ms(), append(text, text, text, text, text, text, text, text, text, text,
    bytea), submit(text, text, text, text, text, text, text, jsonb, text, boolean, bigint),
    grant_role(text, text, text, bigint, bigint), revoke_role(text, text, text, bigint, bigint),
    lease_take(text, text, bigint), lease_leave(text, text, bigint) TO signalbox_user;
