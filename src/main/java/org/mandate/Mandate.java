package org.mandate;

import org.mandate.recount.RecountCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/**
 * Starts Mandate: the record with which a clinical commissioning group chooses its model
 * of primary care co-commissioning.
 */
@Modulithic(systemName = "Mandate")
@SpringBootApplication
public class Mandate {

	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(RecountCommand.NAME)) {
			System.exit(RecountCommand.run(args, System.out));
		}
		SpringApplication.run(Mandate.class, args);
	}

}
