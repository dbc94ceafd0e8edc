-- When a committee carries a motion, and the practice where somebody who sits on it works: meetings keep general
-- practice members out of investment and performance decisions about their own practice.
alter table committee
	add column decision_rule text not null default 'MAJORITY_OF_VOTES_CAST' check (decision_rule in
		('MAJORITY_OF_VOTES_CAST', 'MAJORITY_OF_VOTERS', 'TWO_THIRDS_OF_VOTES_CAST', 'CONSENSUS')),
	add column casting_vote boolean not null default false;

alter table committee_holder add column practice_code text check (practice_code ~ '^[A-Z][A-Z0-9]{5}$');

-- Where a practice makes its earnings public, by financial year, which begins in April of the year. No link: it was
-- entered by mistake and is taken back.
create table practice_earnings (
	organisation_id uuid not null default current_org(),
	practice_id uuid not null,
	year int not null check (year between 2000 and 2099),
	version int not null,
	link text check (link ~ '^https?://[!-~]+$' and length(link) <= 500),
	found_on date,
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, practice_id, year),
	foreign key (organisation_id, practice_id) references practice (organisation_id, id),
	check (num_nulls(link, found_on) in (0, 2))
);

select protect('practice_earnings');
revoke delete on practice_earnings from mandate_app;
