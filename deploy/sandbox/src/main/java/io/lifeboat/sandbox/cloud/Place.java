package io.lifeboat.sandbox.cloud;

/** The third byte of an address, and the hosts that mean the same in every place. */
public final class Place {

    /** What stands above all regions: the AWS endpoint and the sandbox's own controls. */
    public static final int GLOBAL = 0;

    /** Lifeboat's own services. */
    public static final int CONTROL_ROOM = 100;

    /** Vantages stand at 101, 102, ... */
    public static final int FIRST_VANTAGE = 101;

    /** The shop's customers. */
    public static final int CUSTOMERS = 150;

    /** Two targets outside every region, for detectors that doubt themselves. */
    public static final int FIRST_CONTROL_TARGET = 200;

    public static final int SECOND_CONTROL_TARGET = 201;

    /** The AWS endpoint for those who stand nowhere in particular. */
    public static final int AWS_HOST = 2;

    /** The operator's REST. */
    public static final int CONTROL_HOST = 3;

    /** In a region: its load balancer. */
    public static final int LOAD_BALANCER_HOST = 1;

    /** In a region: its S3, as health checks read it. */
    public static final int S3_HOST = 2;

    /** In a region: the endpoint of its Aurora cluster. */
    public static final int DATABASE_HOST = 5;

    /** In a region: the first task; the next ones follow. */
    public static final int FIRST_TASK_HOST = 6;

    /** Everywhere: the resolver that answers whoever stands there. */
    public static final int RESOLVER_HOST = 53;

    /** In a region: PostgreSQL itself, behind the relay at {@link #DATABASE_HOST}. */
    public static final int POSTGRES_HOST = 205;

    /** In a region: where its replica receives the other region's write-ahead log. */
    public static final int REPLICATION_HOST = 206;

    private Place() {}
}
