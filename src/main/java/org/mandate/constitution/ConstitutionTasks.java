package org.mandate.constitution;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The line of the task list about the constitution. One statement.
 */
@Component
@Order(62)
class ConstitutionTasks implements TaskSource {

	private final JdbcClient jdbc;

	ConstitutionTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Counted(int all, int agreed, int sent, boolean unchanged) {
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		Counted counted = this.jdbc.sql("""
				select count(id) as amendments, count(agreed_on) as agreed, count(submitted_on) as sent,
					exists (select from constitution_unchanged where appraisal_id = :appraisal and reason is not null)
						as unchanged
				from amendment where appraisal_id = :appraisal and withdrawn_reason is null
				""")
			.param("appraisal", appraisal.id().id())
			.query((row, number) -> new Counted(row.getInt("amendments"), row.getInt("agreed"), row.getInt("sent"),
					row.getBoolean("unchanged")))
			.single();
		boolean done = counted.unchanged()
				|| (counted.all() > 0 && counted.agreed() == counted.all() && counted.sent() == counted.all());
		return List.of(new Task(Task.Stage.SUBMIT, "Have the constitution amended", "/constitution",
				done ? Task.Status.COMPLETED : Task.Status.INCOMPLETE, hint(counted),
				Set.of(Role.COMMISSIONING_MANAGER)));
	}

	private static @Nullable String hint(Counted counted) {
		if (counted.unchanged()) {
			return "No amendment is needed";
		}
		return (counted.all() == 0) ? "No amendment recorded, nor that none is needed"
				: "%d of %d agreed by the members, %d sent to NHS England".formatted(counted.agreed(), counted.all(),
						counted.sent());
	}

}
