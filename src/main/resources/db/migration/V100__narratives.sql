-- The narrative sections of an appraisal's paper. A section is the last of its versions; none is ever changed or removed.
create table narrative_version (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	section text not null check (length(section) between 1 and 40),
	number int not null check (number >= 1),
	text text not null check (length(text) <= 20000),
	saved_by text not null check (length(saved_by) between 1 and 100),
	saved_at timestamptz not null,
	primary key (organisation_id, appraisal_id, section, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- That somebody read a version: when it was saved, and whenever it was read again. "seen" holds the figures it refers to with
-- their values at that moment, and the plain numbers that were left although the record says otherwise.
create table narrative_review (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	section text not null,
	version_number int not null,
	position int not null check (position >= 0),
	seen jsonb not null,
	reviewed_by text not null check (length(reviewed_by) between 1 and 100),
	reviewed_at timestamptz not null,
	primary key (organisation_id, appraisal_id, section, version_number, position),
	foreign key (organisation_id, appraisal_id, section, version_number)
		references narrative_version (organisation_id, appraisal_id, section, number)
);

-- Who has a section open for writing, and what they have typed and not saved yet: one row for each person and section.
create table narrative_desk (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	section text not null check (length(section) between 1 and 40),
	person_id uuid not null,
	name text not null check (length(name) between 1 and 100),
	since timestamptz not null,
	seen_at timestamptz not null,
	basis int check (basis >= 0),
	text text check (length(text) <= 20000),
	kept_at timestamptz,
	primary key (organisation_id, appraisal_id, section, person_id),
	check ((text is null) = (kept_at is null) and (text is null) = (basis is null)),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create table narrative_comment (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	appraisal_id uuid not null,
	section text not null check (length(section) between 1 and 40),
	version_number int not null check (version_number >= 0),
	text text not null check (length(text) between 1 and 2000),
	written_by text not null check (length(written_by) between 1 and 100),
	written_at timestamptz not null,
	answer text check (length(answer) between 1 and 2000),
	resolved_by text check (length(resolved_by) between 1 and 100),
	resolved_at timestamptz,
	primary key (organisation_id, id),
	check ((resolved_by is null) = (resolved_at is null)),
	check (answer is null or resolved_at is not null),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create index narrative_comment_section on narrative_comment (organisation_id, appraisal_id, section);

select protect('narrative_version');
select protect('narrative_review');
select protect('narrative_desk');
select protect('narrative_comment');
revoke update, delete on narrative_version, narrative_review from mandate_app;
revoke delete on narrative_comment from mandate_app;
