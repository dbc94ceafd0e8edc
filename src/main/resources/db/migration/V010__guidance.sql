-- National guidance in editions. Nothing here belongs to an organisation, so there is no row level security: everybody
-- reads the same text. What keeps it trustworthy is that a published edition cannot be changed, by its owner either.

create table guidance_edition (
	id uuid primary key,
	key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
	version integer not null check (version between 1 and 9999),
	title text not null check (length(title) between 1 and 200),
	summary text not null check (length(summary) between 1 and 1000),
	for_year text not null check (for_year ~ '^[0-9]{4}-[0-9]{2}$'),
	issued_on date not null,
	unique (key, version)
);

-- Published is a row with the hash of the content, not a flag: from then on the edition is closed.
create table guidance_publication (
	edition_id uuid primary key references guidance_edition,
	content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
	published_at timestamptz not null default now()
);

create table guidance_document (
	edition_id uuid not null references guidance_edition,
	id uuid not null,
	key text not null check (length(key) between 1 and 80),
	position integer not null,
	title text not null check (length(title) between 1 and 200),
	short_title text not null check (length(short_title) between 1 and 60),
	publisher text not null check (length(publisher) between 1 and 100),
	published text not null check (length(published) between 1 and 100),
	primary key (edition_id, id),
	unique (edition_id, key)
);

-- Whatever an edition says is an entry: it has a stable key and its sources. The table of its kind says the rest, and
-- refers to it together with that kind, so that an entry cannot be of two kinds nor of two editions.
create table guidance_entry (
	edition_id uuid not null references guidance_edition,
	id uuid not null,
	kind text not null check (kind in ('model', 'model_alias', 'function', 'scope_statement', 'deadline', 'requirement',
		'shared_function', 'difference', 'reserved_function', 'legal_basis', 'consideration', 'rule', 'process_step',
		'question')),
	key text not null check (key ~ '^[a-z0-9]+([-/][a-z0-9]+)*$' and length(key) <= 160),
	position integer not null,
	primary key (edition_id, id),
	unique (edition_id, id, kind),
	unique (edition_id, kind, key),
	unique (edition_id, kind, position)
);

create table guidance_citation (
	edition_id uuid not null,
	entry_id uuid not null,
	position integer not null,
	document_id uuid not null,
	section text not null check (length(section) between 1 and 200),
	quote text check (array_length(regexp_split_to_array(btrim(quote), '\s+'), 1) <= 25 and btrim(quote) <> ''),
	primary key (edition_id, entry_id, position),
	foreign key (edition_id, entry_id) references guidance_entry (edition_id, id),
	foreign key (edition_id, document_id) references guidance_document (edition_id, id)
);

