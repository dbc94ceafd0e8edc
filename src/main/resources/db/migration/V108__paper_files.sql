-- Files that papers are made into, away from the request that asks for them. Each is made from the content kept with it, so that
-- making it again makes the same. What was begun and not finished is begun again by whoever looks next; the file appears whole or not at all.
create table paper_file (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	appraisal_id uuid not null,
	-- Number of the sealed paper it is made of; null for the paper as the record stood when it was asked for.
	sealed_number int,
	kind text not null check (length(kind) between 1 and 40),
	format text not null check (format in ('PDF', 'WORD', 'SPREADSHEET')),
	status text not null check (length(status) between 1 and 200),
	content text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	audit_seq bigint not null,
	audit_hash text not null check (audit_hash ~ '^[0-9a-f]{64}$'),
	dated_at timestamptz not null,
	-- Null for what was made when the paper was sealed.
	requested_by uuid,
	requested_at timestamptz not null,
	begun_at timestamptz,
	attempts int not null default 0 check (attempts between 0 and 3),
	finished_at timestamptz,
	file bytea,
	file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
	primary key (organisation_id, id),
	check ((finished_at is null) = (file is null) and (file is null) = (file_sha256 is null)),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create index paper_file_waiting on paper_file (organisation_id, requested_at) where finished_at is null;
create unique index paper_file_sealed on paper_file (organisation_id, appraisal_id, sealed_number, kind, format) where sealed_number is not null and requested_by is null;
create index paper_file_hash on paper_file (organisation_id, file_sha256);

select protect('paper_file');
