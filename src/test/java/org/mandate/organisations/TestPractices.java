package org.mandate.organisations;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.mandate.database.Tenant;

import org.springframework.boot.test.context.TestComponent;

/**
 * Practices made for a test, members of their organisation since 2013.
 */
@TestComponent
public class TestPractices {

	private static final String ROW = """
			"%s","%s","Y57","Q82","HIGH STREET","","OXFORD","","","OX1 1AA","19740401","%s","%s","B","%s","20130401","%s","","","","","0","","%s","","4",""
			""";

	private final RegisterImports imports;

	TestPractices(RegisterImports imports) {
		this.imports = imports;
	}

	/**
	 * Makes them the practices of the organisation; "-" before a code: it closed in 2014.
	 */
	public void register(Organisation organisation, String... codes) {
		String rows = Arrays.stream(codes).map((code) -> row(organisation, code)).collect(Collectors.joining());
		Tenant.call(organisation.id(), () -> this.imports.load(RegisterFile.PRACTICES, "practices.csv",
				new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), LocalDate.of(2015, 1, 1), null));
	}

	private static String row(Organisation organisation, String code) {
		boolean closed = code.startsWith("-");
		String plain = closed ? code.substring(1) : code;
		return ROW.formatted(plain, "SURGERY " + plain, closed ? "20140930" : "", closed ? "C" : "A",
				organisation.code(), closed ? "20140930" : "", organisation.code());
	}

}
