package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.MaintenanceWindow;
import java.time.ZoneId;

/** Whether a time of day can be told at all. */
final class DayWindow {

    private DayWindow() {}

    /** Reports what is wrong with it; true when it has a length. */
    static boolean sound(MaintenanceWindow window, String at, Findings findings) {
        if (!ZoneId.getAvailableZoneIds().contains(window.zone())) {
            findings.error(
                    at + "/zone",
                    "there is no time zone '" + window.zone() + "'",
                    "name one such as Europe/Berlin or UTC");
        }
        if (window.from().equals(window.to())) {
            findings.error(at + "/to", "is when it begins", "say when it is over");
            return false;
        }
        return true;
    }
}
