package org.mandate.organisations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The registers that ship with the product for the demonstration: real rows of the
 * national files (see ATTRIBUTION.md), loaded by the same imports as anybody's.
 */
@Component
public class DemonstrationRegister {

	/** The day whose state the shipped practice files give. */
	public static final LocalDate AS_AT = LocalDate.of(2015, 10, 1);

	/** The quarter of the shipped list sizes. */
	public static final String QUARTER = "2015Q1";

	private static final String FOLDER = "demonstration/";

	private final RegisterImports imports;

	DemonstrationRegister(RegisterImports imports) {
		this.imports = imports;
	}

	/**
	 * A shipped register.
	 */
	public enum Shipped {

		/** Oxfordshire CCG, 10Q: 80 practices in six localities, which are inferred. */
		OXFORDSHIRE("oxfordshire", true),
		/** Southern Derbyshire CCG, 04R: 56 practices without localities. */
		SOUTHERN_DERBYSHIRE("southern-derbyshire", false);

		private final String name;

		private final boolean localities;

		Shipped(String name, boolean localities) {
			this.name = name;
			this.localities = localities;
		}

	}

	/**
	 * Load a register into the current organisation, whose code must be that of the
	 * shipped rows. Loading it again changes nothing, and is recorded again.
	 * @param shipped which
	 * @throws ImportRefused when the current organisation has another code
	 */
	public void load(Shipped shipped) {
		load(RegisterFile.PRACTICES, shipped.name + "-practices-epraccur-2015-10.csv", null);
		load(RegisterFile.LIST_SIZES, shipped.name + "-list-sizes-2015_01-03.csv", QUARTER);
		if (shipped.localities) {
			load(RegisterFile.LOCALITIES, shipped.name + "-localities-inferred.csv", null);
		}
	}

	private void load(RegisterFile kind, String file, @Nullable String quarter) {
		try (InputStream content = new ClassPathResource(FOLDER + file).getInputStream()) {
			this.imports.load(kind, file, content, AS_AT, quarter);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
