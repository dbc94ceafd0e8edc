-- The pro forma for NHS England: one after the other in an appraisal, each for one model. Every change of what it says counts up its
-- revision; attestations are about a revision.
create table pro_forma (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	model text not null check (length(model) between 1 and 80),
	revision int not null check (revision >= 0),
	begun_by text not null check (length(begun_by) between 1 and 200),
	begun_at timestamptz not null,
	changed_at timestamptz not null,
	given_up_reason text check (length(given_up_reason) between 1 and 1000),
	given_up_by text check (length(given_up_by) between 1 and 200),
	given_up_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	check (num_nulls(given_up_reason, given_up_by, given_up_at) in (0, 3)),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- What the CCG's part says in one field. record_said is what the record said when it was saved, source where the record says it.
create table pro_forma_answer (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	field text not null check (length(field) between 1 and 40),
	said text not null check (length(said) between 1 and 8000),
	record_said text check (length(record_said) between 1 and 8000),
	source text check (length(source) between 1 and 300),
	version int not null,
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, pro_forma_id, field),
	foreign key (organisation_id, pro_forma_id) references pro_forma (organisation_id, id)
);

-- The part of NHS England's area team.
create table area_team_part (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	lead text not null check (length(lead) between 1 and 200),
	support text not null check (support in ('SUPPORTS', 'SUPPORTS_WITH_RESERVATIONS', 'DOES_NOT_SUPPORT')),
	view text not null check (length(view) between 1 and 4000),
	given_on date not null,
	version int not null,
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, pro_forma_id),
	foreign key (organisation_id, pro_forma_id) references pro_forma (organisation_id, id)
);

-- The checklist: which document goes with it.
create table pro_forma_document (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	item text not null check (item in ('GOVERNANCE', 'CONSTITUTION', 'FINANCE', 'CONFLICTS')),
	state text not null check (state in ('IN_DRAFT', 'READY', 'NOT_NEEDED')),
	title text check (length(title) between 1 and 200),
	reference text check (length(reference) between 1 and 500),
	reason text check (length(reason) between 1 and 1000),
	version int not null,
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, pro_forma_id, item),
	check (case when state = 'NOT_NEEDED' then reason is not null else title is not null end),
	check (state <> 'READY' or reference is not null),
	foreign key (organisation_id, pro_forma_id) references pro_forma (organisation_id, id)
);

-- Pooled funds. What the CCG pays in serves its own functions, and says which.
create table pooled_fund (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	number int not null check (number >= 1),
	partner text not null check (length(partner) between 1 and 200),
	purpose text not null check (length(purpose) between 1 and 1000),
	amount numeric(14, 2) not null check (amount > 0),
	functions text not null check (length(functions) between 1 and 1000),
	version int not null,
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	primary key (organisation_id, pro_forma_id, number),
	foreign key (organisation_id, pro_forma_id) references pro_forma (organisation_id, id)
);

-- Attestations are only ever added.
create table attestation (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	number int not null check (number >= 1),
	office text not null check (office in ('ACCOUNTABLE_OFFICER', 'AUDIT_COMMITTEE_CHAIR')),
	person_id uuid not null,
	person_name text not null check (length(person_name) between 1 and 200),
	revision int not null,
	signed_on date,
	evidence text check (length(evidence) between 1 and 500),
	attested_at timestamptz not null,
	primary key (organisation_id, pro_forma_id, number),
	check ((signed_on is null) = (evidence is null)),
	foreign key (organisation_id, pro_forma_id) references pro_forma (organisation_id, id),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index attestation_person on attestation (organisation_id, person_id);

select protect('pro_forma');
select protect('pro_forma_answer');
select protect('area_team_part');
select protect('pro_forma_document');
select protect('pooled_fund');
select protect('attestation');
revoke delete on pro_forma, pro_forma_answer, area_team_part, pro_forma_document, pooled_fund from mandate_app;
revoke update, delete on attestation from mandate_app;
