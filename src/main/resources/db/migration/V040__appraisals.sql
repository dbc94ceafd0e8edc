create table appraisal (
	organisation_id uuid not null default current_org() references organisation (id),
	id uuid not null,
	version int not null,
	year text not null check (year ~ '^20[0-9]{2}-[0-9]{2}$'),
	edition_key text not null,
	edition_version int not null,
	speaks_for date not null,
	started_at timestamptz not null,
	primary key (organisation_id, id),
	unique (organisation_id, year)
);

select protect('appraisal');
revoke delete on appraisal from mandate_app;

-- What the organisation does today, function by function, in its own words. Old words are in the audit trail.
create table current_level (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	function_key text not null check (length(function_key) between 1 and 160),
	level text not null check (level in ('NONE', 'INVOLVED', 'JOINT', 'FULL')),
	wording text not null check (length(wording) between 1 and 500),
	evidence text not null check (length(evidence) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, function_key),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

select protect('current_level');
revoke delete on current_level from mandate_app;
