package io.lifeboat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what is proven names tests and scenarios that are there. */
class ProofTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))(?:#(\\w+))?`");
    private static final Pattern SCENARIOS = Pattern.compile("scenarios? ((?:`[a-z0-9-]+`(?:, )?)+)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void shouldNameTestsAndScenariosThatAreThere() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/proof.md"));
        Map<String, String> tests = tests();
        List<MatchResult> named = TEST.matcher(page).results().toList();

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named.stream().filter(one -> !isThere(one, tests)).map(MatchResult::group))
                .as("tests that are not there")
                .isEmpty();
        assertThat(scenarios(page)).hasSizeGreaterThan(10).allSatisfy(scenario -> assertThat(
                        ROOT.resolve("deploy/scenarios").resolve(scenario))
                .isDirectory());
    }

    private static boolean isThere(MatchResult named, Map<String, String> tests) {
        String text = tests.get(named.group(1));
        return text != null && (named.group(2) == null || text.contains("void " + named.group(2) + "("));
    }

    private static TreeSet<String> scenarios(String page) {
        return SCENARIOS
                .matcher(page)
                .results()
                .flatMap(list -> QUOTED.matcher(list.group(1)).results())
                .map((MatchResult quoted) -> quoted.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text of every test of every module, by its class; of those with the same name, one after the other. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> all = Files.walk(ROOT)) {
            for (Path file : all.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList()) {
                texts.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        return texts;
    }
}
