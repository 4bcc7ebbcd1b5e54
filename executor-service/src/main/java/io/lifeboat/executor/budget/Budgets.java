package io.lifeboat.executor.budget;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.budget.Api.Rate;
import io.lifeboat.executor.budget.Budget.Use;
import io.lifeboat.executor.call.CallFailedException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All budgets of this process, made when first asked for. */
@ApplicationScoped
public class Budgets {

    private final Map<Quota, Budget> budgets = new ConcurrentHashMap<>();
    private final Map<Api, Rate> rates;
    private final MeterRegistry metrics;

    /** With those rates. */
    public Budgets(BudgetSettings settings, MeterRegistry metrics) {
        this.rates = rates(settings);
        this.metrics = metrics;
    }

    /**
     * Waits for leave to look.
     *
     * @param until the reading of {@link System#nanoTime} at which a look is of no more use
     * @throws CallFailedException of class throttled, when there is no leave in time: nothing was sent
     */
    public void look(Quota quota, long until) {
        take(quota, Use.LOOK, until);
    }

    /** Waits for leave to change something; otherwise as above. */
    public void change(Quota quota, long until) {
        take(quota, Use.CHANGE, until);
    }

    /** AWS carried a call out. */
    public void letThrough(Quota quota) {
        of(quota).letThrough();
    }

    /** AWS throttled a call. */
    public void throttled(Quota quota) {
        of(quota).throttled();
        count("lifeboat.aws.throttles", quota);
    }

    private void take(Quota quota, Use use, long until) {
        Budget budget = of(quota);
        if (budget.takeNow(use)) {
            return;
        }
        count("lifeboat.aws.waits", quota);
        long from = System.nanoTime();
        try {
            if (budget.take(use, until)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailedException.rejected(
                    ErrorClass.THROTTLED,
                    "not sent: interrupted while it waited for the budget of calls to %s".formatted(quota),
                    "nothing; it is tried again",
                    e);
        } finally {
            metrics.timer("lifeboat.aws.wait", "service", quota.api().wireName(), "region", quota.region())
                    .record(System.nanoTime() - from, TimeUnit.NANOSECONDS);
        }
        count("lifeboat.aws.unsent", quota);
        throw CallFailedException.rejected(
                ErrorClass.THROTTLED,
                "not sent: the budget of calls to %s is used up".formatted(quota),
                "wait, or raise lifeboat.budget.api.%s.per-second where the account allows it"
                        .formatted(quota.api().wireName()),
                null);
    }

    private Budget of(Quota quota) {
        return budgets.computeIfAbsent(quota, key -> new Budget(rateOf(key.api()), System::nanoTime));
    }

    private Rate rateOf(Api api) {
        return rates.getOrDefault(api, api.rate());
    }

    private void count(String name, Quota quota) {
        metrics.counter(name, "service", quota.api().wireName(), "region", quota.region())
                .increment();
    }

    private static Map<Api, Rate> rates(BudgetSettings settings) {
        if (!(settings.share() > 0 && settings.share() <= 1)) {
            throw new IllegalArgumentException(
                    "lifeboat.budget.share: " + settings.share() + "; give more than 0 and at most 1");
        }
        List<String> names = Arrays.stream(Api.values()).map(Api::wireName).toList();
        settings.api().keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "lifeboat.budget.api.%s: there is no such API; name one of %s".formatted(name, names));
                });
        Map<Api, Rate> rates = new EnumMap<>(Api.class);
        for (Api api : Api.values()) {
            rates.put(api, rate(api, settings.api().get(api.wireName()), settings.share()));
        }
        return rates;
    }

    private static Rate rate(Api api, BudgetSettings.@Nullable Limits set, double share) {
        Rate whole = api.rate();
        double perSecond = set == null ? whole.perSecond() : set.perSecond().orElse(whole.perSecond());
        int burst = set == null ? whole.burst() : set.burst().orElse(whole.burst());
        try {
            return new Rate(perSecond, burst).shared(share);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("lifeboat.budget.api." + api.wireName() + ": " + e.getMessage(), e);
        }
    }
}
