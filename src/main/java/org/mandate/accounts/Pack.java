package org.mandate.accounts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Files that go together.
 *
 * @param files in their order
 */
record Pack(List<PackedFile> files) {

	Pack {
		files = List.copyOf(files);
	}

	/**
	 * A file.
	 *
	 * @param name its name
	 * @param entries how many it has
	 * @param content its bytes; not to be written to
	 */
	record PackedFile(String name, int entries, byte[] content) {

		/** SHA-256 of its bytes, in hex. */
		String hash() {
			return DigestUtils.sha256Hex(this.content);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof PackedFile file && this.name.equals(file.name) && this.entries == file.entries
					&& Arrays.equals(this.content, file.content);
		}

		@Override
		public int hashCode() {
			return this.name.hashCode() * 31 + Arrays.hashCode(this.content);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** Hashes by name, in the order of the files. */
	Map<String, Object> hashes() {
		Map<String, Object> hashes = new LinkedHashMap<>();
		this.files.forEach((file) -> hashes.put(file.name(), file.hash()));
		return hashes;
	}

	/** The same with another file at its end. */
	Pack and(String name, String text) {
		List<PackedFile> more = new ArrayList<>(this.files);
		more.add(new PackedFile(name, (int) text.lines().count(), text.getBytes(StandardCharsets.UTF_8)));
		return new Pack(more);
	}

	/**
	 * As a zip file. The same files and the same time make the same bytes.
	 * @param at the time that each file bears there, as on a wall
	 */
	byte[] zip(LocalDateTime at) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (PackedFile file : this.files) {
				ZipEntry entry = new ZipEntry(file.name());
				entry.setTimeLocal(at);
				zip.putNextEntry(entry);
				zip.write(file.content());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
