-- Papers as they were when the governing body resolved: text, so that not a byte changes, with its hash and the head of
-- the audit chain at the time. The chain's head event names the same hash.
create table sealed_paper (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	number int not null check (number >= 1),
	content text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	audit_seq bigint not null,
	audit_hash text not null check (audit_hash ~ '^[0-9a-f]{64}$'),
	sealed_at timestamptz not null,
	primary key (organisation_id, appraisal_id, number),
	foreign key (organisation_id, appraisal_id, number) references recommendation (organisation_id, appraisal_id, number)
);

select protect('sealed_paper');
revoke update, delete on sealed_paper from mandate_app;
