package io.lifeboat.sandbox;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the sandbox logs to when it runs on its own: standard error, one line an event. */
final class Logs {

    private Logs() {}

    /** Must run before the first logger is made, for the log manager is chosen once. */
    static void toStandardError() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT.%1$tL %4$-7s %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        // What stands there keeps everything back until a Quarkus application starts, and none will.
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.INFO);
        root.setLevel(Level.INFO);
        root.addHandler(console);
    }
}
