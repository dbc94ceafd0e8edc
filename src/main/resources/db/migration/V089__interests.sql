-- When somebody became a member: until now only the date of the last invitation was kept, and a new link moves it.
-- The rows there are cannot be seen by the owner while the policy is forced.
alter table person no force row level security;
alter table person add column joined_at timestamptz not null default now();
update person set joined_at = invited_at;
alter table person force row level security;

-- Interests as people declare them. Nothing is deleted and no words are lost: a change is another version. An interest
-- leaves the public register six months after it ended; the record stays.
create table interest (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	person_id uuid not null,
	declared_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create index interest_person on interest (organisation_id, person_id);

create table interest_version (
	organisation_id uuid not null default current_org(),
	interest_id uuid not null,
	position int not null check (position >= 0),
	number int not null check (number = position + 1),
	held_position text not null check (length(held_position) between 1 and 200),
	type text not null check (type in ('FINANCIAL', 'NON_FINANCIAL_PROFESSIONAL', 'NON_FINANCIAL_PERSONAL', 'INDIRECT')),
	relationship text check (length(relationship) between 1 and 200),
	description text not null check (length(description) between 1 and 1000),
	began_on date not null,
	ended_on date check (ended_on >= began_on),
	mitigation text check (length(mitigation) between 1 and 1000),
	refusal text check (length(refusal) between 1 and 1000),
	due_on date not null,
	declared_by text not null check (length(declared_by) between 1 and 100),
	declared_at timestamptz not null,
	primary key (organisation_id, interest_id, position),
	check ((type = 'INDIRECT') = (relationship is not null)),
	foreign key (organisation_id, interest_id) references interest (organisation_id, id)
);

create table interest_review (
	organisation_id uuid not null default current_org(),
	interest_id uuid not null,
	position int not null check (position >= 0),
	version_number int not null check (version_number >= 1),
	accepted boolean not null,
	action text check (length(action) between 1 and 1000),
	reason text check (length(reason) between 1 and 1000),
	refusal_agreed boolean,
	reviewed_by text not null check (length(reviewed_by) between 1 and 100),
	reviewed_at timestamptz not null,
	primary key (organisation_id, interest_id, position),
	check (accepted = (action is not null)),
	check (accepted or reason is not null),
	check (refusal_agreed is distinct from false or reason is not null),
	foreign key (organisation_id, interest_id) references interest (organisation_id, id)
);

-- That somebody has nothing to declare, or that what they declared is still right; once a day at most.
create table interest_return (
	organisation_id uuid not null default current_org(),
	person_id uuid not null,
	made_on date not null,
	kind text not null check (kind in ('NIL', 'CONFIRMED')),
	made_at timestamptz not null,
	primary key (organisation_id, person_id, made_on, kind),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create table interest_reminder (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	person_id uuid not null,
	address text not null,
	queued_at timestamptz not null,
	queued_by text not null,
	sent_at timestamptz,
	failed_at timestamptz,
	problem text check (length(problem) <= 500),
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create index interest_reminder_queued on interest_reminder (organisation_id, queued_at);

do
$$
declare
	tab text;
begin
	foreach tab in array array['interest', 'interest_version', 'interest_review', 'interest_return', 'interest_reminder'] loop
		perform protect(tab::regclass);
		execute format('revoke delete on %I from mandate_app', tab);
	end loop;
	revoke update on interest_version, interest_review, interest_return from mandate_app;
end
$$;
