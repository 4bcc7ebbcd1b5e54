package io.lifeboat.contract.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which word was meant. */
final class Nearest {

    private static final int MOST_SLIPS = 3;

    private Nearest() {}

    /** The remedy for a word that is none of the known ones. */
    static String remedy(String word, Collection<String> known) {
        return of(word, known)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElseGet(() -> "use one of " + String.join(", ", known));
    }

    /** The known word with the fewest slips of the finger; empty when none is near. */
    static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> slips(word, candidate) <= Math.min(MOST_SLIPS, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> slips(word, candidate)));
    }

    // Levenshtein's distance, one row at a time.
    private static int slips(String word, String candidate) {
        int[] row = new int[candidate.length() + 1];
        for (int j = 0; j <= candidate.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= candidate.length(); j++) {
                int replaced = diagonal + (word.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[candidate.length()];
    }
}
