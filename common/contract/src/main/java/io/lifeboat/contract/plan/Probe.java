package io.lifeboat.contract.plan;

/** What a watch does when it looks. */
public sealed interface Probe
        permits HttpsProbe,
                TcpProbe,
                DnsProbe,
                SqlWriteProbe,
                AuroraLagProbe,
                EcsCapacityProbe,
                AwsApiProbe,
                DataProbe {}
