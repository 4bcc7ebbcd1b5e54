package io.lifeboat.sandbox.route53;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

class FailoverRoutingTest {

    private static final RecordSet PRIMARY = record(FailoverRole.PRIMARY);
    private static final RecordSet SECONDARY = record(FailoverRole.SECONDARY);

    @ParameterizedTest
    @CsvSource({
        "true,  true,  PRIMARY",
        "true,  false, PRIMARY",
        "false, true,  SECONDARY",
        "false, false, PRIMARY",
    })
    void shouldFollowTheTruthTable(boolean primaryHealthy, boolean secondaryHealthy, FailoverRole answered) {
        var healthy = Stream.of(PRIMARY, SECONDARY)
                .filter(each -> each.equals(PRIMARY) ? primaryHealthy : secondaryHealthy)
                .collect(Collectors.toSet());

        var chosen = FailoverRouting.choose(List.of(SECONDARY, PRIMARY), healthy::contains);

        assertThat(chosen).map(RecordSet::failover).contains(answered);
    }

    @Test
    void shouldTakeWhatIsThereWhenOneOfThePairIsMissing() {
        assertThat(FailoverRouting.choose(Set.of(SECONDARY), each -> false)).contains(SECONDARY);
        assertThat(FailoverRouting.choose(Set.of(PRIMARY), each -> false)).contains(PRIMARY);
        assertThat(FailoverRouting.choose(Set.of(), each -> true)).isEmpty();
    }

    private static RecordSet record(FailoverRole role) {
        var target = new RecordTarget.Values(5, List.of("127.0.0.1"));
        return new RecordSet(Name.root, Type.A, role.name(), role, target, null);
    }
}
