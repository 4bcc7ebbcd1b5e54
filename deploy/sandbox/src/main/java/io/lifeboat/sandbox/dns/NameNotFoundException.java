package io.lifeboat.sandbox.dns;

/** The resolver answered, but with no address. */
public final class NameNotFoundException extends RuntimeException {

    NameNotFoundException(String host, String code) {
        super("no address for " + host + ": the resolver says " + code);
    }
}
