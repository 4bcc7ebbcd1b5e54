package io.lifeboat.sandbox.shop;

import io.lifeboat.sandbox.control.ControlRoutes;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the orders in every database there is, around every relay, and in each that was stopped to be made anew, as it was
 * then. This is how it is seen which side took writes, whatever the customers were told.
 */
public final class OrderCensus {

    private static final String QUERY = "SELECT region, count(*), max(placed_at) FROM orders GROUP BY region";

    private final Supplier<Map<String, String>> urls;
    private final String username;
    private final String password;
    private final List<InDatabase> retired = new CopyOnWriteArrayList<>();

    /**
     * @param urls JDBC URLs by region, the writer's first
     * @param username who reads
     * @param password of that user
     */
    public OrderCensus(Supplier<Map<String, String>> urls, String username, String password) {
        this.urls = urls;
        this.username = username;
        this.password = password;
    }

    /**
     * One database.
     *
     * @param region where it is
     * @param role {@code writer}, {@code other}, or {@code retired} for a writer that was made anew since
     * @param sides its orders by the region whose tasks took them; empty when it cannot be read
     * @param unreadable why it cannot be read, for example because it is just being made anew; null when it can
     */
    public record InDatabase(
            String region,
            String role,
            Map<String, Side> sides,
            @Nullable String unreadable) {}

    /**
     * What one region's tasks took.
     *
     * @param orders how many
     * @param newest when the database committed the newest
     */
    public record Side(int orders, String newest) {}

    /** Adds {@code GET /databases}. */
    public void addTo(ControlRoutes control) {
        control.add("GET", "/databases", request -> Map.of("databases", read()));
    }

    /** Counts a database that is about to be stopped. */
    public void keep(String region) {
        retired.add(count(region, "retired", url(region)));
    }

    private List<InDatabase> read() {
        List<InDatabase> all = new ArrayList<>();
        urls.get().forEach((region, url) -> all.add(count(region, all.isEmpty() ? "writer" : "other", url)));
        all.addAll(retired);
        return all;
    }

    private String url(String region) {
        return urls.get().get(region);
    }

    private InDatabase count(String region, String role, String url) {
        Map<String, Side> sides = new TreeMap<>();
        try (var connection = DriverManager.getConnection(url, username, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                String newest =
                        rows.getObject(3, OffsetDateTime.class).toInstant().toString();
                sides.put(rows.getString(1), new Side(rows.getInt(2), newest));
            }
        } catch (SQLException unreadable) {
            return new InDatabase(region, role, Map.of(), unreadable.getMessage());
        }
        return new InDatabase(region, role, sides, null);
    }
}
