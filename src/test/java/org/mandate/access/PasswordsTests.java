package org.mandate.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	private static final String[] PERSONAL = { "jane.doe@oxfordshireccg.example.org", "Jane Mary Doe",
			"NHS Oxfordshire CCG", "OCCG" };

	private final Passwords passwords = new Passwords(new BCryptPasswordEncoder(4),
			new ClassPathResource("access/common-passwords.txt"));

	@ParameterizedTest
	@ValueSource(strings = { "kettle lorry plum", "Zw9!x7Qr2#Lk", "dvanáct hrušek a kůl", "ٱلسَّلَامُ عَلَيْكُمْ",
			"840173926512" })
	void takesWhatIsHardToGuess(String password) {
		assertThat(this.passwords.problem(password, PERSONAL)).isEmpty();
		assertThat(this.passwords.matches(password, this.passwords.hash(password))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "elevenchars", "🔒🔒🔒🔒🔒🔒" })
	void refusesFewerThanTwelveCharacters(String password) {
		assertThat(this.passwords.problem(password, PERSONAL)).hasValue("Password must be 12 characters or more");
	}

	@Test
	void refusesMoreThanBcryptReads() {
		String longest = "zebra lorry kettle plum canoe marble thirteen willow hazel gate oven 123";
		assertThat(longest).hasSize(72);
		assertThat(this.passwords.problem(longest, PERSONAL)).isEmpty();
		assertThat(this.passwords.problem(longest + "x", PERSONAL).orElseThrow()).contains("72 characters or fewer");
		assertThat(this.passwords.problem(longest.replace('z', 'ž'), PERSONAL).orElseThrow())
			.contains("72 characters or fewer");
	}

	@Test
	void refusesWhatCannotBeTyped() {
		assertThat(this.passwords.problem("kettle\0lorry plum", PERSONAL).orElseThrow()).contains("cannot be typed");
		assertThat(this.passwords.problem("", PERSONAL)).hasValue("Enter a password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Password2015!", "P@ssw0rd1234", "passwordpassword", "123456789012", "qwertyuiop123",
			"Oxfordshire2015", "letmein letmein", "aaaaaaaaaaaa", "abcabcabcabc", "Clinical.Commissioning.Group",
			"Welcome!!!!!!", "1q2w3e4r5t6y" })
	void refusesCommonPasswords(String password) {
		assertThat(this.passwords.problem(password, PERSONAL).orElseThrow()).contains("easy to guess");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jane.doe@oxfordshireccg.example.org", "Jane.Doe.2015", "NHS Oxfordshire CCG",
			"nhs-oxfordshire-ccg-1", "janemarydoe1" })
	void refusesWhatOthersKnowOfThePerson(String password) {
		assertThat(this.passwords.problem(password, PERSONAL).orElseThrow()).contains("must not be your name");
	}

}
