package io.lifeboat.sandbox;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a sandbox in the foreground until it is told to end (SIGTERM, Ctrl-C).
 *
 * <p>Writes {@code sandbox.json}, {@code plan.yaml}, {@code ca.pem} and {@code operator-token} into its state folder;
 * the first of them last, so that whoever waits for it finds everything.
 */
public final class SandboxMain {

    private SandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logs.toStandardError();
        Settings settings;
        try {
            settings = Arguments.read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Arguments.USAGE);
            System.exit(2);
            return;
        }
        Sandbox sandbox = new Sandbox(settings);
        CountDownLatch ended = new CountDownLatch(1);
        // Before the start: a sandbox that is told to end while it starts must leave nothing behind either.
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("sandbox-end").unstarted(() -> {
                    sandbox.close();
                    ended.countDown();
                }));
        sandbox.start();
        System.out.println("The sandbox is ready; everything about it is in "
                + settings.state().resolve("sandbox.json"));
        ended.await();
    }
}
