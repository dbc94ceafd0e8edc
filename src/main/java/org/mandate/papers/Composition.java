package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.mandate.documents.Block;
import org.mandate.documents.Block.Terms;
import org.mandate.documents.Document;
import org.mandate.documents.Markdown;
import org.mandate.documents.Run;
import org.mandate.forms.London;

/**
 *
 * /** What the kinds of a paper have in common: numbered sections, what people wrote, the
 * cover, the proof.
 */
abstract class Composition {

	protected final Paper paper;

	protected final Proof proof;

	protected final PaperSections sections;

	private final Map<String, Narrative> narratives;

	private final List<Block> body = new ArrayList<>();

	private int number;

	protected Composition(Paper paper, Proof proof) {
		this.paper = paper;
		this.proof = proof;
		this.sections = new PaperSections(paper);
		this.narratives = paper.narratives()
			.stream()
			.collect(Collectors.toMap(Narrative::section, Function.identity()));
	}

	/** The document. */
	protected abstract Document compose();

	/** Whether it is set closely, to fit on a page. */
	protected boolean compact() {
		return false;
	}

	/** A paper as a document of a kind. */
	static Document compose(Paper paper, Kind kind, Proof proof) {
		Composition composition = switch (kind) {
			case GOVERNING_BODY_PAPER -> new GoverningBodyPaper(paper, proof);
			case HEALTH_AND_WELLBEING_REPORT -> new HealthAndWellbeingReport(paper, proof);
			case EXECUTIVE_SUMMARY -> new ExecutiveSummary(paper, proof);
			case MEMBER_BRIEFING -> new MemberBriefing(paper, proof);
			case PUBLIC_BRIEFING -> new PublicBriefing(paper, proof);
		};
		return composition.compose();
	}

	protected final void section(String id, String title, List<Block> blocks) {
		this.body.add(new Block.Section(id, String.valueOf(++this.number), title, blocks));
	}

	/** A section without a number. */
	protected final void part(String id, String title, List<Block> blocks) {
		if (!blocks.isEmpty()) {
			this.body.add(new Block.Section(id, null, title, blocks));
		}
	}

	/** What people wrote on a subject; empty where nothing was. */
	protected final List<Block> narrative(String section) {
		Narrative narrative = this.narratives.get(section);
		if (narrative == null) {
			return List.of();
		}
		Map<String, Narrative.Reference> found = narrative.references()
			.stream()
			.collect(Collectors.toMap(Narrative.Reference::key, Function.identity()));
		return Markdown.read(narrative.text(), (key) -> {
			Narrative.Reference reference = found.get(key);
			return (reference != null && reference.value() != null) ? Run.recorded(reference.value(), reference.path())
					: Run.text("[no longer on record]");
		});
	}

	/** The same under a heading of its own. */
	protected final List<Block> narrative(String section, int level, String heading) {
		List<Block> blocks = narrative(section);
		return blocks.isEmpty() ? blocks : joined(List.of(new Block.Heading(level, heading)), blocks);
	}

	@SafeVarargs
	protected static List<Block> joined(List<? extends Block>... parts) {
		List<Block> all = new ArrayList<>();
		for (List<? extends Block> part : parts) {
			all.addAll(part);
		}
		return all;
	}

	protected final Document document(String title, String subtitle, String description, List<Terms.Term> facts,
			List<Block> front) {
		Paper.Cover cover = this.paper.cover();
		return new Document(new Document.Head(cover.organisation(), title, subtitle, description, author(),
				this.proof.at(), "%s · %s · SHA-256 %s…".formatted(title, this.proof.status(), this.proof.foot()),
				facts, compact()), front, this.body, this.proof.lines(cover.code()));
	}

	private String author() {
		CoverPage sheet = this.paper.sheet();
		if (sheet != null && sheet.author() != null) {
			return sheet.author();
		}
		return Optional.ofNullable(this.paper.cover().author()).orElse(this.paper.cover().organisation());
	}

