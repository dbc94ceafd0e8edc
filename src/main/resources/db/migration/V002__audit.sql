-- One chain of events for each organisation. Each event carries the hash of the one before it; the head is kept apart.
create table audit_head (
	organisation_id uuid not null default current_org() primary key,
	seq bigint not null,
	hash bytea not null
);

create table audit_event (
	organisation_id uuid not null default current_org(),
	seq bigint not null,
	at timestamptz not null,
	actor text not null,
	actor_name text not null,
	action text not null,
	stream uuid,
	summary text not null,
	reason text,
	details jsonb not null,
	prev bytea not null,
	hash bytea not null,
	primary key (organisation_id, seq)
);

create index audit_event_stream on audit_event (organisation_id, stream, seq);

create function audit_digest(e audit_event) returns bytea language sql immutable as
$$
	select sha256(e.prev || convert_to(jsonb_build_array(e.organisation_id, e.seq, extract(epoch from e.at), e.actor,
		e.actor_name, e.action, e.stream, e.summary, e.reason, e.details)::text, 'UTF8'))
$$;

create function audit_chain() returns trigger language plpgsql security definer set search_path = mandate, pg_temp as
$$
declare
	head audit_head;
begin
	if tg_op <> 'INSERT' then
		raise exception 'audit_event is append-only' using errcode = '42501';
	end if;
	insert into audit_head (organisation_id, seq, hash) values (new.organisation_id, 0, '\x00') on conflict do nothing;
	select * into head from audit_head where organisation_id = new.organisation_id for update;
	new.seq := head.seq + 1;
	new.at := clock_timestamp();
	new.prev := head.hash;
	new.hash := audit_digest(new);
	update audit_head set seq = new.seq, hash = new.hash where organisation_id = new.organisation_id;
	return new;
end
$$;

create trigger chain before insert or update or delete on audit_event for each row execute function audit_chain();
create trigger no_truncate before truncate on audit_event execute function audit_chain();

-- Recomputes the tenant's chain: how many events, the head, and the first thing wrong with it.
create function audit_verify() returns table (events bigint, head bytea, wrong_at bigint, problem text)
language sql stable as
$$
	with chain as (
		select e.seq, e.prev, e.hash, audit_digest(e) as recomputed,
			row_number() over (order by e.seq) as place,
			lag(e.hash, 1, '\x00'::bytea) over (order by e.seq) as before
		from audit_event e
	), wrong as (
		select seq, case
			when seq <> place then 'an event before this one is missing'
			when hash <> recomputed then 'this event was changed after it was recorded'
			else 'this event does not follow from the one before it' end as problem
		from chain where seq <> place or hash <> recomputed or prev <> before order by seq limit 1
	), last as (select count(*) as events, coalesce(max(seq), 0) as seq from chain
	), h as (select seq, hash from audit_head
	)
	select last.events, h.hash,
		coalesce(wrong.seq, case when coalesce(h.seq, 0) <> last.seq then last.seq + 1
			when h.hash <> (select hash from chain order by seq desc limit 1) then last.seq end),
		coalesce(wrong.problem, case when coalesce(h.seq, 0) <> last.seq then 'events at the end are missing'
			when h.hash <> (select hash from chain order by seq desc limit 1) then 'the head does not match the last event' end)
	from last left join h on true left join wrong on true
$$;

select protect('audit_event');
select protect('audit_head');
revoke insert, update, delete on audit_head from mandate_app;
revoke update, delete on audit_event from mandate_app;
