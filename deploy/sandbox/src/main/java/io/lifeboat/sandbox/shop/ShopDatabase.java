package io.lifeboat.sandbox.shop;

import java.time.Duration;

/**
 * How the shop's tasks reach their database.
 *
 * @param host the name they look up
 * @param port of PostgreSQL
 * @param database its name
 * @param username who they are
 * @param password of that user
 * @param connections how many a task keeps open
 * @param lendWithin how long a request waits for one of them
 */
public record ShopDatabase(
        String host,
        int port,
        String database,
        String username,
        String password,
        int connections,
        Duration lendWithin) {

    @Override
    public String toString() {
        return username + "@" + host + ":" + port + "/" + database;
    }
}
