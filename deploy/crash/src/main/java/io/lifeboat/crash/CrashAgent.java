package io.lifeboat.crash;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * The agent: {@code -javaagent:lifeboat-crash.jar -Dlifeboat.crash=after-call@promote:kill:1 -Dlifeboat.crash.marks=FOLDER}.
 * It waits for the class of the crash points, whichever loader brings it, and makes it lethal.
 */
public final class CrashAgent {

    private static final int UNUSABLE = 3;

    private CrashAgent() {}

    /**
     * Arms what the system properties say.
     *
     * @throws IllegalArgumentException when they cannot be read; the JVM then does not start
     */
    public static void premain(@Nullable String ignored, Instrumentation instrumentation) {
        Charges charges = new Charges(
                Charge.parse(required("lifeboat.crash")), Path.of(required("lifeboat.crash.marks")), Deed::strike);
        Charges.arm(charges);
        instrumentation.addTransformer(new Transformer(charges));
    }

    private static String required(String property) {
        String value = System.getProperty(property, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(property + ": is not set; the agent needs it");
        }
        return value;
    }

    private record Transformer(Charges charges) implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] product) {
            if (!LethalPoints.PRODUCT.equals(name)) {
                return null;
            }
            try {
                charges.requirePoints(LethalPoints.names(product));
                return LethalPoints.of(product);
            } catch (RuntimeException e) {
                // The JVM would drop it and load the harmless class: a test would then prove nothing.
                System.err.println("the crash agent cannot do its work: " + e.getMessage());
                Runtime.getRuntime().halt(UNUSABLE);
                throw e;
            }
        }
    }
}
