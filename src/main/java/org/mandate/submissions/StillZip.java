package org.mandate.submissions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A Word file whose parts do not say when they were packed, so that the same pro forma
 * makes the same file.
 */
final class StillZip {

	/** The earliest that a ZIP file can say. */
	private static final LocalDateTime STILL = LocalDateTime.of(1980, 1, 1, 0, 0);

	private StillZip() {
	}

	static byte[] of(byte[] file) {
		ByteArrayOutputStream still = new ByteArrayOutputStream(file.length);
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
				ZipOutputStream out = new ZipOutputStream(still)) {
			ZipEntry part = in.getNextEntry();
			while (part != null) {
				ZipEntry entry = new ZipEntry(part.getName());
				entry.setTimeLocal(STILL);
				out.putNextEntry(entry);
				in.transferTo(out);
				out.closeEntry();
				part = in.getNextEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return still.toByteArray();
	}

}
