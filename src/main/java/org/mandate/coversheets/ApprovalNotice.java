package org.mandate.coversheets;

import java.util.Optional;

import org.mandate.access.Member;
import org.mandate.appraisals.NoticeSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells an officer where they begin that their approval is waited for.
 */
@Component
class ApprovalNotice implements NoticeSource {

	private final JdbcClient jdbc;

	ApprovalNotice(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Notice> notice(Member member) {
		return this.jdbc.sql("""
				select p.year, a.office, a.recorded_by
				from officer_approval a
				join appraisal p on p.organisation_id = a.organisation_id and p.id = a.appraisal_id
				where a.kind = 'ASKED' and a.officer_id = :person
					and not exists (select from officer_approval later
						where later.appraisal_id = a.appraisal_id and later.number > a.number
							and (later.request = a.number or later.office = a.office and (
								later.kind = 'ASKED' and later.officer_id = a.officer_id
								or later.kind = 'NOT_NEEDED' and later.request is null)))
					and not exists (select from recommendation r
						join recommendation_resolution d on d.organisation_id = r.organisation_id
							and d.recommendation_id = r.id
						where r.appraisal_id = a.appraisal_id and d.version_number >= a.recommendation_version)
				order by a.recorded_at limit 1
				""").param("person", member.id().id()).query((row, number) -> {
			Office office = Office.valueOf(row.getString("office"));
			String year = row.getString("year");
			return new Notice(
					"%s asks you to approve the paper for %s as %s.".formatted(row.getString("recorded_by"),
							year.replace('-', '/'), office.inSentence()),
					"Answer the request", "/appraisals/" + year + "/approvals");
		}).optional();
	}

}
