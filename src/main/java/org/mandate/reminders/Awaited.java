package org.mandate.reminders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.mail.Post;

/**
 * A locality that has returned nothing, and who answers for it.
 *
 * @param slug its name in addresses
 * @param name as shown
 * @param state how far its return is, in words
 * @param directors who may enter its votes; empty if nobody does
 * @param mail what they are sent
 */
public record Awaited(String slug, String name, String state, List<Director> directors, Mail mail) {

	/**
	 * Who answers for the locality.
	 *
	 * @param person who it is
	 * @param name as shown
	 * @param email to write to
	 * @param invited whether they have not chosen a password yet
	 * @param reminded when they were reminded last; null if they were not
	 * @param again when they can be reminded again; null if that is now
	 */
	public record Director(UUID person, String name, String email, boolean invited, @Nullable Instant reminded,
			@Nullable Instant again) {
	}

	/**
	 * An e-mail without its greeting: plain text.
	 *
	 * @param subject one line
	 * @param text what follows the greeting
	 */
	public record Mail(String subject, String text) {

		/** The whole text for one person. */
		public String to(String name) {
			return "Dear " + Post.line(name) + ",\n\n" + this.text;
		}

	}

}
