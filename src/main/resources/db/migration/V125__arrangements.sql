-- The arrangements of an appraisal, one after the other: one is in force at a time.
create table arrangement (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	version int not null default 0,
	model text not null check (length(model) between 1 and 100),
	live_from date not null,
	basis text not null check (basis in ('OUTCOME', 'AGREEMENT', 'ROLL_BACK')),
	came text not null check (length(came) between 1 and 1000),
	conditions text check (length(conditions) between 1 and 2000),
	ended_on date check (ended_on >= live_from),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);
create unique index arrangement_in_force on arrangement (organisation_id, appraisal_id) where ended_on is null;

-- Reviews, planned for a day or only in words, and held. One may be planned before anything is in force.
create table arrangement_review (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	version int not null default 0,
	due_on date,
	due_words text check (length(due_words) between 1 and 300),
	owner text not null check (length(owner) between 1 and 200),
	held_on date,
	found text check (length(found) between 1 and 4000),
	decision text check (decision in ('KEEP', 'CHANGE', 'END')),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, appraisal_id, number),
	check (num_nonnulls(due_on, due_words) >= 1),
	check (num_nonnulls(held_on, found, decision) in (0, 3)),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- The assurance of an arrangement by NHS England, as it goes on.
create table assurance_entry (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	version int not null default 0,
	noted_on date not null,
	theme text not null check (length(theme) between 1 and 200),
	finding text not null check (length(finding) between 1 and 4000),
	rating text not null check (rating in ('ASSURED', 'PARTLY', 'NOT_ASSURED')),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create table assurance_action (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	entry int not null,
	number int not null check (number >= 1),
	what text not null check (length(what) between 1 and 1000),
	owner text not null check (length(owner) between 1 and 200),
	due_on date not null,
	done_on date,
	primary key (organisation_id, appraisal_id, entry, number),
	foreign key (organisation_id, appraisal_id, entry) references assurance_entry (organisation_id, appraisal_id, number)
);

create table lesson (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	version int not null default 0,
	kind text not null check (kind in ('WORKING_OR_NOT', 'INCENTIVE_OR_BLOCKAGE', 'GOOD_PRACTICE')),
	words text not null check (length(words) between 1 and 4000),
	shared_with text check (length(shared_with) between 1 and 300),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- A roll-back takes effect once both have agreed, and not before; until then it can be withdrawn.
create table roll_back (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	version int not null default 0,
	arrangement int not null,
	proposed_by text not null check (length(proposed_by) between 1 and 200),
	reason text not null check (length(reason) between 1 and 2000),
	to_model text not null check (length(to_model) between 1 and 100),
	effective_on date not null,
	entry int,
	ccg_by text check (length(ccg_by) between 1 and 200),
	ccg_on date,
	nhs_by text check (length(nhs_by) between 1 and 200),
	nhs_on date,
	nhs_evidence text check (length(nhs_evidence) between 1 and 1000),
	took_effect_on date,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, appraisal_id, number),
	check (num_nonnulls(ccg_by, ccg_on) in (0, 2)),
	check (num_nonnulls(nhs_by, nhs_on, nhs_evidence) in (0, 3)),
	check ((took_effect_on is not null) = (ccg_by is not null and nhs_by is not null)),
	check (took_effect_on >= greatest(effective_on, ccg_on, nhs_on)),
	check (withdrawn_reason is null or took_effect_on is null),
	foreign key (organisation_id, appraisal_id, arrangement) references arrangement (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id, entry) references assurance_entry (organisation_id, appraisal_id, number)
);
create unique index roll_back_open on roll_back (organisation_id, appraisal_id)
	where took_effect_on is null and withdrawn_reason is null;

select protect('arrangement');
select protect('arrangement_review');
select protect('assurance_entry');
select protect('assurance_action');
select protect('lesson');
select protect('roll_back');
revoke delete on arrangement, arrangement_review, assurance_entry, assurance_action, lesson, roll_back from mandate_app;
