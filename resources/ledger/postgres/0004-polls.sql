-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The rules of go/no-go polls, as models/domain states them (poll.h).

CREATE FUNCTION answer_of(p_poll text, p_station text) RETURNS poll_answers LANGUAGE sql STABLE AS $$
    SELECT * FROM poll_answers WHERE poll_id = p_poll AND station = p_station
    ORDER BY at_ms DESC, ordinal DESC LIMIT 1
$$;

CREATE FUNCTION answer_deadline(p polls) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT GREATEST(p.opened_ms, CASE p.verdict WHEN 'hold' THEN p.verdict_ms END, (
        SELECT max(a.hold_until_ms) FROM jsonb_array_elements(p.rule->'stations') s,
            answer_of(p.id, s->>'id') a WHERE a.answer = 'hold'))
        + (p.rule->>'answerTime')::bigint * 1000
$$;

-- When time alone would end it; NULL: never.
CREATE FUNCTION poll_deadline(p polls) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN p.end_state IS NOT NULL OR p.verdict = 'no-go' THEN NULL
        WHEN p.verdict <> 'go' THEN answer_deadline(p) + (p.rule->>'validity')::bigint * 1000
        ELSE LEAST(p.verdict_ms + (p.rule->>'validity')::bigint * 1000, p.window_closes_ms) END
$$;

CREATE FUNCTION station_answer(p polls, p_station text, p_now bigint) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    moment bigint := CASE WHEN p.verdict IN ('go', 'no-go') THEN LEAST(p_now, p.verdict_ms) ELSE p_now END;
    newest poll_answers;
BEGIN
    newest := answer_of(p.id, p_station);
    IF newest.id IS NOT NULL AND (newest.answer <> 'hold' OR moment < newest.hold_until_ms) THEN
        RETURN newest.answer;
    END IF;
    RETURN CASE WHEN moment >= answer_deadline(p) THEN 'no-answer' ELSE 'not-polled' END;
END $$;

-- Checklists as the desk saw them; it vouches for them. p_which: 'hold', every mandatory item is satisfied;
-- 'machine', those that a machine decides alone.
CREATE FUNCTION criteria_hold(p_rule jsonb, p_lists jsonb, p_which text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM jsonb_array_elements_text(p_rule->'checklists') wanted
        WHERE NOT COALESCE((SELECT (l->>p_which)::boolean
            FROM jsonb_array_elements(p_lists) WITH ORDINALITY AS each (l, n)
            WHERE l->>'checklist' = wanted ORDER BY n LIMIT 1), false))
$$;

