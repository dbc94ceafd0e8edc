package org.mandate.forms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of an uploaded file: what kind of file they are, whatever its name says, and
 * what text. Older files are Windows-1252, newer ones UTF-8, some with a byte order mark.
 */
public final class FileBytes {

	private FileBytes() {
	}

	/** What the first bytes say a file is. */
	public enum Kind {

		/** No byte. */
		EMPTY,

		/** A zip file, which new spreadsheets are too. */
		ZIP,

		/** An older file of an office program, or one with a password. */
		OLE2,

		/** A PDF. */
		PDF,

		/** A picture. */
		IMAGE,

		/** Text with two bytes a character. */
		UTF_16,

		/** Anything else: text, it is hoped. */
		OTHER

	}

	/** What the first bytes say this is. */
	public static Kind kind(byte[] content) {
		if (content.length == 0) {
			return Kind.EMPTY;
		}
		if (begins(content, 'P', 'K')) {
			return Kind.ZIP;
		}
		if (begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
			return Kind.OLE2;
		}
		if (begins(content, '%', 'P', 'D', 'F')) {
			return Kind.PDF;
		}
		if (begins(content, 0x89, 'P', 'N', 'G') || begins(content, 0xFF, 0xD8, 0xFF)
				|| begins(content, 'G', 'I', 'F', '8')) {
			return Kind.IMAGE;
		}
		if (begins(content, 0xFF, 0xFE) || begins(content, 0xFE, 0xFF)) {
			return Kind.UTF_16;
		}
		return Kind.OTHER;
	}

	/** The text without its byte order mark; empty when it is in neither encoding. */
	public static Optional<String> text(byte[] content) {
		boolean mark = begins(content, 0xEF, 0xBB, 0xBF);
		ByteBuffer bytes = mark ? ByteBuffer.wrap(content, 3, content.length - 3) : ByteBuffer.wrap(content);
		return decode(bytes, StandardCharsets.UTF_8)
			.or(() -> decode(ByteBuffer.wrap(content), Charset.forName("windows-1252")));
	}

	private static Optional<String> decode(ByteBuffer bytes, Charset charset) {
		try {
			return Optional.of(charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(bytes)
				.toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static boolean begins(byte[] content, int... start) {
		if (content.length < start.length) {
			return false;
		}
		for (int i = 0; i < start.length; i++) {
			if ((content[i] & 0xFF) != start[i]) {
				return false;
			}
		}
		return true;
	}

}
