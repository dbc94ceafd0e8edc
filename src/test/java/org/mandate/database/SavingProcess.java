package org.mandate.database;

import java.util.UUID;

import org.mandate.Mandate;
import org.mandate.audit.Trail;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.boot.SpringApplication;

/**
 * The application, saving audited records from several threads as fast as it can and
 * saying so after each, or, when told to look, saying what is there.
 */
final class SavingProcess {

	private static final int THREADS = 6;

	private SavingProcess() {
	}

	static void main(String[] arguments) {
		var context = SpringApplication.run(Mandate.class, "--mandate.data-directory=" + arguments[0],
				"--server.port=0", "--mandate.demonstration=false", "--spring.main.banner-mode=off");
		Organisations organisations = context.getBean(Organisations.class);
		if (arguments[1].equals("save")) {
			Organisation organisation = organisations.establish("K9L", "Killed CCG", "Killed");
			for (int i = 0; i < THREADS; i++) {
				Thread.ofPlatform().start(() -> save(organisations, organisation));
			}
		}
		else {
			Organisation organisation = organisations.byCode("K9L").orElseThrow();
			Tenant.run(organisation.id(), () -> {
				organisations.localities()
					.stream()
					.map(Locality::name)
					.forEach((name) -> System.out.println("kept " + name));
				Trail.Verification found = context.getBean(Trail.class).verify();
				System.out.println("verified " + found.intact() + " " + found.events());
			});
			context.close();
		}
	}

	private static void save(Organisations organisations, Organisation organisation) {
		while (true) {
			String name = UUID.randomUUID().toString();
			Tenant.run(organisation.id(), () -> organisations.addLocality(name, null));
			System.out.println("saved " + name);
		}
	}

}
