package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.incident.DisasterClass;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the vantages together make of a region.
 *
 * @param disasterClass the class a quorum agrees on; unknown while none does
 * @param region the region judged
 * @param votes one for each vantage of the plan
 * @param quorum how many must agree
 * @param agreed whether a quorum sees the same thing wrong
 * @param reason why this class, in words
 * @param agreedFor for how long a quorum has seen it without a break; null while none does
 * @param explanation how sure it is, and what speaks for and against it
 */
public record Classification(
        DisasterClass disasterClass,
        String region,
        List<Vote> votes,
        int quorum,
        boolean agreed,
        String reason,
        @Nullable Duration agreedFor,
        Explanation explanation) {

    public Classification {
        votes = List.copyOf(votes);
    }

    /** Whether every vantage that counts sees nothing wrong; a vantage that knows nothing forbids it. */
    public boolean clear() {
        List<Vote> counting = votes.stream()
                .filter(vote -> vote.finding() != Vote.Finding.INSIDE)
                .toList();
        return !counting.isEmpty() && counting.stream().allMatch(vote -> vote.finding() == Vote.Finding.CLEAR);
    }

    /** Whether a quorum of vantages sees the region in order. */
    public boolean clearByQuorum() {
        return votes.stream()
                        .filter(vote -> vote.finding() == Vote.Finding.CLEAR)
                        .count()
                >= quorum;
    }

    /** Whether any vantage that counts sees something wrong. */
    public boolean troubled() {
        return votes.stream().anyMatch(Vote::troubled);
    }

    /** For how long the first vantage has seen something wrong; empty when none does. */
    public Optional<Duration> troubledFor() {
        return Vote.troubledFor(votes);
    }

    /** Age of the oldest look that a counting vote rests on. */
    public Optional<Duration> evidenceAge() {
        return votes.stream()
                .filter(Vote::troubled)
                .map(Vote::evidenceAge)
                .filter(Objects::nonNull)
                .max(Duration::compareTo);
    }
}
