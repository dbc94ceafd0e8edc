package org.mandate.documents;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a PDF keeps PDF/UA-1 and PDF/A-2a, as veraPDF sees it.
 */
public final class PdfStandards {

	static {
		VeraGreenfieldFoundryProvider.initialise();
	}

	private PdfStandards() {
	}

	/** What is wrong with a file, in the words of the standards. */
	public static List<String> problems(byte[] pdf) throws Exception {
		List<String> problems = new ArrayList<>();
		for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
			problems.addAll(problems(pdf, flavour));
		}
		return problems;
	}

	static List<String> problems(byte[] pdf, PDFAFlavour flavour) throws Exception {
		List<String> problems = new ArrayList<>();
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
				PDFAValidator validator = Foundries.defaultInstance()
					.createValidator(flavour, 100, false, false, false)) {
			ValidationResult result = validator.validate(parser);
			result.getTestAssertions()
				.forEach((failed) -> problems.add("%s %s at %s".formatted(failed.getRuleId().getClause(),
						failed.getMessage(), failed.getLocation().getContext())));
			assertThat(result.isCompliant()).isEqualTo(problems.isEmpty());
		}
		return problems;
	}

}
