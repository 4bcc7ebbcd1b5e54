package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.DnsProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One DNS question. */
final class DnsProber implements Prober {

    private final DnsProbe probe;
    private final List<String> expected;
    private final Outside outside;

    DnsProber(DnsProbe probe, Outside outside) {
        this.probe = probe;
        this.expected = probe.expect().stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        this.outside = outside;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = outside.ticker().now();
        return outside.names()
                .texts(probe.name(), probe.type(), timeout)
                .map(answers -> judge(answers, began))
                .otherwise(failure -> Look.of(
                        SignalState.DOWN,
                        Failures.inWords(failure),
                        began,
                        outside.ticker().now()));
    }

    private Look judge(List<String> answers, Moment began) {
        Moment ended = outside.ticker().now();
        if (answers.isEmpty()) {
            return Look.of(SignalState.DOWN, "no " + probe.type() + " record", began, ended);
        }
        String heard = String.join(", ", answers);
        boolean asExpected = expected.isEmpty() || answers.stream().allMatch(expected::contains);
        return asExpected
                ? Look.of(SignalState.UP, "answers " + heard, began, ended)
                : Look.of(SignalState.DOWN, "answers " + heard + ", which is not expected", began, ended);
    }
}
