package io.lifeboat.executor.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Time-outs of AWS calls. The SDK never repeats a call: the run does, after it has looked. */
@ConfigMapping(prefix = "lifeboat.aws")
public interface AwsSettings {

    /** The longest a call that looks may take, assuming the role included. */
    @WithDefault("5s")
    Duration lookTimeout();

    /** The longest a call into the failing region may take; such calls are best effort. */
    @WithDefault("2s")
    Duration failingRegionTimeout();

    /** The longest opening a connection may take. */
    @WithDefault("2s")
    Duration connectTimeout();
}
