package io.lifeboat.sandbox.s3;

import io.lifeboat.sandbox.cloud.Effects;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.s3.Bucket.StoredObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** S3, path style: one object at a time, and with {@link BucketCalls} what a bucket holds and deletes. */
public final class S3 implements AwsService {

    private static final int PRECONDITION_FAILED = 412;

    private final Map<String, Bucket> buckets;
    private final InstantSource clock;
    private final Effects effects;
    private final BucketCalls bucketCalls;

    public S3(Collection<Bucket> buckets, InstantSource clock, Effects effects) {
        this.buckets = buckets.stream().collect(Collectors.toUnmodifiableMap(Bucket::name, Function.identity()));
        this.clock = clock;
        this.effects = effects;
        this.bucketCalls = new BucketCalls(effects);
    }

    private record Location(String bucket, String key) {

        static Location of(String path) {
            var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            int slash = decoded.indexOf('/', 1);
            return slash < 0
                    ? new Location(decoded.substring(Math.min(1, decoded.length())), "")
                    : new Location(decoded.substring(1, slash), decoded.substring(slash + 1));
        }
    }

    @Override
    public String signingName() {
        return "s3";
    }

    @Override
    public Protocol protocol() {
        return Protocol.S3;
    }

    @Override
    public boolean isDataPlane(String operation) {
        return !operation.contains("Lifecycle");
    }

    @Override
    public String operation(AwsRequest request) {
        if (Location.of(request.path()).key().isEmpty()) {
            return BucketCalls.operation(request);
        }
        return switch (request.method()) {
            case "PUT" -> "PutObject";
            case "GET" -> "GetObject";
            case "HEAD" -> "HeadObject";
            case "DELETE" -> "DeleteObject";
            default ->
                throw new AwsError(
                        "NotImplemented", "the sandbox's S3 has no " + request.method() + " of an object", 501);
        };
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        var location = Location.of(request.path());
        var bucket = bucket(location.bucket(), request.region().name());
        return switch (request.operation()) {
            case "PutObject" -> put(bucket, location.key(), request);
            case "GetObject" -> {
                var found = found(bucket, location.key());
                yield new AwsResponse(200, headers(found), found.content());
            }
            case "HeadObject" -> {
                var found = found(bucket, location.key());
                var headers = new TreeMap<>(headers(found));
                headers.put("Content-Length", String.valueOf(found.content().length));
                yield AwsResponse.empty(200, headers);
            }
            case "DeleteObject" -> {
                if (bucket.delete(location.key())) {
                    effects.count("s3:" + bucket.name() + "/" + location.key(), "delete");
                }
                yield AwsResponse.empty(204, Map.of());
            }
            default -> bucketCalls.handle(bucket, request);
        };
    }

    private Bucket bucket(String name, String region) {
        var bucket = buckets.get(name);
        if (bucket == null) {
            throw new AwsError("NoSuchBucket", "The specified bucket does not exist: " + name, 404);
        }
        if (!bucket.region().equals(region)) {
            throw new AwsError(
                    "PermanentRedirect",
                    "The bucket " + name + " is in " + bucket.region()
                            + " and must be addressed there; this request was signed for " + region,
                    301);
        }
        return bucket;
    }

    private static StoredObject found(Bucket bucket, String key) {
        return bucket.find(key)
                .orElseThrow(() -> new AwsError("NoSuchKey", "The specified key does not exist: " + key, 404));
    }

    private AwsResponse put(Bucket bucket, String key, AwsRequest request) {
        if (request.header("If-None-Match", false).filter("*"::equals).isPresent()
                && bucket.find(key).isPresent()) {
            throw new AwsError(
                    "PreconditionFailed",
                    "At least one of the pre-conditions you specified did not hold",
                    PRECONDITION_FAILED);
        }
        checkSum(request);
        var stored = new StoredObject(
                request.body(),
                request.header("Content-Type", false).orElse("application/octet-stream"),
                etag(request.body()),
                clock.instant());
        if (bucket.put(key, stored)) {
            effects.count("s3:" + bucket.name() + "/" + key, "put");
        }
        return AwsResponse.empty(200, Map.of("ETag", stored.etag()));
    }

    private static void checkSum(AwsRequest request) {
        request.header("x-amz-checksum-crc32", false).ifPresent(sent -> {
            var crc = new CRC32();
            crc.update(request.body());
            var bytes = HexFormat.of().parseHex("%08x".formatted(crc.getValue()));
            if (!sent.equals(Base64.getEncoder().encodeToString(bytes))) {
                throw AwsError.badRequest(
                        "BadDigest", "The CRC32 you specified did not match the calculated checksum.");
            }
        });
    }

    private static Map<String, String> headers(StoredObject object) {
        return Map.of(
                "Content-Type", object.contentType(),
                "ETag", object.etag(),
                "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                object.putAt().atOffset(ZoneOffset.UTC)));
    }

    private static String etag(byte[] content) {
        try {
            // S3's ETag of a simple object is its MD5; nothing is protected by it.
            return "\""
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content)) + "\"";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no MD5", missing);
        }
    }
}
