package org.mandate.committees;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A quorum as it is stored: for those who keep one that held at some time.
 */
public final class QuorumJson {

	private static final JsonMapper JSON = JsonMapper.shared();

	private QuorumJson() {
	}

	/** As it is stored. */
	public static String write(Quorum quorum) {
		return node(quorum).toString();
	}

	/** As it was stored; null for null. */
	public static @Nullable Quorum read(@Nullable String stored) {
		return (stored != null) ? quorum(JSON.readTree(stored)) : null;
	}

	private static ObjectNode node(Quorum quorum) {
		ObjectNode node = JSON.createObjectNode();
		switch (quorum) {
			case Quorum.Members members -> {
				node.put("kind", "members").put("atLeast", members.atLeast()).put("counted", members.counted().name());
				ArrayNode roles = node.putArray("roles");
				members.roles().stream().sorted().forEach((role) -> roles.add(role.name()));
			}
			case Quorum.Share share ->
				node.put("kind", "share").put("portion", share.portion().name()).put("counted", share.counted().name());
			case Quorum.Presiding presiding -> node.put("kind", "presiding");
			case Quorum.AllOf all -> parts(node.put("kind", "all"), all.parts());
			case Quorum.AnyOf any -> parts(node.put("kind", "any"), any.parts());
		}
		return node;
	}

	private static void parts(ObjectNode node, List<Quorum> parts) {
		ArrayNode array = node.putArray("parts");
		parts.forEach((part) -> array.add(node(part)));
	}

	private static Quorum quorum(JsonNode node) {
		String kind = node.path("kind").asString();
		return switch (kind) {
			case "members" -> {
				Set<SeatRole> roles = EnumSet.noneOf(SeatRole.class);
				node.path("roles").forEach((role) -> roles.add(SeatRole.valueOf(role.asString())));
				yield new Quorum.Members(node.path("atLeast").asInt(), roles, counted(node));
			}
			case "share" -> new Quorum.Share(Quorum.Portion.valueOf(node.path("portion").asString()), counted(node));
			case "presiding" -> new Quorum.Presiding();
			case "all" -> new Quorum.AllOf(parts(node));
			case "any" -> new Quorum.AnyOf(parts(node));
			default -> throw new IllegalArgumentException("Not a quorum: " + kind);
		};
	}

	private static Quorum.Counted counted(JsonNode node) {
		return Quorum.Counted.valueOf(node.path("counted").asString());
	}

	private static List<Quorum> parts(JsonNode node) {
		return node.path("parts").valueStream().map(QuorumJson::quorum).toList();
	}

}
