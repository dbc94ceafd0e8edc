-- What members said of their own interests before they opened a recommendation: whether each touches it. Rows are only ever
-- added; the last one for an interest counts.
create table touching_interest (
	organisation_id uuid not null default current_org(),
	recommendation_id uuid not null,
	interest_id uuid not null,
	position int not null check (position >= 0),
	interest_version int not null check (interest_version >= 1),
	person_id uuid not null,
	touches boolean not null,
	answered_by text not null check (length(answered_by) between 1 and 100),
	answered_at timestamptz not null,
	primary key (organisation_id, recommendation_id, interest_id, position),
	foreign key (organisation_id, recommendation_id) references recommendation (organisation_id, id),
	foreign key (organisation_id, interest_id) references interest (organisation_id, id),
	foreign key (organisation_id, person_id) references person (organisation_id, id)
);

select protect('touching_interest');
revoke update, delete on touching_interest from mandate_app;
