package io.lifeboat.coordinator.wave;

import io.lifeboat.contract.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The loss of one region, as everybody it concerns sees it.
 *
 * <p>Who depends on an application waits until that is recovered; so an application's wave is one more than the highest wave of
 * those it depends on, and the first when it depends on nobody concerned. Within the limit of executions at once, the earlier wave
 * goes first, then the lower priority number.
 *
 * @param id its id
 * @param region the region
 * @param openedAt when its first incident joined, by the database's clock
 * @param approved who approved it as a whole last, or null
 * @param forgiven after how many failures a person said go on
 * @param running how many live executions are open, of any event and of none
 * @param members the applications
 */
public record RegionEvent(
        String id,
        String region,
        Instant openedAt,
        @Nullable Act approved,
        int forgiven,
        int running,
        List<Member> members) {

    public RegionEvent {
        members = List.copyOf(members);
    }

    /** The same with an application that has joined since; unchanged when it is a member already. */
    RegionEvent joinedBy(Member newcomer) {
        if (members.stream().anyMatch(member -> member.application().equals(newcomer.application()))) {
            return this;
        }
        List<Member> more = new ArrayList<>(members);
        more.add(newcomer);
        return new RegionEvent(id, region, openedAt, approved, forgiven, running, more);
    }

    /** The members in the order in which they go, wave by wave. */
    public List<List<Member>> waves() {
        Map<String, Integer> numbers = numbers();
        List<List<Member>> waves = new ArrayList<>();
        for (int wave = 1;
                wave <= numbers.values().stream().mapToInt(n -> n).max().orElse(0);
                wave++) {
            int number = wave;
            waves.add(members.stream()
                    .filter(member -> numbers.get(member.application()) == number)
                    .sorted(Member.ORDER)
                    .toList());
        }
        return waves;
    }

    /** Where an application stands; alone when it is none of the members. */
    public Place place(String application, WavePolicy policy) {
        Map<String, Integer> numbers = numbers();
        Member self = members.stream()
                .filter(member -> member.application().equals(application))
                .findFirst()
                .orElse(null);
        if (self == null) {
            return Place.ALONE;
        }
        int wave = numbers.get(application);
        return new Place(
                wave,
                numbers.values().stream().mapToInt(n -> n).max().orElse(1),
                members.size(),
                waitsFor(self, numbers, policy),
                stopped(wave, numbers, policy));
    }

    private @Nullable String waitsFor(Member self, Map<String, Integer> numbers, WavePolicy policy) {
        List<String> needed = unmet(self).stream()
                .map(member -> "%s, which is %s".formatted(member.application(), Words.of(member.phase())))
                .toList();
        if (!needed.isEmpty()) {
            return "waits for what it depends on: " + String.join("; ", needed);
        }
        if (running >= policy.parallel()) {
            return "%d executions are open, as many as may be at once".formatted(running);
        }
        Comparator<Member> order = Comparator.<Member>comparingInt(member -> numbers.get(member.application()))
                .thenComparing(Member.ORDER);
        long ahead = count(member -> member.phase() == Phase.QUEUED
                && order.compare(member, self) < 0
                && unmet(member).isEmpty());
        return running + ahead >= policy.parallel()
                ? "%d executions are open and %d applications go first; %d may be open at once"
                        .formatted(running, ahead, policy.parallel())
                : null;
    }

    /** A wave of which too many fail says that something is wrong with all of it, not with each. */
    private @Nullable String stopped(int upTo, Map<String, Integer> numbers, WavePolicy policy) {
        if (count(member -> member.phase() == Phase.FAILED) <= forgiven) {
            return null;
        }
        for (int number = 1; number <= upTo; number++) {
            int wave = number;
            Predicate<Member> ofWave = member -> numbers.get(member.application()) == wave;
            long all = count(ofWave.and(member -> member.phase() != Phase.LEFT_OUT && member.phase() != Phase.OVER));
            long failed = count(ofWave.and(member -> member.phase() == Phase.FAILED));
            if (failed * 100 > all * policy.failures()) {
                return "%d of %d applications of wave %d failed, more than %d %%"
                        .formatted(failed, all, wave, policy.failures());
            }
        }
        return null;
    }

    private List<Member> unmet(Member self) {
        return members.stream()
                .filter(member -> self.dependsOn().contains(member.application())
                        && !member.application().equals(self.application())
                        && !member.phase().done())
                .toList();
    }

    private long count(Predicate<Member> such) {
        return members.stream().filter(such).count();
    }

    /** Waves by application. Those that wait for each other in a circle get one wave after all they lead to. */
    private Map<String, Integer> numbers() {
        Map<String, Member> byName = members.stream().collect(Collectors.toMap(Member::application, member -> member));
        Map<String, Integer> numbers = new HashMap<>();
        members.forEach(member -> number(member, byName, numbers));
        return numbers;
    }

    private static int number(Member member, Map<String, Member> byName, Map<String, Integer> numbers) {
        Integer known = numbers.get(member.application());
        if (known != null) {
            return known;
        }
        // Whoever comes back here while its number is being found is part of a circle.
        numbers.put(member.application(), 1);
        int wave = 1;
        for (String needed : member.dependsOn()) {
            Member other = byName.get(needed);
            if (other != null && other != member) {
                wave = Math.max(wave, number(other, byName, numbers) + 1);
            }
        }
        numbers.put(member.application(), wave);
        return wave;
    }
}
