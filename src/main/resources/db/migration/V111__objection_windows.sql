-- A proposal is put and objections are asked for until an end: a minute in London, a day, or not stated. Whom it reached
-- is counted where that is known.
create table objection_window (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	audience text not null check (audience in ('MEMBER_PRACTICES', 'PATIENT_GROUPS', 'LOCAL_MEDICAL_COMMITTEE',
		'HEALTH_AND_WELLBEING_BOARD', 'HEALTHWATCH', 'COUNCIL', 'AREA_TEAM', 'PUBLIC')),
	put text not null check (length(put) between 1 and 2000),
	how text not null check (length(how) between 1 and 500),
	reached int check (reached between 0 and 100000),
	members int check (members between 1 and 100000),
	when_kind text not null check (when_kind in ('DAY', 'SOME_TIME', 'NOT_STATED')),
	from_on date,
	to_on date,
	when_said text check (length(when_said) between 1 and 200),
	until_on date,
	until_at timestamptz,
	source text check (length(source) between 1 and 300),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	check (reached is null or members is null or reached <= members),
	check (case when when_kind = 'NOT_STATED' then num_nonnulls(from_on, to_on) = 0 and when_said is not null
		when when_kind = 'DAY' then from_on is not null and to_on = from_on
		else num_nulls(from_on, to_on) = 0 and to_on > from_on end),
	check (until_at is null or until_on is not null),
	check (until_on is null or from_on is null or until_on >= from_on)
);

create table objection (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	window_id uuid not null,
	number int not null check (number >= 1),
	who text not null check (length(who) between 1 and 200),
	said text not null check (length(said) between 1 and 2000),
	received_on date not null,
	received_at timestamptz,
	reply text check (length(reply) between 1 and 2000),
	replied_on date,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	unique (organisation_id, window_id, number),
	foreign key (organisation_id, window_id) references objection_window (organisation_id, id),
	check (replied_on is null or reply is not null)
);

select protect('objection_window');
select protect('objection');
revoke delete on objection_window from mandate_app;
revoke delete on objection from mandate_app;
