package io.lifeboat.executor.budget;

import java.util.Locale;

/**
 * The APIs that have a rate of their own, with the rate they start from.
 *
 * <p>Route 53 takes five requests a second from an account (Route 53 developer guide, quotas). RDS publishes no rate; two a
 * second is what a cautious client may count on. The others are chosen far below what is published or observed, for the
 * services are shared with the application and its console.
 */
public enum Api {
    /** Route 53's control plane; its rate is the account's, whatever the region. */
    ROUTE53(5, 5),
    /** Aurora and RDS. */
    RDS(2, 8),
    /** ECS. */
    ECS(5, 10),
    /** Application Auto Scaling. */
    AUTO_SCALING(5, 10),
    /** Elastic Load Balancing. */
    LOAD_BALANCING(5, 10),
    /** S3. */
    S3(50, 50),
    /** SNS. */
    SNS(10, 20);

    private final Rate rate;

    Api(double perSecond, int burst) {
        this.rate = new Rate(perSecond, burst);
    }

    /** Where nothing else is set. */
    Rate rate() {
        return rate;
    }

    /** As settings and metrics name it, for example {@code auto-scaling}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How fast and how many at once.
     *
     * @param perSecond calls a second, in the long run
     * @param burst calls that may follow each other at once after a rest; at least one
     */
    record Rate(double perSecond, int burst) {

        Rate {
            if (!(perSecond > 0)) {
                throw new IllegalArgumentException("rate: " + perSecond + " calls a second; give more than 0");
            }
            if (burst < 1) {
                throw new IllegalArgumentException("burst: " + burst + "; give at least 1");
            }
        }

        /** A part of it; a burst is one call at least. */
        Rate shared(double share) {
            return new Rate(perSecond * share, Math.max(1, (int) (burst * share)));
        }
    }
}
