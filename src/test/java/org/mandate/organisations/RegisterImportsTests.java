package org.mandate.organisations;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;
import org.mandate.database.Tenant;
import org.mandate.organisations.Change.Kind;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MandateTest
class RegisterImportsTests {

	private static final LocalDate CENSUS = LocalDate.of(2015, 1, 9);

	private static final LocalDate OCTOBER = LocalDate.of(2015, 10, 1);

	@Autowired
	Organisations organisations;

	@Autowired
	RegisterImports imports;

	@Autowired
	DemonstrationRegister shipped;

	@Autowired
	Trail trail;

	@Autowired
	TestOrganisations made;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	Organisation organisation;

	@BeforeEach
	void establish() {
		this.organisation = this.made.establish();
	}

	@Test
	void oxfordshireHasEightyMembersInSixLocalities() {
		loadOxfordshire(Files.PRACTICES);
		List<MemberPractice> members = in(() -> this.organisations.membersOn(CENSUS, "2015Q1"));
		assertThat(members).hasSize(80).allMatch(MemberPractice::inferred);
		List<Locality> localities = in(() -> this.organisations.localities());
		assertThat(localities).extracting(Locality::name)
			.containsExactly("North", "North East", "City", "South East", "South West", "West");
		assertThat(localities).allSatisfy((locality) -> assertThat(locality.provenance()).startsWith("Inferred"));
		Map<UUID, Long> counts = members.stream()
			.collect(Collectors.groupingBy(MemberPractice::locality, Collectors.counting()));
		assertThat(localities.stream().map((locality) -> counts.get(locality.id()))).containsExactly(13L, 10L, 24L, 10L,
				14L, 9L);
		assertThat(members.stream().mapToInt(MemberPractice::listSize).sum()).isEqualTo(711_886);
		assertThat(members.stream().map(MemberPractice::locality).distinct())
			.containsExactlyElementsOf(localities.stream().map(Locality::id).toList());
	}

	@Test
	void theWholeNationalListGivesTheSameEightyMembers() {
		loadOxfordshire(Files.WHOLE);
		List<MemberPractice> members = in(() -> this.organisations.membersOn(CENSUS, "2015Q1"));
		assertThat(members).hasSize(80)
			.extracting(MemberPractice::name)
			.contains("LUTHER STREET MEDICAL PRACTICE", "WHITE HOUSE SURGERY")
			.doesNotContain("NORTH OXFORD MEDICAL CENTRE", "DONNINGTON HEALTH CENTRE (SALEEM)");
	}

	@Test
	void withoutListSizesTheActiveGpPracticesAreMembers() {
		load(RegisterFile.PRACTICES, Files.WHOLE, OCTOBER, null);
		assertThat(in(() -> this.organisations.membersOn(CENSUS, "2015Q1"))).hasSize(77)
			.allSatisfy((member) -> assertThat(member.listSize()).isNull());
	}

	@Test
	void southernDerbyshireHasFiftySixMembersWithoutLocality() {
		String code = this.organisation.code();
		in(() -> this.imports.load(RegisterFile.PRACTICES, "epraccur.csv",
				stream(replace(Files.DERBYSHIRE_PRACTICES, "04R", code)), OCTOBER, null));
		in(() -> this.imports.load(RegisterFile.LIST_SIZES, "sizes.csv",
				stream(replace(Files.DERBYSHIRE_LIST_SIZES, "04R", code)), OCTOBER, "2015Q1"));
		assertThat(in(() -> this.organisations.membersOn(CENSUS, "2015Q1"))).hasSize(56)
			.allSatisfy((member) -> assertThat(member.locality()).isNull());
	}

	@Test
	void theShippedRegisterBelongsToItsOwnOrganisationOnly() {
		assertThatExceptionOfType(ImportRefused.class).isThrownBy(() -> in(() -> {
			this.shipped.load(DemonstrationRegister.Shipped.OXFORDSHIRE);
			return true;
		}));
		assertThat(in(() -> this.organisations.membersOn(CENSUS, "2015Q1"))).isEmpty();
	}

