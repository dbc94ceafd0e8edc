package org.mandate.appraisals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mandate.access.Role;
import org.mandate.appraisals.Task.Stage;
import org.mandate.appraisals.Task.Status;

import static org.assertj.core.api.Assertions.assertThat;

class TaskListsTests {

	private static final Task COMPARE = new Task(Stage.COMPARE, "Record", "/current-level", Status.COMPLETED, null,
			Set.of(Role.COMMISSIONING_MANAGER));

	private static final Task RETURN = new Task(Stage.VOTE, "Return the votes", "/ballots/1", Status.INCOMPLETE,
			"5 of 6 localities returned", Set.of(Role.LOCALITY_DIRECTOR));

	private static final Task ACCEPT = new Task(Stage.VOTE, "Accept", "/ballots/1", Status.OVERDUE, null,
			Set.of(Role.COMMISSIONING_MANAGER));

	private static final Task DECIDE = new Task(Stage.DECIDE, "Decide", null, Status.CANNOT_START_YET, null,
			Set.of(Role.CHAIR));

	private static final List<Task> ALL = List.of(DECIDE, RETURN, ACCEPT, COMPARE);

	@Test
	void groupsTasksUnderTheStagesInTheirOrder() {
		TaskLists.TaskList list = seenBy(Role.ADMINISTRATOR);
		assertThat(list.groups()).extracting(TaskLists.Group::heading)
			.containsExactly("Compare the models", "Ask the member practices", "Recommend and decide");
		assertThat(list.groups().get(1).items()).extracting(TaskLists.Item::text)
			.containsExactly("Return the votes", "Accept");
		assertThat(list.groups().get(1).items().getFirst().href()).isEqualTo("/10q/appraisals/2015-16/ballots/1");
		assertThat(list.groups().get(2).items().getFirst().href()).isNull();
		assertThat(list.completed()).isEqualTo(1);
		assertThat(list.total()).isEqualTo(4);
	}

	@Test
	void namesTheNextActionOfThePersonAndWhatWaitsForOthers() {
		TaskLists.TaskList director = seenBy(Role.LOCALITY_DIRECTOR);
		assertThat(director.next()).extracting(TaskLists.Item::text).isEqualTo("Return the votes");
		assertThat(director.waiting()).extracting(TaskLists.Waiting::who).containsExactly("Commissioning manager");

		TaskLists.TaskList manager = seenBy(Role.COMMISSIONING_MANAGER);
		assertThat(manager.next()).extracting(TaskLists.Item::text).isEqualTo("Accept");
		assertThat(manager.waiting()).containsExactly(
				new TaskLists.Waiting("Locality clinical director", "Return the votes", "5 of 6 localities returned"));

		TaskLists.TaskList chair = seenBy(Role.CHAIR);
		assertThat(chair.next()).isNull();
		assertThat(chair.waiting()).hasSize(2);
	}

	private static TaskLists.TaskList seenBy(Role role) {
		return TaskLists.of("/10q/appraisals/2015-16", ALL, Set.of(role));
	}

}
