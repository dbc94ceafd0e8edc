-- Amendments of the constitution that an appraisal brings with it (002, Changes to a CCG Constitution). Days are null while an
-- amendment has not come so far; nothing is deleted.
create table amendment (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null default 0,
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	title text not null check (length(title) between 1 and 200),
	changes text not null check (length(changes) between 1 and 4000),
	co_commissioning boolean not null,
	proposed_on date,
	-- The last day on which it may have been proposed, where the day is not known.
	proposed_until date,
	agreed_on date,
	agreed_how text check (length(agreed_how) between 1 and 1000),
	-- Number of the ballot of the appraisal by which the members agreed.
	agreed_ballot int check (agreed_ballot >= 1),
	refused_on date,
	submitted_on date,
	approved_on date,
	sent_back_on date,
	sent_back_why text check (length(sent_back_why) between 1 and 1000),
	source text check (length(source) between 1 and 300),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	check (proposed_until >= proposed_on),
	check (proposed_until is null or proposed_on is not null),
	check ((agreed_on is null) = (agreed_how is null and agreed_ballot is null)),
	check (num_nonnulls(agreed_on, refused_on) <= 1),
	check (coalesce(agreed_on, refused_on) is null or proposed_on is not null),
	check (coalesce(agreed_on, refused_on) >= proposed_on),
	check (submitted_on >= agreed_on),
	check (num_nulls(approved_on, sent_back_on) = 2 or submitted_on is not null),
	check (approved_on >= submitted_on),
	check (sent_back_on >= submitted_on),
	check (approved_on >= sent_back_on),
	check ((sent_back_on is null) = (sent_back_why is null))
);

-- That the constitution needs no amendment, and why; the reason is null once that was taken back.
create table constitution_unchanged (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	version int not null default 0,
	reason text check (length(reason) between 1 and 1000),
	stated_on date not null,
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, appraisal_id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

select protect('amendment');
select protect('constitution_unchanged');
