-- Committees, their seats, and who holds a seat from when to when. The quorum is an expression over roles.
create table committee (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	name text not null check (length(name) between 1 and 200),
	kind text not null check (kind in ('GOVERNING_BODY', 'JOINT_COMMITTEE', 'COMMITTEES_IN_COMMON',
		'PRIMARY_CARE_COMMISSIONING_COMMITTEE', 'COMMISSIONING_BOARD')),
	shadow boolean not null,
	about text check (length(about) between 1 and 2000),
	source text check (length(source) between 1 and 300),
	terms_text text check (length(terms_text) between 1 and 20000),
	terms_link text check (terms_link ~ '^https?://' and length(terms_link) <= 500),
	terms_version text check (length(terms_version) between 1 and 50),
	terms_on date,
	quorum jsonb,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	check (num_nulls(terms_version, terms_on) in (0, 2)),
	check ((terms_version is null) = (terms_text is null and terms_link is null))
);

create unique index committee_name on committee (organisation_id, lower(name)) where withdrawn_reason is null;

create table committee_seat (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	committee_id uuid not null,
	position int not null,
	title text not null check (length(title) between 1 and 200),
	role text not null check (role in ('LAY', 'CHIEF_OFFICER', 'CHIEF_FINANCE_OFFICER', 'EXECUTIVE', 'GP',
		'GP_OF_ANOTHER_CCG', 'NURSE', 'SECONDARY_CARE_DOCTOR', 'LOCAL_AUTHORITY', 'NHS_ENGLAND', 'HEALTHWATCH',
		'HEALTH_AND_WELLBEING_BOARD', 'LMC', 'OTHER')),
	voting boolean not null,
	office text check (office in ('CHAIR', 'VICE_CHAIR')),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	foreign key (organisation_id, committee_id) references committee (organisation_id, id)
);

create index committee_seat_committee on committee_seat (organisation_id, committee_id);
create unique index committee_seat_office on committee_seat (organisation_id, committee_id, office)
	where withdrawn_reason is null and office is not null;

-- A member of the organisation, by id and by the name of the time, or a name with the body it stands for.
create table committee_holder (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	seat_id uuid not null,
	person_id uuid,
	name text not null check (length(name) between 1 and 200),
	body text check (length(body) between 1 and 200),
	from_on date not null,
	to_on date check (to_on >= from_on),
	trained_on date,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	foreign key (organisation_id, seat_id) references committee_seat (organisation_id, id)
);

create index committee_holder_seat on committee_holder (organisation_id, seat_id);

do
$$
declare
	tab text;
begin
	foreach tab in array array['committee', 'committee_seat', 'committee_holder'] loop
		perform protect(tab::regclass);
		execute format('revoke delete on %I from mandate_app', tab);
	end loop;
end
$$;
