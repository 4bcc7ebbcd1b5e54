package io.lifeboat.e2e.demo;

import io.lifeboat.e2e.job.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the demo was asked to do.
 *
 * @param terms of the main job
 * @param reports where the reports go, or null for the state folder
 * @param help whether only help is wanted
 */
record DemoOptions(Terms terms, @Nullable Path reports, boolean help) {

    static final String HELP = """
            usage: ./lifeboat demo [OPTIONS]

            Builds what changed, starts a sandbox cloud with two regions, detectors inside and outside of them
            and the other three services, lets customers order, takes the home region and us-east-1's control
            plane away, and shows everything from the first failed look to the shop serving from the other
            region. Ends with the RTO and RPO promised, as audited, and as the customers saw it.

              --approve            wait for a person: type yes, or approve by REST
              --hold SECONDS       let replication be that far behind when the region is lost (0 to 20)
              --without STEP       skip this step of the plan (promote, scale, shift ...), to see that the demo
                                   then ends non-zero; may be given more than once
              --patience SECONDS   how long the shop may take to be served again (default 120)
              --reports FOLDER     where report.json and report.md go (default .lifeboat/demo)
              --help               this text

            Exit status: 0 the shop serves from the other region and the measurements agree; 1 it does not, or
            they do not; 2 the options are wrong; 130 interrupted.
            """;

    private static final Set<String> TAKES_VALUE = Set.of("--without", "--hold", "--patience", "--reports");

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException naming the option and what it takes
     */
    static DemoOptions parse(String... arguments) {
        boolean approve = false;
        boolean help = false;
        List<String> without = new ArrayList<>();
        Duration hold = null;
        Duration patience = Duration.ofSeconds(120);
        Path reports = null;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            if (TAKES_VALUE.contains(option) && rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value; see ./lifeboat demo --help");
            }
            switch (option) {
                case "--approve" -> approve = true;
                case "--help", "-h" -> help = true;
                case "--without" -> without.add(rest.removeFirst());
                case "--hold" -> hold = seconds(option, rest.removeFirst(), 0, 20);
                case "--patience" -> patience = seconds(option, rest.removeFirst(), 10, 3600);
                case "--reports" -> reports = Path.of(rest.removeFirst());
                default ->
                    throw new IllegalArgumentException("there is no option " + option + "; see ./lifeboat demo --help");
            }
        }
        return new DemoOptions(new Terms(approve, without, hold, patience), reports, help);
    }

    private static Duration seconds(String option, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return Duration.ofSeconds(value);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " takes whole seconds, not '" + text + "'", e);
        }
        throw new IllegalArgumentException(option + " takes " + least + " to " + most + " seconds, not " + text);
    }
}
