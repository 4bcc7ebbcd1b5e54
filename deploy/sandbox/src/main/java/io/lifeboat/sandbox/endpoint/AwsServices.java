package io.lifeboat.sandbox.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The services behind the endpoint, by signing name. */
public final class AwsServices {

    private final Map<String, AwsService> services = new ConcurrentHashMap<>();

    public AwsServices add(AwsService service) {
        services.put(service.signingName(), service);
        return this;
    }

    public Optional<AwsService> find(String signingName) {
        return Optional.ofNullable(services.get(signingName));
    }
}
