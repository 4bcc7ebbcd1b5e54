package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.AuroraLagProbe;
import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.plan.DatabaseProbe;
import io.lifeboat.contract.plan.DnsProbe;
import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.Regions;
import io.lifeboat.contract.plan.SqlWriteProbe;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.plan.Target;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.ApiReader;
import io.lifeboat.detector.aws.AuroraReader;
import io.lifeboat.detector.aws.EcsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the prober a specification asks for. */
public final class Probers {

    private final String vantage;
    private final Outside outside;
    private final AuroraReader aurora;
    private final EcsReader ecs;
    private final Stores stores;
    private final ApiReader api;

    /**
     * Makes probers that look from one vantage.
     *
     * @param vantage whose heartbeat row the write probes keep
     */
    public Probers(String vantage, Outside outside, AuroraReader aurora, EcsReader ecs, ApiReader api, Stores stores) {
        this.vantage = vantage;
        this.outside = outside;
        this.aurora = aurora;
        this.ecs = ecs;
        this.api = api;
        this.stores = stores;
    }

    /** A prober for that; it opens nothing before its first look. */
    public Prober of(ProbeSpec spec) {
        return switch (spec.probe()) {
            case HttpsProbe https -> new HttpsProber(https, outside);
            case TcpProbe tcp -> new TcpProber(tcp, outside);
            case DnsProbe dns -> new DnsProber(dns, outside);
            case DatabaseProbe data ->
                new DataProber(
                        DataMeasure.of(data, spec.maintenance()),
                        Objects.requireNonNull(spec.datasource(), data.datasource()),
                        outside);
            case StoreProbe store ->
                new StoreProber(
                        StoreMeasure.of(
                                store,
                                new Access(
                                        readRole(spec.target()),
                                        Objects.requireNonNull(spec.asked(), "a store is asked in a region")),
                                spec.maintenance(),
                                stores,
                                outside),
                        outside.ticker());
            case SqlWriteProbe write ->
                new SqlWriteProber(Objects.requireNonNull(spec.datasource(), write.datasource()), vantage, outside);
            case AuroraLagProbe lag ->
                new AuroraLagProber(
                        lag.globalCluster(),
                        readRole(spec.target()),
                        othersFirst(spec.regions()),
                        spec.rpo(),
                        aurora,
                        outside.ticker());
            case EcsCapacityProbe capacity ->
                new EcsCapacityProber(
                        capacity,
                        readRole(spec.target()),
                        Objects.requireNonNull(spec.asked(), capacity.service()),
                        ecs,
                        outside.ticker());
            case AwsApiProbe asked ->
                new AwsApiProber(
                        asked,
                        readRole(spec.target()),
                        Objects.requireNonNull(spec.asked(), "an API is asked in a region"),
                        api,
                        outside.ticker());
        };
    }

    /** A prober for a control target: any answer over verified TLS will do, for it is the way there that is looked at. */
    public Prober ofControl(String url) {
        return new ControlProber(url, outside);
    }

    private static Optional<String> readRole(@Nullable Target target) {
        return Optional.ofNullable(target).map(known -> known.roles().get("read"));
    }

    private static List<String> othersFirst(Regions regions) {
        List<String> order = new ArrayList<>(regions.other());
        order.add(regions.home());
        return List.copyOf(order);
    }
}
