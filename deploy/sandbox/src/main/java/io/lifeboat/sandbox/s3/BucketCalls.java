package io.lifeboat.sandbox.s3;

import io.lifeboat.sandbox.cloud.Effects;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.Xml;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** S3's calls about a bucket as a whole: what it holds, and the rules by which it deletes, which are kept and never applied. */
final class BucketCalls {

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final int LARGEST_PAGE = 1_000;

    private final Effects effects;

    BucketCalls(Effects effects) {
        this.effects = effects;
    }

    /** The operation of a request about a bucket. */
    static String operation(AwsRequest request) {
        boolean lifecycle = request.parameters().containsKey("lifecycle");
        return switch (request.method()) {
            case "HEAD" -> "HeadBucket";
            case "GET" -> {
                if (lifecycle) {
                    yield "GetBucketLifecycleConfiguration";
                }
                if (request.find("list-type").filter("2"::equals).isPresent()) {
                    yield "ListObjectsV2";
                }
                throw unknown(request);
            }
            case "PUT" -> {
                if (lifecycle) {
                    yield "PutBucketLifecycleConfiguration";
                }
                throw unknown(request);
            }
            case "DELETE" -> {
                if (lifecycle) {
                    yield "DeleteBucketLifecycle";
                }
                throw unknown(request);
            }
            default -> throw unknown(request);
        };
    }

    AwsResponse handle(Bucket bucket, AwsRequest request) {
        return switch (request.operation()) {
            case "ListObjectsV2" -> list(bucket, request);
            case "GetBucketLifecycleConfiguration" -> lifecycle(bucket);
            case "PutBucketLifecycleConfiguration" -> {
                bucket.lifecycle(document(request));
                effects.count("s3:" + bucket.name(), "put-lifecycle");
                yield AwsResponse.empty(200, Map.of());
            }
            case "DeleteBucketLifecycle" -> {
                bucket.lifecycle(null);
                effects.count("s3:" + bucket.name(), "delete-lifecycle");
                yield AwsResponse.empty(204, Map.of());
            }
            default -> AwsResponse.empty(200, Map.of("x-amz-bucket-region", bucket.region()));
        };
    }

    private static AwsResponse list(Bucket bucket, AwsRequest request) {
        String prefix = request.find("prefix").orElse("");
        int size = Math.min(
                LARGEST_PAGE, request.find("max-keys").map(Integer::parseInt).orElse(LARGEST_PAGE));
        String after = request.find("continuation-token")
                .map(token -> new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .or(() -> request.find("start-after"))
                .orElse("");
        List<String> left = bucket.keys().stream()
                .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                .toList();
        List<String> page = left.subList(0, Math.min(size, left.size()));
        boolean more = page.size() < left.size();
        Xml result = Xml.element("ListBucketResult")
                .attribute("xmlns", NAMESPACE)
                .with("Name", bucket.name())
                .with("Prefix", prefix)
                .with("KeyCount", page.size())
                .with("MaxKeys", size)
                .with("IsTruncated", more)
                .with("NextContinuationToken", more && !page.isEmpty() ? token(page.getLast()) : null);
        page.forEach(key -> bucket.find(key)
                .ifPresent(object -> result.add(Xml.element("Contents")
                        .with("Key", key)
                        .with("LastModified", object.putAt())
                        .with("ETag", object.etag())
                        .with("Size", object.content().length)
                        .with("StorageClass", "STANDARD"))));
        return AwsResponse.xml(200, result);
    }

    private static String token(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static AwsResponse lifecycle(Bucket bucket) {
        return bucket.lifecycle()
                .map(document -> new AwsResponse(
                        200, Map.of("Content-Type", "application/xml"), document.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new AwsError(
                        "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist", 404));
    }

    /** What is put is what is answered; S3 answers with an id where a rule has none, which is not modelled. */
    private static String document(AwsRequest request) {
        String document = request.text();
        if (!document.contains("<LifecycleConfiguration") || !document.contains("<Status>")) {
            throw AwsError.badRequest(
                    "MalformedXML",
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        return document;
    }

    private static AwsError unknown(AwsRequest request) {
        return new AwsError(
                "NotImplemented", "the sandbox's S3 has no " + request.method() + " of a bucket like that", 501);
    }
}
