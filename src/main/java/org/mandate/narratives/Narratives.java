package org.mandate.narratives;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.facts.FactSheet;
import org.mandate.facts.Facts;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The narrative sections of the papers of the current organisation. Nothing is
 * overwritten: each saved text is another version.
 */
@Component
public class Narratives {

	private final NarrativeReader reader;

	private final NarrativeStore store;

	private final Facts facts;

	private final ApplicationEventPublisher events;

	Narratives(NarrativeReader reader, NarrativeStore store, Facts facts, ApplicationEventPublisher events) {
		this.reader = reader;
		this.store = store;
		this.facts = facts;
		this.events = events;
	}

	/** The latest version of each section that has one. One statement. */
	@Transactional(readOnly = true)
	public Map<Section, Narrative> of(AppraisalSummary appraisal) {
		return this.reader.latest(appraisal);
	}

	/** Every version of a section, latest first. One statement. */
	@Transactional(readOnly = true)
	public List<Narrative> versions(AppraisalSummary appraisal, Section section) {
		return this.reader.versions(appraisal, section);
	}

	/**
	 * How far each section is, for a reader. Four statements and those of {@link Facts}.
	 */
	@Transactional(readOnly = true)
	public Overview overview(AppraisalSummary appraisal, Member member) {
		return overview(appraisal, member, member.is(Role.COMMISSIONING_MANAGER));
	}

	/**
	 * How far each section is, for nobody in particular: with every figure, and nobody's
	 * drafts.
	 */
	@Transactional(readOnly = true)
	public Overview overview(AppraisalSummary appraisal) {
		return overview(appraisal, null, true);
	}

	private Overview overview(AppraisalSummary appraisal, @Nullable Member member, boolean showsOpenBallot) {
		FactSheet sheet = this.facts.of(appraisal, showsOpenBallot);
		Map<Section, Narrative> latest = this.reader.latest(appraisal);
		Map<Section, Review> reviews = this.reader.reviews(appraisal);
		List<Desk> desks = this.reader.desks(appraisal);
		List<Remark> remarks = this.reader.remarks(appraisal);
		Comparing comparing = new Comparing(sheet);
		List<SectionState> states = Arrays.stream(Section.values()).map((section) -> {
			Narrative narrative = latest.get(section);
			List<Desk> here = desks.stream().filter((desk) -> desk.section() == section).toList();
			return new SectionState(section, narrative,
					here.stream()
						.filter((desk) -> (member == null || !desk.isOf(member)) && desk.isBusy(this.store.now()))
						.toList(),
					here.stream()
						.filter((desk) -> member != null && desk.isOf(member))
						.findFirst()
						.map(Desk::draft)
						.orElse(null),
					remarks.stream().filter((remark) -> remark.section() == section).toList(),
					(narrative != null) ? comparing.issues(narrative, reviews.get(section)) : List.of());
		}).toList();
		return new Overview(states, sheet);
	}

	/**
	 * All sections, and the figures to which they can refer.
	 *
	 * @param states in the order of the sections
	 * @param sheet as the reader sees it
	 */
	public record Overview(List<SectionState> states, FactSheet sheet) {

		public Overview {
			states = List.copyOf(states);
		}

		/** One of the sections. */
		public SectionState of(Section section) {
			return this.states.get(section.ordinal());
		}

		/** Those of a part of the papers. */
		public List<SectionState> of(Section.Part part) {
			return this.states.stream().filter((state) -> state.section().part() == part).toList();
		}

	}

	/**
	 * Save a text as the next version. Nothing is recorded when it is the same as the
	 * latest. What the person had typed and not saved is given up.
	 * @param seen number of the version it was written from; 0 for none
	 * @param text in Markdown, at most {@link Narrative#LONGEST} characters
	 * @return the latest version
	 * @throws SectionChanged if there is a later one; the text is kept as a draft by the
	 * caller
	 */
	@Transactional
	public Narrative save(AppraisalSummary appraisal, Section section, int seen, String text, Member by) {
		this.store.lock(appraisal);
		Narrative latest = this.reader.latest(appraisal).get(section);
		if (latest != null && latest.text().equals(text)) {
			this.store.clear(appraisal, section, by);
			return latest;
		}
		if (latest != null && latest.version() != seen) {
			throw new SectionChanged(latest);
		}
		Review before = this.reader.reviews(appraisal).get(section);
		Narrative saved = new Narrative(section, (latest != null) ? latest.version() + 1 : 1, text, by.name(),
				this.store.now());
		this.store.version(appraisal, saved);
		Seen now = new Comparing(this.facts.of(appraisal, true)).seen(text, false,
				(before != null) ? before.seen().left() : List.of());
		this.store.review(appraisal, new Review(section, saved.version(), 0, now, by.name(), saved.savedAt()));
		this.store.clear(appraisal, section, by);
		this.events.publishEvent(NarrativeEvent.saved(appraisal, saved));
		return saved;
	}

