package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An API of AWS that can be asked whether a region's control planes answer, by one cheap call that only reads. */
public enum AwsApi {
    /** {@code rds:DescribeDBClusters}. */
    @JsonProperty("rds")
    RDS,
    /** {@code ecs:ListClusters}. */
    @JsonProperty("ecs")
    ECS,
    /** {@code sts:GetCallerIdentity}, which needs no permission. */
    @JsonProperty("sts")
    STS
}
