-- How long before another step each step of the deadline plan is taken: the organisation's own choice for an appraisal. No row: the defaults.
create table lead_times (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	version int not null check (version >= 0),
	papers int not null check (papers between 0 and 100),
	notice int not null check (notice between 0 and 100),
	counting int not null check (counting between 0 and 100),
	voting int not null check (voting between 0 and 200),
	consulting int not null check (consulting between 0 and 200),
	amending int not null check (amending between 0 and 200),
	attesting int not null check (attesting between 0 and 100),
	reminders text not null check (reminders ~ '^([0-9]{1,2}(,[0-9]{1,2}){0,4})?$'),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, appraisal_id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- Secret links to the calendar of an appraisal. The secret itself is kept nowhere.
create table calendar_link (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	appraisal_id uuid not null,
	secret_hash bytea not null check (length(secret_hash) = 32),
	model text not null check (length(model) between 1 and 160),
	purpose text not null check (length(purpose) between 1 and 200),
	made_by text not null check (length(made_by) between 1 and 200),
	made_at timestamptz not null,
	revoked_by text check (length(revoked_by) between 1 and 200),
	revoked_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, secret_hash),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	check ((revoked_by is null) = (revoked_at is null))
);

create index calendar_link_appraisal on calendar_link (organisation_id, appraisal_id);

-- Reminders: a row is taken before an e-mail is sent, so that no other node sends the same.
create table deadline_reminder (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	person_id uuid not null,
	line text not null check (length(line) between 1 and 160),
	due_on date not null,
	step int not null check (step between 0 and 99),
	title text not null check (length(title) between 1 and 500),
	address text not null check (length(address) between 1 and 254),
	queued_at timestamptz not null,
	sent_at timestamptz,
	failed_at timestamptz,
	problem text check (length(problem) <= 500),
	primary key (organisation_id, appraisal_id, person_id, line, due_on, step),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	foreign key (organisation_id, person_id) references person (organisation_id, id),
	check (num_nonnulls(sent_at, failed_at) <= 1)
);

create index deadline_reminder_queued on deadline_reminder (organisation_id, appraisal_id, queued_at);
create index deadline_reminder_person on deadline_reminder (organisation_id, person_id);

-- People who want no reminders of deadlines.
create table deadline_reminder_refusal (
	organisation_id uuid not null default current_org(),
	person_id uuid not null,
	refused_at timestamptz not null,
	primary key (organisation_id, person_id),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

select protect('lead_times');
select protect('calendar_link');
select protect('deadline_reminder');
select protect('deadline_reminder_refusal');
revoke delete on lead_times, calendar_link, deadline_reminder from mandate_app;
