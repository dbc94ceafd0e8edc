create table person (
	organisation_id uuid not null default current_org() references organisation (id),
	id uuid not null,
	version int not null,
	email text not null check (length(email) between 3 and 254),
	name text not null check (length(name) between 1 and 100),
	job_title text check (length(job_title) <= 100),
	password_hash text,
	locality_id uuid,
	invited_at timestamptz not null,
	deactivated_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, locality_id) references locality (organisation_id, id)
);

create unique index person_email on person (organisation_id, lower(email));

create table person_role (
	organisation_id uuid not null default current_org(),
	person_id uuid not null,
	role text not null check (role in ('ADMINISTRATOR', 'COMMISSIONING_MANAGER', 'LOCALITY_DIRECTOR', 'GOVERNING_BODY_MEMBER', 'CHAIR')),
	primary key (organisation_id, person_id, role),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

-- A link with which somebody chooses a first or a new password. Only the hash of its token is kept.
create table invitation (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	person_id uuid not null,
	token_sha256 bytea not null,
	expires_at timestamptz not null,
	used_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create index invitation_token on invitation (organisation_id, token_sha256);

-- The link printed at the start of a new installation; before it is used there is no organisation.
create table first_administrator_link (
	token_sha256 bytea not null primary key,
	made_at timestamptz not null,
	used_at timestamptz
);

select protect('person');
select protect('person_role');
select protect('invitation');
revoke delete on person from mandate_app;
grant select, insert, update, delete on first_administrator_link to mandate_app;
