-- What a ballot asks, under which rule, until when, in which units, and who may read its result.
alter table ballot drop constraint ballot_kind_check;
alter table ballot drop constraint ballot_check3;
alter table ballot
	add column weight text not null default 'PRACTICE' check (weight in ('PRACTICE', 'PATIENTS', 'PER_PATIENTS')),
	add column patients_per_vote int check (patients_per_vote > 0),
	add column rounding text check (rounding in ('DOWN', 'NEAREST', 'UP')),
	add column quorum text not null default 'NONE' check (quorum in ('NONE', 'OVERALL', 'EVERY_UNIT')),
	add column quorum_percentage int check (quorum_percentage between 1 and 100),
	add column division text not null default 'LOCALITIES' check (division in ('LOCALITIES', 'WHOLE', 'OWN')),
	add column follows int,
	add column closes_at timestamptz,
	add column second_entry boolean not null default false,
	add column publication text not null default 'MEMBERS' check (publication in ('PRIVATE', 'MEMBERS', 'PUBLIC')),
	add column withdrawn_at timestamptz,
	add column withdrawn_by text,
	add column withdrawal_reason text check (length(withdrawal_reason) between 1 and 1000),
	add constraint ballot_kind check (kind in ('CONFIRM', 'CHOOSE', 'REFERENDUM')),
	add constraint ballot_proposed check ((kind = 'CHOOSE') = (proposed is null)),
	add constraint ballot_weight check ((weight = 'PER_PATIENTS') = (patients_per_vote is not null)
		and (weight = 'PER_PATIENTS') = (rounding is not null)),
	add constraint ballot_quorum check ((quorum = 'NONE') = (quorum_percentage is null)),
	add constraint ballot_withdrawal check ((withdrawn_at is null) = (withdrawal_reason is null)
		and (withdrawn_at is null) = (withdrawn_by is null)),
	add constraint ballot_follows check (follows < number);
-- A foreign key is checked against the rows there are, which the policy hides from the owner while it is forced.
alter table ballot no force row level security;
alter table ballot add foreign key (organisation_id, appraisal_id, follows)
	references ballot (organisation_id, appraisal_id, number);
alter table ballot force row level security;
create index ballot_due on ballot (organisation_id, closes_at) where closed_at is null and withdrawn_at is null;

-- A unit is a locality, or a group of practices of the ballot's own.
alter table ballot_unit alter column locality_id drop not null;

-- Where practices belong when the ballot has units of its own, until it opens.
create table ballot_placement (
	organisation_id uuid not null default current_org(),
	ballot_id uuid not null,
	practice_id uuid not null,
	unit text not null check (length(unit) between 1 and 100),
	primary key (organisation_id, ballot_id, practice_id),
	foreign key (organisation_id, ballot_id) references ballot (organisation_id, id),
	foreign key (organisation_id, practice_id) references practice (organisation_id, id)
);

-- A unit returns once in a ballot, and once more in each re-vote, which has times of its own.
alter table unit_return drop constraint unit_return_organisation_id_ballot_id_unit_key;
alter table unit_return
	add column round int not null default 1 check (round > 0),
	add column opened_at timestamptz,
	add column opened_by text,
	add column reason text check (length(reason) between 1 and 1000),
	add column closed_at timestamptz,
	add column closed_by text,
	add unique (organisation_id, ballot_id, unit, round),
	add constraint unit_return_revote check ((round = 1) = (opened_at is null) and (round = 1) = (reason is null)
		and (round = 1) = (opened_by is null));

-- How the figures came; a share that was reported instead of a number; what a second person entered.
alter table return_version
	add column way text not null default 'COUNTS' check (way in ('COUNTS', 'ROLL', 'FILE', 'MEETING')),
	add column reported_percentage numeric(4, 1) check (reported_percentage between 0 and 100),
	add column reported_base text check (reported_base in ('EXPRESSED', 'CAST', 'ENTITLED')),
	add column second_figures jsonb,
	add column second_at timestamptz,
	add column second_by text,
	add constraint return_version_reported check ((reported_percentage is null) = (reported_base is null)
		and (reported_percentage is null or not_stated is not null)),
	add constraint return_version_second check ((second_figures is null) = (second_at is null)
		and (second_figures is null) = (second_by is null));

-- What each practice did, where the unit returned practice by practice. A practice without a row did not return.
create table return_roll (
	organisation_id uuid not null default current_org(),
	version_id uuid not null,
	practice_id uuid not null,
	vote text not null,
	primary key (organisation_id, version_id, practice_id),
	foreign key (organisation_id, version_id) references return_version (organisation_id, id),
	foreign key (organisation_id, practice_id) references practice (organisation_id, id)
);

-- Comments and concerns that came with the votes of a unit.
create table return_comment (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	ballot_id uuid not null,
	unit text not null,
	theme text not null check (theme in ('PATIENT_CARE', 'FUNDING', 'WORKLOAD', 'CONFLICTS_OF_INTEREST', 'GOVERNANCE', 'TIMING',
		'OTHER')),
	words text not null check (length(words) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null,
	withdrawn_at timestamptz,
	withdrawn_by text,
	primary key (organisation_id, id),
	foreign key (organisation_id, ballot_id, unit) references ballot_unit (organisation_id, ballot_id, slug)
);
create index return_comment_ballot on return_comment (organisation_id, ballot_id, unit);

-- Reminders sent to people whose unit has returned nothing.
create table reminder (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	ballot_id uuid not null,
	unit text not null,
	person_id uuid not null,
	address text not null,
	queued_at timestamptz not null,
	queued_by text not null,
	sent_at timestamptz,
	failed_at timestamptz,
	problem text check (length(problem) <= 500),
	primary key (organisation_id, id),
	foreign key (organisation_id, ballot_id, unit) references ballot_unit (organisation_id, ballot_id, slug),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index reminder_ballot on reminder (organisation_id, ballot_id, queued_at);

select protect('ballot_placement');
select protect('return_roll');
select protect('return_comment');
select protect('reminder');
revoke delete on return_comment, reminder from mandate_app;
