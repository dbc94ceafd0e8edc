package org.mandate.narratives;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a section is, for one reader.
 *
 * @param section which
 * @param latest its latest version; null while nothing was saved
 * @param others others who are writing it now
 * @param draft what the reader typed and has not saved; null where there is nothing
 * @param remarks the comments on it, oldest first
 * @param issues what to look at because the record says otherwise
 */
public record SectionState(Section section, @Nullable Narrative latest, List<Desk> others, Desk.@Nullable Draft draft,
		List<Remark> remarks, List<Issue> issues) {

	public SectionState {
		others = List.copyOf(others);
		remarks = List.copyOf(remarks);
		issues = List.copyOf(issues);
	}

	/** Whether anything is written. */
	public boolean isWritten() {
		return this.latest != null && this.latest.isWritten();
	}

	/** Number of the latest version; 0 while there is none. */
	public int version() {
		return (this.latest != null) ? this.latest.version() : 0;
	}

	/** What is written; empty while nothing is. */
	public String text() {
		return (this.latest != null) ? this.latest.text() : "";
	}

	/** Comments nobody has dealt with. */
	public List<Remark> open() {
		return this.remarks.stream().filter(Remark::open).toList();
	}

	/** Comments that have been dealt with. */
	public List<Remark> resolved() {
		return this.remarks.stream().filter((remark) -> !remark.open()).toList();
	}

}
