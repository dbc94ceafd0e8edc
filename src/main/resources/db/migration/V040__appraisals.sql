create table appraisal (
	organisation_id uuid not null default current_org() references organisation (id),
	id uuid not null,
	version int not null,
	year text not null check (year ~ '^20[0-9]{2}-[0-9]{2}$'),
	edition_key text not null,
	edition_version int not null,
	speaks_for date not null,
	started_at timestamptz not null,
	primary key (organisation_id, id),
	unique (organisation_id, year)
);

select protect('appraisal');
revoke delete on appraisal from mandate_app;
