package io.lifeboat.detector.aws;

import io.vertx.core.Future;
import java.time.Duration;

/** Reads the state of encryption keys. */
public final class KeyReader {

    private final SdkCalls calls;
    private final AwsClients clients;

    /** Reads through these clients. */
    public KeyReader(SdkCalls calls, AwsClients clients) {
        this.calls = calls;
        this.clients = clients;
    }

    /**
     * A key's state in KMS' own words, an open set (KMS API reference, KeyMetadata; developer guide, "Key states").
     *
     * @param key id or ARN
     */
    public Future<String> state(String key, Access access, Duration within) {
        return calls.send(() -> clients.kms(access.role(), access.region()).describeKey(ask -> ask.keyId(key)), within)
                .map(answer -> answer.keyMetadata().keyStateAsString());
    }
}
