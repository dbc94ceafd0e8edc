-- Two officers more: who answers for the organisation, and who guards against conflicts of interest.
alter table person_role drop constraint person_role_role_check;
alter table person_role add constraint person_role_role_check check (role in ('ADMINISTRATOR', 'COMMISSIONING_MANAGER',
	'LOCALITY_DIRECTOR', 'GOVERNING_BODY_MEMBER', 'CHAIR', 'ACCOUNTABLE_OFFICER', 'CONFLICTS_GUARDIAN'));
