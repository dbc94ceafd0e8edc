package org.mandate.considerations;

import java.util.Map;
import java.util.UUID;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.Tenant;
import org.mandate.guidance.Edition;

class ConsiderationPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Considerations considerations;

	private final Capacities capacities;

	private final Finances finances;

	ConsiderationPathFixtures(Appraisals appraisals, Considerations considerations, Capacities capacities,
			Finances finances) {
		this.appraisals = appraisals;
		this.considerations = considerations;
		this.capacities = capacities;
		this.finances = finances;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		return Tenant.call(setting.organisation().id(), () -> {
			this.considerations.add(appraisal, "joint",
					new ConsiderationText(Edition.Consideration.Category.THREAT, "Two committees", "Our board"));
			this.capacities.add(appraisal, new CapacityRole("Manager", null, Map.of(), null, "Our board"));
			this.finances.add(appraisal, new FinanceLine(Finance.Category.ALLOCATION, false, "Allocation", null, false,
					"Not known", "Our board"));
			Considered all = this.considerations.of(appraisal);
			UUID consideration = all.sides().get(1).threats().getFirst().id();
			UUID role = all.capacity().roles().getFirst().id();
			UUID line = all.finance().group(Finance.Category.ALLOCATION).lines().getFirst().id();
			return Map.of("considerations/{option}", "joint", "entries/{consideration}", consideration.toString(),
					"requirements/{requirement}", "pooled-fund", "roles/{role}", role.toString(), "lines/{line}",
					line.toString(), "implications/{subject}", "it");
		});
	}

}
