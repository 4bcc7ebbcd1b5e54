package io.lifeboat.executor.budget;

/**
 * What has a budget of its own.
 *
 * @param account twelve digits, or {@code own} for the executor's own credentials
 * @param region the region called
 * @param api the API called
 */
public record Quota(String account, String region, Api api) {

    /** The account of the executor's own credentials. */
    public static final String OWN = "own";

    @Override
    public String toString() {
        return "%s in %s of account %s".formatted(api.wireName(), region, account);
    }
}
