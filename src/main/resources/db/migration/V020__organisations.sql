-- The directory of organisations is public: it has no tenant.
create table organisation (
	id uuid not null primary key,
	code text not null unique check (code ~ '^[0-9A-Z]{2,6}$'),
	name text not null check (length(name) between 1 and 200),
	short_name text not null check (length(short_name) between 1 and 40),
	established_at timestamptz not null default now()
);

grant select, insert, update on organisation to mandate_app;

create table locality (
	organisation_id uuid not null default current_org() references organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 100),
	slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
	position int not null check (position >= 0),
	provenance text check (length(provenance) between 1 and 1000),
	primary key (organisation_id, id),
	unique (organisation_id, slug)
);

create table practice (
	organisation_id uuid not null default current_org() references organisation,
	id uuid not null,
	code text not null check (code ~ '^[A-Z][A-Z0-9]{5}$'),
	name text not null check (length(name) between 1 and 200),
	address text not null check (length(address) <= 400),
	postcode text not null check (length(postcode) <= 10),
	status text not null check (status in ('ACTIVE', 'CLOSED', 'DORMANT', 'PROPOSED')),
	opened_on date not null,
	closed_on date check (closed_on >= opened_on),
	prescribing_setting int not null check (prescribing_setting between 0 and 99),
	primary key (organisation_id, id),
	unique (organisation_id, code)
);

-- From since to until, both days included, as in the national file. A locality that is not known is null.
create table practice_membership (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	practice_id uuid not null,
	locality_id uuid,
	since date not null,
	until date check (until >= since),
	inferred boolean not null default false,
	basis text check (length(basis) between 1 and 1000),
	primary key (organisation_id, id),
	foreign key (organisation_id, practice_id) references practice (organisation_id, id),
	foreign key (organisation_id, locality_id) references locality (organisation_id, id)
);

create unique index practice_membership_current on practice_membership (organisation_id, practice_id) where until is null;
create index practice_membership_period on practice_membership (organisation_id, practice_id, since);

create table list_size (
	organisation_id uuid not null default current_org(),
	practice_id uuid not null,
	quarter text not null check (quarter ~ '^[0-9]{4}Q[1-4]$'),
	patients int not null check (patients >= 0),
	primary key (organisation_id, practice_id, quarter),
	foreign key (organisation_id, practice_id) references practice (organisation_id, id)
);

create index list_size_quarter on list_size (organisation_id, quarter);

create table partner_body (
	organisation_id uuid not null default current_org() references organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 200),
	kind text not null check (kind in ('NHS_ENGLAND', 'LOCAL_AUTHORITY', 'HEALTH_AND_WELLBEING_BOARD', 'HEALTHWATCH',
		'LOCAL_MEDICAL_COMMITTEE', 'CLINICAL_COMMISSIONING_GROUP', 'PATIENT_GROUP', 'OTHER')),
	primary key (organisation_id, id),
	unique (organisation_id, name)
);

-- What was uploaded: first a preview that expires, then the record of what was imported.
create table register_import (
	organisation_id uuid not null default current_org() references organisation,
	id uuid not null,
	kind text not null check (kind in ('PRACTICES', 'LIST_SIZES', 'LOCALITIES')),
	file_name text not null check (length(file_name) <= 200),
	sha256 text not null check (length(sha256) = 64),
	as_at date not null,
	quarter text check (quarter ~ '^[0-9]{4}Q[1-4]$'),
	content json not null,
	uploaded_at timestamptz not null,
	expires_at timestamptz not null,
	imported_at timestamptz,
	outcome jsonb,
	primary key (organisation_id, id)
);

create index register_import_latest on register_import (organisation_id, kind, imported_at desc);

select protect('locality');
select protect('practice');
select protect('practice_membership');
select protect('list_size');
select protect('partner_body');
select protect('register_import');
revoke delete on practice, practice_membership, locality from mandate_app;
