-- Meetings of committees. Members, quorum and decision rule are copied when a meeting opens, so that its record stays
-- as it was when the committee changes later.
create table meeting (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	committee_id uuid not null,
	committee_name text not null check (length(committee_name) between 1 and 200),
	held_on date not null,
	starts_at text check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
	place text check (length(place) between 1 and 200),
	state text not null check (state in ('CALLED', 'OPEN', 'CLOSED', 'CANCELLED')),
	quorum jsonb,
	decision_rule text check (decision_rule in ('MAJORITY_OF_VOTES_CAST', 'MAJORITY_OF_VOTERS',
		'TWO_THIRDS_OF_VOTES_CAST', 'CONSENSUS')),
	casting_vote boolean not null default false,
	in_attendance text check (length(in_attendance) between 1 and 2000),
	cancelled_reason text check (length(cancelled_reason) between 1 and 1000),
	adjourned_reason text check (length(adjourned_reason) between 1 and 1000),
	closed_at timestamptz,
	published_at timestamptz,
	published_by text check (length(published_by) between 1 and 200),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, committee_id) references committee (organisation_id, id),
	check ((state = 'CANCELLED') = (cancelled_reason is not null)),
	check ((state = 'CLOSED') = (closed_at is not null)),
	check (state = 'CLOSED' or num_nonnulls(adjourned_reason, published_at) = 0),
	check (state in ('CALLED', 'CANCELLED') or num_nulls(quorum, decision_rule) = 0),
	check (num_nulls(published_at, published_by) in (0, 2))
);

create index meeting_committee on meeting (organisation_id, committee_id, held_on);

create table meeting_member (
	organisation_id uuid not null default current_org(),
	meeting_id uuid not null,
	seat_id uuid not null,
	position int not null,
	person_id uuid,
	name text not null check (length(name) between 1 and 200),
	title text not null check (length(title) between 1 and 200),
	role text not null,
	voting boolean not null,
	office text check (office in ('CHAIR', 'VICE_CHAIR')),
	practice_code text,
	attendance text not null check (attendance in ('NOT_RECORDED', 'PRESENT', 'APOLOGIES', 'ABSENT')),
	from_item int check (from_item >= 1),
	to_item int check (to_item >= 1),
	primary key (organisation_id, meeting_id, seat_id),
	foreign key (organisation_id, meeting_id) references meeting (organisation_id, id),
	check (from_item is null or to_item is null or to_item >= from_item),
	check (attendance = 'PRESENT' or num_nonnulls(from_item, to_item) = 0)
);

create table meeting_item (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	meeting_id uuid not null,
	number int not null check (number >= 1),
	title text not null check (length(title) between 1 and 200),
	purpose text not null check (purpose in ('DECISION', 'DISCUSSION', 'INFORMATION')),
	motion text check (length(motion) between 1 and 2000),
	options text check (length(options) between 1 and 2000),
	appraisal_id uuid,
	private_item boolean not null,
	touching text not null check (touching in ('NOTHING', 'INVESTMENT', 'PERFORMANCE')),
	practices text not null default '' check (length(practices) <= 2000),
	continues_item uuid,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	presiding_seat uuid,
	notes text check (length(notes) between 1 and 5000),
	outcome text check (outcome in ('APPROVED', 'APPROVED_WITH_AMENDMENTS', 'DEFERRED', 'REJECTED', 'NOTED')),
	amended_wording text check (length(amended_wording) between 1 and 2000),
	reason text check (length(reason) between 1 and 1000),
	put_wording text check (length(put_wording) between 1 and 2000),
	put_options text check (length(put_options) between 1 and 2000),
	put_recommendation int,
	put_version int,
	manner text check (manner in ('BY_NAME', 'BY_COUNT', 'NONE')),
	votes_for int check (votes_for between 0 and 999),
	votes_against int check (votes_against between 0 and 999),
	abstained int check (abstained between 0 and 999),
	casting text check (casting in ('FOR', 'AGAINST')),
	reference text check (reference ~ '^[0-9]{4}-[0-9]{3,}$'),
	primary key (organisation_id, id),
	foreign key (organisation_id, meeting_id) references meeting (organisation_id, id),
	foreign key (organisation_id, continues_item) references meeting_item (organisation_id, id),
	check ((purpose = 'DECISION') = (motion is not null or appraisal_id is not null)),
	check ((outcome is null) = (manner is null)),
	check ((manner in ('BY_NAME', 'BY_COUNT')) is not true = (votes_for is null)),
	check (num_nulls(votes_for, votes_against, abstained) in (0, 3))
);

create unique index meeting_item_number on meeting_item (organisation_id, meeting_id, number) where withdrawn_reason is null;
create unique index meeting_item_reference on meeting_item (organisation_id, reference) where reference is not null;
-- An item is taken up again once.
create unique index meeting_item_continues on meeting_item (organisation_id, continues_item)
	where continues_item is not null and withdrawn_reason is null;

create table meeting_declaration (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	item_id uuid not null,
	seat_id uuid not null,
	name text not null check (length(name) between 1 and 200),
	interest_id uuid,
	words text not null check (length(words) between 1 and 2000),
	origin text not null check (origin in ('REGISTER', 'TOLD', 'MEETING', 'PRACTICE', 'CARRIED')),
	may_publish boolean not null,
	declared_by text not null check (length(declared_by) between 1 and 200),
	declared_at timestamptz not null,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	primary key (organisation_id, id),
	foreign key (organisation_id, item_id) references meeting_item (organisation_id, id)
);

create index meeting_declaration_item on meeting_declaration (organisation_id, item_id);

create table meeting_ruling (
	organisation_id uuid not null default current_org(),
	item_id uuid not null,
	seat_id uuid not null,
	ruling text not null check (ruling in ('NO_CONFLICT', 'DISCUSSION_AND_DECISION', 'DISCUSSION_ONLY', 'REMAIN_ONLY', 'EXCLUDED')),
	reason text check (length(reason) between 1 and 1000),
	ruled_by text not null check (length(ruled_by) between 1 and 200),
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, item_id, seat_id),
	foreign key (organisation_id, item_id) references meeting_item (organisation_id, id)
);

create table meeting_vote (
	organisation_id uuid not null default current_org(),
	item_id uuid not null,
	seat_id uuid not null,
	choice text not null check (choice in ('FOR', 'AGAINST', 'ABSTAINED')),
	primary key (organisation_id, item_id, seat_id),
	foreign key (organisation_id, item_id) references meeting_item (organisation_id, id)
);

do
$$
declare
	tab text;
begin
	foreach tab in array array['meeting', 'meeting_member', 'meeting_item', 'meeting_declaration', 'meeting_ruling', 'meeting_vote'] loop
		perform protect(tab::regclass);
	end loop;
	revoke delete on meeting, meeting_member, meeting_item, meeting_declaration from mandate_app;
end
$$;

-- The governing body resolves at a meeting: which item it was, and who took part.
alter table recommendation_resolution add column meeting_id uuid;
alter table recommendation_resolution add column item_id uuid;
alter table recommendation_resolution add column circumstances text check (length(circumstances) between 1 and 10000);
