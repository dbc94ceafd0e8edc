create table ballot (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	number int not null check (number > 0),
	question text not null check (length(question) between 1 and 500),
	kind text not null check (kind in ('CONFIRM', 'CHOOSE')),
	proposed text,
	base text not null check (base in ('EXPRESSED', 'CAST', 'ENTITLED')),
	threshold text not null check (threshold in ('MAJORITY', 'AT_LEAST', 'TWO_THIRDS', 'PLURALITY')),
	percentage int check (percentage between 1 and 100),
	scope text not null check (scope in ('OVERALL', 'EVERY_UNIT', 'AT_LEAST_UNITS')),
	units_needed int check (units_needed > 0),
	census_on date not null,
	quarter text not null,
	set_up_at timestamptz not null,
	opened_at timestamptz,
	opened_by text,
	closed_at timestamptz check (closed_at >= opened_at),
	closed_by text,
	closing_reason text check (length(closing_reason) <= 1000),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	check ((threshold = 'AT_LEAST') = (percentage is not null)),
	check ((scope = 'AT_LEAST_UNITS') = (units_needed is not null)),
	check ((kind = 'CONFIRM') = (proposed is not null)),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create table ballot_choice (
	organisation_id uuid not null default current_org(),
	ballot_id uuid not null,
	position int not null,
	code text not null,
	name text not null,
	short_name text not null,
	primary key (organisation_id, ballot_id, code),
	foreign key (organisation_id, ballot_id) references ballot (organisation_id, id)
);

-- The units of a ballot and their electorate, frozen when it opens.
create table ballot_unit (
	organisation_id uuid not null default current_org(),
	ballot_id uuid not null,
	slug text not null,
	position int not null,
	name text not null,
	locality_id uuid not null,
	provenance text,
	entitled int not null check (entitled > 0),
	patients int not null check (patients >= 0),
	primary key (organisation_id, ballot_id, slug),
	foreign key (organisation_id, ballot_id) references ballot (organisation_id, id),
	foreign key (organisation_id, locality_id) references locality (organisation_id, id)
);

create table elector (
	organisation_id uuid not null default current_org(),
	ballot_id uuid not null,
	practice_id uuid not null,
	unit text not null,
	code text not null,
	name text not null,
	patients int check (patients >= 0),
	primary key (organisation_id, ballot_id, practice_id),
	foreign key (organisation_id, ballot_id, unit) references ballot_unit (organisation_id, ballot_id, slug),
	foreign key (organisation_id, practice_id) references practice (organisation_id, id)
);

-- What a unit returns: one row a unit, made at opening, so that a form sent twice cannot make two.
create table unit_return (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	ballot_id uuid not null,
	unit text not null,
	changes int not null,
	primary key (organisation_id, id),
	unique (organisation_id, ballot_id, unit),
	foreign key (organisation_id, ballot_id, unit) references ballot_unit (organisation_id, ballot_id, slug)
);

-- A version of a return: figures, who entered them, and what became of them. Earlier versions stay.
create table return_version (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	return_id uuid not null,
	number int not null check (number > 0),
	not_stated text,
	as_said text check (length(as_said) <= 500),
	abstained int not null check (abstained >= 0),
	spoilt int not null check (spoilt >= 0),
	conflicted_out int not null check (conflicted_out >= 0),
	absent int not null check (absent >= 0),
	warnings_reason text check (length(warnings_reason) <= 1000),
	entered_at timestamptz not null,
	entered_by text not null,
	on_behalf boolean not null,
	correction_reason text check (length(correction_reason) <= 1000),
	returned_at timestamptz,
	returned_by text,
	accepted_at timestamptz,
	accepted_by text,
	sent_back_at timestamptz,
	sent_back_by text,
	sent_back_reason text check (length(sent_back_reason) <= 1000),
	register_count int check (register_count >= 0),
	register_at timestamptz,
	register_by text,
	primary key (organisation_id, id),
	unique (organisation_id, return_id, number),
	check ((not_stated is null) = (as_said is null)),
	foreign key (organisation_id, return_id) references unit_return (organisation_id, id)
);

create table return_vote (
	organisation_id uuid not null default current_org(),
	version_id uuid not null,
	choice text not null,
	practices int not null check (practices >= 0),
	primary key (organisation_id, version_id, choice),
	foreign key (organisation_id, version_id) references return_version (organisation_id, id)
);

select protect('ballot');
select protect('ballot_choice');
select protect('ballot_unit');
select protect('elector');
select protect('unit_return');
select protect('return_version');
select protect('return_vote');
revoke delete on ballot, ballot_unit, elector, unit_return, return_version from mandate_app;
revoke update on ballot_unit, elector from mandate_app;
