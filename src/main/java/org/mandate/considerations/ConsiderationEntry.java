package org.mandate.considerations;

import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.guidance.Edition;
import org.mandate.options.Option;

/**
 * An opportunity or a threat as recorded.
 */
@Entity
@Table(name = "consideration")
class ConsiderationEntry extends Entry<ConsiderationEntry> {

	private String optionKey;

	private int position;

	@Enumerated(EnumType.STRING)
	private Edition.Consideration.Category category;

	private String text;

	private @Nullable String editionKey;

	private @Nullable Integer editionVersion;

	private @Nullable String entryKey;

	private boolean edited;

	private @Nullable String source;

	private @Nullable String withdrawnReason;

	@SuppressWarnings("NullAway.Init")
	protected ConsiderationEntry() {
	}

	private ConsiderationEntry(AppraisalId appraisal, Option option, int position,
			Edition.Consideration.Category category, String text, Stamp stamp) {
		super(appraisal, stamp);
		this.optionKey = option.key();
		this.position = position;
		this.category = category;
		this.text = text;
	}

	/** Taken over from the guidance. */
	static ConsiderationEntry adopted(AppraisalId appraisal, Option option, int position, Consideration.Library library,
			Stamp stamp) {
		ConsiderationEntry entry = new ConsiderationEntry(appraisal, option, position, library.category(),
				library.text(), stamp);
		entry.editionKey = library.edition().key();
		entry.editionVersion = library.edition().version();
		entry.entryKey = library.key();
		entry.registerEvent(Noted.of(appraisal.id(), "consideration.adopted",
				"Took over %s of %s from the guidance".formatted(entry.kind(), option.title()),
				Noted.facts("text", library.text(), "guidance", library.title(), "entry", library.key())));
		return entry;
	}

	/** The organisation's own. */
	static ConsiderationEntry own(AppraisalId appraisal, Option option, int position, ConsiderationText said,
			Stamp stamp) {
		ConsiderationEntry entry = new ConsiderationEntry(appraisal, option, position, said.category(), said.text(),
				stamp);
		entry.source = said.source();
		entry.registerEvent(Noted.of(appraisal.id(), "consideration.added",
				"Added %s of %s".formatted(entry.kind(), option.title()), entry.facts()));
		return entry;
	}

	boolean says(ConsiderationText said) {
		return this.category == said.category() && this.text.equals(said.text())
				&& Objects.equals(this.source, said.source());
	}

	/** Other words; where it was taken from stays. */
	void change(Option option, ConsiderationText said, @Nullable String original, Stamp stamp) {
		Map<String, Object> before = facts();
		if (this.entryKey == null) {
			this.category = said.category();
		}
		this.text = said.text();
		this.source = said.source();
		this.edited = this.entryKey != null && !said.text().equals(original);
		touch(stamp);
		registerEvent(Noted.changed(stream(), "consideration.changed",
				"Changed %s of %s".formatted(kind(), option.title()), before, facts()));
	}

	void withdraw(Option option, String reason, Stamp stamp) {
		this.withdrawnReason = reason;
		touch(stamp);
		registerEvent(Noted.withdrawn(stream(), "consideration.withdrawn",
				"Withdrew %s of %s".formatted(kind(), option.title()), reason, facts()));
	}

	/** Changes places with the one above. */
	void moveAbove(ConsiderationEntry other, Option option) {
		int place = this.position;
		this.position = other.position;
		other.position = place;
		registerEvent(Noted.of(stream(), "consideration.moved",
				"Moved %s of %s up in the list".formatted(kind(), option.title()), facts()));
	}

	private String kind() {
		return (this.category == Edition.Consideration.Category.OPPORTUNITY) ? "an opportunity" : "a threat";
	}

	private Map<String, Object> facts() {
		return Noted.facts("kind", Consideration.kind(this.category), "text", this.text, "source", this.source);
	}

	Consideration view(Consideration.@Nullable Library library) {
		return new Consideration(id(), this.optionKey, this.category, this.text, library, this.edited, this.source,
				this.withdrawnReason, saved());
	}

	boolean isBeside(ConsiderationEntry other) {
		return this.optionKey.equals(other.optionKey) && this.category == other.category && !isWithdrawn()
				&& !other.isWithdrawn();
	}

	boolean isWithdrawn() {
		return this.withdrawnReason != null;
	}

	String optionKey() {
		return this.optionKey;
	}

	int position() {
		return this.position;
	}

	@Nullable String editionKey() {
		return this.editionKey;
	}

	@Nullable Integer editionVersion() {
		return this.editionVersion;
	}

	@Nullable String entryKey() {
		return this.entryKey;
	}

}
