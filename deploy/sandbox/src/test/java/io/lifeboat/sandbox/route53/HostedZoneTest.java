package io.lifeboat.sandbox.route53;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.sandbox.dns.Answer;
import io.lifeboat.sandbox.healthcheck.Checker;
import io.lifeboat.sandbox.healthcheck.HealthCheckConfig;
import io.lifeboat.sandbox.healthcheck.HealthCheckType;
import io.lifeboat.sandbox.healthcheck.HealthChecks;
import io.lifeboat.testkit.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class HostedZoneTest {

    private static final Name WWW = ChangeReader.name("www.shop.example");
    private static final Name HOME = ChangeReader.name("home.elb.example");
    private static final Name OTHER = ChangeReader.name("other.elb.example");
    private static final HealthCheckConfig NEW_AND_SO_HEALTHY =
            new HealthCheckConfig(HealthCheckType.TCP, "127.0.0.1", null, 9, "/", null, 10, 1, false, false);
    private static final Duration NEVER_WITHIN_THIS_TEST = Duration.ofDays(1);

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final Map<Name, Boolean> balancers = new HashMap<>(Map.of(HOME, true, OTHER, true));
    private final HealthChecks checks = new HealthChecks(
            new Checker("127.0.0.1", Duration.ofSeconds(1), Duration.ofSeconds(1), name -> name),
            clock,
            NEVER_WITHIN_THIS_TEST);
    private final HostedZone zone =
            new HostedZone("Z1", ChangeReader.name("shop.example"), this::balancer, checks, clock);

    private Optional<AliasTargets.AliasedTarget> balancer(Name name) {
        return Optional.ofNullable(balancers.get(name))
                .map(healthy -> new AliasTargets.AliasedTarget(
                        List.of(name.equals(HOME) ? "127.0.10.1" : "127.0.20.1"), 60, healthy));
    }

    @BeforeEach
    void createCheck() {
        checks.create("well", "well", NEW_AND_SO_HEALTHY);
    }

    @AfterEach
    void stopChecks() {
        checks.close();
    }

    @Test
    void shouldAnswerAnAliasWithItsTargetsAddressUnderItsTargetsTtl() {
        zone.begin(List.of(alias("www.shop.example", null, HOME, false, null)));

        assertThat(answered()).singleElement().satisfies(record -> {
            assertThat(record.rdataToString()).isEqualTo("127.0.10.1");
            assertThat(record.getTTL()).isEqualTo(60);
            assertThat(record.getName()).isEqualTo(WWW);
        });
    }

    @Test
    void shouldMoveWithTheLoadBalancersHealthWhenTheFailoverAliasesLookAtItDirectly() {
        zone.begin(List.of(
                alias("www.shop.example", FailoverRole.PRIMARY, HOME, true, null),
                alias("www.shop.example", FailoverRole.SECONDARY, OTHER, true, null)));

        assertThat(addresses()).containsExactly("127.0.10.1");
        balancers.put(HOME, false);
        assertThat(addresses()).containsExactly("127.0.20.1");
        balancers.put(OTHER, false);
        assertThat(addresses()).as("fails open").containsExactly("127.0.10.1");
    }

    @Test
    void shouldNotMoveWithTheLoadBalancersHealthWhenAnotherRecordStandsBetween() {
        zone.begin(List.of(
                alias("home.shop.example", null, HOME, false, null),
                alias("other.shop.example", null, OTHER, false, null),
                alias("www.shop.example", FailoverRole.PRIMARY, ChangeReader.name("home.shop.example"), true, "well"),
                alias(
                        "www.shop.example",
                        FailoverRole.SECONDARY,
                        ChangeReader.name("other.shop.example"),
                        true,
                        null)));

        balancers.put(HOME, false);
        assertThat(addresses()).containsExactly("127.0.10.1");

        // A check that is gone is as good as an unhealthy one.
        checks.delete("well");
        assertThat(addresses()).containsExactly("127.0.20.1");
    }

    @Test
    void shouldAnswerWithAChangeOnlyOnceItIsInSync() {
        zone.begin(List.of(alias("www.shop.example", null, HOME, false, null)));

        zone.change(
                List.of(new Change(Change.Action.UPSERT, alias("www.shop.example", null, OTHER, false, null))),
                Duration.ofSeconds(2));

        assertThat(addresses()).containsExactly("127.0.10.1");
        clock.turn(Duration.ofSeconds(2));
        assertThat(addresses()).containsExactly("127.0.20.1");
    }

    @Test
    void shouldTellANameThatDoesNotExistFromOneWithoutRecordsOfTheType() {
        zone.begin(List.of(alias("www.shop.example", null, HOME, false, null)));

        assertThat(zone.answer(WWW, Type.AAAA)).isEqualTo(new Answer.Empty());
        assertThat(zone.answer(ChangeReader.name("nobody.shop.example"), Type.A))
                .isEqualTo(new Answer.NoSuchName());
    }

    private List<Record> answered() {
        return zone.answer(WWW, Type.A) instanceof Answer.Found(var records) ? records : List.of();
    }

    private List<String> addresses() {
        return answered().stream().map(Record::rdataToString).toList();
    }

    private static RecordSet alias(
            String name, @Nullable FailoverRole role, Name target, boolean evaluate, @Nullable String check) {
        return new RecordSet(
                ChangeReader.name(name),
                Type.A,
                role == null ? null : role.name(),
                role,
                new RecordTarget.Alias("Z1", target, evaluate),
                check);
    }
}
