package org.mandate;

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
		SpringApplication.run(Mandate.class, args);
	}

}
