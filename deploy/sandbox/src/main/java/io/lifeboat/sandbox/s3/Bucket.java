package io.lifeboat.sandbox.s3;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A bucket in one region. */
public final class Bucket {

    /**
     * An object as it was put.
     *
     * @param content the body
     * @param contentType as it was sent
     * @param etag with its quotes
     * @param putAt when
     */
    record StoredObject(byte[] content, String contentType, String etag, Instant putAt) {}

    private final String name;
    private final String region;
    private final boolean publiclyRead;
    private final NavigableMap<String, StoredObject> objects = new ConcurrentSkipListMap<>();
    private volatile @Nullable String lifecycle;

    /** @param publiclyRead whether its policy lets anybody get an object, as a health check must be able to */
    public Bucket(String name, String region, boolean publiclyRead) {
        this.name = name;
        this.region = region;
        this.publiclyRead = publiclyRead;
    }

    String name() {
        return name;
    }

    String region() {
        return region;
    }

    boolean publiclyRead() {
        return publiclyRead;
    }

    /** All keys, in order. */
    NavigableSet<String> keys() {
        return objects.navigableKeySet();
    }

    /** The lifecycle configuration as it was put; empty when there is none. */
    Optional<String> lifecycle() {
        return Optional.ofNullable(lifecycle);
    }

    void lifecycle(@Nullable String document) {
        lifecycle = document;
    }

    Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** Whether that changed anything: the key was free, or held something else. */
    boolean put(String key, StoredObject object) {
        var before = objects.put(key, object);
        return before == null || !before.etag().equals(object.etag());
    }

    boolean delete(String key) {
        return objects.remove(key) != null;
    }
}
