package org.mandate.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The way in: which organisation, then who. Signing in itself is Spring Security's.
 */
@Controller
@Public
class SignInController {

	private final Organisations organisations;

	private final People people;

	private final Demonstration demonstration;

	private final List<PublicPages> open;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	SignInController(Organisations organisations, People people, Demonstration demonstration,
			ObjectProvider<PublicPages> open) {
		this.organisations = organisations;
		this.people = people;
		this.demonstration = demonstration;
		this.open = open.orderedStream().toList();
	}

	private static final List<Role> TURNS = List.of(Role.COMMISSIONING_MANAGER, Role.LOCALITY_DIRECTOR, Role.CHAIR,
			Role.GOVERNING_BODY_MEMBER, Role.ACCOUNTABLE_OFFICER, Role.CONFLICTS_GUARDIAN, Role.ADMINISTRATOR);

	/**
	 * The people whose roles anybody may try, for one organisation of the demonstration.
	 *
	 * @param organisation theirs
	 * @param members in the order in which a decision needs them
	 */
	public record Cards(Organisation organisation, List<Member> members) {
	}

	@GetMapping("/")
	String start() {
		return CurrentMember.get()
			.map((member) -> "redirect:/" + member.organisationCode())
			.orElse("redirect:/sign-in");
	}

	@GetMapping("/sign-in")
	String chooseOrganisation(Model model) {
		Optional<Member> member = CurrentMember.get();
		if (member.isPresent() && !this.demonstration.isOn()) {
			return "redirect:/" + member.get().organisationCode();
		}
		List<Organisation> all = this.organisations.all();
		if (all.size() == 1) {
			return "redirect:/" + all.getFirst().slug() + "/sign-in";
		}
		model.addAttribute("organisations", all);
		model.addAttribute("cards", this.demonstration.isOn() ? all.stream().map(this::cards).toList() : List.of());
		return "access/organisations";
	}

	@GetMapping("/{org}/sign-in")
	String signIn(@PathVariable String org, @RequestParam(required = false) @Nullable String problem, Model model) {
		Organisation organisation = this.organisations.byCode(org)
			.orElseThrow(() -> new NotFound("No such organisation"));
		boolean here = CurrentMember.get()
			.filter((member) -> member.organisation().equals(organisation.id()))
			.isPresent();
		if (here && !this.demonstration.isOn()) {
			return "redirect:/" + org;
		}
		model.addAttribute("organisation", organisation);
		model.addAttribute("hasErrors", problem != null);
		model.addAttribute("problem", problem);
		model.addAttribute("openPages", this.open.stream().flatMap((each) -> each.pages().stream()).toList());
		model.addAttribute("cards", this.demonstration.isOn() ? List.of(cards(organisation)) : List.of());
		return "access/sign-in";
	}

	/** Where signing out leads; whoever is still signed in can sign out there. */
	@GetMapping("/sign-out")
	String signedOut() {
		return "access/signed-out";
	}

	@PostMapping("/{org}/demonstration-session")
	String demonstrate(@PathVariable String org, @RequestParam(defaultValue = "") String person,
			HttpServletRequest request, HttpServletResponse response) {
		if (!this.demonstration.isOn()) {
			throw new NotFound("There is no demonstration here");
		}
		Optional<Member> member = this.people.active()
			.stream()
			.filter((candidate) -> candidate.id().id().toString().equals(person))
			.findFirst();
		SignedIn signedIn = new SignedIn(member.orElseThrow(() -> new NotFound("No such person")), null);
		request.getSession();
		request.changeSessionId();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		return "redirect:/" + org;
	}

	private Cards cards(Organisation organisation) {
		return Tenant.call(organisation.id(), () -> new Cards(organisation,
				this.people.active().stream().sorted(Comparator.comparingInt(SignInController::turn)).toList()));
	}

	/** When a decision first needs this person. */
	private static int turn(Member member) {
		return member.roles().stream().mapToInt(TURNS::indexOf).min().orElse(TURNS.size());
	}

}
