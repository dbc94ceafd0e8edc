package org.mandate.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.narratives.Narratives;
import org.mandate.narratives.Section;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What Oxfordshire's paper of January 2015 and Southern Derbyshire's report of 15 January
 * 2015 say that no record says, in short words close to theirs, with figures and dates
 * taken from the record.
 */
@Component
class DemonstrationNarratives {

	private final Narratives narratives;

	DemonstrationNarratives(Narratives narratives) {
		this.narratives = narratives;
	}

	/** Whatever there is a file for; the other sections are not written. */
	void write(AppraisalSummary appraisal, String folder, Member manager) {
		for (Section section : Section.values()) {
			ClassPathResource file = new ClassPathResource(
					"demonstration/narratives/%s/%s.md".formatted(folder, section.slug()));
			if (file.exists()) {
				this.narratives.save(appraisal, section, 0, text(file), manager);
			}
		}
	}

	private static String text(ClassPathResource file) {
		try {
			return file.getContentAsString(StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
