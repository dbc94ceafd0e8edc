package org.mandate.engagement;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.engagement.EngagementStatement.Changed;
import org.mandate.engagement.EngagementStatement.Comment;
import org.mandate.engagement.EngagementStatement.Document;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * An engagement as it is typed.
 *
 * @param held "HELD" or "PLANNED"
 * @param changedKind "OPEN", "NOTHING" or "SOMETHING"
 * @param version of what the person saw when they began
 * @param id of a new one, so that a form sent twice makes one
 */
public record EngagementForm(@Nullable String audience, @Nullable String who, @Nullable String partner,
		@Nullable String held, @Nullable String whenKind, DateBoxes from, DateBoxes to, @Nullable String whenSaid,
		@Nullable String how, @Nullable String tookPart, @Nullable String asked, @Nullable String putForward,
		List<CommentRow> comments, List<DocumentRow> documents, @Nullable String changedKind, @Nullable String changed,
		@Nullable String source, @Nullable String version, @Nullable String id) {

	static final String HELD = "HELD";

	static final String PLANNED = "PLANNED";

	static final String SOMETHING = "SOMETHING";

	static final String NOTHING = "NOTHING";

	static final String OPEN = "OPEN";

	private static final int MOST_COMMENTS = 30;

	private static final int MOST_DOCUMENTS = 20;

	private static final int BLANK_ROWS = 3;

	public EngagementForm(@Nullable String audience, @Nullable String who, @Nullable String partner,
			@Nullable String held, @Nullable String whenKind, @Nullable DateBoxes from, @Nullable DateBoxes to,
			@Nullable String whenSaid, @Nullable String how, @Nullable String tookPart, @Nullable String asked,
			@Nullable String putForward, @Nullable List<CommentRow> comments, @Nullable List<DocumentRow> documents,
			@Nullable String changedKind, @Nullable String changed, @Nullable String source, @Nullable String version,
			@Nullable String id) {
		this.audience = audience;
		this.who = who;
		this.partner = partner;
		this.held = held;
		this.whenKind = whenKind;
		this.from = DateBoxes.orEmpty(from);
		this.to = DateBoxes.orEmpty(to);
		this.whenSaid = whenSaid;
		this.how = how;
		this.tookPart = lines(tookPart);
		this.asked = lines(asked);
		this.putForward = putForward;
		this.comments = new ArrayList<>((comments != null) ? comments : List.of());
		this.comments.replaceAll((row) -> Objects.requireNonNullElse(row, CommentRow.BLANK));
		this.documents = new ArrayList<>((documents != null) ? documents : List.of());
		this.documents.replaceAll((row) -> Objects.requireNonNullElse(row, DocumentRow.BLANK));
		this.changedKind = changedKind;
		this.changed = lines(changed);
		this.source = source;
		this.version = version;
		this.id = id;
	}

	/** Something that was said, as typed. */
	public record CommentRow(@Nullable String theme, @Nullable String words, @Nullable String people) {

		static final CommentRow BLANK = new CommentRow("", "", "");

		boolean isBlank() {
			return Typed.text(this.theme).isEmpty() && Typed.text(this.words).isEmpty()
					&& Typed.text(this.people).isEmpty();
		}

	}

	/** Something to read, as typed. */
	public record DocumentRow(@Nullable String title, @Nullable String place) {

		static final DocumentRow BLANK = new DocumentRow("", "");

		boolean isBlank() {
			return Typed.text(this.title).isEmpty() && Typed.text(this.place).isEmpty();
		}

	}

	private static @Nullable String lines(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

	/** Nothing typed yet. */
	static EngagementForm blank(String audience) {
		return new EngagementForm(audience, "", "", "", "", null, null, "", "", "", "", null, null, null, OPEN, "", "",
				"", UUID.randomUUID().toString())
			.withRows();
	}

	/** An engagement as it stands. */
	static EngagementForm of(Engagement entry) {
		EngagementStatement said = entry.statement();
		WhenBoxes when = WhenBoxes.of(said.when());
		String changed = said.changed().isOpen() ? OPEN : (said.changed().nothing() ? NOTHING : SOMETHING);
		UUID partner = said.partner();
		return new EngagementForm(said.audience().name(), said.who(), (partner != null) ? partner.toString() : "",
				said.held() ? HELD : PLANNED, when.kind(), when.from(), when.to(), when.said(), said.how().name(),
				said.tookPart(), said.asked(), said.putForward() ? "true" : null,
				said.comments()
					.stream()
					.map((comment) -> new CommentRow(comment.theme().name(), comment.words(),
							(comment.people() != null) ? comment.people().toString() : ""))
					.toList(),
				said.documents().stream().map((each) -> new DocumentRow(each.title(), each.place())).toList(), changed,
				said.changed().what(), said.source(), Integer.toString(entry.version()), "")
			.withRows();
	}

	/** The same with blank rows to type in. */
	EngagementForm withRows() {
		this.comments.removeIf(CommentRow::isBlank);
		this.documents.removeIf(DocumentRow::isBlank);
		for (int i = 0; i < BLANK_ROWS; i++) {
			this.comments.add(CommentRow.BLANK);
			this.documents.add(DocumentRow.BLANK);
		}
		return this;
	}

	/** The same words, typed over another version. */
	EngagementForm over(int other) {
		return new EngagementForm(this.audience, this.who, this.partner, this.held, this.whenKind, this.from, this.to,
				this.whenSaid, this.how, this.tookPart, this.asked, this.putForward, this.comments, this.documents,
				this.changedKind, this.changed, this.source, Integer.toString(other), this.id);
	}

	/**
	 * What was typed; empty after complaining.
	 * @param partners ids of the partner bodies there are
	 * @param today in London
	 * @param seenFrom the day from which the appraisal is looked at
	 */
	Optional<EngagementStatement> read(Set<UUID> partners, LocalDate today, LocalDate seenFrom, BindingResult errors) {
		TextCheck words = new TextCheck(errors);
		words.chosen("audience", this.audience, Audience.class, "Choose who was told or asked");
		words.line("who", this.who, "Who exactly", 200, "Enter who exactly, such as North locality meeting");
		UUID body = partner(partners, errors);
		boolean wasHeld = HELD.equals(this.held);
		if (!wasHeld && !PLANNED.equals(this.held)) {
			errors.rejectValue("held", "missing", "Choose whether it was held or is planned");
		}
		When when = new WhenBoxes(this.whenKind, this.from, this.to, this.whenSaid)
			.read(List.of(When.Kind.values()), errors)
			.orElse(null);
		if (when != null) {
			checkDays(when, wasHeld, today, seenFrom, errors);
		}
		words.chosen("how", this.how, How.class, "Choose how they were told or asked");
		words.prose("tookPart", this.tookPart, "Who took part", 500, null);
		words.prose("asked", this.asked, "What they were told or asked", 2000, "Enter what they were told or asked");
		if (this.putForward != null && PLANNED.equals(this.held)) {
			errors.rejectValue("putForward", "planned", "Only what was held can have put the option forward");
		}
		List<Comment> said = comments(errors);
		List<Document> read = documents(errors);
		Changed change = changed(errors);
		words.line("source", this.source, "The source", 300, null);
		if (errors.hasErrors() || when == null) {
			return Optional.empty();
		}
		return Optional.of(new EngagementStatement(Audience.valueOf(Typed.text(this.audience)), Typed.text(this.who),
				body, wasHeld, when, How.valueOf(Typed.text(this.how)), Typed.optional(this.tookPart),
				Typed.text(this.asked), this.putForward != null, said, read, change, Typed.optional(this.source)));
	}

	private @Nullable UUID partner(Set<UUID> partners, BindingResult errors) {
		String chosen = Typed.text(this.partner);
		Optional<UUID> known = partners.stream().filter((each) -> each.toString().equals(chosen)).findFirst();
		if (known.isEmpty() && !chosen.isEmpty()) {
			errors.rejectValue("partner", "unknown", "Choose a partner body of the list, or none");
		}
		return known.orElse(null);
	}

	private static void checkDays(When when, boolean held, LocalDate today, LocalDate seenFrom, BindingResult errors) {
		LocalDate first = when.from();
		LocalDate last = when.to();
		if (held && first != null && first.isAfter(today)) {
			errors.rejectValue("from", "future", "That is in the future. Say that it is planned, or correct the day");
		}
		if (!held && last != null && last.isBefore(seenFrom)) {
			errors.rejectValue((when.kind() == When.Kind.DAY) ? "from" : "to", "past",
					"That has passed. Say that it was held, or enter a later day");
		}
	}

	private List<Comment> comments(BindingResult errors) {
		List<Comment> said = new ArrayList<>();
		TextCheck words = new TextCheck(errors);
		for (int i = 0; i < this.comments.size(); i++) {
			CommentRow row = this.comments.get(i);
			if (row.isBlank()) {
				continue;
			}
			String at = "comments[" + i + "].";
			words.chosen(at + "theme", row.theme(), Theme.class, "Choose what the comment is about");
			words.prose(at + "words", row.words(), "The comment", 1000, "Enter what was said");
			Integer people = number(at + "people", row.people(), "How many said so", 1, errors);
			if (PLANNED.equals(this.held)) {
				errors.rejectValue(at + "words", "planned", "Nothing can have been said yet at what is only planned");
			}
			else if (said.size() == MOST_COMMENTS) {
				errors.rejectValue(at + "words", "many", "Enter 30 comments or fewer");
			}
			Theme theme = Typed.one(Theme.values(), row.theme());
			if (theme != null) {
				said.add(new Comment(theme, Typed.text(row.words()), people));
			}
		}
		return said;
	}

	private List<Document> documents(BindingResult errors) {
		List<Document> read = new ArrayList<>();
		TextCheck words = new TextCheck(errors);
		for (int i = 0; i < this.documents.size(); i++) {
			DocumentRow row = this.documents.get(i);
			if (row.isBlank()) {
				continue;
			}
			String at = "documents[" + i + "].";
			words.line(at + "title", row.title(), "The title", 200, "Enter the title of the document");
			words.line(at + "place", row.place(), "The link or reference", 500,
					"Enter a link that begins with https://, or where the document is");
			String place = Typed.text(row.place());
			if (place.matches("(?i)http:.*|https:.*") && !isAddress(place)) {
				errors.rejectValue(at + "place", "address", "A link must be a whole address that begins with https://");
			}
			if (read.size() == MOST_DOCUMENTS) {
				errors.rejectValue(at + "title", "many", "Enter 20 documents or fewer");
			}
			read.add(new Document(Typed.text(row.title()), place));
		}
		return read;
	}

	private static boolean isAddress(String place) {
		try {
			return place.startsWith("https://") && URI.create(place).getHost() != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** A whole number that may be left out; null where it is, or after complaining. */
	static @Nullable Integer number(String field, @Nullable String typed, String name, int least,
			BindingResult errors) {
		String text = Typed.text(typed);
		if (text.isEmpty()) {
			return null;
		}
		if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < least) {
			errors.rejectValue(field, "number",
					"%s must be a whole number from %d to 99,999, or left empty".formatted(name, least));
			return null;
		}
		return Integer.valueOf(text);
	}

	private Changed changed(BindingResult errors) {
		new TextCheck(errors).prose("changed", this.changed, "What changed", 2000,
				SOMETHING.equals(this.changedKind) ? "Enter what changed" : null);
		String what = Typed.optional(this.changed);
		if (SOMETHING.equals(this.changedKind)) {
			return new Changed(what, false);
		}
		boolean nothing = NOTHING.equals(this.changedKind);
		if (!nothing && !OPEN.equals(this.changedKind)) {
			errors.rejectValue("changedKind", "missing", "Choose whether anything changed because of it");
		}
		else if (what != null) {
			errors.rejectValue("changed", "given", "Choose that something changed, or delete what is typed here");
		}
		return nothing ? Changed.NOTHING : Changed.OPEN;
	}

	/** The version seen; -1 for anything that is none. */
	int seen() {
		return Typed.version(this.version);
	}

	/** Of the new one; another one where it was tampered with. */
	UUID identity() {
		return identity(this.id);
	}

	static UUID identity(@Nullable String typed) {
		try {
			return UUID.fromString(Typed.text(typed));
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

}
