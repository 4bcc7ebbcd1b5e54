package io.lifeboat.coordinator.incident.region;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.wave.Member;
import io.lifeboat.coordinator.wave.Phase;
import io.lifeboat.coordinator.wave.RegionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The loss of a region as one event.
 *
 * @param regionEventId its id
 * @param region the region
 * @param openedAt since when
 * @param approved who approved it as a whole last, or null
 * @param applications how many lost the region
 * @param phases how many stand where
 * @param worstLoss the most that any of those that ask or queue would lose; null when nobody measured any
 * @param lossUnknown those among them for which nobody measured it
 * @param leftOut those whose own checks hold them, with the reason; an approval does not move them
 * @param waves the rest, wave by wave, in the order in which they go
 */
public record RegionEventView(
        String regionEventId,
        String region,
        Instant openedAt,
        @Nullable Act approved,
        int applications,
        Map<Phase, Integer> phases,
        @Nullable Duration worstLoss,
        List<String> lossUnknown,
        List<Member> leftOut,
        List<List<Member>> waves) {

    static RegionEventView of(RegionEvent event) {
        Map<Phase, Integer> phases = new EnumMap<>(Phase.class);
        event.members().forEach(member -> phases.merge(member.phase(), 1, Integer::sum));
        List<Member> undecided = event.members().stream()
                .filter(member -> member.phase() == Phase.ASKING || member.phase() == Phase.QUEUED)
                .toList();
        List<List<Member>> waves = new ArrayList<>();
        for (List<Member> wave : event.waves()) {
            waves.add(wave.stream()
                    .filter(member -> member.phase() != Phase.LEFT_OUT)
                    .toList());
        }
        return new RegionEventView(
                event.id(),
                event.region(),
                event.openedAt(),
                event.approved(),
                event.members().size(),
                phases,
                undecided.stream()
                        .map(Member::exposure)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                undecided.stream()
                        .filter(member -> member.exposure() == null)
                        .map(Member::application)
                        .toList(),
                event.members().stream()
                        .filter(member -> member.phase() == Phase.LEFT_OUT)
                        .toList(),
                waves);
    }
}
