-- Who was told and asked. When may be a day, some time between two days, a period, or not stated; the words of the
-- source stand beside it. Nothing is deleted: an entry is withdrawn with a reason.
create table engagement (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	audience text not null check (audience in ('MEMBER_PRACTICES', 'PATIENT_GROUPS', 'LOCAL_MEDICAL_COMMITTEE',
		'HEALTH_AND_WELLBEING_BOARD', 'HEALTHWATCH', 'COUNCIL', 'AREA_TEAM', 'PUBLIC')),
	who text not null check (length(who) between 1 and 200),
	partner_body_id uuid,
	held boolean not null,
	when_kind text not null check (when_kind in ('DAY', 'SOME_TIME', 'PERIOD', 'NOT_STATED')),
	from_on date,
	to_on date,
	when_said text check (length(when_said) between 1 and 200),
	how text not null check (how in ('MEETING', 'LETTER', 'EVENT', 'WEBSITE', 'SURVEY', 'OTHER', 'NOT_STATED')),
	took_part text check (length(took_part) between 1 and 500),
	asked text not null check (length(asked) between 1 and 2000),
	put_forward boolean not null,
	changed text check (length(changed) between 1 and 2000),
	nothing_changed boolean not null,
	source text check (length(source) between 1 and 300),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	foreign key (organisation_id, partner_body_id) references partner_body (organisation_id, id),
	check (case when when_kind = 'NOT_STATED' then num_nonnulls(from_on, to_on) = 0 and when_said is not null
		when when_kind = 'DAY' then from_on is not null and to_on = from_on
		else num_nulls(from_on, to_on) = 0 and to_on > from_on end),
	check (not (nothing_changed and changed is not null))
);

create index engagement_partner_body on engagement (organisation_id, partner_body_id);

create table engagement_comment (
	organisation_id uuid not null default current_org(),
	engagement_id uuid not null,
	position int not null check (position between 1 and 30),
	theme text not null check (theme in ('TIME', 'INFORMATION', 'FINANCE', 'CAPACITY', 'MATURITY', 'SUPPORT',
		'CONFLICT_OF_INTEREST', 'WORKLOAD', 'OTHER')),
	words text not null check (length(words) between 1 and 1000),
	people int check (people between 1 and 1000000),
	primary key (organisation_id, engagement_id, position),
	foreign key (organisation_id, engagement_id) references engagement (organisation_id, id)
);

create table engagement_document (
	organisation_id uuid not null default current_org(),
	engagement_id uuid not null,
	position int not null check (position between 1 and 20),
	title text not null check (length(title) between 1 and 200),
	place text not null check (length(place) between 1 and 500),
	primary key (organisation_id, engagement_id, position),
	foreign key (organisation_id, engagement_id) references engagement (organisation_id, id)
);

-- What an entry said each time it was saved: rows that are only ever added.
create table engagement_saved (
	organisation_id uuid not null default current_org(),
	engagement_id uuid not null,
	version int not null,
	verb text not null check (verb in ('Recorded', 'Changed', 'Withdrew', 'Put back')),
	said text not null check (length(said) between 1 and 60000),
	reason text check (length(reason) between 1 and 1000),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, engagement_id, version),
	foreign key (organisation_id, engagement_id) references engagement (organisation_id, id)
);

select protect('engagement');
select protect('engagement_comment');
select protect('engagement_document');
select protect('engagement_saved');
revoke delete on engagement from mandate_app;
revoke update, delete on engagement_saved from mandate_app;
