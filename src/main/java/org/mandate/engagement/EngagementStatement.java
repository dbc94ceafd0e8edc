package org.mandate.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What is said of an engagement.
 *
 * @param audience who, by kind
 * @param who who exactly: "North locality meeting", 1 to 200 characters
 * @param partner the partner body of the register; null for none
 * @param held whether it was held; otherwise it is planned
 * @param when when, no nearer than is known
 * @param how how they were told or asked
 * @param tookPart who took part for the organisation, up to 500 characters; null where
 * nobody says
 * @param asked what they were told or asked, 1 to 2000 characters
 * @param putForward whether the preferred option was put forward to members then
 * @param comments what was said, by theme; at most 30
 * @param documents what there is to read; at most 20
 * @param changed what changed because of it; open while nobody has said
 * @param source where it is written, up to 300 characters; null where none is given
 */
public record EngagementStatement(Audience audience, String who, @Nullable UUID partner, boolean held, When when,
		How how, @Nullable String tookPart, String asked, boolean putForward, List<Comment> comments,
		List<Document> documents, Changed changed, @Nullable String source) {

	public EngagementStatement {
		comments = List.copyOf(comments);
		documents = List.copyOf(documents);
	}

	/**
	 * Something that was said.
	 *
	 * @param theme what it is about
	 * @param words what was said, 1 to 1000 characters
	 * @param people how many said so; null where nobody counted
	 */
	public record Comment(Theme theme, String words, @Nullable Integer people) {

		String line() {
			String counted = (this.people != null) ? " (%d)".formatted(this.people) : "";
			return "%s: %s%s".formatted(this.theme.label(), this.words, counted);
		}

	}

	/**
	 * Something to read.
	 *
	 * @param title 1 to 200 characters
	 * @param place an https address, or a reference such as a paper and its section, 1 to
	 * 500 characters
	 */
	public record Document(String title, String place) {

		/** Whether the place is an address that can be followed. */
		public boolean isLink() {
			return this.place.startsWith("https://");
		}

	}

	/**
	 * What changed because of an engagement. That nothing did is said, never assumed.
	 *
	 * @param what in words, 1 to 2000 characters; null where nothing changed, or nobody
	 * has said
	 * @param nothing whether it is said that nothing changed
	 */
	public record Changed(@Nullable String what, boolean nothing) {

		/** Nobody has said yet. */
		public static final Changed OPEN = new Changed(null, false);

		/** It is said that nothing changed. */
		public static final Changed NOTHING = new Changed(null, true);

		public Changed {
			if (nothing && what != null) {
				throw new IllegalArgumentException("Either nothing changed or something did");
			}
		}

		/** Something changed. */
		public static Changed of(String what) {
			return new Changed(what, false);
		}

		/** Whether nobody has said yet. */
		public boolean isOpen() {
			return this.what == null && !this.nothing;
		}

		/** As shown. */
		public String words() {
			return Optional.ofNullable(this.what)
				.orElse(this.nothing ? "Nothing" : "Nobody has said yet whether anything changed");
		}

	}

	/**
	 * Everything it says, a line for each thing, as versions of it are kept and compared.
	 * @param partnerName name of the partner body; null for none
	 */
	List<String> lines(@Nullable String partnerName) {
		List<String> lines = new ArrayList<>();
		lines.add("Audience: " + this.audience.label());
		lines.add("Who: " + this.who);
		add(lines, "Partner body", partnerName);
		lines.add("Held: " + (this.held ? "yes" : "planned"));
		lines.add("When: " + dated());
		lines.add("How: " + this.how.label());
		add(lines, "Took part", this.tookPart);
		lines.add("Told or asked: " + this.asked);
		lines.add("Preferred option put forward: " + (this.putForward ? "yes" : "no"));
		this.comments.forEach((comment) -> lines.add("Comment on " + comment.line()));
		this.documents
			.forEach((document) -> lines.add("Document: %s (%s)".formatted(document.title(), document.place())));
		lines.add("What changed: " + this.changed.words());
		add(lines, "Source", this.source);
		return lines;
	}

	/** The words, and the days where they say less. */
	private String dated() {
		String days = (this.when.said() != null && this.when.from() != null)
				? new When(this.when.kind(), this.when.from(), this.when.to(), null).words() : "";
		return this.when.words() + (days.isEmpty() || days.equals(this.when.words()) ? "" : " (" + days + ")");
	}

	private static void add(List<String> lines, String name, @Nullable String value) {
		if (value != null) {
			lines.add(name + ": " + value);
		}
	}

	/** The themes of what was said, each once, in words; empty where nothing was. */
	public String themes() {
		return this.comments.stream()
			.map((comment) -> comment.theme().label())
			.distinct()
			.collect(Collectors.joining(", "));
	}

}