	protected final List<Terms.Term> facts(String readers) {
		Paper.Cover cover = this.paper.cover();
		CoverPage sheet = this.paper.sheet();
		List<Terms.Term> facts = new ArrayList<>();
		if (sheet != null && sheet.number() != null) {
			facts.add(PaperSections.term("Paper number", sheet.number()));
		}
		String purpose = (sheet != null) ? sheet.purpose() : cover.kind();
		facts.add(PaperSections.term("Paper for", "%s, %s".formatted(readers, Words.inSentence(purpose))));
		if (cover.metOn() != null) {
			facts.add(PaperSections.term("Meeting", London.date(cover.metOn())));
		}
		else if (sheet != null && sheet.meeting() != null) {
			facts.add(PaperSections.term("Meeting", London.date(sheet.meeting())));
		}
		facts.add(PaperSections.term("Date of this paper", London.date(cover.date())));
		if (cover.author() != null || (sheet != null && sheet.author() != null)) {
			facts.add(PaperSections.term("From", author()));
		}
		if (sheet != null && sheet.lead() != null) {
			facts.add(PaperSections.term("Lead", sheet.lead()));
		}
		if (sheet != null && sheet.conflicts() != null) {
			facts.add(PaperSections.term("Conflicts of interest", sheet.conflicts()));
		}
		facts.add(PaperSections.term("Status", this.proof.status()));
		return facts;
	}

	protected final List<Block> asked() {
		Paper.Recommendation asked = this.paper.recommendation();
		return (asked == null) ? List.of()
				: List.of(
						Block.paragraph(Block.Style.LEAD,
								Run.text("The governing body is asked to approve the following recommendation:")),
						this.sections.wording(asked));
	}

	/** The paper in a few lines. */
	protected final List<Block> brief() {
		List<Block.Listing.Entry> lines = new ArrayList<>();
		Paper.Recommendation asked = this.paper.recommendation();
		lines.add(line("Recommended:",
				(asked != null) ? "%s, for %s.".formatted(asked.model(), this.paper.cover().year()) : "no model yet."));
		OptionsAppraisal about = this.paper.appraisal();
		if (about != null && about.scores() != null) {
			lines.add(line("Scored options:", about.robustness()));
		}
		Paper.Consultation vote = this.paper.consultation();
		lines.add(line("Member practices:",
				(vote != null) ? vote.verdict() : "no ballot has been opened, so their mandate is incomplete."));
		if (asked != null) {
			this.paper.background()
				.models()
				.stream()
				.filter((offer) -> offer.title().equals(asked.model()) && !offer.milestones().isEmpty())
				.map((offer) -> offer.milestones().getFirst())
				.map((due) -> line("Due:",
						"%s: %s%s.".formatted(due.what(), Words.inSentence(due.when()),
								due.rivals().isEmpty() ? "" : " (sources differ, see section 1)")))
				.forEach(lines::add);
		}
		Paper.Resolution resolved = this.paper.resolution();
		if (resolved != null) {
			lines.add(line("Resolved:",
					"%s on %s, %d for, %d against, %d abstained.".formatted(Words.inSentence(resolved.decision()),
							London.date(resolved.metOn()), resolved.votesFor(), resolved.votesAgainst(),
							resolved.abstained())));
		}
		return List.of(new Block.Heading(2, "In brief"), new Block.Listing(false, lines));
	}

	private static Block.Listing.Entry line(String lead, String text) {
		return new Block.Listing.Entry(null, List.of(Block.paragraph(Run.strong(lead), Run.text(" " + text))));
	}

	protected final List<Block> memberVote() {
		Paper.Consultation vote = this.paper.consultation();
		if (vote == null) {
			return List.of(Block.paragraph("Member practices have not voted yet."));
		}
		List<Block> blocks = new ArrayList<>();
		if (!vote.paragraph().isEmpty()) {
			blocks.add(Block.paragraph(Run.recorded(vote.paragraph(), this.sections.ballot(vote))));
		}
		blocks.add(PaperSections.verdict(vote));
		return blocks;
	}

}