CREATE FUNCTION criteria_lost(p polls, p_lists jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (
        SELECT FROM jsonb_array_elements(p_lists) l
        WHERE p.rule->'checklists' ? (l->>'checklist')
            AND ((l->>'fails')::boolean OR (l->>'voidedAt')::bigint >= p.verdict_ms))
$$;

CREATE FUNCTION poll_state(p polls, p_lists jsonb, p_changed boolean, p_now bigint) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF p.end_state IS NOT NULL THEN RETURN p.end_state; END IF;
    IF p.verdict = 'no-go' THEN RETURN 'no-go'; END IF;
    IF p_now >= poll_deadline(p) THEN RETURN 'expired'; END IF;
    IF p.verdict = 'go' THEN
        RETURN CASE WHEN p_changed OR criteria_lost(p, p_lists) THEN 'revoked' ELSE 'armed' END;
    END IF;
    IF p_changed THEN RETURN 'revoked'; END IF;
    IF p.verdict = 'hold'
        AND NOT EXISTS (SELECT FROM poll_answers WHERE poll_id = p.id AND at_ms > p.verdict_ms) THEN
        RETURN 'hold';
    END IF;
    RETURN CASE WHEN EXISTS (SELECT FROM poll_answers WHERE poll_id = p.id) THEN 'polling'
        ELSE 'locked' END;
END $$;

CREATE FUNCTION is_asking(p polls, p_now bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT poll_state(p, '[]', false, p_now) IN ('locked', 'polling', 'hold')
$$;

-- Whether a person fills a mandatory station other than this one.
CREATE FUNCTION fills_other(p polls, p_person text, p_station text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM jsonb_array_elements(p.rule->'stations') s, answer_of(p.id, s->>'id') a
        WHERE (s->>'mandatory')::boolean AND s->>'id' <> p_station AND a.person = p_person)
$$;

-- Mandatory station whose turn it is before this one; NULL: none. An empty station asks for any.
CREATE FUNCTION waiting_before(p polls, p_station text, p_now bigint) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s jsonb;
BEGIN
    FOR s IN SELECT each.s FROM jsonb_array_elements(p.rule->'stations') WITH ORDINALITY AS each (s, n)
        ORDER BY each.n
    LOOP
        EXIT WHEN s->>'id' = p_station;
        IF (s->>'mandatory')::boolean AND station_answer(p, s->>'id', p_now) = 'not-polled' THEN
            RETURN s->>'id';
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION possible_verdict(p polls, p_lists jsonb, p_now bigint) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s jsonb;
    says text;
    go boolean := criteria_hold(p.rule, p_lists, 'hold');
BEGIN
    IF p.end_state IS NOT NULL OR p.verdict IN ('go', 'no-go') OR p_now >= poll_deadline(p) THEN
        RETURN 'none';
    END IF;
    FOR s IN SELECT * FROM jsonb_array_elements(p.rule->'stations') LOOP
        says := station_answer(p, s->>'id', p_now);
        IF says = 'no-go' THEN RETURN 'no-go'; END IF;
        go := go AND (says = 'go'
            OR (says IN ('not-polled', 'no-answer') AND NOT (s->>'mandatory')::boolean));
    END LOOP;
    RETURN CASE WHEN go THEN 'go' ELSE 'hold' END;
END $$;

CREATE FUNCTION poll_is_planned(p_rule jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    WITH stations AS (
        SELECT s->>'id' AS id, s->>'role' AS role
        FROM jsonb_array_elements((p_rule->'stations') || jsonb_build_array(p_rule->'director')) s)
    SELECT EXISTS (SELECT FROM jsonb_array_elements(p_rule->'stations') s WHERE (s->>'mandatory')::boolean)
        AND NOT EXISTS (SELECT FROM stations WHERE is_blank(id) OR is_blank(role))
        AND (SELECT count(*) = count(DISTINCT id) FROM stations)
        AND (p_rule->>'answerTime')::bigint > 0 AND (p_rule->>'validity')::bigint > 0
$$;

CREATE FUNCTION open_poll(p_id text, p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT COALESCE(poll_is_planned(b->'rule'), false) THEN PERFORM refuse('plan-incomplete'); END IF;
    IF NOT is_bound(b->'binding') THEN PERFORM refuse('command-incomplete'); END IF;
    IF b->>'previousPoll' <> ''
        AND NOT EXISTS (SELECT FROM polls WHERE id = b->>'previousPoll' AND run_id = p_run) THEN
        PERFORM refuse('unknown-poll');
    END IF;
    IF EXISTS (SELECT FROM polls p WHERE p.run_id = p_run AND p.rule_id = b->'rule'->>'id'
            AND poll_state(p, '[]', false, p_now) NOT IN ('no-go', 'consumed', 'expired', 'revoked')) THEN
        PERFORM refuse('poll-already-open');
    END IF;
    IF NOT criteria_hold(b->'rule', b->'lists', 'machine') THEN PERFORM refuse('criteria-not-met'); END IF;
    INSERT INTO polls (id, run_id, rule_id, rule, plan_id, plan_hash, artefact_hash, requester, author,
        previous_poll, opened_ms)
    VALUES (p_id, p_run, b->'rule'->>'id', b->'rule', b->'binding'->>'planId',
        decode(b->'binding'->>'planHash', 'hex'), decode(b->'binding'->>'artefactHash', 'hex'), session_user,
        b->>'author', b->>'previousPoll', p_now);
END $$;

-- What holds for every answer, however it comes into the table.
CREATE FUNCTION check_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    p polls;
    moment bigint := server_ms();
    held text;
BEGIN
    SELECT * INTO p FROM polls WHERE id = NEW.poll_id;
    IF NEW.person <> session_user THEN PERFORM refuse('not-yours', NEW.person); END IF;
    IF NOT is_asking(p, moment) THEN PERFORM refuse('poll-not-open'); END IF;
    SELECT grant_of(session_user, ARRAY[s->>'role'], moment) INTO held
        FROM jsonb_array_elements(p.rule->'stations') s WHERE s->>'id' = NEW.station;
    IF held IS NULL THEN PERFORM refuse('role-missing'); END IF;
    NEW.at_ms := moment;
    NEW.deputy_for := held;
    RETURN NEW;
END $$;
CREATE TRIGGER poll_answers_check BEFORE INSERT ON poll_answers
    FOR EACH ROW EXECUTE FUNCTION check_answer();

-- An answer is changed by who gave it, by who was stood in for, or by a deputy of who gave it.
CREATE FUNCTION may_change(a poll_answers, p_role text, p_now bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT a.person = session_user OR a.deputy_for = session_user OR EXISTS (
        SELECT FROM role_grants WHERE person = session_user AND role = p_role AND deputy_for = a.person
            AND revoked_ms IS NULL AND (from_ms IS NULL OR p_now >= from_ms)
            AND (until_ms IS NULL OR p_now < until_ms))
$$;

CREATE FUNCTION check_answer_content(b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF b->>'answer' NOT IN ('go', 'no-go', 'hold') THEN PERFORM refuse('command-incomplete'); END IF;
    IF b->>'answer' <> 'go' AND is_blank(b->>'reason') THEN PERFORM refuse('comment-missing'); END IF;
    IF b->>'answer' = 'hold' THEN
        IF COALESCE((b->>'holdUntil')::bigint, 0) <= p_now THEN PERFORM refuse('command-incomplete'); END IF;
        IF (b->>'holdUntil')::bigint > p_now + 86400000 THEN PERFORM refuse('too-long'); END IF;
    END IF;
END $$;

CREATE FUNCTION answer_poll(p_id text, p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    p polls;
    station jsonb;
    counts text;
BEGIN
    SELECT * INTO p FROM polls WHERE id = b->>'poll' AND run_id = p_run;
    IF p IS NULL THEN PERFORM refuse('unknown-poll'); END IF;
    SELECT s INTO station FROM jsonb_array_elements(p.rule->'stations') s WHERE s->>'id' = b->>'station';
    IF station IS NULL THEN PERFORM refuse('unknown-station'); END IF;
    IF NOT is_asking(p, p_now) THEN PERFORM refuse('poll-not-open'); END IF;
    IF NOT same_binding(b->'current', p.plan_id, p.plan_hash, p.artefact_hash) THEN
        PERFORM refuse('binding-changed');
    END IF;
    IF grant_of(session_user, ARRAY[station->>'role'], p_now) IS NULL THEN PERFORM refuse('role-missing'); END IF;
    PERFORM check_answer_content(b, p_now);
    counts := station_answer(p, b->>'station', p_now);
    IF counts = 'no-answer' THEN PERFORM refuse('deadline-passed'); END IF;
    IF waiting_before(p, b->>'station', p_now) IS NOT NULL THEN PERFORM refuse('not-on-turn'); END IF;
    IF counts <> 'not-polled'
        AND NOT may_change(answer_of(p.id, b->>'station'), station->>'role', p_now) THEN
        PERFORM refuse('not-yours');
    END IF;
    IF (station->>'mandatory')::boolean AND fills_other(p, session_user, b->>'station') THEN
        PERFORM refuse('person-has-station');
    END IF;
    INSERT INTO poll_answers (id, poll_id, station, person, deputy_for, answer, reason, hold_until_ms, at_ms)
    VALUES (p_id, p.id, b->>'station', session_user, '', b->>'answer', b->>'reason',
        CASE b->>'answer' WHEN 'hold' THEN (b->>'holdUntil')::bigint END, p_now);
END $$;

CREATE FUNCTION check_verdict(p polls, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    possible text := possible_verdict(p, b->'lists', p_now);
BEGIN
    IF b->>'verdict' = 'go' THEN
        IF waiting_before(p, '', p_now) IS NOT NULL THEN PERFORM refuse('not-on-turn'); END IF;
        IF (b->>'windowCloses')::bigint <= p_now THEN PERFORM refuse('deadline-passed'); END IF;
        IF NOT criteria_hold(p.rule, b->'lists', 'hold') THEN PERFORM refuse('criteria-not-met'); END IF;
        IF possible <> 'go' THEN PERFORM refuse('verdict-not-possible'); END IF;
        RETURN;
    END IF;
    IF b->>'verdict' NOT IN ('no-go', 'hold') OR (b->>'verdict' = 'hold' AND possible = 'no-go') THEN
        PERFORM refuse('verdict-not-possible');
    END IF;
    IF is_blank(b->>'reason') THEN PERFORM refuse('comment-missing'); END IF;
END $$;

CREATE FUNCTION announce_verdict(p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    p polls;
    held text;
BEGIN
    SELECT * INTO p FROM polls WHERE id = b->>'poll' AND run_id = p_run;
    IF p IS NULL THEN PERFORM refuse('unknown-poll'); END IF;
    held := grant_of(session_user, ARRAY[p.rule->'director'->>'role'], p_now);
    IF NOT is_asking(p, p_now) THEN PERFORM refuse('poll-not-open'); END IF;
    IF NOT same_binding(b->'current', p.plan_id, p.plan_hash, p.artefact_hash) THEN
        PERFORM refuse('binding-changed');
    END IF;
    IF held IS NULL THEN PERFORM refuse('role-missing'); END IF;
    IF session_user = p.author THEN PERFORM refuse('director-is-author'); END IF;
    IF fills_other(p, session_user, '') THEN PERFORM refuse('person-has-station'); END IF;
    PERFORM check_verdict(p, b, p_now);
    UPDATE polls SET verdict = b->>'verdict', verdict_by = session_user, verdict_deputy_for = held,
        verdict_reason = b->>'reason', verdict_ms = p_now,
        window_closes_ms = CASE b->>'verdict' WHEN 'go' THEN (b->>'windowCloses')::bigint END
    WHERE id = p.id;
END $$;

CREATE FUNCTION revoke_poll(p polls, b jsonb, p_changed boolean, p_automation boolean, p_now bigint)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    wanted text[];
BEGIN
    IF poll_state(p, '[]', false, p_now) IN ('no-go', 'consumed', 'expired', 'revoked') THEN
        PERFORM refuse('poll-not-open');
    END IF;
    IF is_bound(b->'current') AND poll_state(p, b->'lists', p_changed, p_now) = 'revoked' THEN RETURN; END IF;
    IF p_automation THEN PERFORM refuse('nothing-changed'); END IF;
    SELECT array_agg(s->>'role') || (p.rule->'director'->>'role') INTO wanted
        FROM jsonb_array_elements(p.rule->'stations') s;
    IF session_user <> p.requester AND grant_of(session_user, wanted, p_now) IS NULL THEN
        PERFORM refuse('not-yours');
    END IF;
    IF is_blank(b->>'reason') THEN PERFORM refuse('comment-missing'); END IF;
END $$;

CREATE FUNCTION end_poll(p_run text, b jsonb, p_automation boolean, p_now bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    p polls;
    changed boolean;
BEGIN
    SELECT * INTO p FROM polls WHERE id = b->>'poll' AND run_id = p_run;
    IF p IS NULL THEN PERFORM refuse('unknown-poll'); END IF;
    changed := NOT same_binding(b->'current', p.plan_id, p.plan_hash, p.artefact_hash);
    CASE b->>'state'
    WHEN 'consumed' THEN
        IF poll_state(p, '[]', false, p_now) <> 'armed' THEN PERFORM refuse('not-armed'); END IF;
        IF changed THEN PERFORM refuse('binding-changed'); END IF;
        IF criteria_lost(p, b->'lists') OR NOT criteria_hold(p.rule, b->'lists', 'hold') THEN
            PERFORM refuse('criteria-not-met');
        END IF;
    WHEN 'revoked' THEN
        PERFORM revoke_poll(p, b, changed, p_automation, p_now);
    ELSE
        PERFORM refuse('command-incomplete');
    END CASE;
    UPDATE polls SET end_state = b->>'state', end_by = session_user, end_reason = b->>'reason', end_ms = p_now
        WHERE id = p.id;
END $$;
