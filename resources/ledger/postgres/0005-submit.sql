-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Evidence, waivers and overrides, and the one door through which decisions come in.

CREATE FUNCTION add_evidence(p_id text, p_run text, b jsonb, p_automation boolean, p_now bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    by_person boolean := (b->>'byPerson')::boolean;
    seen bigint := (b->>'at')::bigint;
BEGIN
    IF by_person AND p_automation THEN PERFORM refuse('automation-may-not-decide'); END IF;
    IF b->>'result' NOT IN ('pass', 'fail', 'unknown') OR is_blank(b->>'checklist') OR is_blank(b->>'item')
        OR NOT is_bound(b->'binding') THEN
        PERFORM refuse('command-incomplete');
    END IF;
    IF by_person THEN seen := p_now; END IF;
    IF seen IS NULL THEN PERFORM refuse('command-incomplete'); END IF;
    IF seen > p_now + 5000 THEN PERFORM refuse('clock-skew'); END IF;
    INSERT INTO evidence (id, run_id, checklist, item, result, by_person, person, code, args, comment, link,
        plan_id, plan_hash, artefact_hash, at_ms, recorded_ms)
    VALUES (p_id, p_run, b->>'checklist', b->>'item', b->>'result', by_person, session_user, b->>'code',
        b->'args', b->>'comment', b->>'link', b->'binding'->>'planId',
        decode(b->'binding'->>'planHash', 'hex'), decode(b->'binding'->>'artefactHash', 'hex'),
        LEAST(seen, p_now), p_now);
END $$;

CREATE FUNCTION request_waiver(p_id text, p_run text, b jsonb, p_now bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF b->>'kind' NOT IN ('waived', 'not-applicable') OR is_blank(b->>'checklist') OR is_blank(b->>'item')
        OR COALESCE((b->>'until')::bigint, 0) <= p_now THEN
        PERFORM refuse('command-incomplete');
    END IF;
    IF is_blank(b->>'reason') THEN PERFORM refuse('comment-missing'); END IF;
    IF (b->>'until')::bigint > p_now + 7776000000 THEN PERFORM refuse('too-long'); END IF;
    INSERT INTO waivers (id, run_id, checklist, item, kind, reason, requester, requested_ms, until_ms)
    VALUES (p_id, p_run, b->>'checklist', b->>'item', b->>'kind', b->>'reason', session_user, p_now,
        (b->>'until')::bigint);
END $$;

CREATE FUNCTION grant_waiver(p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    w waivers;
BEGIN
    SELECT * INTO w FROM waivers WHERE id = b->>'waiver' AND run_id = p_run;
    IF w IS NULL THEN PERFORM refuse('unknown-waiver'); END IF;
    IF w.granted_by <> '' THEN PERFORM refuse('already-granted'); END IF;
    IF p_now >= w.until_ms THEN PERFORM refuse('deadline-passed'); END IF;
    IF session_user = w.requester THEN PERFORM refuse('four-eyes-requester'); END IF;
    IF grant_of(session_user, ARRAY['reviewer', 'admin'], p_now) IS NULL THEN PERFORM refuse('role-missing'); END IF;
    UPDATE waivers SET granted_by = session_user, granted_ms = p_now WHERE id = w.id;
END $$;

-- Types of the interlocks INV-01 … INV-24. Source: requirements C6.
CREATE FUNCTION interlock_type(p_rule text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN p_rule !~ '^INV-(0[1-9]|1[0-9]|2[0-4])$' OR p_rule IS NULL THEN NULL
        WHEN p_rule IN ('INV-16', 'INV-18') THEN 'single'
        WHEN p_rule IN ('INV-01', 'INV-09', 'INV-10', 'INV-11', 'INV-12', 'INV-13', 'INV-14', 'INV-17',
            'INV-19', 'INV-20') THEN 'break-glass'
        ELSE 'absolute' END
$$;

CREATE FUNCTION request_override(p_id text, p_run text, b jsonb, p_now bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    type text := interlock_type(b->>'rule');
    alone boolean := type = 'single' AND b->>'type' = 'single';
BEGIN
    IF type IS NULL THEN PERFORM refuse('unknown-rule'); END IF;
    IF type = 'absolute' OR b->>'type' = 'absolute' THEN PERFORM refuse('absolute-rule'); END IF;
    IF is_blank(b->>'reason') THEN PERFORM refuse('comment-missing'); END IF;
    IF COALESCE((b->>'until')::bigint, 0) <= p_now THEN PERFORM refuse('command-incomplete'); END IF;
    IF (b->>'until')::bigint > p_now + 3600000 THEN PERFORM refuse('too-long'); END IF;
    IF alone AND NOT EXISTS (SELECT FROM role_grants WHERE person = session_user AND revoked_ms IS NULL
            AND (from_ms IS NULL OR p_now >= from_ms) AND (until_ms IS NULL OR p_now < until_ms)) THEN
        PERFORM refuse('role-missing');
    END IF;
    INSERT INTO overrides (id, run_id, rule, reason, requester, requested_ms, granted_ms, until_ms)
    VALUES (p_id, p_run, b->>'rule', b->>'reason', session_user, p_now, CASE WHEN alone THEN p_now END,
        (b->>'until')::bigint);
END $$;

CREATE FUNCTION grant_override(p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    o overrides;
BEGIN
    SELECT * INTO o FROM overrides WHERE id = b->>'override' AND run_id = p_run;
    IF o IS NULL THEN PERFORM refuse('unknown-override'); END IF;
    IF o.granted_ms IS NOT NULL THEN PERFORM refuse('already-granted'); END IF;
    IF p_now >= o.until_ms THEN PERFORM refuse('deadline-passed'); END IF;
    IF session_user = o.requester THEN PERFORM refuse('four-eyes-requester'); END IF;
    IF grant_of(session_user, ARRAY['incident-commander', 'admin', 'oncall'], p_now) IS NULL THEN
        PERFORM refuse('role-missing');
    END IF;
    UPDATE overrides SET second_person = session_user, granted_ms = p_now WHERE id = o.id;
END $$;

CREATE FUNCTION apply_command(p_id text, p_run text, p_action text, b jsonb, p_automation boolean,
    p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF p_automation AND p_action IN ('CastVote', 'RevokeVote', 'AnswerPoll', 'AnnounceVerdict',
        'RequestWaiver', 'GrantWaiver', 'RequestOverride', 'GrantOverride') THEN
        PERFORM refuse('automation-may-not-decide');
    END IF;
    CASE p_action
    WHEN 'OpenGate' THEN PERFORM open_gate(p_id, p_run, b, p_automation, p_now);
    WHEN 'CastVote' THEN PERFORM cast_vote(p_id, p_run, b, p_now);
    WHEN 'RevokeVote' THEN PERFORM revoke_vote(p_run, b, p_now);
    WHEN 'EndGate' THEN PERFORM end_gate(p_run, b, p_now);
    WHEN 'OpenPoll' THEN PERFORM open_poll(p_id, p_run, b, p_now);
    WHEN 'AnswerPoll' THEN PERFORM answer_poll(p_id, p_run, b, p_now);
    WHEN 'AnnounceVerdict' THEN PERFORM announce_verdict(p_run, b, p_now);
    WHEN 'EndPoll' THEN PERFORM end_poll(p_run, b, p_automation, p_now);
    WHEN 'AddEvidence' THEN PERFORM add_evidence(p_id, p_run, b, p_automation, p_now);
    WHEN 'RequestWaiver' THEN PERFORM request_waiver(p_id, p_run, b, p_now);
    WHEN 'GrantWaiver' THEN PERFORM grant_waiver(p_run, b, p_now);
    WHEN 'RequestOverride' THEN PERFORM request_override(p_id, p_run, b, p_now);
    WHEN 'GrantOverride' THEN PERFORM grant_override(p_run, b, p_now);
    ELSE PERFORM refuse('command-incomplete', p_action);
    END CASE;
END $$;

CREATE FUNCTION record_command(p_id text, r releases, p_session text, p_action text, b jsonb) RETURNS bigint
LANGUAGE sql AS $$
    SELECT add_record('observation', '', r.cluster, r.namespace, r.name, r.object_uid, p_action, 'succeeded',
        left(COALESCE(NULLIF(b->>'reason', ''), b->>'comment', ''), 16384),
        convert_to(jsonb_build_object('command', p_id, 'run', r.run_id, 'session', p_session, 'body',
            CASE WHEN jsonb_typeof(b->'rule') = 'object'
                THEN b || jsonb_build_object('rule', b->'rule'->>'id') ELSE b END)::text, 'UTF8'))
$$;

-- Takes one command of session_user, answers with the version of the run after it. Commands of one run come
-- one after the other: they wait for its row. A stricter isolation level than READ COMMITTED fails on that
-- row when somebody was faster, so that nobody decides on facts that are over.
-- @p_desk_ms: the desk's clock when it sent the command
CREATE FUNCTION submit(p_id text, p_object_uid text, p_revision_hash text, p_cluster text, p_namespace text,
    p_name text, p_action text, p_body jsonb, p_session text, p_automation boolean, p_desk_ms bigint)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, signalbox, pg_temp AS $$
DECLARE
    arrived bigint := server_ms();
    run text := p_object_uid || '/' || p_revision_hash;
    r releases;
    digest bytea := sha256(convert_to(jsonb_build_array(run, session_user, p_action, p_body)::text, 'UTF8'));
    known commands;
    moment bigint;
    automation boolean;
    number bigint;
BEGIN
    IF is_blank(p_id) OR length(p_id) > 64 OR is_blank(p_object_uid) OR is_blank(p_revision_hash)
        OR length(run) > 512 OR p_body IS NULL THEN
        PERFORM refuse('command-incomplete');
    END IF;
    -- Roles may not change, nor another decision be taken, between looking and writing.
    PERFORM 1 FROM chain_head FOR UPDATE;
    INSERT INTO releases (run_id, object_uid, revision_hash, cluster, namespace, name, created_ms, changed_ms)
        VALUES (run, p_object_uid, p_revision_hash, p_cluster, p_namespace, p_name, arrived, arrived)
        ON CONFLICT (run_id) DO NOTHING;
    SELECT * INTO STRICT r FROM releases WHERE run_id = run FOR UPDATE;
    SELECT * INTO known FROM commands WHERE id = p_id;
    IF known.id IS NOT NULL THEN
        IF known.digest <> digest THEN
            RAISE EXCEPTION 'another command was accepted under this id' USING ERRCODE = 'SB002';
        END IF;
        RETURN known.version;
    END IF;
    IF p_action IN ('CastVote', 'AnswerPoll', 'AnnounceVerdict', 'GrantWaiver', 'GrantOverride')
        AND abs(arrived - COALESCE(p_desk_ms, 0)) > 5000 THEN
        PERFORM refuse('clock-skew');
    END IF;
    moment := server_ms();
    automation := p_automation OR grant_of(session_user, ARRAY['automation'], moment) IS NOT NULL;
    PERFORM apply_command(p_id, run, p_action, p_body, automation, moment);
    number := record_command(p_id, r, p_session, p_action, p_body);
    UPDATE releases SET version = version + 1, changed_sequence = number, changed_ms = moment
        WHERE run_id = run;
    INSERT INTO commands (id, run_id, person, kind, digest, version, sequence, at_ms)
        VALUES (p_id, run, session_user, p_action, digest, r.version + 1, number, moment);
    PERFORM pg_notify('signalbox', run);
    RETURN r.version + 1;
END $$;