	/**
	 * Note that somebody has read the latest version again: its figures as they are now,
	 * and the numbers they leave although the record says otherwise.
	 * @param version its number
	 * @throws SectionChanged if there is a later one
	 * @throws NotFound if nothing was saved
	 */
	@Transactional
	public void review(AppraisalSummary appraisal, Section section, int version, Member by) {
		this.store.lock(appraisal);
		Narrative latest = this.reader.latest(appraisal).get(section);
		if (latest == null) {
			throw new NotFound("Nothing is written in “" + section.label() + "” yet.");
		}
		if (latest.version() != version) {
			throw new SectionChanged(latest);
		}
		Review last = Objects.requireNonNull(this.reader.reviews(appraisal).get(section));
		Seen now = new Comparing(this.facts.of(appraisal, true)).seen(latest.text(), true, List.of());
		if (!now.equals(last.seen())) {
			this.store.review(appraisal,
					new Review(section, version, last.position() + 1, now, by.name(), this.store.now()));
			this.events.publishEvent(NarrativeEvent.reviewed(appraisal, section, version,
					now.values().keySet().stream().sorted().toList()));
		}
	}

	/** Who else is writing a section now. One statement. */
	@Transactional(readOnly = true)
	public List<Desk> writing(AppraisalSummary appraisal, Section section, Member member) {
		return this.reader.desks(appraisal)
			.stream()
			.filter((desk) -> desk.section() == section && !desk.isOf(member) && desk.isBusy(this.store.now()))
			.toList();
	}

	/** Note that somebody has a section open for writing. */
	@Transactional
	public void present(AppraisalSummary appraisal, Section section, Member member) {
		this.store.present(appraisal, section, member);
	}

	/**
	 * Keep what somebody typed, without saving it as a version. It is theirs alone.
	 * @param basis number of the version it was written from; 0 for none
	 */
	@Transactional
	public void draft(AppraisalSummary appraisal, Section section, int basis, String text, Member by) {
		this.store.present(appraisal, section, by);
		this.store.keep(appraisal, section, basis, text, by);
	}

	/** Give up what somebody typed and did not save. */
	@Transactional
	public void discard(AppraisalSummary appraisal, Section section, Member by) {
		this.store.clear(appraisal, section, by);
	}

	/**
	 * Comment on a section; once, however often the form is sent.
	 * @param id given with the form
	 * @param text at most 2,000 characters
	 */
	@Transactional
	public void comment(AppraisalSummary appraisal, Section section, UUID id, String text, Member by) {
		Narrative latest = this.reader.latest(appraisal).get(section);
		int version = (latest != null) ? latest.version() : 0;
		if (this.store.remark(appraisal, id, section, version, text, by)) {
			this.events.publishEvent(NarrativeEvent.commented(appraisal, section, version, text));
		}
	}

	/**
	 * Note that a comment has been dealt with; it is kept. Nothing happens if it was
	 * before.
	 * @param answer empty where nothing is answered
	 * @throws NotFound if there is no such comment on that section
	 */
	@Transactional
	public void resolve(AppraisalSummary appraisal, Section section, UUID id, String answer, Member by) {
		Remark remark = this.reader.remarks(appraisal)
			.stream()
			.filter((each) -> each.id().equals(id) && each.section() == section)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such comment on “" + section.label() + "”."));
		if (this.store.resolve(remark.id(), answer, by)) {
			this.events.publishEvent(NarrativeEvent.resolved(appraisal, remark, answer));
		}
	}

}
