package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.incident.Argument;
import io.lifeboat.contract.incident.Confidence;
import java.util.List;

/**
 * Why something is taken for a class of disaster, and how sure that is.
 *
 * @param confidence how sure
 * @param reason the rules that made it so, in words
 * @param evidenceFor what speaks for the class, the strongest first
 * @param evidenceAgainst what speaks against it, the strongest first
 */
public record Explanation(
        Confidence confidence, String reason, List<Argument> evidenceFor, List<Argument> evidenceAgainst) {

    public Explanation {
        evidenceFor = List.copyOf(evidenceFor);
        evidenceAgainst = List.copyOf(evidenceAgainst);
    }
}
