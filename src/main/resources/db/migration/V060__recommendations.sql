-- One going to the governing body. What happens to it are rows of their own that are only ever added: the text in its
-- versions, each time it was put, taken back, and the resolution, which ends it.
create table recommendation (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	started_by text not null check (length(started_by) between 1 and 100),
	started_at timestamptz not null,
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- Numbers run on through all recommendations of an appraisal.
create table recommendation_version (
	organisation_id uuid not null default current_org(),
	recommendation_id uuid not null,
	position int not null check (position >= 0),
	number int not null check (number >= 1),
	model text not null check (length(model) between 1 and 160),
	year text not null check (year ~ '^20[0-9]{2}-[0-9]{2}$'),
	review text check (length(review) between 1 and 300),
	review_on date,
	wording text not null check (length(wording) between 1 and 1000),
	rationale text check (length(rationale) between 1 and 4000),
	origin text not null check (origin in ('RECORD', 'MANAGER', 'GOVERNING_BODY')),
	written_by text not null check (length(written_by) between 1 and 100),
	written_at timestamptz not null,
	primary key (organisation_id, recommendation_id, position),
	check (review is not null or review_on is not null),
	foreign key (organisation_id, recommendation_id) references recommendation (organisation_id, id)
);

create table recommendation_submission (
	organisation_id uuid not null default current_org(),
	recommendation_id uuid not null,
	position int not null check (position >= 0),
	version_number int not null,
	put_by text not null check (length(put_by) between 1 and 100),
	put_at timestamptz not null,
	primary key (organisation_id, recommendation_id, position),
	foreign key (organisation_id, recommendation_id) references recommendation (organisation_id, id)
);

-- Takes back the submission at the same position.
create table recommendation_withdrawal (
	organisation_id uuid not null default current_org(),
	recommendation_id uuid not null,
	position int not null,
	reason text not null check (length(reason) between 1 and 1000),
	withdrawn_by text not null check (length(withdrawn_by) between 1 and 100),
	withdrawn_at timestamptz not null,
	primary key (organisation_id, recommendation_id, position),
	foreign key (organisation_id, recommendation_id, position) references recommendation_submission
);

-- At most one, hence the one position.
create table recommendation_resolution (
	organisation_id uuid not null default current_org(),
	recommendation_id uuid not null,
	position int not null check (position = 0),
	decision text not null check (decision in ('APPROVED', 'APPROVED_WITH_AMENDMENTS', 'DEFERRED', 'REJECTED')),
	met_on date not null,
	votes_for int not null check (votes_for between 0 and 999),
	votes_against int not null check (votes_against between 0 and 999),
	abstained int not null check (abstained between 0 and 999),
	reason text check (length(reason) between 1 and 1000),
	version_number int not null,
	recorded_by text not null check (length(recorded_by) between 1 and 100),
	on_behalf_of_chair boolean not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, recommendation_id, position),
	check (votes_for + votes_against + abstained >= 1),
	check (case decision when 'REJECTED' then votes_for <= votes_against else votes_for > votes_against end),
	check (decision <> 'DEFERRED' or reason is not null),
	foreign key (organisation_id, recommendation_id) references recommendation (organisation_id, id)
);

select protect('recommendation');
select protect('recommendation_version');
select protect('recommendation_submission');
select protect('recommendation_withdrawal');
select protect('recommendation_resolution');
revoke delete on recommendation from mandate_app;
revoke update, delete on recommendation_version, recommendation_submission, recommendation_withdrawal,
	recommendation_resolution from mandate_app;
