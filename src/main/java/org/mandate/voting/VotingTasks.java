package org.mandate.voting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about the latest ballot.
 */
@Component
@Order(20)
class VotingTasks implements TaskSource {

	private final BallotReader reader;

	VotingTasks(BallotReader reader) {
		this.reader = reader;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		List<BallotRecord> ballots = this.reader.of(appraisal.id());
		BallotRecord ballot = ballots.isEmpty() ? null : ballots.getLast();
		List<Task> tasks = new ArrayList<>();
		tasks.add(open(ballot));
		if (ballot == null || ballot.opening() == null) {
			tasks.add(waiting("Return the votes of the localities"));
			tasks.add(waiting("Accept the returns"));
			tasks.add(waiting("Close the ballot and read the result"));
			tasks.add(mandate(ballot));
			return tasks;
		}
		String path = "/ballots/" + ballot.number();
		int units = ballot.units().size();
		long accepted = count(ballot, UnitOutcome.State.ACCEPTED);
		long returned = accepted + count(ballot, UnitOutcome.State.RETURNED);
		tasks.add(task("Return the votes of the localities", path, returned == units || ballot.isClosed(),
				"%d of %d localities returned%s".formatted(returned, units, until(ballot)), Role.LOCALITY_DIRECTOR)
			.eachInPerson());
		tasks.add(task("Accept the returns", path, accepted == units || (ballot.isClosed() && accepted == returned),
				"%d of %d accepted".formatted(accepted, units),
				(returned > accepted) ? Role.COMMISSIONING_MANAGER : null));
		tasks.add(task("Close the ballot and read the result", ballot.isClosed() ? path + "/results" : path,
				ballot.isClosed(),
				ballot.isResultOut() ? ballot.outcome(ballot.usualReading()).verdict().state().label() : null,
				(accepted == units) ? Role.COMMISSIONING_MANAGER : null));
		tasks.add(mandate(ballot));
		return tasks;
	}

	/**
	 * A submission needs the members' mandate; here stands whether the record shows one.
	 */
	private static Task mandate(@Nullable BallotRecord ballot) {
		String title = "Have the members' mandate";
		if (ballot == null || !ballot.isClosed()) {
			return new Task(Task.Stage.VOTE, title, "/ballots", Task.Status.INCOMPLETE,
					"Mandate incomplete: the members have "
							+ ((ballot == null) ? "not been asked" : "not finished voting"),
					Set.of());
		}
		if (!ballot.isResultOut()) {
			return new Task(Task.Stage.VOTE, title, "/ballots/" + ballot.number() + "/results", Task.Status.INCOMPLETE,
					"The result is kept to commissioning managers", Set.of());
		}
		boolean carried = ballot.outcome(ballot.usualReading()).verdict().state() == Verdict.State.CARRIED;
		return new Task(Task.Stage.VOTE, title, "/ballots/" + ballot.number() + "/results",
				carried ? Task.Status.COMPLETED : Task.Status.INCOMPLETE, carried ? "The members' vote was carried"
						: "Mandate incomplete: the members' vote was not carried, or that is not known",
				Set.of());
	}

	private static Task open(@Nullable BallotRecord ballot) {
		if (ballot == null) {
			return task("Set up a ballot of the member practices", "/ballots/new", false, null,
					Role.COMMISSIONING_MANAGER);
		}
		return task("Open the ballot", "/ballots/" + ballot.number(), ballot.opening() != null, ballot.question(),
				Role.COMMISSIONING_MANAGER);
	}

	private static String until(BallotRecord ballot) {
		return (ballot.closesAt() != null && ballot.isOpen()) ? ", closes at " + ballot.closesAt().words() : "";
	}

	private static long count(BallotRecord ballot, UnitOutcome.State state) {
		return ballot.units().stream().filter((unit) -> unit.state(ballot.isClosed()) == state).count();
	}

	private static Task waiting(String title) {
		return new Task(Task.Stage.VOTE, title, null, Task.Status.CANNOT_START_YET, null, Set.of());
	}

	private static Task task(String title, String path, boolean done, @Nullable String hint, @Nullable Role actor) {
		return new Task(Task.Stage.VOTE, title, path, done ? Task.Status.COMPLETED : Task.Status.INCOMPLETE, hint,
				(actor != null) ? EnumSet.of(actor) : Set.of());
	}

}