create table guidance_model (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('model') stored,
	name text not null check (length(name) between 1 and 100),
	summary text not null check (length(summary) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

create table guidance_model_alias (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('model_alias') stored,
	model_id uuid not null,
	name text not null check (length(name) between 1 and 100),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind),
	foreign key (edition_id, model_id) references guidance_model (edition_id, id),
	unique (edition_id, name)
);

-- The models an entry holds for; an entry without any holds for all.
create table guidance_entry_model (
	edition_id uuid not null,
	entry_id uuid not null,
	model_id uuid not null,
	primary key (edition_id, entry_id, model_id),
	foreign key (edition_id, entry_id) references guidance_entry (edition_id, id),
	foreign key (edition_id, model_id) references guidance_model (edition_id, id)
);

create table guidance_function (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('function') stored,
	name text not null check (length(name) between 1 and 200),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

-- Several statements may be made on one function under one model. They are dated and none replaces another.
create table guidance_scope_statement (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('scope_statement') stored,
	function_id uuid not null,
	model_id uuid not null,
	level text not null check (level in ('NONE', 'INVOLVED', 'JOINT', 'FULL')),
	wording text not null check (length(wording) between 1 and 300),
	as_printed boolean not null,
	condition text check (length(condition) between 1 and 300),
	in_force_from date not null,
	in_force_text text check (length(in_force_text) between 1 and 60),
	primary key (edition_id, id),
	unique (edition_id, function_id, model_id, in_force_from),
	check (not as_printed or array_length(regexp_split_to_array(btrim(wording), '\s+'), 1) <= 25),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind),
	foreign key (edition_id, function_id) references guidance_function (edition_id, id),
	foreign key (edition_id, model_id) references guidance_model (edition_id, id)
);

-- An instant with its zone, a day, or words that are no nearer than the source's. A rival is the same deadline as
-- another source states it.
create table guidance_deadline (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('deadline') stored,
	category text not null check (category in ('SUBMISSION', 'CONSTITUTION', 'MODERATION', 'SIGN_OFF', 'GO_LIVE',
		'NEXT_OPPORTUNITY', 'FINANCE', 'GUIDANCE', 'PLAN')),
	title text not null check (length(title) between 1 and 200),
	due_at timestamptz,
	due_zone text check (length(due_zone) between 1 and 60),
	due_on date,
	due_text text check (length(due_text) between 1 and 100),
	rival_of uuid,
	primary key (edition_id, id),
	check (num_nonnulls(due_at, due_on, due_text) = 1),
	check ((due_at is null) = (due_zone is null)),
	check (rival_of <> id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind),
	foreign key (edition_id, rival_of) references guidance_deadline (edition_id, id)
);

create table guidance_requirement (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('requirement') stored,
	text text not null check (length(text) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

create table guidance_shared_function (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('shared_function') stored,
	text text not null check (length(text) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

create table guidance_difference (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('difference') stored,
	aspect text not null check (length(aspect) between 1 and 100),
	model_id uuid not null,
	text text not null check (length(text) between 1 and 1000),
	primary key (edition_id, id),
	unique (edition_id, aspect, model_id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind),
	foreign key (edition_id, model_id) references guidance_model (edition_id, id)
);

create table guidance_reserved_function (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('reserved_function') stored,
	name text not null check (length(name) between 1 and 200),
	text text not null check (length(text) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

create table guidance_legal_basis (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('legal_basis') stored,
	instrument text not null check (length(instrument) between 1 and 200),
	provision text not null check (length(provision) between 1 and 200),
	text text not null check (length(text) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

create table guidance_consideration (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('consideration') stored,
	category text not null check (category in ('OPPORTUNITY', 'THREAT')),
	text text not null check (length(text) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

-- Rules of one topic are readings of the same thing: a check shows each.
create table guidance_rule (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('rule') stored,
	category text not null check (category in ('BASELINE', 'COMPOSITION', 'MANDATE', 'CONFLICTS', 'SUBMISSION',
		'FINANCE')),
	topic text not null check (length(topic) between 1 and 80),
	strength text not null check (strength in ('REQUIRED', 'RECOMMENDED', 'RIGHT')),
	title text not null check (length(title) between 1 and 200),
	text text not null check (length(text) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

create table guidance_process_step (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('process_step') stored,
	title text not null check (length(title) between 1 and 200),
	who text not null check (length(who) between 1 and 100),
	text text not null check (length(text) between 1 and 1000),
	deadline_id uuid,
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind),
	foreign key (edition_id, deadline_id) references guidance_deadline (edition_id, id)
);

create table guidance_question (
	edition_id uuid not null,
	id uuid not null,
	kind text not null generated always as ('question') stored,
	question text not null check (length(question) between 1 and 200),
	answer text not null check (length(answer) between 1 and 1000),
	primary key (edition_id, id),
	foreign key (edition_id, id, kind) references guidance_entry (edition_id, id, kind)
);

-- The search path is fixed, or a temporary table of the same name would hide the publication.
create function guidance_refuse_change_of_published() returns trigger language plpgsql
set search_path = mandate, pg_temp as
$$
begin
	if tg_op = 'TRUNCATE' then
		if exists (select from guidance_publication) then
			raise exception 'Published guidance cannot be emptied (%)', tg_table_name using errcode = '42501';
		end if;
		return null;
	end if;
	if tg_op in ('UPDATE', 'DELETE') and exists (
			select from guidance_publication where edition_id = (to_jsonb(old) ->> tg_argv[0])::uuid) then
		raise exception 'A published edition of guidance cannot be changed (%)', tg_table_name using errcode = '42501';
	end if;
	if tg_op in ('INSERT', 'UPDATE') and exists (
			select from guidance_publication where edition_id = (to_jsonb(new) ->> tg_argv[0])::uuid) then
		raise exception 'Nothing can be added to a published edition of guidance (%)', tg_table_name
			using errcode = '42501';
	end if;
	if tg_op = 'DELETE' then
		return old;
	end if;
	return new;
end
$$;

-- Publishing closes an edition, so what no later step could repair is checked here: no claim without a source.
create function guidance_guard_publication() returns trigger language plpgsql set search_path = mandate, pg_temp as
$$
declare
	uncited text;
begin
	if tg_op = 'INSERT' then
		select string_agg(e.kind || ' ' || e.key, ', ') into uncited from guidance_entry e
			where e.edition_id = new.edition_id and not exists (
				select from guidance_citation c where c.edition_id = e.edition_id and c.entry_id = e.id);
		if uncited is not null then
			raise exception 'Entries without a source cannot be published: %', uncited using errcode = '23514';
		end if;
		return new;
	end if;
	raise exception 'The publication of guidance cannot be taken back' using errcode = '42501';
end
$$;

create trigger guard before insert or update or delete on guidance_publication
	for each row execute function guidance_guard_publication();
create trigger no_truncate before truncate on guidance_publication execute function guidance_guard_publication();

do
$$
declare
	tab text;
begin
	foreach tab in array array['edition', 'document', 'entry', 'citation', 'model', 'model_alias', 'entry_model',
			'function', 'scope_statement', 'deadline', 'requirement', 'shared_function', 'difference',
			'reserved_function', 'legal_basis', 'consideration', 'rule', 'process_step', 'question'] loop
		execute format('create trigger published before insert or update or delete on guidance_%s for each row
			execute function guidance_refuse_change_of_published(%L)', tab,
			case tab when 'edition' then 'id' else 'edition_id' end);
		execute format('create trigger no_truncate before truncate on guidance_%s
			execute function guidance_refuse_change_of_published()', tab);
		execute format('grant select, insert on guidance_%s to mandate_app', tab);
	end loop;
end
$$;

grant select, insert on guidance_publication to mandate_app;
