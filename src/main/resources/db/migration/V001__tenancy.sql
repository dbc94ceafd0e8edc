-- The organisation to which the running transaction is confined, or null.
create function current_org() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.org', true), '')::uuid $$;

grant execute on function current_org() to mandate_app;

-- Confines a table to the tenant of the transaction and lets the application use it.
create function protect(tab regclass) returns void language plpgsql as
$$
begin
	execute format('alter table %s enable row level security', tab);
	execute format('alter table %s force row level security', tab);
	execute format('create policy organisation on %s using (organisation_id = (select current_org())) with check (organisation_id = (select current_org()))', tab);
	execute format('grant select, insert, update, delete on %s to mandate_app', tab);
end
$$;

revoke execute on function protect(regclass) from public;

-- Sessions of signed-in people (Spring Session's own layout); not an organisation's data.
create table spring_session (
	primary_id char(36) not null primary key,
	session_id char(36) not null unique,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval int not null,
	expiry_time bigint not null,
	principal_name varchar(100)
);

create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
	session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
	attribute_name varchar(200) not null,
	attribute_bytes bytea not null,
	primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on spring_session, spring_session_attributes to mandate_app;