	@Test
	void previewChangesNothingAndIsKept() {
		UUID id = upload(RegisterFile.PRACTICES, Files.of(Files.PRACTICES, this.organisation.code()), OCTOBER, null);
		ImportPreview preview = in(() -> this.imports.preview(id));
		assertThat(preview.count(Kind.NEW)).isEqualTo(80);
		assertThat(preview.acceptable()).isTrue();
		assertThat(in(() -> this.organisations.membersOn(CENSUS, "2015Q1"))).isEmpty();
		assertThat(in(() -> this.imports.done())).isEmpty();
	}

	@Test
	void confirmingTwiceImportsOnceAndIsRecordedOnce() {
		UUID id = upload(RegisterFile.PRACTICES, Files.of(Files.PRACTICES, this.organisation.code()), OCTOBER, null);
		String fingerprint = in(() -> this.imports.preview(id)).fingerprint();
		in(() -> this.imports.confirm(id, fingerprint));
		ImportPreview again = in(() -> this.imports.confirm(id, fingerprint));
		assertThat(again.importedAt()).isNotNull();
		assertThat(again.count(Kind.NEW)).isEqualTo(80);
		assertThat(in(() -> this.trail.events(null, 0, 10))).filteredOn("action", "register.imported")
			.singleElement()
			.satisfies((event) -> {
				assertThat(event.summary()).contains("80 new, 0 changed");
				assertThat(event.details().get("new")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
					.hasSize(80);
			});
	}

	@Test
	void aRepeatedFileChangesNothing() {
		loadOxfordshire(Files.PRACTICES);
		UUID id = upload(RegisterFile.PRACTICES, Files.of(Files.PRACTICES, this.organisation.code()), OCTOBER, null);
		ImportPreview preview = in(() -> this.imports.preview(id));
		assertThat(preview.count(Kind.UNCHANGED)).isEqualTo(80);
		assertThat(preview.changesAnything()).isFalse();
	}

	@Test
	void aPracticeThatIsNoLongerInTheFileEndsItsMembershipAndComesBackByALaterImport() {
		loadOxfordshire(Files.PRACTICES);
		String whole = new String(Files.of(Files.PRACTICES, this.organisation.code()), StandardCharsets.UTF_8);
		String without = whole.lines().filter((line) -> !line.contains("K84001")).collect(Collectors.joining("\n"));
		LocalDate november = LocalDate.of(2015, 11, 1);
		ImportPreview done = confirm(upload(RegisterFile.PRACTICES, Files.bytes(without), november, null));
		assertThat(done.changes(Kind.MISSING)).singleElement()
			.extracting((change) -> change.differences().getFirst().after())
			.isEqualTo("31 October 2015");
		assertThat(codes(LocalDate.of(2015, 10, 31))).contains("K84001");
		assertThat(codes(november)).doesNotContain("K84001").hasSize(79);

		confirm(upload(RegisterFile.PRACTICES, Files.bytes(whole), november.plusDays(1), null));
		assertThat(codes(november)).contains("K84001");
		assertThat(in(() -> this.organisations.membersOn(november, "2015Q1")))
			.filteredOn((member) -> member.code().equals("K84001"))
			.singleElement()
			.satisfies((member) -> assertThat(member.locality()).isNotNull());
	}

	@Test
	void aPracticeThatGoesToAnotherCcgEndsItsMembershipTheDayBeforeItJoinsThere() {
		loadOxfordshire(Files.PRACTICES);
		String moved = new String(Files.of(Files.PRACTICES, this.organisation.code()), StandardCharsets.UTF_8)
			.replaceFirst("(?m)^(\"K84001\".*)\"" + this.organisation.code() + "\",\"20130401\"",
					"$1\"10H\",\"20151015\"");
		ImportPreview done = confirm(
				upload(RegisterFile.PRACTICES, Files.bytes(moved), LocalDate.of(2015, 11, 1), null));
		assertThat(done.changes(Kind.MISSING).getFirst().differences()).extracting(Change.Difference::after)
			.containsExactly("10H", "14 October 2015");
		assertThat(codes(LocalDate.of(2015, 10, 14))).contains("K84001");
		assertThat(codes(LocalDate.of(2015, 10, 15))).doesNotContain("K84001");
	}

	@Test
	void aPracticeThatChangesItsLocalityIsInEachOnItsDays() {
		loadOxfordshire(Files.PRACTICES);
		ImportPreview done = confirm(upload(RegisterFile.LOCALITIES,
				Files.bytes("practice_code,locality\nK84001,City\n"), LocalDate.of(2015, 6, 1), null));
		assertThat(done.notes()).contains("79 member practices are not in the file and stay where they are.");
		assertThat(localityOf("K84001", LocalDate.of(2015, 5, 31))).isEqualTo("South East");
		assertThat(localityOf("K84001", LocalDate.of(2015, 6, 1))).isEqualTo("City");
		assertThat(in(() -> this.organisations.membersOn(LocalDate.of(2015, 6, 1), "2015Q1"))).hasSize(80);
	}

	@Test
	void aLocalityIsMarkedAsInferredUntilEveryPracticeInItIsStated() {
		loadOxfordshire(Files.PRACTICES);
		ImportPreview one = confirm(upload(RegisterFile.LOCALITIES,
				Files.bytes("practice_code,locality\nK84001,City\n"), LocalDate.of(2015, 6, 1), null));
		assertThat(one.notes()).noneMatch((note) -> note.contains("inferred"));
		assertThat(in(() -> this.organisations.localities())).filteredOn("name", "City")
			.allSatisfy((locality) -> assertThat(locality.provenance()).startsWith("Inferred"));
		String stated = in(() -> this.organisations.membersOn(LocalDate.of(2015, 6, 1), "2015Q1")).stream()
			.map((member) -> member.code() + ",City")
			.collect(Collectors.joining("\n", "practice_code,locality\n", "\n"));
		ImportPreview all = confirm(
				upload(RegisterFile.LOCALITIES, Files.bytes(stated), LocalDate.of(2015, 6, 2), null));
		assertThat(all.notes()).contains("The locality City will no longer be marked as inferred.");
	}

	@Test
	void nothingIsImportedWhileAnyRowIsWrong() {
		String wrong = new String(Files.of(Files.PRACTICES, this.organisation.code()), StandardCharsets.UTF_8)
			.replaceFirst("\"A\",\"B\"", "\"X\",\"B\"");
		UUID id = upload(RegisterFile.PRACTICES, Files.bytes(wrong), OCTOBER, null);
		ImportPreview preview = in(() -> this.imports.preview(id));
		assertThat(preview.acceptable()).isFalse();
		assertThatExceptionOfType(ImportRefused.class)
			.isThrownBy(() -> in(() -> this.imports.confirm(id, preview.fingerprint())));
		assertThat(in(() -> this.organisations.membersOn(CENSUS, "2015Q1"))).isEmpty();
	}

	@Test
	void listSizesAndLocalitiesOfUnknownPracticesAreProblemsOfTheirRows() {
		load(RegisterFile.PRACTICES, Files.PRACTICES, OCTOBER, null);
		UUID sizes = upload(RegisterFile.LIST_SIZES,
				Files.bytes(new String(Files.of(Files.LIST_SIZES, this.organisation.code()), StandardCharsets.UTF_8)
					.replace("K84010", "K99999")),
				OCTOBER, "2015Q1");
		assertThat(in(() -> this.imports.preview(sizes)).problems()).extracting(RowProblem::row, RowProblem::problem)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(2L, "K99999 is not on the register"));
		UUID places = upload(RegisterFile.LOCALITIES, Files.bytes("practice_code,locality\nK99999,City\n"), OCTOBER,
				null);
		assertThat(in(() -> this.imports.preview(places)).problems()).extracting(RowProblem::row).containsExactly(2L);
	}

