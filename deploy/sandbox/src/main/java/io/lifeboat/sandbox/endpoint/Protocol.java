package io.lifeboat.sandbox.endpoint;

/** How a service speaks, which decides where the operation's name stands and what an error looks like. */
public enum Protocol {
    /** Form parameters in, XML out: rds, sns, sts, elasticloadbalancing, cloudwatch. */
    QUERY,
    /** {@code X-Amz-Target} and JSON: ecs, application-autoscaling. */
    JSON,
    /** Method and path, XML: route53. */
    REST_XML,
    /** Method and path, XML, and errors of its own shape. */
    S3
}
