package org.mandate.recount;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/**
 * The file to be recounted: chosen, or pasted.
 *
 * @param file as chosen; null without one
 * @param pasted its text
 */
public record RecountForm(@Nullable MultipartFile file, @Nullable String pasted) {

	static RecountForm blank() {
		return new RecountForm(null, "");
	}

	/** Reports what a filter has found before the form was read. */
	static void report(String problem, BindingResult errors) {
		if (problem.equals("size")) {
			errors.rejectValue("file", "size",
					"The file must be smaller than 8 MB. Larger ones can be recounted with the command below");
		}
		else if (problem.equals("pasted")) {
			errors.rejectValue("pasted", "size", "What is pasted must be smaller than 2 MB. Choose the file instead");
		}
	}

	/** What was sent; empty with a problem reported when it is not one file. */
	Optional<byte[]> content(BindingResult errors) throws IOException {
		boolean chosen = this.file != null && !this.file.isEmpty();
		boolean text = this.pasted != null && !this.pasted.isBlank();
		if (chosen == text) {
			errors.rejectValue("file", "one", chosen ? "Choose a file or paste its text, not both"
					: "Choose the exported file, or paste its text");
			return Optional.empty();
		}
		return Optional.of((this.file != null && chosen) ? this.file.getBytes()
				: (this.pasted != null) ? this.pasted.strip().getBytes(StandardCharsets.UTF_8) : new byte[0]);
	}

}
