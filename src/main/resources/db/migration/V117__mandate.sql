-- Evidence for a test of the members' mandate that the record does not hold by itself, as people state it.
create table mandate_evidence (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null default 0,
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	model_key text not null check (length(model_key) between 1 and 60),
	topic text not null check (length(topic) between 1 and 100),
	text text not null check (length(text) between 1 and 2000),
	happened_on date not null,
	reference text not null check (length(reference) between 1 and 300),
	by_whom text not null check (length(by_whom) between 1 and 200),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- That the accountable officer goes ahead although tests fail. Each is kept; the latest that stands counts.
create table mandate_override (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	model_key text not null check (length(model_key) between 1 and 60),
	reason text not null check (length(reason) between 1 and 2000),
	decided_on date not null,
	by_id uuid not null,
	by_name text not null check (length(by_name) between 1 and 200),
	recorded_at timestamptz not null,
	withdrawn_on date,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	withdrawn_by text check (length(withdrawn_by) between 1 and 200),
	withdrawn_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	check (num_nulls(withdrawn_on, withdrawn_reason, withdrawn_by, withdrawn_at) in (0, 4)),
	check (withdrawn_on >= decided_on)
);

-- The tests that an override names, and how each stood then: one that fails worse later is not covered.
create table mandate_override_test (
	organisation_id uuid not null default current_org(),
	override_id uuid not null,
	topic text not null check (length(topic) between 1 and 100),
	state text not null check (state in ('NOT_EVIDENCED', 'CONTRADICTED')),
	primary key (organisation_id, override_id, topic),
	foreign key (organisation_id, override_id) references mandate_override (organisation_id, id)
);

select protect('mandate_evidence');
select protect('mandate_override');
select protect('mandate_override_test');
