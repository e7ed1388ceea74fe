-- SPDX-FileCopyrightText: 2026 The Signalbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The rules of gates, as models/domain states them (gate.h). A function that changes facts checks everything
-- first; who acts is always session_user.

-- Right under which a person holds one of several roles: '' for an own one, else whom they stand in for.
-- NULL: none.
CREATE FUNCTION grant_of(p_person text, p_roles text[], p_now bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT deputy_for FROM role_grants
    WHERE person = p_person AND role = ANY (p_roles) AND revoked_ms IS NULL
        AND (from_ms IS NULL OR p_now >= from_ms) AND (until_ms IS NULL OR p_now < until_ms)
    ORDER BY deputy_for <> '', array_position(p_roles, role), ordinal LIMIT 1
$$;

CREATE FUNCTION roles_of_seat(p_seat text, p_role text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE p_seat WHEN 'emergency-commander' THEN ARRAY['incident-commander', 'admin']
        ELSE ARRAY[p_role] END
$$;

CREATE FUNCTION is_emergency_seat(p_seat text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT p_seat IN ('emergency-oncall', 'emergency-commander')
$$;

CREATE FUNCTION same_binding(p_binding jsonb, p_plan_id text, p_plan_hash bytea, p_artefact_hash bytea)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE(p_binding->>'planId', '') = p_plan_id
        AND COALESCE(p_binding->>'planHash', '') = encode(p_plan_hash, 'hex')
        AND COALESCE(p_binding->>'artefactHash', '') = encode(p_artefact_hash, 'hex')
$$;

CREATE FUNCTION is_bound(p_binding jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE(p_binding->>'planHash', '') <> '' AND COALESCE(p_binding->>'artefactHash', '') <> ''
$$;

-- True when the seats that are filled are enough to approve.
CREATE FUNCTION enough_seats(g gates, p_filled text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    planned integer := jsonb_array_length(g.rule->'seats');
    wanted integer := (g.rule->>'quorum')::integer;
    taken integer;
BEGIN
    IF g.urgency = 'emergency' AND 'emergency-oncall' = ANY (p_filled)
        AND 'emergency-commander' = ANY (p_filled) THEN
        RETURN true;
    END IF;
    SELECT count(*) INTO taken FROM jsonb_array_elements(g.rule->'seats') s
        WHERE s->>'id' = ANY (p_filled);
    RETURN planned > 0 AND taken >= CASE WHEN wanted > 0 THEN wanted ELSE planned END
        AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(g.rule->'mustInclude') m
                        WHERE NOT m = ANY (p_filled));
END $$;

-- When the approval was complete; NULL: it is not. With p_holding only votes count whose voters hold the
-- role at that time.
CREATE FUNCTION approved_ms(g gates, p_holding bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    vote record;
    filled text[] := '{}';
    people text[] := '{}';
BEGIN
    FOR vote IN
        SELECT v.*, s.role FROM gate_votes v JOIN gate_seats s USING (gate_id, seat)
        WHERE v.gate_id = g.id AND v.choice = 'approve' AND NOT v.late
            AND NOT EXISTS (SELECT FROM gate_vote_revocations r WHERE r.vote_id = v.id)
            AND v.person NOT IN (g.requester, g.author, g.deployer)
            AND v.at_ms < g.opened_ms + (g.rule->>'timeout')::bigint * 1000
        ORDER BY v.at_ms, v.ordinal
    LOOP
        CONTINUE WHEN vote.person = ANY (people) OR vote.seat = ANY (filled);
        CONTINUE WHEN p_holding IS NOT NULL
            AND grant_of(vote.person, roles_of_seat(vote.seat, vote.role), p_holding) IS NULL;
        people := people || vote.person;
        filled := filled || vote.seat;
        IF enough_seats(g, filled) THEN
            RETURN vote.at_ms;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

-- @p_changed: what the release rests on is no longer what the gate was opened for
CREATE FUNCTION gate_state(g gates, p_changed boolean, p_now bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
    approved bigint;
BEGIN
    IF g.end_state IS NOT NULL THEN
        RETURN g.end_state;
    END IF;
    IF EXISTS (SELECT FROM gate_votes v WHERE v.gate_id = g.id AND v.choice = 'reject' AND NOT v.late
            AND NOT EXISTS (SELECT FROM gate_vote_revocations r WHERE r.vote_id = v.id)) THEN
        RETURN 'rejected';
    END IF;
    approved := approved_ms(g, NULL);
    IF approved IS NOT NULL THEN
        RETURN CASE WHEN p_now >= approved + (g.rule->>'validity')::bigint * 1000 THEN 'lapsed'
            WHEN p_changed THEN 'invalidated' ELSE 'approved' END;
    END IF;
    RETURN CASE WHEN p_now >= g.opened_ms + (g.rule->>'timeout')::bigint * 1000 THEN 'expired'
        WHEN p_changed THEN 'superseded'
        WHEN p_now < g.opened_ms + (g.rule->>'startDelay')::bigint * 1000 THEN 'not-open'
        ELSE 'open' END;
END $$;

-- Conditions as the desk saw them; it vouches for them.
CREATE FUNCTION conditions_hold(p_rule jsonb, p_conditions jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM jsonb_array_elements_text(p_rule->'conditions') wanted
        WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(p_conditions) c WHERE c->>'id' = wanted)
            OR EXISTS (SELECT FROM jsonb_array_elements(p_conditions) c
                       WHERE c->>'id' = wanted AND c->>'result' <> 'pass'))
$$;

CREATE FUNCTION conditions_lost(g gates, p_conditions jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM jsonb_array_elements(p_conditions) c
        WHERE g.rule->'conditions' ? (c->>'id')
            AND (c->>'result' = 'fail' OR (c->>'voidedAt')::bigint >= approved_ms(g, NULL)))
$$;

CREATE FUNCTION gate_is_planned(p_rule jsonb, p_urgency text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    seats text[];
    quorum bigint := (p_rule->>'quorum')::bigint;
BEGIN
    SELECT array_agg(s->>'id') INTO seats FROM jsonb_array_elements(p_rule->'seats') s;
    RETURN (p_rule->>'timeout')::bigint > 0 AND (p_rule->>'validity')::bigint > 0
        AND (p_rule->>'startDelay')::bigint >= 0
        AND (p_rule->>'startDelay')::bigint < (p_rule->>'timeout')::bigint
        AND (p_urgency = 'normal' OR (p_rule->>'signaturesDue')::bigint > 0)
        AND cardinality(seats) > 0
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(p_rule->'seats') s
            WHERE is_blank(s->>'id') OR is_blank(s->>'role')
                OR (p_urgency = 'emergency' AND is_emergency_seat(s->>'id')))
        AND cardinality(seats) = (SELECT count(DISTINCT s) FROM unnest(seats) s)
        AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(p_rule->'mustInclude') m
            WHERE NOT m = ANY (seats))
        AND quorum BETWEEN 0 AND cardinality(seats);
END $$;

CREATE FUNCTION open_gate(p_id text, p_run text, b jsonb, p_automation boolean, p_now bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    urgency text := b->>'urgency';
BEGIN
    IF b->'rule'->>'kind' = 'automatic' THEN PERFORM refuse('gate-is-automatic'); END IF;
    IF NOT COALESCE(gate_is_planned(b->'rule', urgency), false) THEN PERFORM refuse('plan-incomplete'); END IF;
    IF NOT is_bound(b->'binding') THEN PERFORM refuse('command-incomplete'); END IF;
    IF urgency = 'emergency' AND p_automation THEN PERFORM refuse('automation-may-not-decide'); END IF;
    IF urgency = 'emergency' AND is_blank(b->>'reason') THEN PERFORM refuse('comment-missing'); END IF;
    IF b->>'previousGate' <> ''
        AND NOT EXISTS (SELECT FROM gates WHERE id = b->>'previousGate' AND run_id = p_run) THEN
        PERFORM refuse('unknown-gate');
    END IF;
    IF EXISTS (SELECT FROM gates g WHERE g.run_id = p_run AND g.rule_id = b->'rule'->>'id'
            AND gate_state(g, false, p_now) IN ('not-open', 'open', 'approved')) THEN
        PERFORM refuse('gate-already-open');
    END IF;
    IF NOT conditions_hold(b->'rule', b->'conditions') THEN PERFORM refuse('criteria-not-met'); END IF;
    INSERT INTO gates (id, run_id, rule_id, rule, urgency, plan_id, plan_hash, artefact_hash, requester,
        author, deployer, reason, previous_gate, opened_ms)
    VALUES (p_id, p_run, b->'rule'->>'id', b->'rule', urgency, b->'binding'->>'planId',
        decode(b->'binding'->>'planHash', 'hex'), decode(b->'binding'->>'artefactHash', 'hex'), session_user,
        b->>'author', b->>'deployer', b->>'reason', b->>'previousGate', p_now);
    IF urgency = 'emergency' THEN
        INSERT INTO gate_seats VALUES (p_id, -1, 'emergency-oncall', 'oncall'),
            (p_id, 0, 'emergency-commander', 'incident-commander');
    END IF;
    INSERT INTO gate_seats SELECT p_id, n, s->>'id', s->>'role'
        FROM jsonb_array_elements(b->'rule'->'seats') WITH ORDINALITY AS each (s, n);
END $$;

CREATE FUNCTION vote_is_late(g gates, p_seat text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT g.urgency = 'emergency' AND g.end_state IS NOT DISTINCT FROM 'consumed'
        AND NOT is_emergency_seat(p_seat)
$$;

-- What holds for every vote, however it comes into the table.
CREATE FUNCTION check_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    g gates;
    moment bigint := server_ms();
    held text;
BEGIN
    SELECT * INTO g FROM gates WHERE id = NEW.gate_id;
    IF g IS NULL THEN PERFORM refuse('unknown-gate'); END IF;
    IF NEW.person <> session_user THEN PERFORM refuse('not-yours', NEW.person); END IF;
    NEW.at_ms := moment;
    NEW.late := vote_is_late(g, NEW.seat);
    IF NOT NEW.late AND gate_state(g, false, moment) <> 'open' THEN PERFORM refuse('gate-not-open'); END IF;
    IF NEW.person = g.requester THEN PERFORM refuse('four-eyes-requester'); END IF;
    IF NEW.person = g.author THEN PERFORM refuse('four-eyes-author'); END IF;
    IF NEW.person = g.deployer OR (NEW.late AND NEW.person = g.end_by) THEN
        PERFORM refuse('four-eyes-deployer');
    END IF;
    SELECT grant_of(NEW.person, roles_of_seat(NEW.seat, s.role), moment) INTO held
        FROM gate_seats s WHERE s.gate_id = NEW.gate_id AND s.seat = NEW.seat;
    IF held IS NULL THEN PERFORM refuse('role-missing'); END IF;
    NEW.deputy_for := held;
    RETURN NEW;
END $$;
CREATE TRIGGER gate_votes_check BEFORE INSERT ON gate_votes FOR EACH ROW EXECUTE FUNCTION check_vote();

CREATE FUNCTION sit_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO seat_holders VALUES (NEW.gate_id, NEW.seat, NEW.person, NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER gate_votes_sit AFTER INSERT ON gate_votes FOR EACH ROW EXECUTE FUNCTION sit_down();

CREATE FUNCTION check_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.person <> session_user
        OR NEW.person <> (SELECT person FROM gate_votes WHERE id = NEW.vote_id) THEN
        PERFORM refuse('not-yours');
    END IF;
    NEW.at_ms := server_ms();
    RETURN NEW;
END $$;
CREATE TRIGGER gate_vote_revocations_check BEFORE INSERT ON gate_vote_revocations
    FOR EACH ROW EXECUTE FUNCTION check_revocation();

CREATE FUNCTION stand_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM seat_holders WHERE vote_id = NEW.vote_id;
    RETURN NULL;
END $$;
CREATE TRIGGER gate_vote_revocations_rise AFTER INSERT ON gate_vote_revocations
    FOR EACH ROW EXECUTE FUNCTION stand_up();

CREATE FUNCTION cast_vote(p_id text, p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    g gates;
    seat_role text;
BEGIN
    SELECT * INTO g FROM gates WHERE id = b->>'gate' AND run_id = p_run;
    IF g IS NULL THEN PERFORM refuse('unknown-gate'); END IF;
    SELECT role INTO seat_role FROM gate_seats WHERE gate_id = g.id AND seat = b->>'seat';
    IF seat_role IS NULL THEN PERFORM refuse('unknown-seat'); END IF;
    IF NOT vote_is_late(g, b->>'seat') THEN
        IF gate_state(g, false, p_now) <> 'open' THEN PERFORM refuse('gate-not-open'); END IF;
        IF NOT same_binding(b->'current', g.plan_id, g.plan_hash, g.artefact_hash) THEN
            PERFORM refuse('binding-changed');
        END IF;
    END IF;
    IF session_user = g.requester THEN PERFORM refuse('four-eyes-requester'); END IF;
    IF session_user = g.author THEN PERFORM refuse('four-eyes-author'); END IF;
    IF session_user = g.deployer OR (g.end_state = 'consumed' AND session_user = g.end_by) THEN
        PERFORM refuse('four-eyes-deployer');
    END IF;
    IF grant_of(session_user, roles_of_seat(b->>'seat', seat_role), p_now) IS NULL THEN
        PERFORM refuse('role-missing');
    END IF;
    IF EXISTS (SELECT FROM seat_holders WHERE gate_id = g.id AND seat = b->>'seat') THEN
        PERFORM refuse('seat-taken');
    END IF;
    IF EXISTS (SELECT FROM seat_holders WHERE gate_id = g.id AND person = session_user) THEN
        PERFORM refuse('person-has-seat');
    END IF;
    IF (b->>'choice' = 'reject' OR g.urgency = 'emergency') AND is_blank(b->>'comment') THEN
        PERFORM refuse('comment-missing');
    END IF;
    INSERT INTO gate_votes (id, gate_id, seat, person, deputy_for, choice, comment, at_ms)
    VALUES (p_id, g.id, b->>'seat', session_user, '', b->>'choice', b->>'comment', p_now);
END $$;

CREATE FUNCTION revoke_vote(p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    g gates;
    holder seat_holders;
BEGIN
    SELECT * INTO g FROM gates WHERE id = b->>'gate' AND run_id = p_run;
    IF g IS NULL THEN PERFORM refuse('unknown-gate'); END IF;
    IF gate_state(g, false, p_now) NOT IN ('open', 'approved') THEN PERFORM refuse('gate-not-open'); END IF;
    SELECT * INTO holder FROM seat_holders WHERE gate_id = g.id AND seat = b->>'seat';
    IF holder IS NULL THEN
        PERFORM refuse(CASE WHEN EXISTS (SELECT FROM gate_seats WHERE gate_id = g.id AND seat = b->>'seat')
            THEN 'vote-missing' ELSE 'unknown-seat' END);
    END IF;
    IF holder.person <> session_user THEN PERFORM refuse('not-yours'); END IF;
    INSERT INTO gate_vote_revocations VALUES (holder.vote_id, session_user, p_now);
END $$;

CREATE FUNCTION use_gate(g gates, b jsonb, p_changed boolean, p_now bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF gate_state(g, false, p_now) <> 'approved' THEN PERFORM refuse('gate-not-approved'); END IF;
    IF p_changed THEN PERFORM refuse('binding-changed'); END IF;
    IF NOT conditions_hold(g.rule, b->'conditions') OR conditions_lost(g, b->'conditions') THEN
        PERFORM refuse('criteria-not-met');
    END IF;
    IF EXISTS (SELECT FROM seat_holders WHERE gate_id = g.id AND person = session_user) THEN
        PERFORM refuse('four-eyes-deployer');
    END IF;
    IF approved_ms(g, p_now) IS NULL THEN PERFORM refuse('role-missing'); END IF;
END $$;

CREATE FUNCTION void_gate(g gates, b jsonb, p_changed boolean, p_now bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    now_is text := gate_state(g, false, p_now);
BEGIN
    IF b->>'state' = 'invalidated' AND now_is <> 'approved' THEN PERFORM refuse('gate-not-approved'); END IF;
    IF b->>'state' = 'superseded' AND now_is NOT IN ('open', 'not-open') THEN
        PERFORM refuse('gate-not-open');
    END IF;
    IF NOT is_bound(b->'current') THEN PERFORM refuse('command-incomplete'); END IF;
    IF NOT p_changed AND NOT (now_is = 'approved' AND conditions_lost(g, b->'conditions')) THEN
        PERFORM refuse('nothing-changed');
    END IF;
END $$;

CREATE FUNCTION end_gate(p_run text, b jsonb, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    g gates;
    changed boolean;
BEGIN
    SELECT * INTO g FROM gates WHERE id = b->>'gate' AND run_id = p_run;
    IF g IS NULL THEN PERFORM refuse('unknown-gate'); END IF;
    changed := NOT same_binding(b->'current', g.plan_id, g.plan_hash, g.artefact_hash);
    CASE b->>'state'
    WHEN 'withdrawn' THEN
        IF gate_state(g, false, p_now) NOT IN ('open', 'not-open') THEN PERFORM refuse('gate-not-open'); END IF;
        IF session_user <> g.requester THEN PERFORM refuse('not-yours'); END IF;
    WHEN 'consumed' THEN
        PERFORM use_gate(g, b, changed, p_now);
    WHEN 'superseded', 'invalidated' THEN
        PERFORM void_gate(g, b, changed, p_now);
    ELSE
        PERFORM refuse('command-incomplete');
    END CASE;
    UPDATE gates SET end_state = b->>'state', end_by = session_user, end_reason = b->>'reason', end_ms = p_now
        WHERE id = g.id;
END $$;
