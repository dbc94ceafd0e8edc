package org.mandate.documents;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of file that a document is made into.
 */
public enum Format {

	/** PDF/UA-1 and PDF/A-2a. */
	PDF("PDF", "pdf", "application/pdf", PdfFile::of),

	/** Word. */
	WORD("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", WordFile::of),

	/** Its tables only. */
	SPREADSHEET("Tables (XLSX)", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			SpreadsheetFile::of);

	private final String label;

	private final String extension;

	private final String mediaType;

	private final Function<Document, byte[]> maker;

	Format(String label, String extension, String mediaType, Function<Document, byte[]> maker) {
		this.label = label;
		this.extension = extension;
		this.mediaType = mediaType;
		this.maker = maker;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** As names of such files end, without the dot. */
	public String extension() {
		return this.extension;
	}

	/** As in the header of an answer. */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * Make the file. Takes a second or so of the processor; the first time several.
	 * @param document what is in it
	 * @return the whole file
	 */
	public byte[] make(Document document) {
		return this.maker.apply(document);
	}

	/** The format of files whose names end so. */
	public static Optional<Format> of(String extension) {
		return Arrays.stream(values()).filter((format) -> format.extension.equals(extension)).findFirst();
	}

}
