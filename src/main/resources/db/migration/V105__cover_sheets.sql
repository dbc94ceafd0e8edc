-- The cover sheet of an appraisal's paper. Everything but the title may still be missing.
create table cover_sheet (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	meeting_on date,
	paper_number text check (length(paper_number) between 1 and 40),
	title text not null check (length(title) between 1 and 200),
	purpose text check (purpose in ('DECISION', 'DISCUSSION', 'INFORMATION')),
	conflicts text check (conflicts in ('NONE', 'DISCUSSION_AND_DECISION', 'DISCUSSION_ONLY', 'REMAIN_ONLY', 'EXCLUDED')),
	conflicts_detail text check (length(conflicts_detail) between 1 and 1000),
	author text check (length(author) between 1 and 200),
	lead text check (length(lead) between 1 and 200),
	saved_by text not null check (length(saved_by) between 1 and 200),
	saved_at timestamptz not null,
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- What officers were asked and what they answered: rows that are only ever added. An answer names the request it answers;
-- both name the version of the recommendation and of the cover sheet that there was.
create table officer_approval (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	kind text not null check (kind in ('ASKED', 'GIVEN', 'REFUSED', 'NOT_NEEDED')),
	office text not null check (office in ('LEGAL', 'FINANCIAL', 'HUMAN_RESOURCES', 'ESTATES', 'SERVICE_DIRECTOR', 'OTHER')),
	request int,
	officer_id uuid,
	officer_name text check (length(officer_name) between 1 and 200),
	reason text check (length(reason) between 1 and 1000),
	evidence text check (length(evidence) between 1 and 1000),
	recommendation_version int not null,
	cover_version int,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, appraisal_id, number),
	check (kind = 'NOT_NEEDED' or officer_name is not null),
	check (kind <> 'ASKED' or request is null),
	check (kind not in ('GIVEN', 'REFUSED') or request < number),
	check (kind not in ('GIVEN', 'REFUSED') or officer_id is not null or evidence is not null),
	check (kind not in ('REFUSED', 'NOT_NEEDED') or reason is not null),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	foreign key (organisation_id, appraisal_id, request) references officer_approval (organisation_id, appraisal_id, number),
	foreign key (organisation_id, officer_id) references person (organisation_id, id)
);

-- A request is answered once; whoever changes their mind is asked again.
create unique index officer_approval_answer on officer_approval (organisation_id, appraisal_id, request)
	where kind in ('GIVEN', 'REFUSED');
create index officer_approval_officer on officer_approval (organisation_id, officer_id);

select protect('cover_sheet');
select protect('officer_approval');
revoke delete on cover_sheet from mandate_app;
revoke update, delete on officer_approval from mandate_app;
