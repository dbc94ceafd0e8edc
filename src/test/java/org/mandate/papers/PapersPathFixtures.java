package org.mandate.papers;

import java.util.Map;
import java.util.UUID;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.documents.Format;

/**
 * A file that the manager asked for, and those of the sealed papers, made.
 */
class PapersPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Papers papers;

	private final PaperFiles files;

	private final FilePress press;

	PapersPathFixtures(Appraisals appraisals, Papers papers, PaperFiles files, FilePress press) {
		this.appraisals = appraisals;
		this.papers = papers;
		this.files = files;
		this.press = press;
	}

	@Override
	public int order() {
		return 70;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		UUID file = this.files.ask(appraisal, null, Kind.EXECUTIVE_SUMMARY, Format.SPREADSHEET,
				this.papers.draft(appraisal, setting.manager()).source(), setting.manager());
		this.press.finish(setting.organisation().id());
		return Map.of("files/{file}", file.toString(), "{format}", "pdf", "verification/{hash}", "0123456789abcdef");
	}

}
