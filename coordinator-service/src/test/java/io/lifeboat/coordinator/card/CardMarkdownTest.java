package io.lifeboat.coordinator.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.incident.IncidentState;
import io.lifeboat.coordinator.plan.ShopYaml;
import io.lifeboat.coordinator.signal.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CardMarkdownTest {

    private static final String BASE = "http://coordinator:8082";
    private static final int ONE_PAGE = 70;

    @Test
    void shouldReadAsOnePage() throws IOException {
        String page = CardMarkdown.of(
                new CardInputs()
                        .seen(
                                Seen.by("frankfurt")
                                        .homeLost(Duration.ofSeconds(20))
                                        .growth("orders", 7_980, Duration.ofMinutes(10)),
                                Seen.by("office").homeLost(Duration.ofSeconds(20)),
                                Seen.by("dublin").since(null))
                        .ran(7)
                        .past("shop", Instant.parse("2026-06-02T03:00:00Z"), Duration.ofMinutes(11), "recovered", true)
                        .past("books", Instant.parse("2026-03-01T02:00:00Z"), Duration.ofSeconds(43), "cleared", false)
                        .card(),
                BASE);

        assertThat(page).isEqualTo(golden("region-outage.md"));
    }

    @Test
    void shouldSayUnknownWhereNobodyKnows() throws IOException {
        String page = CardMarkdown.of(
                new CardInputs()
                        .state(new IncidentState.Suspected())
                        .seen(
                                Seen.by("frankfurt")
                                        .homeLost(Duration.ofSeconds(20))
                                        .without("lag")
                                        .without("orders"),
                                Seen.by("office").since(null))
                        .card(),
                BASE);

        assertThat(page).isEqualTo(golden("little-known.md"));
    }

    @Test
    void shouldFitOnePageHoweverMuchThereIs() {
        Card card = new CardInputs()
                .damage("x".repeat(1_000))
                .past("a", CardInputs.FAULT, Duration.ofDays(2), "recovered", true)
                .past("b", CardInputs.FAULT, Duration.ofDays(2), "recovered", true)
                .past("c", CardInputs.FAULT, Duration.ofDays(2), "recovered", true)
                .past("d", CardInputs.FAULT, Duration.ofDays(2), "recovered", true)
                .past("e", CardInputs.FAULT, Duration.ofDays(2), "recovered", true)
                .card();
        Card.Said said = Objects.requireNonNull(card.gate());
        Card crowded = new Card(
                card.incidentId(),
                card.application(),
                card.state(),
                card.taken(),
                card.openedAt(),
                card.faultAt(),
                card.at(),
                card.commander(),
                new Card.Said(
                        said.outcome(),
                        said.decisive(),
                        said.age(),
                        said.agreedFor(),
                        0,
                        Collections.nCopies(11, said.holding().getFirst())),
                new Asked(
                        card.asked().says(),
                        Collections.nCopies(5, card.asked().answers().getFirst())),
                card.loss(),
                card.time(),
                card.fence(),
                Collections.nCopies(
                        40, new Card.SeenBy("v", null, Vote.Finding.UNKNOWN, "x".repeat(1_000), null, null, null)),
                card.similar(),
                Collections.nCopies(40, new Card.Uncovered("queue", "nobody \n\n thought of it")));

        String page = CardMarkdown.of(crowded, BASE);

        assertThat(page.lines().count()).isLessThanOrEqualTo(ONE_PAGE);
        assertThat(page).contains("and 35 more vantages; the JSON has them").contains("nobody thought of it");
    }

    @Test
    void shouldKeepWhatOthersWroteFromBreakingTableAndTerminal() {
        Plan plan = ShopYaml.read(ShopYaml.with(
                        "uncovered: \"kept in their region; nothing is served from them\"",
                        "uncovered: \"a | b \\u001b[31m red\""))
                .plan();

        String page = CardMarkdown.of(new CardInputs().plan(plan).card(), BASE);

        assertThat(page).contains("a \\| b [31m red").doesNotContain("\u001b");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = CardMarkdownTest.class.getResourceAsStream("/card/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
