package io.lifeboat.detector.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code lifeboat.detector.*}. */
@ConfigMapping(prefix = "lifeboat.detector")
public interface DetectorConfig {

    /** Where this detector stands, by the name plans give it. */
    String vantage();

    /** The region it stands in; absent when it stands in none. */
    Optional<String> region();

    /** The local address every probe calls from; any unless said otherwise. */
    Optional<String> sourceAddress();

    /** Control targets: two or more https URLs outside every region of the plans. */
    List<String> controls();

    /** How control targets are looked at. */
    Control control();

    /** How often signals are told. */
    Publish publish();

    /** A timer or a look that comes later than this is late. */
    @WithDefault("250ms")
    Duration lateAfter();

    /** {@code lifeboat.detector.control.*}. */
    interface Control {

        /** The cadence. */
        @WithDefault("2s")
        Duration every();

        /** How long one look may take. */
        @WithDefault("2s")
        Duration timeout();
    }

    /** {@code lifeboat.detector.publish.*}. */
    interface Publish {

        /** While everything is up. */
        @WithDefault("30s")
        Duration whileUp();

        /** While anything is not. */
        @WithDefault("5s")
        Duration whileNotUp();
    }
}
