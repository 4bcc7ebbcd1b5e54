package io.lifeboat.sandbox.route53;

/** Which of a pair of failover records a record is. */
public enum FailoverRole {
    PRIMARY,
    SECONDARY
}
