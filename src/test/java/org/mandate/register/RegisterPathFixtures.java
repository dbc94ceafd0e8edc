package org.mandate.register;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.mandate.access.PathFixtures;
import org.mandate.organisations.RegisterFile;
import org.mandate.organisations.RegisterImports;

class RegisterPathFixtures implements PathFixtures {

	private static final AtomicInteger NEXT = new AtomicInteger(10_000);

	private final RegisterImports imports;

	RegisterPathFixtures(RegisterImports imports) {
		this.imports = imports;
	}

	@Override
	public int order() {
		return 0;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		String practice = "Y" + NEXT.incrementAndGet();
		byte[] row = """
				"%s","THE SURGERY","Y57","Q82","HIGH STREET","","OXFORD","","","OX1 1AA","19740401","","A","B","%s","20130401","","","","","","0","","%s","","4",""
				"""
			.formatted(practice, setting.organisation().code(), setting.organisation().code())
			.getBytes(StandardCharsets.UTF_8);
		LocalDate day = LocalDate.of(2015, 1, 1);
		this.imports.load(RegisterFile.PRACTICES, "practices.csv", new ByteArrayInputStream(row), day, null);
		UUID preview = this.imports.upload(RegisterFile.PRACTICES, "practices.csv", row, day, null);
		return Map.of("practices/{code}", practice, "imports/{id}", preview.toString(), "files/{kind}", "localities");
	}

}