	@Test
	void refusesAnOlderFileThanTheRegisterHas() {
		load(RegisterFile.PRACTICES, Files.PRACTICES, OCTOBER, null);
		UUID id = upload(RegisterFile.PRACTICES, Files.of(Files.PRACTICES, this.organisation.code()),
				OCTOBER.minusDays(1), null);
		assertThat(in(() -> this.imports.preview(id)).problems()).singleElement()
			.extracting(RowProblem::field)
			.isEqualTo("Date of the file");
	}

	@Test
	void refusesAConfirmationWhenTheRegisterChangedSinceThePreview() {
		UUID first = upload(RegisterFile.PRACTICES, Files.of(Files.PRACTICES, this.organisation.code()), OCTOBER, null);
		UUID second = upload(RegisterFile.PRACTICES, Files.of(Files.WHOLE, this.organisation.code()), OCTOBER, null);
		String seen = in(() -> this.imports.preview(second)).fingerprint();
		confirm(first);
		assertThatExceptionOfType(RegisterChanged.class).isThrownBy(() -> in(() -> this.imports.confirm(second, seen)));
		confirm(second);
	}

	@Test
	void aPreviewExpiresAfterADay() {
		UUID id = upload(RegisterFile.PRACTICES, Files.of(Files.PRACTICES, this.organisation.code()), OCTOBER, null);
		in(() -> this.transaction.execute((status) -> this.jdbc
			.sql("update register_import set expires_at = now() - interval '1 minute' where id = :id")
			.param("id", id)
			.update()));
		assertThatExceptionOfType(ImportExpired.class).isThrownBy(() -> in(() -> this.imports.preview(id)));
		assertThatExceptionOfType(ImportExpired.class).isThrownBy(() -> in(() -> this.imports.confirm(id, "")));
		upload(RegisterFile.PRACTICES, new byte[0], OCTOBER, null);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> in(() -> this.imports.preview(id)));
	}

	@Test
	void anotherOrganisationSeesNothingOfTheRegister() {
		loadOxfordshire(Files.PRACTICES);
		in(() -> this.organisations.addPartnerBody("Oxfordshire County Council", PartnerBody.Kind.LOCAL_AUTHORITY));
		UUID id = upload(RegisterFile.PRACTICES, Files.of(Files.PRACTICES, this.organisation.code()), OCTOBER, null);
		Organisation other = this.made.establish();
		Tenant.run(other.id(), () -> {
			assertThat(this.organisations.localities()).isEmpty();
			assertThat(this.organisations.membersOn(CENSUS, "2015Q1")).isEmpty();
			assertThat(this.organisations.partnerBodies()).isEmpty();
			assertThat(this.imports.done()).isEmpty();
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.imports.preview(id));
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.imports.confirm(id, ""));
		});
	}

	private void loadOxfordshire(String practices) {
		load(RegisterFile.PRACTICES, practices, OCTOBER, null);
		load(RegisterFile.LIST_SIZES, Files.LIST_SIZES, OCTOBER, "2015Q1");
		load(RegisterFile.LOCALITIES, Files.LOCALITIES, CENSUS, null);
	}

	private void load(RegisterFile kind, String resource, LocalDate asAt, String quarter) {
		in(() -> this.imports.load(kind, resource, stream(Files.of(resource, this.organisation.code())), asAt,
				quarter));
	}

	private UUID upload(RegisterFile kind, byte[] content, LocalDate asAt, String quarter) {
		return in(() -> this.imports.upload(kind, "file.csv", content, asAt, quarter));
	}

	private ImportPreview confirm(UUID id) {
		return in(() -> this.imports.confirm(id, this.imports.preview(id).fingerprint()));
	}

	private List<String> codes(LocalDate date) {
		return in(() -> this.organisations.membersOn(date, "2015Q1")).stream().map(MemberPractice::code).toList();
	}

	private String localityOf(String code, LocalDate date) {
		UUID locality = in(() -> this.organisations.membersOn(date, "2015Q1")).stream()
			.filter((member) -> member.code().equals(code))
			.findFirst()
			.orElseThrow()
			.locality();
		return in(() -> this.organisations.localities()).stream()
			.filter((candidate) -> candidate.id().equals(locality))
			.findFirst()
			.orElseThrow()
			.name();
	}

	private static byte[] replace(String resource, String code, String other) {
		return Files.bytes(new String(Files.read(resource), StandardCharsets.UTF_8).replace(code, other));
	}

	private static ByteArrayInputStream stream(byte[] content) {
		return new ByteArrayInputStream(content);
	}

	private <T> T in(Supplier<T> work) {
		return Tenant.call(this.organisation.id(), work::get);
	}

}
