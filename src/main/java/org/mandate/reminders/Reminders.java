package org.mandate.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Addresses;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.PersonSummary;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Auditable;
import org.mandate.mail.Post;
import org.mandate.organisations.Organisations;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.ClosingTime;
import org.mandate.voting.UnitOutcome;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds the directors of localities that have returned nothing in a ballot: them alone,
 * and the same person not too often.
 */
@Component
public class Reminders {

	private final Voting voting;

	private final People people;

	private final Organisations organisations;

	private final Addresses addresses;

	private final Post post;

	private final ReminderLog log;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Duration gap;

	Reminders(Voting voting, People people, Organisations organisations, Addresses addresses, Post post,
			ReminderLog log, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock,
			@Value("${mandate.reminders.minimum-gap}") Duration gap) {
		this.voting = voting;
		this.people = people;
		this.organisations = organisations;
		this.addresses = addresses;
		this.post = post;
		this.log = log;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
		this.gap = gap;
	}

	/**
	 * Who has not returned, and who was reminded of it.
	 *
	 * @param ballot the ballot
	 * @param awaited localities that have returned nothing and still can
	 * @param sent the log, the latest first
	 * @param missing settings without which no e-mail can be sent
	 * @param gap the shortest time between two reminders of one person, in words
	 * @param now when this was read
	 */
	public record Chase(BallotRecord ballot, List<Awaited> awaited, List<Reminder> sent, List<String> missing,
			String gap, Instant now) {

		/** Who would be reminded now. */
		public List<Awaited.Director> due() {
			return everybody().stream().filter((director) -> director.again() == null).toList();
		}

		/** Who answers for a locality that is awaited. */
		public List<Awaited.Director> everybody() {
			return this.awaited.stream().flatMap((each) -> each.directors().stream()).toList();
		}

		/** Localities for which nobody answers. */
		public List<String> withoutDirector() {
			return this.awaited.stream().filter((each) -> each.directors().isEmpty()).map(Awaited::name).toList();
		}

		/** Addresses to copy. */
		public String copied() {
			return String.join(", ", everybody().stream().map(Awaited.Director::email).distinct().toList());
		}

	}

	/**
	 * What sending came to.
	 *
	 * @param sent how many the mail server took
	 * @param failed how many it did not
	 */
	public record Delivery(int sent, int failed) {
	}

	private record Queued(Reminder reminder, Post.Letter letter) {
	}

	/**
	 * Who has not returned in a ballot.
	 * @param by whose name a reminder would carry
	 */
	@Transactional(readOnly = true)
	public Chase chase(AppraisalSummary appraisal, int number, Member by) {
		return read(appraisal, number, by, this.clock.instant());
	}

	/**
	 * Remind everybody who has not returned and was not reminded too recently. Mail goes
	 * out when the log has been committed; where the server does not take it the log says
	 * so, and it can be sent again.
	 * @throws RemindersNotPossible if no mail server is set up, or nobody is to be
	 * reminded
	 */
	public Delivery send(AppraisalSummary appraisal, int number, Member by) {
		if (!this.post.missing().isEmpty()) {
			throw new RemindersNotPossible("Mandate cannot send e-mail here yet. The page of the reminders has the "
					+ "addresses and the text, to be sent by hand.");
		}
		List<Queued> queued = Objects
			.requireNonNull(this.transaction.execute((status) -> queue(appraisal, number, by)));
		List<@Nullable String> problems = this.post.send(queued.stream().map(Queued::letter).toList());
		List<Reminder> reminders = queued.stream().map(Queued::reminder).toList();
		this.transaction.executeWithoutResult((status) -> settle(appraisal, number, reminders, problems));
		int failed = (int) problems.stream().filter(Objects::nonNull).count();
		return new Delivery(problems.size() - failed, failed);
	}

	private List<Queued> queue(AppraisalSummary appraisal, int number, Member by) {
		this.log.lock(this.voting.ballot(appraisal, number).id());
		Instant now = this.clock.instant();
		Chase chase = read(appraisal, number, by, now);
		List<Queued> queued = new ArrayList<>();
		for (Awaited awaited : chase.awaited()) {
			for (Awaited.Director director : awaited.directors()) {
				if (director.again() == null) {
					queued.add(new Queued(this.log.queue(chase.ballot().id(), awaited, director, now, by.name()),
							new Post.Letter(director.email(), director.name(), awaited.mail().subject(),
									awaited.mail().to(director.name()))));
				}
			}
		}
		if (queued.isEmpty()) {
			throw new RemindersNotPossible("There is nobody to remind now. The page of the reminders says who has not "
					+ "returned, and when they were reminded last.");
		}
		return queued;
	}

