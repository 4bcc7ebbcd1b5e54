package io.lifeboat.detector.network;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Finds users and passwords by the name a plan gives. */
public final class Secrets {

    private final Map<String, SecretsConfig.Entry> byName;

    /** Looks into these settings. */
    public Secrets(Map<String, SecretsConfig.Entry> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * The secret of that name.
     *
     * @throws MissingSecretException naming the setting that would mend it
     */
    public Secret named(String name) {
        SecretsConfig.Entry entry = byName.get(name);
        if (entry == null) {
            throw new MissingSecretException("secret " + name + " is not known here; set lifeboat.secrets.\"" + name
                    + "\".username and .password");
        }
        return new Secret(entry.username(), password(name, entry));
    }

    private static String password(String name, SecretsConfig.Entry entry) {
        if (entry.password().isPresent()) {
            return entry.password().get();
        }
        if (entry.passwordFile().isPresent()) {
            try {
                return Files.readString(entry.passwordFile().get()).strip();
            } catch (IOException e) {
                throw new MissingSecretException(
                        "the file of lifeboat.secrets.\"" + name + "\".password-file cannot be read: " + e.getMessage(),
                        e);
            }
        }
        throw new MissingSecretException("secret " + name + " has no password; set lifeboat.secrets.\"" + name
                + "\".password or .password-file");
    }

    /**
     * A user and the password.
     *
     * @param username the user
     * @param password the password; never printed
     */
    public record Secret(String username, String password) {

        @Override
        public String toString() {
            return "Secret[username=" + username + "]";
        }
    }
}
