package org.mandate.engagement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;
import org.mandate.guidance.Edition;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The line of the task list about engagement: of whom that the guidance names somebody is
 * recorded as engaged.
 */
@Component
@Order(12)
class EngagementTasks implements TaskSource {

	private final JdbcClient jdbc;

	private final CoverageReading coverage;

	EngagementTasks(JdbcClient jdbc, CoverageReading coverage) {
		this.jdbc = jdbc;
		this.coverage = coverage;
	}

	/** Two statements. */
	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		Edition edition = this.coverage.edition(appraisal);
		List<Edition.Model> recommended = this.coverage.recommended(appraisal, edition);
		Map<Audience, List<Duty>> duties = Duty.of(edition, recommended.isEmpty() ? edition.models() : recommended);
		Set<Audience> engaged = EnumSet.noneOf(Audience.class);
		this.jdbc.sql("""
				select audience from engagement where appraisal_id = :appraisal and held and withdrawn_reason is null
				union select audience from objection_window where appraisal_id = :appraisal and withdrawn_reason is null
				""")
			.param("appraisal", appraisal.id().id())
			.query(String.class)
			.list()
			.forEach((audience) -> engaged.add(Audience.valueOf(audience)));
		List<Audience> missing = new ArrayList<>(duties.keySet());
		missing.removeAll(engaged);
		String names = missing.stream().map(Audience::label).collect(Collectors.joining(", "));
		return List.of(new Task(Task.Stage.ENGAGE, "Engage before the decision", "/engagement",
				missing.isEmpty() ? Task.Status.COMPLETED : Task.Status.INCOMPLETE,
				missing.isEmpty() ? "Somebody is on record of all whom the guidance names"
						: "Nobody on record as engaged: " + names,
				Set.of(Role.COMMISSIONING_MANAGER)));
	}

}