	private void settle(AppraisalSummary appraisal, int number, List<Reminder> reminders,
			List<@Nullable String> problems) {
		Instant now = this.clock.instant();
		Set<String> reached = new TreeSet<>();
		Set<String> missed = new TreeSet<>();
		for (int i = 0; i < reminders.size(); i++) {
			String problem = problems.get(i);
			this.log.settle(reminders.get(i), problem, now);
			((problem == null) ? reached : missed).add(reminders.get(i).unitName());
		}
		if (!reached.isEmpty()) {
			this.events.publishEvent(new Sent("ballot.reminded", appraisal.id().id(),
					"Sent reminders of ballot %d by e-mail to the directors of %s".formatted(number, names(reached)),
					Map.of("localities", List.copyOf(reached))));
		}
		if (!missed.isEmpty()) {
			this.events.publishEvent(new Sent("ballot.reminder-failed", appraisal.id().id(),
					"Reminders of ballot %d to the directors of %s could not be sent".formatted(number, names(missed)),
					Map.of("localities", List.copyOf(missed))));
		}
	}

	private record Sent(String action, UUID stream, String summary, Map<String, Object> details) implements Auditable {
	}

	private Chase read(AppraisalSummary appraisal, int number, Member by, Instant now) {
		BallotRecord ballot = this.voting.ballot(appraisal, number);
		List<Reminder> sent = this.log.of(ballot.id());
		Map<UUID, Instant> last = new LinkedHashMap<>();
		sent.stream()
			.filter((reminder) -> reminder.counts(now))
			.forEach((reminder) -> last.merge(reminder.person(), reminder.queued(), (a, b) -> a.isAfter(b) ? a : b));
		List<PersonSummary> directors = this.people.directors();
		List<Awaited> awaited = new ArrayList<>();
		for (BallotRecord.UnitRecord unit : ballot.units()) {
			if (ballot.isOpen(unit) && isAwaited(unit.state(ballot.isClosed()))) {
				awaited.add(new Awaited(unit.slug(), unit.name(), unit.state(ballot.isClosed()).label(),
						directors.stream()
							.filter((person) -> person.locality() != null && person.locality().equals(unit.locality()))
							.map((person) -> director(person, last.get(person.id()), now))
							.toList(),
						mail(appraisal, ballot, unit, by)));
			}
		}
		return new Chase(ballot, awaited, sent, this.post.missing(), inWords(this.gap), now);
	}

	private static boolean isAwaited(UnitOutcome.State state) {
		return state == UnitOutcome.State.AWAITED || state == UnitOutcome.State.SENT_BACK;
	}

	private Awaited.Director director(PersonSummary person, @Nullable Instant reminded, Instant now) {
		Instant again = (reminded != null) ? reminded.plus(this.gap) : null;
		return new Awaited.Director(person.id(), person.name(), person.email(),
				person.state() == PersonSummary.State.INVITED, reminded,
				(again != null && again.isAfter(now)) ? again : null);
	}

	private Awaited.Mail mail(AppraisalSummary appraisal, BallotRecord ballot, BallotRecord.UnitRecord unit,
			Member by) {
		String unitName = Post.line(unit.name());
		ClosingTime until = ballot.isOpen() ? ballot.closesAt() : null;
		String subject = unitName + ": votes awaited" + ((until != null) ? " by " + until.shortWords() : "");
		StringBuilder text = new StringBuilder();
		text.append("The votes of %s have not been returned yet. The practices of %s are asked, for %s:"
			.formatted(unitName, Post.line(this.organisations.current().name()), appraisal.year().label()))
			.append("\n\n");
		text.append("    ").append(Post.line(ballot.question())).append("\n\n");
		if (until != null) {
			text.append("The ballot closes at %s. What comes later cannot be taken.".formatted(until.words()))
				.append("\n\n");
		}
		text.append("Return the votes here:\n")
			.append(this.addresses.of("/%s%s/ballots/%d/returns/%s".formatted(by.organisationCode(), appraisal.path(),
					ballot.number(), unit.slug())))
			.append("\n\n")
			.append("%s sent you this with Mandate, because you return the votes of %s.".formatted(Post.line(by.name()),
					unitName))
			.append('\n');
		return new Awaited.Mail(subject, text.toString());
	}

	private static String inWords(Duration gap) {
		return (gap.toMinutes() % 60 == 0) ? gap.toHours() + " hours" : gap.toMinutes() + " minutes";
	}

	private static String names(Set<String> names) {
		List<String> all = List.copyOf(names);
		return (all.size() == 1) ? all.getFirst()
				: String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
	}

}
