-- A submission of the pro forma. What was submitted is kept as text with its hash, and the application may not change it.
create table submission (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	number int not null check (number >= 1),
	submitted_at timestamptz not null,
	-- How it is known, where it was not submitted at the moment it was recorded.
	known_from text check (length(known_from) between 1 and 500),
	due_at timestamptz,
	late_reason text check (length(late_reason) between 1 and 1000),
	-- The accountable officer's reasons to go ahead although tests of the members' mandate failed.
	override_by text check (length(override_by) between 1 and 200),
	override_reason text check (length(override_reason) between 1 and 2000),
	content text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	received_at timestamptz,
	received_from text check (length(received_from) between 1 and 500),
	received_by text check (length(received_by) between 1 and 200),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	withdrawn_by text check (length(withdrawn_by) between 1 and 200),
	withdrawn_at timestamptz,
	primary key (organisation_id, pro_forma_id, number),
	check (due_at is null or submitted_at < due_at or late_reason is not null),
	check (num_nulls(override_by, override_reason) in (0, 2)),
	check (num_nulls(received_at, received_from, received_by) in (0, 3)),
	check (num_nulls(withdrawn_reason, withdrawn_by, withdrawn_at) in (0, 3)),
	foreign key (organisation_id, pro_forma_id) references pro_forma (organisation_id, id)
);

-- What happened at a stage of the route; stage is the key of a step of the guidance.
create table submission_stage (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	submission int not null,
	stage text not null check (length(stage) between 1 and 80),
	happened_on date not null,
	result text not null check (result in ('RECOMMENDED', 'WITH_CONDITIONS', 'NOT_RECOMMENDED', 'MORE_ASKED', 'DONE')),
	note text check (length(note) between 1 and 2000),
	version int not null,
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, pro_forma_id, submission, stage),
	foreign key (organisation_id, pro_forma_id, submission) references submission (organisation_id, pro_forma_id, number)
);

-- What came of it. Rows are only ever added: the last one holds.
create table submission_outcome (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	submission int not null,
	number int not null check (number >= 1),
	outcome text not null check (outcome in ('APPROVED', 'APPROVED_WITH_CONDITIONS', 'NOT_RECOMMENDED')),
	told_on date not null,
	told_by text not null check (length(told_by) between 1 and 200),
	note text check (length(note) between 1 and 2000),
	fallback text check (fallback in ('DEVELOP_FURTHER', 'JOINT_THIS_YEAR', 'GREATER_INVOLVEMENT')),
	plan text check (length(plan) between 1 and 4000),
	changed_reason text check (length(changed_reason) between 1 and 1000),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, pro_forma_id, submission, number),
	check ((outcome = 'NOT_RECOMMENDED') = (fallback is not null)),
	check (number = 1 or changed_reason is not null),
	foreign key (organisation_id, pro_forma_id, submission) references submission (organisation_id, pro_forma_id, number)
);

create table submission_condition (
	organisation_id uuid not null default current_org(),
	pro_forma_id uuid not null,
	submission int not null,
	outcome int not null,
	number int not null check (number >= 1),
	said text not null check (length(said) between 1 and 1000),
	due_on date,
	met_on date,
	met_how text check (length(met_how) between 1 and 1000),
	version int not null,
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, pro_forma_id, submission, outcome, number),
	check ((met_on is null) = (met_how is null)),
	foreign key (organisation_id, pro_forma_id, submission, outcome)
		references submission_outcome (organisation_id, pro_forma_id, submission, number)
);

-- That no application is made: a proper end, with who decided and why.
create table no_application (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	decided_by text not null check (length(decided_by) between 1 and 200),
	decided_on date not null,
	reason text not null check (length(reason) between 1 and 2000),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	reopened_reason text check (length(reopened_reason) between 1 and 1000),
	reopened_by text check (length(reopened_by) between 1 and 200),
	reopened_at timestamptz,
	primary key (organisation_id, appraisal_id, number),
	check (num_nulls(reopened_reason, reopened_by, reopened_at) in (0, 3)),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

select protect('submission');
select protect('submission_stage');
select protect('submission_outcome');
select protect('submission_condition');
select protect('no_application');
revoke update, delete on submission from mandate_app;
grant update (received_at, received_from, received_by, withdrawn_reason, withdrawn_by, withdrawn_at) on submission to mandate_app;
revoke delete on submission_stage, submission_condition from mandate_app;
revoke update, delete on submission_outcome from mandate_app;
revoke update, delete on no_application from mandate_app;
grant update (reopened_reason, reopened_by, reopened_at) on no_application to mandate_app;
