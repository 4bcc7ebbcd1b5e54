package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.ManifestProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.BucketReader;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether objects still read as their manifest says. A manifest that cannot be used is damage only where the plan says how it
 * must read, or this detector has used it before: else it may be the plan that is wrong.
 */
final class Manifest implements StoreMeasure {

    /** Each look reads all of them. */
    static final int MOST_OBJECTS = 20;

    private static final long LARGEST = 1024 * 1024;

    /** As {@code sha256sum} writes it, the star for a file read in binary. */
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private final ManifestProbe probe;
    private final String bucket;
    private final Access access;
    private final BucketReader reader;
    private boolean usedBefore;

    Manifest(ManifestProbe probe, String bucket, Access access, BucketReader reader) {
        this.probe = probe;
        this.bucket = bucket;
        this.access = access;
        this.reader = reader;
    }

    @Override
    public Future<Reading> read(Duration within) {
        Duration half = within.dividedBy(2);
        return reader.content(bucket, probe.key(), LARGEST, access, half)
                .compose(content -> content.map(bytes -> verify(bytes, half))
                        .orElseGet(() -> Future.succeededFuture(unusable("is gone"))));
    }

    private Future<Reading> verify(byte[] manifest, Duration within) {
        if (probe.sha256() != null && !probe.sha256().equals(sum(manifest))) {
            return Future.succeededFuture(
                    new Reading(SignalState.DOWN, name() + " does not read as the plan says: " + sum(manifest)));
        }
        Optional<Map<String, String>> lines = lines(new String(manifest, StandardCharsets.UTF_8));
        if (lines.isEmpty()) {
            return Future.succeededFuture(unusable("is no list of SHA-256 and key"));
        }
        Map<String, String> sums = lines.get();
        if (sums.isEmpty() || sums.size() > MOST_OBJECTS) {
            return Future.succeededFuture(new Reading(
                    SignalState.UNKNOWN,
                    "%s names %d objects; name 1 to %d".formatted(name(), sums.size(), MOST_OBJECTS)));
        }
        usedBefore = true;
        return Asked.all(sums.keySet(), key -> reader.content(bucket, key, LARGEST, access, within)
                        .map(content -> content.map(Manifest::sum).orElse("")))
                .map(answers -> judge(answers, sums));
    }

    /**
     * Judges the objects; one that is not what it was is enough, whatever could not be read of the others.
     *
     * @param objects their sums, by key; empty for one that is gone
     * @param sums what they must be
     */
    static Reading judge(List<Asked<String>> objects, Map<String, String> sums) {
        List<String> broken = objects.stream()
                .filter(object -> object.answer() != null && !object.answer().equals(sums.get(object.what())))
                .map(object -> object.what() + ("".equals(object.answer()) ? " is gone" : " reads otherwise"))
                .toList();
        if (!broken.isEmpty()) {
            return new Reading(SignalState.DOWN, Asked.words(broken) + "; the manifest says what they were");
        }
        List<String> unread = objects.stream()
                .filter(object -> object.failure() != null)
                .map(object -> object.what() + ": " + object.failure())
                .toList();
        return unread.isEmpty()
                ? new Reading(SignalState.UP, "%d objects read as their manifest says".formatted(objects.size()))
                : new Reading(SignalState.UNKNOWN, "object " + Asked.words(unread));
    }

    /** Sums by key; empty when a line is no such line. */
    static Optional<Map<String, String>> lines(String manifest) {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : manifest.lines().filter(text -> !text.isBlank()).toList()) {
            Matcher found = LINE.matcher(line);
            if (!found.matches()) {
                return Optional.empty();
            }
            sums.put(found.group(2), found.group(1));
        }
        return Optional.of(sums);
    }

    private Reading unusable(String how) {
        return usedBefore
                ? new Reading(SignalState.DOWN, name() + " " + how + ", and could be used before")
                : new Reading(SignalState.UNKNOWN, name() + " " + how);
    }

    private String name() {
        return "the manifest " + bucket + "/" + probe.key();
    }

    private static String sum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }
}
