package io.lifeboat.e2e.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the checkout
 * @param state the folder that holds everything a run writes
 */
public record Layout(Path root, Path state) {

    private static final String BUILT = "deploy/e2e/target";

    /**
     * The layout the launcher names by {@code lifeboat.root} and {@code lifeboat.state}, with a folder of its own for one
     * kind of run.
     *
     * @param run for example {@code up} or {@code demo}
     */
    public static Layout ofLauncher(String run) {
        Path root = Path.of(System.getProperty("lifeboat.root", "."))
                .toAbsolutePath()
                .normalize();
        String state =
                System.getProperty("lifeboat.state", root.resolve(".lifeboat").toString());
        return new Layout(root, Path.of(state).toAbsolutePath().normalize().resolve(run));
    }

    /** A folder below the state, made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(state.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + name + " in " + state, e);
        }
    }

    /** The log of a process. */
    public Path log(String name) {
        return folder("logs").resolve(name + ".log");
    }

    /** The packaged service's runnable jar. */
    public Path service(String name) {
        Path jar = root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing; build first: ./lifeboat build");
        }
        return jar;
    }

    /** The class path of the processes that are not services: this module and its libraries. */
    public String classPath() {
        Path built = root.resolve(BUILT);
        return built.resolve("lifeboat-e2e.jar") + File.pathSeparator + built.resolve("lib") + File.separator + "*";
    }
}
