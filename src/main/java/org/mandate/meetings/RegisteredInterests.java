package org.mandate.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.mandate.interests.Declaration;
import org.mandate.interests.InterestVersion;
import org.mandate.interests.Interests;
import org.mandate.meetings.AgendaItem.Declared;
import org.mandate.meetings.AgendaItem.Origin;

import org.springframework.stereotype.Component;

/**
 * What those who sit at a meeting have on the register of interests, so that nobody types
 * it again.
 */
@Component
class RegisteredInterests {

	private final Interests interests;

	RegisteredInterests(Interests interests) {
		this.interests = interests;
	}

	/**
	 * An interest of somebody who sits at a meeting.
	 *
	 * @param id of the interest
	 * @param seat of its holder
	 * @param name of its holder
	 * @param type of the interest, in words
	 * @param words what it is
	 * @param mayPublish whether they were accepted with consent to publish them
	 */
	public record Registered(UUID id, UUID seat, String name, String type, String words, boolean mayPublish) {

		Declared declared(Origin origin) {
			return new Declared(UUID.randomUUID(), this.seat, this.name, this.id, this.words, origin, this.mayPublish);
		}

	}

	/** Those that go on, by seat. Two statements. */
	List<Registered> of(Meeting meeting) {
		List<Declaration> standing = this.interests.standing();
		List<Registered> registered = new ArrayList<>();
		for (Attendee member : meeting.members()) {
			UUID person = member.person();
			for (Declaration declaration : standing) {
				if (declaration.holder().id().equals(person)) {
					InterestVersion latest = declaration.latest();
					registered.add(new Registered(declaration.id(), member.seat(), member.name(), latest.type().label(),
							latest.words(), latest.consents() && declaration.state() == Declaration.State.ACCEPTED));
				}
			}
		}
		return registered;
	}

}
