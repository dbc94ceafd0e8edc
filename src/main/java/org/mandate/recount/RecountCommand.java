package org.mandate.recount;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@code java -jar mandate.jar recount FILE}: a recount without a database, an
 * installation or trust in either.
 */
public final class RecountCommand {

	/** The first argument that asks for it. */
	public static final String NAME = "recount";

	/** Exit status when the file agrees. */
	static final int AGREES = 0;

	/** Exit status when it differs. */
	static final int DIFFERS = 1;

	/** Exit status when it cannot be read. */
	static final int UNREADABLE = 2;

	private RecountCommand() {
	}

	/**
	 * Recount a file.
	 * @param arguments {@code recount} and the name of the file
	 * @param out where to say what was found
	 * @return exit status: 0 when it agrees, 1 when it differs, 2 when it cannot be read
	 */
	public static int run(String[] arguments, PrintStream out) {
		if (arguments.length != 2) {
			out.println("Usage: java -jar mandate.jar recount FILE");
			out.println("FILE is the export of a ballot as JSON, from the page of its result.");
			return UNREADABLE;
		}
		try {
			Path file = Path.of(arguments[1]);
			if (Files.isRegularFile(file) && Files.size(file) > BallotFile.MOST_BYTES) {
				throw BallotFile.tooLarge();
			}
			return print(Recount.of(Files.readAllBytes(file)), out);
		}
		catch (UnreadableFile ex) {
			out.println(arguments[1] + " cannot be recounted. " + ex.getMessage());
		}
		catch (NoSuchFileException ex) {
			out.println("There is no file " + arguments[1] + ".");
		}
		catch (IOException | IllegalArgumentException ex) {
			out.println("The file " + arguments[1] + " cannot be read.");
		}
		return UNREADABLE;
	}

	private static int print(Report report, PrintStream out) {
		out.println(report.subject());
		out.println("  " + report.ballot().question());
		for (Report.Result result : report.results()) {
			out.println();
			out.println("Counted " + result.reading() + ":");
			report.lines(result).forEach((line) -> out.printf("  %-28s %s%n", line.getKey(), line.getValue()));
			out.println("  Verdict: " + result.verdict() + ((result.choice() != null) ? ", " + result.choice() : ""));
		}
		out.println();
		if (report.agrees()) {
			out.println("The recount agrees with the published result.");
		}
		else {
			out.printf("The recount differs in %d %s:%n", report.differences().size(),
					(report.differences().size() == 1) ? "place" : "places");
			report.differences().forEach((difference) -> out.println("  - " + difference + "."));
		}
		out.printf("Audit trail at the export: event %d, %s%n", report.ballot().head().sequence(),
				report.ballot().head().hash());
		return report.agrees() ? AGREES : DIFFERS;
	}

}
