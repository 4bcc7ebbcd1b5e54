package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A time of day at which other rules hold: what looks like damage is expected, such as a nightly purge, or the machine does
 * not act by itself. One that ends before it begins goes on past midnight and belongs to the day it begins on.
 *
 * @param from when it begins, as {@code HH:mm}
 * @param to when it is over, as {@code HH:mm}
 * @param zone the time zone by its name, UTC unless said otherwise
 * @param days the days it begins on; every day when empty
 */
public record MaintenanceWindow(String from, String to, String zone, List<Day> days) {

    public MaintenanceWindow {
        zone = zone == null ? "UTC" : zone;
        days = days == null ? List.of() : List.copyOf(days);
    }

    /** A day of the week. */
    public enum Day {
        @JsonProperty("mon")
        MON,
        @JsonProperty("tue")
        TUE,
        @JsonProperty("wed")
        WED,
        @JsonProperty("thu")
        THU,
        @JsonProperty("fri")
        FRI,
        @JsonProperty("sat")
        SAT,
        @JsonProperty("sun")
        SUN
    }

    /**
     * Whether it is open then.
     *
     * @throws java.time.DateTimeException where the zone is none; the linter refuses such a plan
     */
    public boolean covers(Instant instant) {
        ZonedDateTime there = instant.atZone(ZoneId.of(zone));
        LocalTime time = there.toLocalTime();
        LocalTime begin = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(to);
        if (begin.isBefore(end)) {
            return !time.isBefore(begin) && time.isBefore(end) && begins(there.getDayOfWeek());
        }
        return !time.isBefore(begin) && begins(there.getDayOfWeek())
                || time.isBefore(end) && begins(there.getDayOfWeek().minus(1));
    }

    /** How long it is open. */
    public Duration lasts() {
        Duration sameDay = Duration.between(LocalTime.parse(from), LocalTime.parse(to));
        return sameDay.isPositive() ? sameDay : sameDay.plusDays(1);
    }

    private boolean begins(DayOfWeek day) {
        return days.isEmpty() || days.contains(Day.values()[day.ordinal()]);
    }
}
