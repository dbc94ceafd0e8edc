-- The options appraisal: which options there are, what speaks for and against each, what each asks for, how a panel scores
-- them, and what may go wrong. An option is known by its key: that of a model of the edition, "no-change", or a local one.
-- Nothing is deleted: it is withdrawn with a reason, and the old words are in the audit trail.

-- What was recorded of an option. A model without a row is on the shortlist, the baseline without a row is not.
create table appraisal_option (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
	kind text not null check (kind in ('MODEL', 'BASELINE', 'LOCAL')),
	name text check (length(name) between 1 and 100),
	summary text check (length(summary) between 1 and 1000),
	standing text not null check (standing in ('SHORTLISTED', 'EXCLUDED', 'WITHDRAWN')),
	reason text check (length(reason) between 1 and 1000),
	source text check (length(source) between 1 and 300),
	annual_cost numeric(14, 2) check (annual_cost >= 0),
	cost_source text check (length(cost_source) between 1 and 300),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, key),
	check ((kind = 'LOCAL') = (name is not null)),
	check (standing = 'SHORTLISTED' or reason is not null),
	check (annual_cost is null or cost_source is not null),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- An opportunity or a threat of an option, taken over from an edition of the guidance, edited or the organisation's own.
create table consideration (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	option_key text not null check (length(option_key) between 1 and 60),
	position int not null,
	category text not null check (category in ('OPPORTUNITY', 'THREAT')),
	text text not null check (length(text) between 1 and 1000),
	edition_key text,
	edition_version int,
	entry_key text check (length(entry_key) between 1 and 160),
	edited boolean not null,
	source text check (length(source) between 1 and 300),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	check (num_nulls(edition_key, edition_version, entry_key) in (0, 3)),
	check (entry_key is not null or source is not null),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create index consideration_appraisal on consideration (organisation_id, appraisal_id);
create unique index consideration_taken_over_once on consideration
	(organisation_id, appraisal_id, option_key, edition_key, entry_key) where withdrawn_reason is null;

-- How far a requirement of the guidance is met.
create table requirement_answer (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	requirement_key text not null check (length(requirement_key) between 1 and 160),
	met text not null check (met in ('MET', 'PARTLY', 'NOT_MET', 'NOT_KNOWN')),
	answer text not null check (length(answer) between 1 and 2000),
	source text not null check (length(source) between 1 and 300),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, requirement_key),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- Staff by role, in full-time equivalents: what is held, and what each option needs.
create table capacity_role (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	position int not null,
	role text not null check (length(role) between 1 and 200),
	held numeric(7, 2) check (held >= 0),
	note text check (length(note) between 1 and 1000),
	source text not null check (length(source) between 1 and 300),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create index capacity_role_appraisal on capacity_role (organisation_id, appraisal_id);

create table capacity_need (
	organisation_id uuid not null default current_org(),
	role_id uuid not null,
	option_key text not null check (length(option_key) between 1 and 60),
	needed numeric(7, 2) not null check (needed >= 0),
	primary key (organisation_id, role_id, option_key),
	foreign key (organisation_id, role_id) references capacity_role (organisation_id, id)
);

-- The primary care money, line by line, in pounds. A line without an amount is not known yet, and says why.
create table finance_line (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	position int not null,
	category text not null check (category in ('ALLOCATION', 'EXPENDITURE', 'PRESSURE', 'SURPLUS', 'CONTINGENCY',
		'HEADROOM')),
	stated_total boolean not null,
	label text not null check (length(label) between 1 and 200),
	amount numeric(14, 2),
	approximate boolean not null,
	note text check (length(note) between 1 and 1000),
	source text not null check (length(source) between 1 and 300),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	check (amount is not null or note is not null),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create index finance_line_appraisal on finance_line (organisation_id, appraisal_id);

-- Longer texts of the appraisal: the nine implications, and what is said on a subject as a whole.
create table appraisal_statement (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	subject text not null check (subject in ('FINANCIAL', 'LEGAL', 'PERSONNEL', 'IT', 'EQUALITIES', 'HEALTH_AND_SAFETY',
		'ENVIRONMENTAL', 'PROPERTY', 'RISK', 'CAPACITY', 'CONFLICTS', 'OTHER_OPTIONS')),
	applies boolean not null,
	text text not null check (length(text) between 1 and 20000),
	source text not null check (length(source) between 1 and 300),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, subject),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- The executive's own view, one of the three voices.
create table executive_view (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	option_key text not null check (length(option_key) between 1 and 60),
	held_on date,
	held_by text not null check (length(held_by) between 1 and 200),
	text text not null check (length(text) between 1 and 4000),
	source text not null check (length(source) between 1 and 300),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- Criteria with anchored scales of 0 to 10. The swing: the worst and the best that the options show on the criterion.
create table criterion (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	position int not null,
	name text not null check (length(name) between 1 and 100),
	description text not null check (length(description) between 1 and 1000),
	success_factor text check (length(success_factor) between 1 and 60),
	anchor_0 text not null check (length(anchor_0) between 1 and 300),
	anchor_5 text not null check (length(anchor_5) between 1 and 300),
	anchor_10 text not null check (length(anchor_10) between 1 and 300),
	swing_rank int check (swing_rank between 1 and 100),
	raw_weight int check (raw_weight between 0 and 100),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create unique index criterion_name on criterion (organisation_id, appraisal_id, lower(name))
	where withdrawn_reason is null;

-- A scorer is a member of the organisation; nobody else sees the scores before they are finished.
create table panel_scorer (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	person_id uuid not null,
	name text not null check (length(name) between 1 and 200),
	invited_at timestamptz not null,
	invited_by text not null check (length(invited_by) between 1 and 200),
	finished_at timestamptz,
	removed_reason text check (length(removed_reason) between 1 and 1000),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, person_id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

create table panel_score (
	organisation_id uuid not null default current_org(),
	scorer_id uuid not null,
	criterion_id uuid not null,
	option_key text not null check (length(option_key) between 1 and 60),
	score int not null check (score between 0 and 10),
	comment text check (length(comment) between 1 and 500),
	primary key (organisation_id, scorer_id, criterion_id, option_key),
	foreign key (organisation_id, scorer_id) references panel_scorer (organisation_id, id),
	foreign key (organisation_id, criterion_id) references criterion (organisation_id, id)
);

-- The score that the panel agreed on, with its reason; who dissents stays on record.
create table agreed_score (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	criterion_id uuid not null,
	option_key text not null check (length(option_key) between 1 and 60),
	score int not null check (score between 0 and 10),
	reason text not null check (length(reason) between 1 and 1000),
	dissent text check (length(dissent) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, criterion_id, option_key),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id),
	foreign key (organisation_id, criterion_id) references criterion (organisation_id, id)
);

create table risk (
	organisation_id uuid not null default current_org(),
	id uuid not null,
	version int not null,
	appraisal_id uuid not null,
	option_key text not null check (length(option_key) between 1 and 60),
	number int not null,
	title text not null check (length(title) between 1 and 200),
	description text not null check (length(description) between 1 and 2000),
	likelihood int check (likelihood between 1 and 5),
	consequence int check (consequence between 1 and 5),
	mitigation text check (length(mitigation) between 1 and 2000),
	residual_likelihood int check (residual_likelihood between 1 and 5),
	residual_consequence int check (residual_consequence between 1 and 5),
	owner text check (length(owner) between 1 and 100),
	source text check (length(source) between 1 and 300),
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) between 1 and 200),
	primary key (organisation_id, id),
	unique (organisation_id, appraisal_id, number),
	check ((likelihood is null) = (consequence is null)),
	check ((residual_likelihood is null) = (residual_consequence is null)),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

-- From which score a risk is moderate, high, extreme; without a row 4, 8 and 15.
create table risk_bands (
	organisation_id uuid not null default current_org(),
	appraisal_id uuid not null,
	version int not null,
	moderate_from int not null check (moderate_from between 2 and 23),
	high_from int not null check (high_from > moderate_from),
	extreme_from int not null check (extreme_from > high_from and extreme_from <= 25),
	primary key (organisation_id, appraisal_id),
	foreign key (organisation_id, appraisal_id) references appraisal (organisation_id, id)
);

do
$$
declare
	tab text;
begin
	foreach tab in array array['appraisal_option', 'consideration', 'requirement_answer', 'capacity_role', 'capacity_need',
			'finance_line', 'appraisal_statement', 'executive_view', 'criterion', 'panel_scorer', 'panel_score',
			'agreed_score', 'risk', 'risk_bands'] loop
		perform protect(tab::regclass);
		if tab not in ('capacity_need', 'panel_score') then
			execute format('revoke delete on %I from mandate_app', tab);
		end if;
	end loop;
end
$$;
