package io.lifeboat.sandbox.sns;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.endpoint.Xml;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Publish to one topic in each region. */
public final class SnsService implements AwsService {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
    private static final String TOPIC = "shop-operations";

    /** A message that was published. */
    public record Published(String id, Instant at, String topicArn, String subject, String message) {}

    private final Cloud cloud;
    private final List<Published> published = new CopyOnWriteArrayList<>();

    public SnsService(Cloud cloud) {
        this.cloud = cloud;
    }

    /** ARN of a region's topic. */
    public static String topicArn(Region region) {
        return "arn:aws:sns:" + region.name() + ":" + Accounts.SHOP + ":" + TOPIC;
    }

    /** Everything published so far, oldest first. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    @Override
    public String signingName() {
        return "sns";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public boolean isDataPlane(String operation) {
        return operation.equals("Publish");
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        if (!request.operation().equals("Publish")) {
            throw AwsError.badRequest("InvalidAction", "the sandbox's SNS does not know " + request.operation());
        }
        String topic = request.parameter("TopicArn");
        if (!topic.equals(topicArn(request.region())) || !request.account().equals(Accounts.SHOP)) {
            throw new AwsError("NotFound", "Topic does not exist", 404);
        }
        String id = UUID.randomUUID().toString();
        published.add(new Published(
                id, cloud.clock().instant(), topic, request.find("Subject").orElse(""), request.parameter("Message")));
        cloud.effects().count("sns:topic:" + request.region(), "publish");
        return AwsResponse.query(request, NAMESPACE, Xml.text("MessageId", id));
    }
}
