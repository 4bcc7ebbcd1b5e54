package io.lifeboat.e2e.survival;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.e2e.client.TopicTail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said on the topics and when the broker took it in, over many disasters. */
final class Heard {

    private final List<TopicTail.Heard> said = new ArrayList<>();
    private final Map<String, SignalSnapshot> sights = new HashMap<>();

    synchronized void hear(TopicTail.Heard heard) {
        if (heard.message() instanceof SignalSnapshot snapshot) {
            sights.put(snapshot.vantage(), snapshot);
        } else {
            said.add(heard);
        }
    }

    /** The newest message of a type since then. */
    synchronized <T extends Record> Optional<T> newest(Class<T> type, Instant since) {
        return said.reversed().stream()
                .filter(heard -> heard.at().isAfter(since))
                .map(TopicTail.Heard::message)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** When the broker took the first such message in. */
    synchronized <T extends Record> Optional<Instant> first(Class<T> type, Predicate<T> such) {
        return said.stream()
                .filter(heard -> type.isInstance(heard.message()) && such.test(type.cast(heard.message())))
                .map(TopicTail.Heard::at)
                .findFirst();
    }

    /** What is not up, in words; the standby's compute may be fenced and does not count. */
    synchronized String notUp(Set<String> vantages, String standby) {
        return vantages.stream()
                .sorted()
                .map(vantage -> notUp(vantage, sights.get(vantage), standby))
                .collect(Collectors.joining());
    }

    private static String notUp(String vantage, @Nullable SignalSnapshot snapshot, String standby) {
        if (snapshot == null
                || snapshot.sight() != Sight.CLEAR
                || snapshot.signals().isEmpty()) {
            return vantage + " does not see clearly; ";
        }
        return snapshot.signals().stream()
                .filter(signal -> signal.state() != SignalState.UP)
                .filter(signal -> signal.tier() != Tier.COMPUTE || !standby.equals(signal.region()))
                .map(signal -> "%s sees %s %s; ".formatted(vantage, signal.watch(), signal.state()))
                .collect(Collectors.joining());
    }
}
